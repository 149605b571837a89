//! Every page of the one table of routes is walked in every capacity and both languages, over the demo: nothing on them
//! looks like a key, an enum's value, an id or a digest, and none costs more statements than it should.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::Path;

use polsslag::domain::access::{Action, Capacity, may};
use polsslag::web::desk::{DESK_ROUTES, DeskRoute};

use crate::support::desk::{Desk, Reply, send};
use crate::support::{browser, demo};

/// Statements that a page behind signing in, and an answer page, may run.
const MOST_AT_DESK: u64 = 12;
const MOST_TO_ANSWER: u64 = 6;

/// Pages that the demo has nothing to show on: no meeting was held in it, and no draft waits.
const UNLINKED: [&str; 3] =
    ["/app/{agreement}/meeting/{}", "/app/{agreement}/report/{}", "/app/{agreement}/report/{}/draft.pdf"];

/// Who walks: their capacities in the agreement named, and their address in the demo.
fn walkers() -> Vec<(&'static str, Vec<Capacity>, String)> {
    let sample = include_str!("../surveys/samples/coast.toml");
    let coast = crate::support::read_agreement(sample, &crate::support::core_pulse());
    let find = |is: &dyn Fn(&polsslag::domain::agreement::Person) -> bool| {
        coast.people.iter().find(|person| is(person)).map(|person| person.mail.clone())
    };
    let mut all = vec![
        ("facilitator", vec![Capacity::Facilitator], find(&|p| p.facilitator).unwrap()),
        ("steering", vec![Capacity::Steering], find(&|p| p.steering && !p.chair).unwrap()),
        ("operator", vec![Capacity::Operator], polsslag::app::demo::seed_demo::OPERATOR.to_owned()),
    ];
    if let Some(mail) = find(&|p| p.contact) {
        all.push(("contact", vec![Capacity::Contact], mail));
    }
    if let Some(mail) = find(&|p| p.chair) {
        all.push(("chair", vec![Capacity::Chair, Capacity::Steering], mail));
    }
    all
}

/// What a reply says that it cost.
fn n_statements(reply: &Reply) -> u64 {
    let cost = reply.headers["server-timing"].to_str().unwrap();
    cost.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap()
}

/// Whether an address fits a route's pattern.
fn fits(entry: &DeskRoute, path: &str) -> bool {
    let (pattern, path): (Vec<&str>, Vec<&str>) =
        (entry.path.split('/').collect(), path.split('/').collect());
    pattern.len() == path.len() && pattern.iter().zip(&path).all(|(p, q)| p.starts_with('{') || p == q)
}

/// The addresses behind signing in that a page links to, without their queries' languages.
fn links(page: &str) -> BTreeSet<String> {
    page.split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(|href| href.replace("&amp;", "&"))
        .filter(|href| ["/app", "/account", "/operator"].iter().any(|start| href.starts_with(start)))
        .map(|href| {
            let (path, query) = href.split_once('?').unwrap_or((&href, ""));
            let kept: Vec<&str> =
                query.split('&').filter(|one| !one.is_empty() && !one.starts_with("lang=")).collect();
            if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
        })
        .collect()
}

/// What a page shows and says: its text and what stands in attributes that are read out, each as a piece. What stands in
/// `<code>` is meant to be verbatim.
fn said(page: &str) -> Vec<String> {
    let body = page.split_once("<body").map_or(page, |(_, body)| body);
    let mut pieces = Vec::new();
    let mut verbatim = 0;
    for part in body.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        for name in ["aria-label=\"", "alt=\"", "title=\"", "placeholder=\""] {
            if let Some((_, rest)) = tag.split_once(name) {
                pieces.push(rest.split('"').next().unwrap().to_owned());
            }
        }
        let name = tag.split([' ', '>']).next().unwrap();
        match name {
            "code" | "style" | "pre" => verbatim += 1,
            "/code" | "/style" | "/pre" => verbatim -= 1,
            _ => {}
        }
        if verbatim == 0 && !text.trim().is_empty() {
            pieces.push(
                text.replace("&amp;", "&").replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">"),
            );
        }
    }
    pieces
}

/// What must not be read on a page, and what may although it looks so.
struct Suspects {
    keys: BTreeSet<String>,
    ids: BTreeSet<String>,
    digests: BTreeSet<String>,
}

impl Suspects {
    async fn of(cast: &crate::support::Cast) -> Suspects {
        let (mut keys, mut ordinary) = (BTreeSet::new(), String::new());
        for language in ["nl", "en"] {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/words").join(language);
            for file in std::fs::read_dir(folder).unwrap() {
                for line in std::fs::read_to_string(file.unwrap().path()).unwrap().lines() {
                    let named =
                        line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()));
                    let text = named.map_or(line, |(_, text)| text);
                    keys.extend(named.map(|(key, _)| key.to_owned()).filter(|key| key.contains('-')));
                    ordinary += text;
                    ordinary.push(' ');
                }
            }
        }
        // A key that is also a word people use, such as sign-in, says nothing.
        let ordinary: BTreeSet<String> = words(&ordinary).map(str::to_lowercase).collect();
        keys.retain(|key| !ordinary.contains(key));
        let (ids, digests) = cast
            .service
            .store
            .read("list ids", |c| {
                let mut ids = BTreeSet::new();
                for sql in [
                    "SELECT slug FROM seat",
                    "SELECT slug FROM partner",
                    "SELECT slug FROM article",
                    "SELECT slug FROM agreement",
                ] {
                    let mut all = c.prepare(sql)?;
                    let found = all.query_map([], |row| row.get::<_, String>(0))?;
                    ids.extend(found.filter_map(Result::ok).filter(|id| id.contains('-')));
                }
                let mut all = c.prepare("SELECT data_hash FROM report")?;
                let digests = all.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
                Ok((ids, digests))
            })
            .await
            .unwrap();
        Suspects { keys, ids, digests }
    }

    /// Why a piece of a page must not stand there; `None` when it may.
    fn wrong(&self, piece: &str) -> Option<String> {
        for mark in ["{ $", "{$", "NaN", "Some(", "Ok(", "Err(", "<nil>", "undefined"] {
            if piece.contains(mark) {
                return Some(format!("{mark} in “{piece}”"));
            }
        }
        words(piece).find_map(|word| {
            let letters = |from: char, to: char| word.chars().filter(|c| (from..=to).contains(c)).count();
            let is_digest = word.len() >= 12
                && word.chars().all(|c| c.is_ascii_hexdigit())
                && letters('0', '9') > 2
                && letters('a', 'f') > 2;
            let is_camel = word.len() > 6
                && word.starts_with(|c: char| c.is_ascii_uppercase())
                && word.chars().all(|c| c.is_ascii_alphabetic())
                && word
                    .chars()
                    .skip(1)
                    .zip(word.chars().skip(2))
                    .any(|(a, b)| a.is_ascii_uppercase() && b.is_ascii_lowercase())
                && !["OpenID", "IJzerman"].contains(&word);
            let is_snake = word.contains('_')
                && word.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c.is_ascii_digit());
            let dotted =
                word.split_once('.').is_some_and(|(a, b)| {
                    [a, b].iter().all(|part| {
                        part.len() > 2 && part.chars().all(|c| c.is_ascii_lowercase() || c == '-')
                    })
                }) && !["csv", "pdf", "xlsx", "toml", "ics", "example", "json", "html", "svg", "png", "nl"]
                    .iter()
                    .any(|end| word.ends_with(&format!(".{end}")));
            let why = if piece.trim() == "None" || word == "null" {
                "nothing, as a program says it"
            } else if self.keys.contains(word) {
                "a key"
            } else if is_camel || is_snake || dotted {
                "a value of an enum"
            } else if self.ids.contains(word) {
                "an id"
            } else if is_digest && !self.digests.contains(word) {
                "a digest"
            } else {
                return None;
            };
            Some(format!("{why}: {word} in “{piece}”"))
        })
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || "-_.@".contains(c)))
        .map(|word| word.trim_matches(['.', '-']))
        .filter(|word| !word.is_empty() && !word.contains('@'))
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_of_the_table_shows_what_only_the_program_understands_and_none_is_dear() {
    let cast = demo::start().await;
    let suspects = Suspects::of(&cast).await;
    let (mut wrong, mut dear, mut seen) = (BTreeMap::new(), BTreeMap::new(), BTreeSet::new());
    let mut n_pages = 0;
    for (name, capacities, mail) in walkers() {
        let desk = Desk::of(&cast, &mail).await;
        let mut ahead: VecDeque<String> = VecDeque::from(["/app".to_owned(), "/app/coast".to_owned()]);
        let open = |action: Option<Action>| action.is_none_or(|action| may(&capacities, action));
        ahead.extend(
            DESK_ROUTES
                .iter()
                .filter(|entry| {
                    entry.method == http::Method::GET && open(entry.action) && !entry.path.contains("{}")
                })
                .map(|entry| entry.path.replace("{agreement}", "coast")),
        );
        let mut known: BTreeSet<String> = ahead.iter().cloned().collect();
        while let Some(path) = ahead.pop_front() {
            let bare = path.split('?').next().unwrap();
            let Some(entry) =
                DESK_ROUTES.iter().find(|entry| entry.method == http::Method::GET && fits(entry, bare))
            else {
                continue;
            };
            for language in ["nl", "en"] {
                let joint = if path.contains('?') { '&' } else { '?' };
                let reply = desk.get(&format!("{path}{joint}lang={language}")).await;
                // An address that wants to know more (whose?) is walked by the links that say so.
                if [303, 403, 404].contains(&reply.status) {
                    continue;
                }
                assert_eq!(reply.status, 200, "{name} {path}: {}", reply.text);
                n_pages += 1;
                let n = n_statements(&reply);
                if n > MOST_AT_DESK {
                    dear.insert(format!("{} as {name}", entry.path), n);
                }
                let kind = reply.headers.get("content-type").map_or("", |value| value.to_str().unwrap());
                if !kind.starts_with("text/html") {
                    seen.insert(entry.path);
                    continue;
                }
                seen.insert(entry.path);
                for problem in said(&reply.text).iter().filter_map(|piece| suspects.wrong(piece)) {
                    wrong.insert(problem, format!("{language} {path} as {name}"));
                }
                if language == "nl" {
                    for link in links(&reply.text) {
                        // Each kind of page is walked a few times, not for every article and person.
                        let place =
                            DESK_ROUTES.iter().position(|one| fits(one, link.split('?').next().unwrap()));
                        let n_alike = known
                            .iter()
                            .filter(|one| {
                                DESK_ROUTES.iter().position(|e| fits(e, one.split('?').next().unwrap()))
                                    == place
                            })
                            .count();
                        if n_alike < 6 && known.insert(link.clone()) {
                            ahead.push_back(link);
                        }
                    }
                }
            }
        }
    }
    let unseen: Vec<&str> = DESK_ROUTES
        .iter()
        .filter(|entry| entry.method == http::Method::GET && !seen.contains(entry.path))
        .map(|entry| entry.path)
        .collect();
    let mut told: Vec<String> = wrong.iter().map(|(what, place)| format!("{what} ({place})")).collect();
    told.extend(dear.iter().map(|(page, n)| format!("{page} runs {n} statements, more than {MOST_AT_DESK}")));
    told.extend(
        unseen.iter().filter(|path| !UNLINKED.contains(path)).map(|path| format!("no link leads to {path}")),
    );
    assert!(told.is_empty(), "{} of {n_pages} pages:\n{}", told.len(), told.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_page_asks_the_database_little() {
    let cast = demo::start().await;
    let start = send(browser().get(format!("{}/", cast.base))).await.text;
    let link = start.split("href=\"/a/").nth(1).unwrap().split(['"', '?']).next().unwrap().to_owned();
    let reply = send(browser().get(format!("{}/a/{link}", cast.base))).await;
    assert_eq!(reply.status, 200);
    let n = n_statements(&reply);
    assert!((1..=MOST_TO_ANSWER).contains(&n), "{n}");
}
