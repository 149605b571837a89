//! The report's forms say the same digits, its life goes one way, and what leaves the house speaks of the whole only.

use std::collections::BTreeMap;
use std::io::Cursor;

use crate::support::desk::{Desk, FACILITATOR, STEERING, send};
use crate::support::{
    Cast, agreement_of, answer_all, answer_path, at, browser, core_pulse, first_edition, quarterly_pulse,
};
use calamine::{Data, Reader, Xlsx};
use polsslag::app::Service;
use polsslag::app::agreement::adjust_article;
use polsslag::app::demo::seed_demo;
use polsslag::app::report::render_report::{ReportFile, render};
use polsslag::app::report::{make_report, open_report, release_report, render_report};
use polsslag::config::Config;
use polsslag::domain::agreement::Event;
use polsslag::domain::language::{Language, Text};
use polsslag::report::document::compose::Edition;
use polsslag::report::facts::Facts;
use polsslag::report::look::{Accent, Logo, Look};
use polsslag::store::audit::Who;
use tokio::sync::OnceCell;

const PERIOD: &str = "2026-Q3";

/// The facts of the demo's agreements, seeded once for all tests.
async fn seeded(agreement: &str) -> Facts {
    static SEEDED: OnceCell<Vec<Facts>> = OnceCell::const_new();
    let all = SEEDED
        .get_or_init(async || {
            let folder = tempfile::tempdir().unwrap();
            let service = Service::open(Config::for_folder(folder.path(), 1)).await.unwrap();
            let day = seed_demo::default_last_day();
            seed_demo::seed(&service, day, 1, &mut |_| {}).await.unwrap();
            let mut all = Vec::new();
            for agreement in ["city", "coast"] {
                let id = service.find_agreement(agreement).await.unwrap();
                all.push(make_report::gather(&service, id, PERIOD.parse().unwrap(), day).await.unwrap());
            }
            all
        })
        .await;
    all.iter().find(|facts| facts.agreement == agreement).unwrap().clone()
}

fn file<'f>(files: &'f [ReportFile], name: &str) -> &'f [u8] {
    &files.iter().find(|file| file.name == name).unwrap_or_else(|| panic!("{name} is missing")).bytes
}

/// Rows of every table, by its id: of each row the text of its cells, empty where a cell spans more columns.
type Tables = BTreeMap<String, Vec<Vec<String>>>;

fn tables_of_page(page: &str) -> Tables {
    let main = polsslag::report::forms::page::content_of(page).unwrap();
    let tree = roxmltree::Document::parse(main).unwrap();
    let text = |node: roxmltree::Node<'_, '_>| {
        node.descendants().filter_map(|n| n.text().filter(|_| n.is_text())).collect::<String>()
    };
    let named = |name: &'static str| move |node: &roxmltree::Node<'_, '_>| node.has_tag_name(name);
    tree.descendants()
        .filter(named("table"))
        .map(|table| {
            let rows = table.descendants().filter(named("tr")).map(|row| {
                let mut cells = Vec::new();
                for cell in row.children().filter(roxmltree::Node::is_element) {
                    cells.push(text(cell));
                    let span: usize = cell.attribute("colspan").map_or(1, |span| span.parse().unwrap());
                    cells.extend((1..span).map(|_| String::new()));
                }
                cells
            });
            let id = table.attribute("id").unwrap().strip_prefix("table-").unwrap();
            (id.to_owned(), rows.collect())
        })
        .collect()
}

fn tables_of_workbook(bytes: &[u8], language: Language) -> Tables {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
    let names = book.sheet_names();
    let mut tables = Tables::new();
    for name in names.iter().filter(|name| *name != "codebook") {
        let formulas = book.worksheet_formula(name).unwrap();
        assert!(formulas.cells().all(|(_, _, formula)| formula.is_empty()), "{name} has a formula");
        let sheet = book.worksheet_range(name).unwrap();
        let decimals = |number: f64| {
            let text = format!("{number:.1}");
            if language == Language::Nl { text.replace('.', ",") } else { text }
        };
        let heads: Vec<String> = sheet.rows().next().unwrap().iter().map(ToString::to_string).collect();
        let rows = sheet.rows().map(|row| {
            row.iter()
                .zip(&heads)
                .map(|(cell, head)| match cell {
                    // A mean has one decimal also where it is a whole number: the sheet's format says so.
                    Data::Float(number) if number.fract() != 0.0 || is_mean(name, head) => decimals(*number),
                    Data::Float(number) => format!("{number:.0}"),
                    Data::Empty => String::new(),
                    other => other.to_string(),
                })
                .collect()
        });
        tables.insert(name.clone(), rows.collect());
    }
    tables
}

fn is_mean(sheet: &str, head: &str) -> bool {
    let counted = ["Meting", "Round", "Antwoordden", "Answered", "Uitgenodigd", "Invited"];
    match sheet {
        "readings" => !counted.contains(&head),
        _ => ["Gemiddelde", "Mean"].contains(&head),
    }
}

fn text_of_pdf(bytes: &[u8]) -> String {
    // A word may be set in pieces: what counts is which characters follow each other.
    pdf_extract::extract_text_from_mem(bytes).unwrap().split_whitespace().collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn page_workbook_csv_and_pdf_say_the_same_digits() {
    let facts = seeded("city").await;
    for language in Language::ALL {
        let files = render(&facts, &Edition::default(), &Look::default(), language).unwrap();
        let page = String::from_utf8(file(&files, "report.html").to_vec()).unwrap();
        let (on_page, in_book) =
            (tables_of_page(&page), tables_of_workbook(file(&files, "data.xlsx"), language));
        assert!(on_page.len() > 8, "{:?}", on_page.keys());
        for (id, rows) in &on_page {
            let sheet = in_book.get(id).unwrap_or_else(|| panic!("{id} has no sheet"));
            assert_eq!(rows.len(), sheet.len(), "{id}");
            for (row, line) in rows.iter().zip(sheet) {
                let shown: Vec<&str> = row.iter().map(String::as_str).collect();
                let mut kept: Vec<&str> = line.iter().map(String::as_str).collect();
                kept.resize(shown.len(), "");
                assert_eq!(shown, kept, "{id}");
            }
        }
        // The table of means by round, dimension by dimension, as CSV has it.
        let comma =
            |text: &str| if language == Language::Nl { text.replace('.', ",") } else { text.to_owned() };
        let mut csv = csv::Reader::from_reader(file(&files, "data.csv"));
        let rows: Vec<csv::StringRecord> = csv.records().map(Result::unwrap).collect();
        let (mut n, pdf) = (0, text_of_pdf(file(&files, "report.pdf")));
        for dimension in &facts.dimensions {
            let table = &on_page[&format!("trend-{}", dimension.id)];
            let own: Vec<_> =
                rows.iter().filter(|row| &row[4] == "dimension" && row[5] == dimension.id).collect();
            assert_eq!(own.len(), table.len() - 1);
            for (line, row) in own.iter().zip(&table[1..]) {
                assert_eq!(line[2], row[0]);
                if &line[7] == "too few" {
                    continue;
                }
                assert_eq!(comma(&line[7]), row[2].trim_start_matches(['≤', '≥', ' ']), "{line:?}");
                assert_eq!((&line[11], &line[12]), (row[4].as_str(), row[5].as_str()));
                n += 1;
            }
        }
        assert!(n > 60, "{n} means compared");
        let too_few = if language == Language::Nl { "te weinig antwoorden" } else { "too few answers" };
        let role = |id: &str, role: &str| {
            let row = rows.iter().find(|row| &row[4] == "role" && &row[5] == id && &row[6] == role).unwrap();
            format!("{} ({})", comma(&row[7]), &row[11])
        };
        for (dimension, row) in facts.groups.dimensions().iter().zip(&on_page["groups"][1..]) {
            assert_eq!(role(dimension.dimension(), "executives"), row[1]);
            assert_eq!(role(dimension.dimension(), "practitioners"), row[2]);
            let own = rows.iter().filter(|row| &row[4] == "partner" && row[5] == *dimension.dimension());
            let means: Vec<String> = own.map(|row| comma(&row[7])).collect();
            let told = if means.is_empty() { too_few.to_owned() } else { means.join("; ") };
            assert_eq!(told, row[3]);
        }
        // Every row of the tables that are printed stands in the PDF, in this order and with these digits.
        for id in ["themes", "readings", "adjustments"] {
            for row in &on_page[id] {
                let set: String = row.concat().split_whitespace().collect();
                assert!(pdf.contains(&set), "{id}: {set} is not in the PDF");
            }
        }
        for dimension in &facts.dimensions {
            let last = dimension.points.last().unwrap().figure.get().unwrap();
            let said = polsslag::report::wording::mean(language, last);
            assert!(pdf.contains(&said), "{said}");
        }
        let deck = text_of_pdf(file(&files, "deck.pdf"));
        for row in &on_page["themes"][1..] {
            let set: String = row.concat().split_whitespace().collect();
            assert!(deck.contains(&set), "{set} is not in the deck");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_city_has_six_tagged_pages_at_most_and_outsiders_get_one_without_a_partner_in_it() {
    let facts = seeded("city").await;
    for language in Language::ALL {
        let files = render(&facts, &Edition::default(), &Look::default(), language).unwrap();
        let pages =
            |name: &str| pdf_extract::Document::load_mem(file(&files, name)).unwrap().get_pages().len();
        assert!(pages("report.pdf") <= 6, "{} pages", pages("report.pdf"));
        assert_eq!(pages("external.pdf"), 1);
        for name in ["report.pdf", "external.pdf", "deck.pdf"] {
            let document = pdf_extract::Document::load_mem(file(&files, name)).unwrap();
            let catalog = document.catalog().unwrap();
            assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"MarkInfo"), "{name} is not tagged");
            let spoken = catalog.get(b"Lang").unwrap().as_str().unwrap();
            assert_eq!(spoken, language.code().as_bytes());
            assert!(file(&files, name).len() < 2_000_000, "{name}");
        }
        // What people write may name a partner, in capitals or not; outsiders read none.
        let mut told = facts.clone();
        let name = told.context.0.partners[0].name.clone();
        told.follow_up.lessons.insert(0, format!("Bij {} werkte het.", name.to_uppercase()));
        told.follow_up.adjustments[0].what.title =
            Text::new(format!("{name} eerst"), format!("{name} first"));
        told.marks[0].title = Text::new(format!("{name} verhuist"), format!("{name} moves"));
        let files = render(&told, &Edition::default(), &Look::default(), language).unwrap();
        let inside = String::from_utf8(file(&files, "report.html").to_vec()).unwrap();
        assert!(inside.contains(&name), "the steering group reads its own words");
        let outside = text_of_pdf(file(&files, "external.pdf"));
        let page = String::from_utf8(file(&files, "external.html").to_vec()).unwrap();
        assert!(page.contains(if language == Language::Nl {
            "Bij een partner werkte het."
        } else {
            "Bij a partner"
        }));
        for partner in &facts.context.0.partners {
            let set: String = partner.name.split_whitespace().collect();
            let holds = |text: &str, name: &str| text.to_lowercase().contains(&name.to_lowercase());
            assert!(!holds(&outside, &set) && !holds(&page, &partner.name), "{}", partner.name);
        }
        for word in ["signaal", "signal", "Bestuurders", "Executives"] {
            assert!(!outside.contains(word), "{word}");
        }
    }
}

/// Whether a figure of a tagged PDF has these words for who cannot see it.
fn has_alt(document: &pdf_extract::Document, words: &str) -> bool {
    document.objects.values().filter_map(|object| object.as_dict().ok()).any(|dict| {
        let alt = dict.get(b"Alt").and_then(|alt| alt.as_str());
        alt.is_ok_and(|alt| {
            let plain: Vec<u8> =
                alt.iter().copied().filter(|byte| byte.is_ascii_graphic() || *byte == b' ').collect();
            String::from_utf8_lossy(&plain).contains(words)
        })
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organisation_has_its_colour_and_logo_in_every_form_and_any_letter_can_be_printed() {
    let mut facts = seeded("coast").await;
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><rect width=\"10\" height=\"10\"/></svg>";
    let logo = Logo { bytes: svg.to_vec(), is_png: false, alt: "Gemeente Duinmonde".into() };
    let look = Look { accent: Some(Accent::parse("#7A1F5C").unwrap()), logo: Some(logo) };
    // No typeface has every picture letter; markup and formulas in data are data.
    facts.title = Text::new("Samen 🎉 = #strong[x] 漢", "=cmd()|'x'!A1");
    for language in Language::ALL {
        let files = render(&facts, &Edition::default(), &look, language).unwrap();
        let page = String::from_utf8(file(&files, "report.html").to_vec()).unwrap();
        assert!(page.contains("#7A1F5C") && !page.contains("fill=\"#005AA0\""));
        assert!(page.contains("data:image/svg+xml;base64,") && page.contains("alt=\"Gemeente Duinmonde\""));
        let raw = pdf_extract::Document::load_mem(file(&files, "report.pdf")).unwrap();
        assert!(has_alt(&raw, "Gemeente Duinmonde"), "the logo is in the PDF, with its words");
        let figure = String::from_utf8(file(&files, "figures/trend-trust.svg").to_vec()).unwrap();
        assert!(figure.contains("#7A1F5C") && !figure.contains("#005AA0"));
        let pdf = text_of_pdf(file(&files, "report.pdf"));
        let title = if language == Language::Nl { "Samen?=#strong[x]?" } else { "=cmd()|'x'!A1" };
        assert!(pdf.contains(title), "{}", &pdf[..200]);
    }
    assert!(
        render(&facts, &Edition::default(), &look, Language::Nl).unwrap()
            == render(&facts, &Edition::default(), &look, Language::Nl).unwrap(),
        "the same bytes twice"
    );
}

/// A round that everybody answers alike, from its opening to its close.
async fn answered(cast: &Cast, round: u32, opens: &str, closes: &str) {
    cast.advance_to(at(opens)).await;
    cast.send_all().await;
    let mails = cast.mails();
    for (_, mail) in mails.iter().filter(|(name, _)| name.starts_with(&format!("invitation-r{round}-"))) {
        answer_all(&browser(), &cast.base, &answer_path(mail), "4").await;
    }
    cast.advance_to(at(closes)).await;
}

#[tokio::test]
async fn what_matters_is_told_once_a_year_beside_its_figure_and_what_stands_beside_a_line_never() {
    let cast = Cast::start(agreement_of(5, 3), quarterly_pulse(), at("2026-07-01T00:00:00Z"), |_| {}).await;
    answered(&cast, 1, "2026-07-07T07:30:00Z", "2026-07-25T00:00:00Z").await;
    let facts = cast.gather("2026-Q3").await;
    assert!(facts.importance.is_empty(), "not in the third quarter");
    answered(&cast, 2, "2026-10-06T07:30:00Z", "2026-10-25T00:00:00Z").await;
    let facts = cast.gather("2026-Q4").await;
    assert_eq!(facts.importance.len(), 6, "learning has no line before the fourth round");
    let files = render(&facts, &Edition::default(), &Look::default(), Language::Nl).unwrap();
    let page = String::from_utf8(file(&files, "report.html").to_vec()).unwrap();
    assert!(page.contains("Wat telt en nog mist") && page.contains("Belang en stand per thema"));
    let rows = String::from_utf8(file(&files, "data.csv").to_vec()).unwrap();
    assert_eq!(rows.lines().filter(|row| row.contains(",importance,")).count(), 6);
    for beside in ["COM-1", "IMP-TRU"] {
        assert!(!rows.contains(beside) && !page.contains(beside), "{beside} has no figure of its own");
    }
}

#[tokio::test]
async fn an_agreement_asks_the_first_edition_until_it_is_moved_and_then_its_lines_break_with_a_date() {
    let cast = Cast::start(agreement_of(5, 3), first_edition(), at("2026-01-01T00:00:00Z"), |_| {}).await;
    answered(&cast, 1, "2026-01-06T08:30:00Z", "2026-01-25T00:00:00Z").await;
    // Importing its file again with the survey that came with the program changes nothing by the way.
    let again = cast.import(agreement_of(5, 3), cast.clock.now()).await;
    assert!(again.keeps_edition && !again.is_change(), "{again:?}");
    let facilitator = Desk::of(&cast, FACILITATOR).await;
    let page = facilitator.page("/app/test/questions").await;
    assert!(page.contains("Hoeveel van de andere partners doen wat zij beloven?"), "{page}");
    facilitator.done("/app/test/questions", &[("move", "yes")]).await;
    answered(&cast, 2, "2026-02-03T08:30:00Z", "2026-02-25T00:00:00Z").await;
    answered(&cast, 3, "2026-03-03T08:30:00Z", "2026-03-25T00:00:00Z").await;
    let facts = cast.gather("2026-Q1").await;
    let [change] = &facts.question_changes[..] else { panic!("{:?}", facts.question_changes) };
    assert_eq!((change.round, change.on.to_string().as_str()), (2, "2026-02-03"));
    let trust = &facts.dimensions.iter().find(|dimension| dimension.id == "trust").unwrap().points;
    assert_eq!(trust.iter().map(|point| point.is_break).collect::<Vec<_>>(), [false, true, false]);
    let files = render(&facts, &Edition::default(), &Look::default(), Language::Nl).unwrap();
    let page = String::from_utf8(file(&files, "report.html").to_vec()).unwrap();
    assert_eq!(page.matches("Vanaf meting 2 stellen wij andere vragen.").count(), 1);
    assert!(page.contains("3 februari 2026, meting: andere vragen"), "the mark has a date and words");
    if let Some(folder) = std::env::var_os("POLSSLAG_SHOW") {
        render_report::write(std::path::Path::new(&folder), &files).unwrap();
    }
}

const NOW: &str = "2026-02-20T10:00:00Z";
/// Chairs the steering group.
const CHAIR: &str = "persoon1@p2.example";

/// A service with one closed round of nobody's answers, and a chair.
async fn closed_round() -> Cast {
    let mut agreement = agreement_of(4, 3);
    agreement.people.iter_mut().find(|person| person.mail == CHAIR).unwrap().chair = true;
    let cast = Cast::start(agreement, core_pulse(), at("2026-01-01T00:00:00Z"), |_| {}).await;
    cast.advance_to(at("2026-01-06T08:30:00Z")).await;
    cast.advance_to(at("2026-01-20T23:00:00Z")).await;
    cast.clock.set(at(NOW));
    cast
}

async fn status(cast: &Cast, path: &str) -> u16 {
    send(browser().get(format!("{}{path}", cast.base))).await.status
}

/// The hash that a draft's form carries.
fn seen(page: &str) -> String {
    page.split("name=\"seen\" value=\"").nth(1).unwrap().chars().take(64).collect()
}

#[tokio::test]
async fn a_draft_is_seen_by_few_released_as_it_was_seen_and_then_never_changes() {
    let cast = closed_round().await;
    let (steering, chair) = (Desk::of(&cast, STEERING).await, Desk::of(&cast, CHAIR).await);
    let draft = "/app/test/report/2026-Q1";
    assert_eq!(steering.post("/app/test/reports", &[("period", "2026-Q1")]).await.status, 403);
    chair.done("/app/test/reports", &[("period", "2026-Q1")]).await;
    assert_eq!(steering.get(draft).await.status, 403);
    assert_eq!(steering.get("/r/test/2026-Q1").await.status, 404, "a draft is no report yet");
    let page = chair.page(draft).await;
    assert!(page.contains("CONCEPT") && page.contains("In het kort"));
    assert!(chair.get(&format!("{draft}/draft.pdf")).await.headers["content-type"] == "application/pdf");
    // Something changes between looking and releasing.
    let old = seen(&page);
    let event = Event { on: at(NOW).date_naive(), title: Text { nl: "Nieuwe wethouder".into(), en: None } };
    let id = cast.service.find_agreement("test").await.unwrap();
    adjust_article::add_event(&cast.service, id, event, Who::Command, at(NOW)).await.unwrap();
    cast.advance_to(at("2026-02-21T10:00:00Z")).await;
    let (steering, chair) = (Desk::of(&cast, STEERING).await, Desk::of(&cast, CHAIR).await);
    let reply = chair.post(&format!("{draft}/release"), &[("seen", &old)]).await;
    assert_eq!(reply.status, 409, "{}", reply.text);
    assert!(chair.page(draft).await.contains("is er iets veranderd"));
    chair.done("/app/test/reports", &[("period", "2026-Q1")]).await;
    let reply = chair.post(&format!("{draft}/release"), &[("seen", "0")]).await;
    assert_eq!(reply.status, 409, "only what was seen is released");
    let page = chair.page(draft).await;
    chair.done(&format!("{draft}/release"), &[("seen", &seen(&page))]).await;
    assert_eq!(chair.post(&format!("{draft}/release"), &[("seen", &seen(&page))]).await.status, 422);
    let released = steering.page("/r/test/2026-Q1").await;
    assert!(!released.contains("CONCEPT") && released.contains("Vastgesteld op 21 februari 2026"));
    let bytes = |name: &'static str| {
        let service = &cast.service;
        async move {
            open_report::find_file(service, id, "2026-Q1".parse().unwrap(), Some(0), Language::Nl, name)
                .await
                .unwrap()
                .unwrap()
        }
    };
    let pdf = bytes("report.pdf").await;
    for name in ["report.pdf", "deck.pdf", "external.pdf", "data.xlsx", "data.csv", "report.html"] {
        assert_eq!(steering.get(&format!("/r/test/2026-Q1/{name}")).await.status, 200, "{name}");
        assert_eq!(status(&cast, &format!("/r/test/2026-Q1/{name}")).await, 404, "{name} without a key");
    }
    assert_eq!(steering.get("/r/test/2026-Q1/figures").await.status, 404);
    // The database refuses what the program would never do.
    let refused = cast
        .service
        .store
        .write("try to change a released report", |c| {
            Ok(c.execute("UPDATE report_file SET bytes = x''", []).is_err())
        })
        .await;
    assert!(refused.unwrap());
    let period: polsslag::domain::period::Period = "2026-Q1".parse().unwrap();
    assert!(
        release_report::find_differences(&cast.service, id, period).await.unwrap().is_empty(),
        "the same bytes"
    );
    // A second draft needs a word about what it corrects; the first version stays.
    let reply = chair.post("/app/test/reports", &[("period", "2026-Q1")]).await;
    assert_eq!(reply.status, 422, "{}", reply.text);
    assert_eq!(chair.post(&format!("{draft}/correct"), &[("what_nl", " ")]).await.status, 422);
    chair
        .done(
            &format!("{draft}/correct"),
            &[("what_nl", "De datum van het overleg."), ("what_en", "The date.")],
        )
        .await;
    let page = chair.page(draft).await;
    assert!(page.contains("correctie 1") && page.contains("De datum van het overleg."), "{page}");
    chair.done(&format!("{draft}/release"), &[("seen", &seen(&page))]).await;
    let newest = steering.page("/r/test/2026-Q1").await;
    assert!(newest.contains("Correctie 1 (21 februari 2026): De datum van het overleg."), "{newest}");
    let first = steering.page("/r/test/2026-Q1?version=0").await;
    assert!(!first.contains("Correctie 1") && first.contains("nieuwere versie"));
    assert!(bytes("report.pdf").await == pdf);
    let archive = steering.page("/app/test/reports").await;
    assert!(archive.contains("?version=0") && archive.contains(", correctie 1"), "{archive}");
    assert!(!archive.contains("Maak de link"), "a member reads the archive and changes nothing");
    // Who was told: once a version, with its number.
    cast.send_all().await;
    let names: Vec<String> = cast.mails().into_keys().filter(|name| name.starts_with("report-a")).collect();
    assert_eq!(names.len(), 8, "{names:?}");
    // Copies on disk come back by themselves.
    let copy = render_report::folder(&cast.service, "test", "2026-Q1".parse().unwrap(), 1, Language::En);
    std::fs::remove_dir_all(&copy).unwrap();
    open_report::keep_copies(&cast.service).await.unwrap();
    assert!(std::fs::read(copy.join("report.pdf")).unwrap().starts_with(b"%PDF"));
}

#[tokio::test]
async fn the_external_summary_opens_by_its_link_until_its_day_or_until_somebody_ends_it() {
    let cast = closed_round().await;
    let facilitator = Desk::of(&cast, FACILITATOR).await;
    assert_eq!(
        facilitator.post("/app/test/links", &[("until", "2026-02-19")]).await.status,
        422,
        "that day has passed"
    );
    let reply = facilitator.post("/app/test/links", &[("until", "2026-02-22")]).await;
    let start = reply.text.find("/x/").unwrap();
    let link: String = reply.text[start..].chars().take_while(|c| !"\"<?".contains(*c)).collect();
    assert_eq!(status(&cast, &link).await, 404, "nothing was released yet");
    cast.release("2026-Q1").await;
    let reply = send(browser().get(format!("{}{link}", cast.base))).await;
    assert_eq!(reply.status, 200);
    assert!(reply.text.contains("Verantwoording") && !reply.text.contains("Partner 1"), "{}", reply.text);
    assert_eq!(status(&cast, &format!("{link}/external.pdf")).await, 200);
    for other in ["/report.pdf", "/data.csv", "/external.html"] {
        assert_eq!(status(&cast, &format!("{link}{other}")).await, 404, "{other}");
    }
    assert_eq!(status(&cast, &link.replace("/x/", "/n/")).await, 404, "one page, not the other");
    cast.clock.set(at("2026-02-23T10:00:00Z"));
    assert_eq!(status(&cast, &link).await, 404, "its day has passed");
    cast.clock.set(at(NOW));
    facilitator.done("/app/test/link/1/revoke", &[]).await;
    assert_eq!(status(&cast, &link).await, 404, "somebody ended it");
}

#[tokio::test]
async fn whoever_wants_no_file_by_mail_gets_a_link_only() {
    let cast = Cast::start(agreement_of(4, 3), core_pulse(), at("2026-01-01T00:00:00Z"), |config| {
        config.reports.attach_pdf = false;
    })
    .await;
    cast.release("2026-Q1").await;
    cast.send_all().await;
    let mails: Vec<String> = cast
        .mails()
        .into_iter()
        .filter(|(name, _)| name.starts_with("report-a"))
        .map(|(_, mail)| mail)
        .collect();
    assert_eq!(mails.len(), 4);
    assert!(mails.iter().all(|mail| mail.contains("?key=") && !mail.contains("attachment")));
}

#[tokio::test]
async fn a_report_that_was_released_before_its_quarter_ended_is_drafted_again_for_the_whole_of_it() {
    let cast = closed_round().await;
    assert_eq!(release_report::make_due(&cast.service, at(NOW)).await.unwrap(), 0);
    cast.release("2026-Q1").await;
    let after = at("2026-04-10T06:00:00Z");
    cast.clock.set(after);
    assert_eq!(release_report::make_due(&cast.service, after).await.unwrap(), 1);
    assert_eq!(release_report::make_due(&cast.service, after).await.unwrap(), 0);
    let id = cast.service.find_agreement("test").await.unwrap();
    let draft =
        release_report::find_draft(&cast.service, id, "2026-Q1".parse().unwrap()).await.unwrap().unwrap();
    assert_eq!((draft.report.number, draft.report.as_of), (1, after.date_naive()));
    assert!(draft.report.correction.unwrap().nl.contains("de hele periode"));
}

#[tokio::test]
async fn a_draft_that_was_replaced_is_not_released_by_who_saw_the_old_one() {
    let cast = closed_round().await;
    let (id, now) = (cast.service.find_agreement("test").await.unwrap(), cast.clock.now());
    let period = "2026-Q1".parse().unwrap();
    cast.release("2026-Q1").await;
    let correct = async |what: &str| {
        let what = Some(Text { nl: what.into(), en: None });
        release_report::make_draft(&cast.service, id, period, what, Who::Command, now).await.unwrap()
    };
    let old = correct("De dag.").await;
    let new = correct("De plaats.").await;
    assert_eq!(old.report.data_hash, new.report.data_hash, "the figures are the same, the words are not");
    let refused = release_report::release(&cast.service, id, period, &old.seen(), Who::Command, now).await;
    assert!(refused.unwrap_err().is_refusal());
    release_report::release(&cast.service, id, period, &new.seen(), Who::Command, now).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn every_figure_that_is_drawn_stands_on_the_page() {
    for agreement in ["city", "coast"] {
        let facts = seeded(agreement).await;
        let files = render(&facts, &Edition::default(), &Look::HOUSE, Language::Nl).unwrap();
        let page = String::from_utf8(file(&files, "report.html").to_vec()).unwrap();
        let drawn = files.iter().filter_map(|one| one.name.strip_prefix("figures/")?.strip_suffix(".svg"));
        let missing: Vec<&str> =
            drawn.filter(|name| !page.contains(&format!("id=\"{name}-title\""))).collect();
        assert!(missing.is_empty(), "{agreement}: drawn and shown nowhere: {missing:?}");
    }
}
