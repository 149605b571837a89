//! Somebody signs in with their organisation's own server, by OpenID Connect: code flow with PKCE, state and nonce, all
//! bound to the asking browser. Who it is, is issuer and subject; an address counts for nothing here. Somebody new
//! proves an address by mail once, and is known from then on.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use chrono::{DateTime, Utc};
use openidconnect::core::{CoreClient, CoreJwsSigningAlgorithm, CoreProviderMetadata, CoreResponseType};
use openidconnect::{
    AccessTokenHash, AsyncHttpClient, AuthenticationFlow, AuthorizationCode, ClientId, ClientSecret,
    CsrfToken, EndpointMaybeSet, EndpointNotSet, EndpointSet, HttpRequest, HttpResponse, IssuerUrl, Nonce,
    OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, TokenResponse,
};

use crate::app::installation::random::random;
use crate::app::sign_in::mail::take_elsewhere;
use crate::app::sign_in::session::{Started, start};
use crate::app::{AppError, Service};
use crate::config::OidcProvider;
use crate::domain::key::Token;
use crate::domain::sign_in::Method;
use crate::store::account::{self, NewSignIn};

/// Longest answer of a server. Source: keys and tokens are a few kilobytes.
const MAX_ANSWER_BYTES: usize = 1 << 20;
/// How long one is waited for.
const WAIT: Duration = Duration::from_secs(10);

/// Signatures that are taken; never none, never one with a shared secret.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 4] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// Why another server's sign-in did not work.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct ElsewhereError(String);

impl From<ElsewhereError> for AppError {
    fn from(error: ElsewhereError) -> AppError {
        AppError::Elsewhere(error.0)
    }
}

fn failed<E: std::fmt::Display>(step: &'static str) -> impl Fn(E) -> ElsewhereError {
    move |error| ElsewhereError(format!("{step}: {error}"))
}

/// Answers over reqwest, limited in size, following nothing.
struct Http(reqwest::Client);

impl Http {
    fn new() -> Result<Http, ElsewhereError> {
        let client =
            reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).timeout(WAIT).build();
        client.map(Http).map_err(failed("no client"))
    }
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = ElsewhereError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, ElsewhereError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(async move {
            let request = reqwest::Request::try_from(request).map_err(failed("request"))?;
            let mut answer = self.0.execute(request).await.map_err(failed("no answer"))?;
            let mut reply = HttpResponse::default();
            *reply.status_mut() = answer.status();
            *reply.headers_mut() = answer.headers().clone();
            while let Some(chunk) = answer.chunk().await.map_err(failed("answer"))? {
                if reply.body().len() + chunk.len() > MAX_ANSWER_BYTES {
                    return Err(ElsewhereError("the answer is too long".to_owned()));
                }
                reply.body_mut().extend_from_slice(&chunk);
            }
            Ok(reply)
        })
    }
}

type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

fn client(
    service: &Service,
    provider: &OidcProvider,
    known: CoreProviderMetadata,
) -> Result<Client, ElsewhereError> {
    let back = format!("{}/sign-in/with/{}/back", service.config.base_url, provider.id);
    let secret = ClientSecret::new(provider.client_secret.reveal().to_owned());
    Ok(CoreClient::from_provider_metadata(known, ClientId::new(provider.client_id.clone()), Some(secret))
        .set_redirect_uri(RedirectUrl::new(back).map_err(failed("our address"))?))
}

/// What the server says of itself, its keys included. Asked each time: keys change, and sign-ins are few.
async fn discover(http: &Http, provider: &OidcProvider) -> Result<CoreProviderMetadata, ElsewhereError> {
    let issuer = IssuerUrl::new(provider.issuer.clone()).map_err(failed("issuer"))?;
    CoreProviderMetadata::discover_async(issuer, http).await.map_err(failed("discovery"))
}

/// The provider of a name, or `None`.
pub fn find_provider<'s>(service: &'s Service, id: &str) -> Option<&'s OidcProvider> {
    service.config.sign_in.providers.iter().find(|provider| provider.id == id)
}

/// Begins: the address at the other server to go to.
pub async fn begin(
    service: &Service,
    provider: &OidcProvider,
    browser: &Token,
    now: DateTime<Utc>,
) -> Result<String, AppError> {
    let http = Http::new()?;
    let known = discover(&http, provider).await?;
    let client = client(service, provider, known)?;
    let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
    let (nonce, browser_digest, key) = (random()?, browser.digest(), service.key.clone());
    let stored = Some((provider.id.clone(), verifier.into_secret()));
    let (state, id_nonce) = service
        .store
        .write("begin a sign-in elsewhere", move |connection| {
            let new = NewSignIn {
                account: None,
                address_digest: [0; 16],
                browser_digest,
                nonce,
                provider: stored,
                identity: None,
            };
            let id = account::insert_sign_in(connection, &new, now)?;
            Ok((key.sign_in_token(id, &nonce), key.sign_in_nonce(id, &nonce)))
        })
        .await?;
    let (url, ..) = client
        .authorize_url(
            AuthenticationFlow::<CoreResponseType>::AuthorizationCode,
            move || CsrfToken::new(state.reveal().to_owned()),
            move || Nonce::new(id_nonce.reveal().to_owned()),
        )
        .set_pkce_challenge(challenge)
        .url();
    Ok(url.into())
}

/// What came back from another server.
#[derive(Debug, Clone)]
pub enum Back {
    /// Somebody known: a session began.
    Started(Started),
    /// Somebody new: an address is to be proved once, in this browser.
    New,
    /// It answers no attempt of this browser, or does not hold.
    Refused,
}

/// Takes what came back: state first, then the code, then the signed word.
pub async fn finish(
    service: &Service,
    provider: &OidcProvider,
    code: &str,
    state: &str,
    browser: &Token,
    now: DateTime<Utc>,
) -> Result<Back, AppError> {
    let (key, digest, id) = (service.key.clone(), browser.digest(), provider.id.clone());
    let taken = service
        .store
        .write("take a sign-in elsewhere", move |connection| take_elsewhere(connection, &digest, &id, now))
        .await?;
    let Some(attempt) = taken else { return Ok(Back::Refused) };
    let expected = key.sign_in_token(attempt.id, &attempt.nonce);
    let Some(verifier) =
        attempt.pkce_verifier.filter(|_| expected.digest() == Token::from_text(state).digest())
    else {
        return Ok(Back::Refused);
    };
    let nonce = key.sign_in_nonce(attempt.id, &attempt.nonce);
    let (issuer, subject) = match check(service, provider, code, verifier, &nonce).await {
        Ok(identity) => identity,
        Err(error) => {
            tracing::warn!(provider = provider.id, %error, "a sign-in elsewhere was refused");
            return Ok(Back::Refused);
        }
    };
    let secret = Token::from_random(&random()?);
    let (session, has_factor) = (secret.digest(), provider.has_second_factor);
    let started = service
        .store
        .write("sign in from elsewhere", move |connection| {
            let Some(account) = account::find_by_identity(connection, &issuer, &subject)? else {
                account::put_claim(connection, attempt.id, &issuer, &subject)?;
                return Ok(None);
            };
            start(connection, account, Method::Oidc, has_factor, &session, now)?;
            Ok(Some(account))
        })
        .await?;
    Ok(match started {
        Some(account) => Back::Started(Started { token: secret, account }),
        None => Back::New,
    })
}

/// Exchanges the code and verifies the word: issuer, audience, signature, time, nonce, access token.
async fn check(
    service: &Service,
    provider: &OidcProvider,
    code: &str,
    verifier: String,
    nonce: &Token,
) -> Result<(String, String), ElsewhereError> {
    let http = Http::new()?;
    let known = discover(&http, provider).await?;
    let client = client(service, provider, known)?;
    let exchange =
        client.exchange_code(AuthorizationCode::new(code.to_owned())).map_err(failed("exchange"))?;
    let exchange = exchange.set_pkce_verifier(PkceCodeVerifier::new(verifier));
    let tokens = exchange.request_async(&http).await.map_err(failed("exchange"))?;
    let word = tokens.id_token().ok_or_else(|| ElsewhereError("no word about who it is".to_owned()))?;
    let verifier = client.id_token_verifier().set_allowed_algs(ALGORITHMS);
    let claims =
        word.claims(&verifier, &Nonce::new(nonce.reveal().to_owned())).map_err(failed("verification"))?;
    if let Some(expected) = claims.access_token_hash() {
        let algorithm = word.signing_alg().map_err(failed("verification"))?;
        let key = word.signing_key(&verifier).map_err(failed("verification"))?;
        let found = AccessTokenHash::from_token(tokens.access_token(), algorithm, key)
            .map_err(failed("verification"))?;
        if found != *expected {
            return Err(ElsewhereError("the access token is another one's".to_owned()));
        }
    }
    Ok((claims.issuer().as_str().to_owned(), claims.subject().as_str().to_owned()))
}
