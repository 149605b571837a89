//! The accept loop: timeouts against slow clients, a cap on work at once, an orderly end.
//!
//! warp's own server has no timeouts and no deadline for draining; here a header must come within seconds, a reply
//! too, and a stop signal ends everything within [`DRAIN`].

use std::future::Future;
use std::time::Duration;

use http::{HeaderValue, StatusCode};
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tower::ServiceBuilder;
use tower::limit::GlobalConcurrencyLimitLayer;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;

use super::request::Peer;
use super::{Site, routes};
use crate::store::meter;

/// A request's header must be complete within this.
const HEADER: Duration = Duration::from_secs(5);
/// A reply, the body of the request included, must be ready within this.
const REPLY: Duration = Duration::from_secs(15);
/// Open requests get this long after a stop signal.
const DRAIN: Duration = Duration::from_secs(10);
/// Requests worked on at once; the rest wait their turn.
const AT_ONCE: usize = 2048;

/// A reply with what it cost, for whoever looks at the demo with a browser's tools open; elsewhere as it is.
async fn metered<B, E>(
    reply: impl Future<Output = Result<http::Response<B>, E>>,
    is_demo: bool,
) -> Result<http::Response<B>, E> {
    if !is_demo {
        return reply.await;
    }
    let (reply, n_statements) = meter::scope(reply).await;
    let mut reply = reply?;
    if let Ok(value) = HeaderValue::from_str(&format!("sql;desc=\"{n_statements} statements\"")) {
        reply.headers_mut().insert("server-timing", value);
    }
    Ok(reply)
}

/// Serves until `stop` is done, then drains.
pub async fn serve(listener: TcpListener, site: Site, stop: impl Future<Output = ()>) {
    let is_demo = site.is_demo;
    let service = ServiceBuilder::new()
        .layer(CatchPanicLayer::new())
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, REPLY))
        .layer(GlobalConcurrencyLimitLayer::new(AT_ONCE))
        .map_future(move |reply| metered(reply, is_demo))
        .service(warp::service(routes(site)));
    let mut builder = auto::Builder::new(TokioExecutor::new()).http1_only();
    builder.http1().timer(TokioTimer::new()).header_read_timeout(HEADER);
    let graceful = GracefulShutdown::new();
    tokio::pin!(stop);
    loop {
        let (stream, peer) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be accepted");
                    // Out of file handles, most likely: give others a moment to end.
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
            () = &mut stop => break,
        };
        let _ = stream.set_nodelay(true);
        let with_peer = ServiceBuilder::new()
            .map_request(move |mut request: http::Request<warp::hyper::body::Incoming>| {
                request.extensions_mut().insert(Peer(peer));
                request
            })
            .service(service.clone());
        let connection = builder
            .serve_connection_with_upgrades(TokioIo::new(stream), TowerToHyperService::new(with_peer))
            .into_owned();
        let watched = graceful.watch(connection);
        tokio::spawn(async move {
            if let Err(error) = watched.await {
                tracing::debug!(%error, "a connection ended early");
            }
        });
    }
    drop(listener);
    tokio::select! {
        () = graceful.shutdown() => {}
        () = tokio::time::sleep(DRAIN) => tracing::warn!("some requests did not end in time"),
    }
}
