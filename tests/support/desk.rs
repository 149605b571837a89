//! Somebody who is signed in: opens pages, sends forms with their token.

use polsslag::app::sign_in;
use reqwest::header::HeaderMap;

use super::{Cast, FORM, browser};

pub const OPERATOR: &str = "beheer@polsslag.example";
pub const FACILITATOR: &str = "fenna@begeleiding.example";
/// Steering member and contact of the first partner.
pub const STEERING: &str = "persoon1@p1.example";

pub struct Desk<'c> {
    pub cast: &'c Cast,
    pub cookie: String,
}

/// What came back.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

impl Reply {
    pub fn location(&self) -> &str {
        self.headers.get("location").map_or("", |value| value.to_str().unwrap())
    }

    /// The value of a cookie that was set.
    pub fn cookie(&self, name: &str) -> Option<String> {
        let start = format!("{name}=");
        let all = self.headers.get_all("set-cookie").iter().map(|value| value.to_str().unwrap());
        all.filter_map(|line| line.strip_prefix(&start))
            .map(|rest| rest.split(';').next().unwrap().to_owned())
            .next()
    }
}

pub async fn send(request: reqwest::RequestBuilder) -> Reply {
    let reply = request.send().await.unwrap();
    let (status, headers) = (reply.status().as_u16(), reply.headers().clone());
    Reply { status, headers, text: String::from_utf8_lossy(&reply.bytes().await.unwrap()).into_owned() }
}

impl<'c> Desk<'c> {
    /// Signs somebody in without a mail.
    pub async fn of(cast: &'c Cast, mail: &str) -> Desk<'c> {
        let started = sign_in::session::start_in_demo(&cast.service, mail, cast.clock.now()).await.unwrap();
        let started = started.unwrap_or_else(|| panic!("{mail} may not sign in"));
        Desk { cast, cookie: format!("__Host-polsslag={}", started.token.reveal()) }
    }

    /// The operator, who is made one first.
    pub async fn operator(cast: &'c Cast) -> Desk<'c> {
        sign_in::operator::invite_operator(&cast.service, OPERATOR, cast.clock.now()).await.unwrap();
        Desk::of(cast, OPERATOR).await
    }

    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.cast.base)
    }

    pub async fn get(&self, path: &str) -> Reply {
        send(browser().get(self.url(path)).header("cookie", &self.cookie)).await
    }

    /// A page that must be there.
    pub async fn page(&self, path: &str) -> String {
        let reply = self.get(path).await;
        assert_eq!(reply.status, 200, "{path}: {}", reply.text);
        reply.text
    }

    /// The token that this session's forms carry.
    pub async fn token(&self) -> String {
        let page = self.page("/account").await;
        let start = page.find("name=\"token\" value=\"").unwrap() + 20;
        page[start..].chars().take_while(|c| *c != '"').collect()
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let token = self.token().await;
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.append_pair("token", &token).extend_pairs(fields);
        send(
            browser()
                .post(self.url(path))
                .header("cookie", &self.cookie)
                .header(FORM.0, FORM.1)
                .body(form.finish()),
        )
        .await
    }

    /// A form that must be taken.
    pub async fn done(&self, path: &str, fields: &[(&str, &str)]) -> String {
        let reply = self.post(path, fields).await;
        assert_eq!(reply.status, 303, "{path} {fields:?}: {}", reply.text);
        reply.location().split('?').next().unwrap().to_owned()
    }

    /// A form with a file.
    pub async fn upload(&self, path: &str, fields: &[(&str, &str)], file: &[u8]) -> Reply {
        let token = self.token().await;
        let mut body = Vec::new();
        for (name, value) in fields.iter().chain(&[("token", token.as_str())]) {
            body.extend(
                format!("--B\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
                    .into_bytes(),
            );
        }
        body.extend(b"--B\r\ncontent-disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n");
        body.extend(file);
        body.extend(b"\r\n--B--\r\n");
        let request = browser().post(self.url(path)).header("cookie", &self.cookie);
        send(request.header("content-type", "multipart/form-data; boundary=B").body(body)).await
    }
}
