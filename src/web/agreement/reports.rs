//! Reports: the archive, a draft and its release, corrections, and links to the external summary.

use chrono::NaiveDate;
use maud::{Markup, html};

use crate::app::report::offer_link;
use crate::app::report::open_report;
use crate::app::report::release_report::{self, Draft};
use crate::app::report::render_report::{compose_report, print};
use crate::app::{AppError, local_day};
use crate::domain::access::Action;
use crate::domain::language::Text;
use crate::domain::period::Period;
use crate::report::forms::Form;
use crate::report::forms::page::inner;
use crate::report::forms::print::{Plates, Printed};
use crate::report::wording;
use crate::store::report::{self, Report};
use crate::store::round;
use crate::store::share_link::{ShareLink, SharePage};
use crate::web::desk::shell::{form, heading, page, page_with};
use crate::web::desk::visit::Visit;
use crate::web::layout::in_language;
use crate::web::problem::Problem;
use crate::web::report::{file, form_name};
use crate::web::{Answer, Site, see_other};
use crate::words::{Phrase, Word, day, tr};
use http::StatusCode;

/// How many finished quarters can be drafted from the page.
const N_QUARTERS: usize = 6;

/// Longest text of a correction.
const MAX_CORRECTION: usize = 500;

/// `GET …/reports`.
pub async fn list(visit: &Visit, site: &Site) -> Answer {
    show(visit, site, None, None).await
}

/// The archive, with what went wrong or a link that was just made.
async fn show(visit: &Visit, site: &Site, problem: Option<String>, made: Option<String>) -> Answer {
    let place = visit.place()?;
    let id = place.id;
    let (versions, has_older) = site
        .service
        .store
        .read("list reports", move |c| Ok((report::list(c, id)?, round::has_older_figures(c, id)?)))
        .await?;
    let may_release = visit.may(Action::ReleaseReport);
    let links = if may_release { offer_link::list(&site.service, id).await? } else { Vec::new() };
    let released: Vec<&Report> = versions.iter().filter(|one| one.released_at.is_some()).collect();
    let title = visit.t(Word::ReportsTitle);
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let shown =
        if problem.is_some() { format!("{} {title}", visit.t(Word::ErrorPrefix)) } else { title.clone() };
    let content = html! {
        (heading(visit, &title))
        @if let Some(problem) = &problem { p class="error" role="alert" { (problem) } }
        @if let Some(link) = &made {
            div class="success" role="status" {
                p { (visit.t(Word::LinkMade)) }
                p { a href=(link) { (link) } }
            }
        }
        @if may_release { (drafts(visit, site, &versions)) }
        h2 { (visit.t(Word::ReportsArchive)) }
        @if released.is_empty() { p { (visit.t(Word::ReportsNone)) } }
        @else if has_older { p class="hint" { (visit.t(Word::ReportsOlder)) } }
        ul class="register" { @for one in &released { li { (version(visit, site, one, &released, may_release)) } } }
        @if may_release { (shared(visit, site, &links)) }
    };
    Ok(page_with(site, visit, status, &shown, content))
}

/// Drafts that wait, and the quarters that have none.
fn drafts(visit: &Visit, site: &Site, versions: &[Report]) -> Markup {
    let waiting: Vec<&Report> = versions.iter().filter(|one| one.released_at.is_none()).collect();
    let mut quarters = Vec::new();
    let mut before = visit.place().map_or_else(|_| visit.now.date_naive(), |place| place.today);
    // The running quarter too: a steering group may meet before it ends.
    quarters.push(Period::quarter_of(before));
    for _ in 0..N_QUARTERS {
        let period = Period::quarter_before(before);
        before = period.first_day();
        quarters.push(period);
    }
    quarters.retain(|period| versions.iter().all(|one| one.period != period.to_string()));
    html! {
        h2 { (visit.t(Word::ReportsDrafts)) }
        @if waiting.is_empty() { p { (visit.t(Word::ReportsNoDraft)) } }
        ul class="plain" {
            @for one in &waiting {
                li {
                    a href=(visit.to(&format!("/report/{}", one.period))) {
                        (wording::named_period(visit.language, &one.period))
                        @if one.number > 0 { (tr(visit.language, Phrase::EditionCorrected { number: one.number.into() })) }
                    }
                }
            }
        }
        @if !quarters.is_empty() {
            (form(site, visit, &visit.to("/reports"), html! {
                div class="field" {
                    label for="period" { (visit.t(Word::ReportsMake)) }
                    select id="period" name="period" {
                        @for period in &quarters { option value=(period) { (wording::period(visit.language, *period)) } }
                    }
                }
                button type="submit" class="quiet" { (visit.t(Word::ReportsMakeButton)) }
            }))
        }
    }
}

fn version(visit: &Visit, site: &Site, one: &Report, released: &[&Report], may_release: bool) -> Markup {
    let place = visit.place().ok();
    let slug = place.map_or("", |place| &place.slug);
    let zone = place.map_or("", |place| &place.time_zone);
    let newest = released.iter().filter(|other| other.period == one.period).map(|other| other.number).max();
    let is_newest = newest == Some(one.number);
    let own = if is_newest { String::new() } else { format!("?version={}", one.number) };
    let at = |name: &str| in_language(&format!("/r/{slug}/{}/{name}{own}", one.period), visit.language);
    let on = one.released_at.map_or_else(String::new, |at| day(visit.language, local_day(at, zone)));
    html! {
        p {
            a href=(in_language(&format!("/r/{slug}/{}{own}", one.period), visit.language)) {
                (wording::named_period(visit.language, &one.period))
                @if one.number > 0 { (tr(visit.language, Phrase::EditionCorrected { number: one.number.into() })) }
            }
            " · " (tr(visit.language, Phrase::EditionReleased { day: on.into() }))
        }
        @if let Some(what) = &one.correction { p { (what.get(visit.language)) } }
        ul class="inline" {
            @for form in Form::ALL { li { a href=(at(form.code())) { (form_name(form, visit.language)) } } }
        }
        @if may_release && is_newest {
            details {
                summary { (visit.t(Word::ReportCorrect)) }
                (form(site, visit, &visit.to(&format!("/report/{}/correct", one.period)), html! {
                    @for (language, key) in [("nl", Word::ReportCorrectNl), ("en", Word::ReportCorrectEn)] {
                        @let id = format!("what-{language}-{}-{}", one.period, one.number);
                        div class="field" {
                            label for=(id) { (visit.t(key)) }
                            textarea id=(id) name={ "what_" (language) } maxlength=(MAX_CORRECTION) {}
                        }
                    }
                    button type="submit" class="quiet" { (visit.t(Word::ReportCorrectButton)) }
                }))
                (form(site, visit, &visit.to(&format!("/report/{}/revoke", one.period)), html! {
                    p { (visit.t(Word::ReportRevokeWhy)) }
                    button type="submit" class="quiet" { (visit.t(Word::ReportRevokeButton)) }
                }))
            }
        }
    }
}

/// Links to the external summary: those that work, and a form for another.
fn shared(visit: &Visit, site: &Site, links: &[ShareLink]) -> Markup {
    let today = visit.place().map_or_else(|_| visit.now.date_naive(), |place| place.today);
    let working: Vec<&ShareLink> = links
        .iter()
        .filter(|link| link.page == SharePage::External && !link.is_revoked && link.ends_on >= today)
        .collect();
    let in_a_quarter = today.checked_add_months(chrono::Months::new(3)).unwrap_or(today);
    html! {
        h2 { (visit.t(Word::LinksTitle)) }
        p { (visit.t(Word::LinksLead)) }
        ul class="register" {
            @for link in &working {
                li {
                    p { (tr(visit.language, Phrase::LinkUntil { number: link.id.0.into(), day: day(visit.language, link.ends_on).into() })) }
                    (form(site, visit, &visit.to(&format!("/link/{}/revoke", link.id)), html! {
                        button type="submit" class="quiet" { (visit.t(Word::LinkRevoke)) }
                    }))
                }
            }
        }
        (form(site, visit, &visit.to("/links"), html! {
            div class="field" {
                label for="until" { (visit.t(Word::LinkMakeUntil)) }
                input id="until" name="until" type="date" value=(in_a_quarter) min=(today);
            }
            button type="submit" class="quiet" { (visit.t(Word::LinkMakeButton)) }
        }))
    }
}

fn period_of(visit: &Visit) -> Result<Period, Problem> {
    visit.part(0).parse().map_err(|_| Problem::NotFound)
}

/// What a refusal says to the visitor. Any other problem is a problem.
fn refusal(visit: &Visit, error: AppError) -> Result<String, Problem> {
    match error {
        AppError::Refused(refusal) => Ok(refusal.say(visit.language)),
        other => Err(other.into()),
    }
}

/// `POST …/reports`: a draft of a period.
pub async fn make_draft(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let Ok(period) = visit.field("period").parse::<Period>() else {
        return show(visit, site, Some(visit.t(Word::ErrorPeriod)), None).await;
    };
    match release_report::make_draft(&site.service, place.id, period, None, visit.who(), visit.now).await {
        Ok(_) => Ok(see_other(&visit.to(&format!("/report/{period}")))),
        Err(error) => show(visit, site, Some(refusal(visit, error)?), None).await,
    }
}

async fn find(visit: &Visit, site: &Site) -> Result<(Period, Draft), Problem> {
    let period = period_of(visit)?;
    let found = release_report::find_draft(&site.service, visit.place()?.id, period).await?;
    found.map(|draft| (period, draft)).ok_or(Problem::NotFound)
}

/// `GET …/report/{period}`: the draft as it will be read, and its release.
pub async fn draft(visit: &Visit, site: &Site) -> Answer {
    show_draft(visit, site, None).await
}

async fn show_draft(visit: &Visit, site: &Site, problem: Option<String>) -> Answer {
    let (period, draft) = find(visit, site).await?;
    let place = visit.place()?;
    let look = site.service.config.look_of(&place.slug).clone();
    let (is_stale, seen) = (draft.is_stale(), draft.seen());
    let language = visit.language;
    // Drawing takes milliseconds of one core: not on the threads that take answers.
    let drawn = tokio::task::spawn_blocking(move || {
        let composed = compose_report(&draft.facts, &draft.edition, language)?;
        Ok::<_, AppError>(inner(&composed.document, &composed.figures, &look))
    });
    let drawn = drawn.await.map_err(|_| Problem::Broken)??;
    let title = tr(language, Phrase::DraftTitle { period: wording::period(language, period).into() });
    let content = html! {
        section class="card" aria-labelledby="release" {
            h2 id="release" { (title) }
            @if let Some(problem) = &problem { p class="error" role="alert" { (problem) } }
            p { (visit.t(if is_stale { Word::DraftStale } else { Word::DraftLead })) }
            ul class="inline" {
                li { a href=(visit.to(&format!("/report/{period}/draft.pdf"))) { (visit.t(Word::FormReport)) } }
                li { a href=(visit.to("/reports")) { (visit.t(Word::ReportsTitle)) } }
            }
            div class="buttons" {
                @if !is_stale {
                    (form(site, visit, &visit.to(&format!("/report/{period}/release")), html! {
                        input type="hidden" name="seen" value=(seen);
                        button type="submit" { (visit.t(Word::DraftRelease)) }
                    }))
                }
                (form(site, visit, &visit.to("/reports"), html! {
                    input type="hidden" name="period" value=(period);
                    button type="submit" class="quiet" { (visit.t(Word::DraftAgain)) }
                }))
            }
        }
        (drawn)
    };
    Ok(match problem {
        None => page(site, visit, &title, content),
        Some(_) => page_with(site, visit, StatusCode::CONFLICT, &title, content),
    })
}

/// `GET …/report/{period}/draft.pdf`.
pub async fn draft_pdf(visit: &Visit, site: &Site) -> Answer {
    let (period, draft) = find(visit, site).await?;
    let slug = visit.place()?.slug.clone();
    let (look, language) = (site.service.config.look_of(&slug).clone(), visit.language);
    let printed = tokio::task::spawn_blocking(move || {
        let composed = compose_report(&draft.facts, &draft.edition, language)?;
        print(Printed::Report, &composed, &Plates::new(&composed.figures, &look))
    });
    let bytes = printed.await.map_err(|_| Problem::Broken)??;
    Ok(file(bytes, &format!("{slug}-{period}-{}.pdf", visit.t(Word::DraftMark).to_lowercase())))
}

/// `POST …/report/{period}/release`.
pub async fn release(visit: &Visit, site: &Site) -> Answer {
    let period = period_of(visit)?;
    let id = visit.place()?.id;
    let seen = visit.field("seen").to_owned();
    match release_report::release(&site.service, id, period, &seen, visit.who(), visit.now).await {
        Ok(_) => Ok(see_other(&visit.to("/reports"))),
        Err(error) => {
            let said = refusal(visit, error)?;
            match release_report::find_draft(&site.service, id, period).await? {
                Some(_) => show_draft(visit, site, Some(said)).await,
                None => show(visit, site, Some(said), None).await,
            }
        }
    }
}

/// `POST …/report/{period}/correct`: a draft of a correction.
pub async fn correct(visit: &Visit, site: &Site) -> Answer {
    let period = period_of(visit)?;
    let cut = |name: &str| visit.field(name).chars().take(MAX_CORRECTION).collect::<String>();
    let (nl, en) = (cut("what_nl"), Some(cut("what_en")).filter(|text| !text.is_empty()));
    if nl.is_empty() {
        return show(visit, site, Some(visit.t(Word::ErrorCorrection)), None).await;
    }
    let id = visit.place()?.id;
    let what = Some(Text { nl, en });
    match release_report::make_draft(&site.service, id, period, what, visit.who(), visit.now).await {
        Ok(_) => Ok(see_other(&visit.to(&format!("/report/{period}")))),
        Err(error) => show(visit, site, Some(refusal(visit, error)?), None).await,
    }
}

/// `POST …/report/{period}/revoke`: links with a key die.
pub async fn revoke(visit: &Visit, site: &Site) -> Answer {
    let period = period_of(visit)?;
    open_report::revoke(&site.service, visit.place()?.id, period, visit.who(), visit.now).await?;
    Ok(see_other(&visit.to("/reports")))
}

/// `POST …/links`: a link to the external summary.
pub async fn make_link(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let Some(until) = visit.field("until").parse::<NaiveDate>().ok().filter(|day| *day >= place.today) else {
        return show(visit, site, Some(visit.t(Word::ErrorLinkUntil)), None).await;
    };
    let (_, link) =
        offer_link::make(&site.service, place.id, SharePage::External, until, visit.who(), visit.now).await?;
    show(visit, site, None, Some(link)).await
}

/// `POST …/link/{number}/revoke`.
pub async fn revoke_link(visit: &Visit, site: &Site) -> Answer {
    let number = visit.number(0)?;
    let links = offer_link::list(&site.service, visit.place()?.id).await?;
    // The newcomer's links are not on this page.
    if !links.iter().any(|link| link.id.0 == number && link.page == SharePage::External) {
        return Err(Problem::NotFound);
    }
    offer_link::revoke(&site.service, visit.place()?.id, number, visit.who(), visit.now).await?;
    Ok(see_other(&visit.to("/reports")))
}
