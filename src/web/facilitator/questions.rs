//! What is asked, by the theme; and what a newer edition would change, with the button that moves to it.

use http::StatusCode;
use maud::{Markup, html};

use crate::app::AppError;
use crate::app::agreement::move_edition::{self, NewEdition};
use crate::domain::edition::{Fate, Line, Theme};
use crate::domain::survey::Survey;
use crate::store::survey;
use crate::web::desk::shell::{form, heading, page, page_with};
use crate::web::desk::visit::Visit;
use crate::web::{Answer, Site, see_other};
use crate::words::{Phrase, Word, tr};

/// `GET …/questions`.
pub async fn show(visit: &Visit, site: &Site) -> Answer {
    let id = visit.place()?.id;
    let asked = site
        .service
        .store
        .read("read the survey", move |connection| survey::find_in_force(connection, id))
        .await?;
    let edition = move_edition::find(&site.service, id).await?;
    let title = visit.t(Word::QuestionsTitle);
    let content = html! {
        (heading(visit, &title))
        @if let Some(edition) = &edition { (newer(visit, site, edition)) }
        @match &asked {
            Some(version) => (statements(visit, &version.survey)),
            None => p { (visit.t(Word::RefusalNoSurvey)) },
        }
    };
    Ok(page(site, visit, &title, content))
}

/// `POST …/questions`.
pub async fn change(visit: &Visit, site: &Site) -> Answer {
    match move_edition::move_on(&site.service, visit.place()?.id, visit.who(), visit.now).await {
        Ok(_) => Ok(see_other(&visit.to("/questions"))),
        Err(AppError::Refused(refusal)) => {
            let title = visit.t(Word::QuestionsTitle);
            let content =
                html! { (heading(visit, &title)) p class="notice" { (refusal.say(visit.language)) } };
            Ok(page_with(site, visit, StatusCode::UNPROCESSABLE_ENTITY, &title, content))
        }
        Err(error) => Err(error.into()),
    }
}

fn newer(visit: &Visit, site: &Site, edition: &NewEdition) -> Markup {
    let language = visit.language;
    let signals =
        if edition.comparison.signals_go_on { Word::EditionSignalsGoOn } else { Word::EditionSignalsBegin };
    html! {
        section class="outcome" aria-labelledby="newer" {
            h2 id="newer" { (visit.t(Word::EditionHeading)) }
            p { (visit.t(Word::EditionLead)) }
            ul { @for theme in &edition.comparison.themes { (line(visit, edition, theme)) } }
            p { (visit.t(signals)) }
            p { (visit.t(Word::EditionStays)) }
            details {
                summary { (visit.t(Word::EditionNewStatements)) }
                ul {
                    @for statement in edition.new.statements.iter().filter(|statement| is_new(edition, &statement.id)) {
                        li { (statement.text.get(language)) }
                    }
                }
            }
            (form(site, visit, &visit.to("/questions"), html! {
                button type="submit" { (visit.t(Word::EditionMove)) }
            }))
        }
    }
}

fn is_new(edition: &NewEdition, id: &str) -> bool {
    let mut statements = edition.comparison.themes.iter().flat_map(|theme| &theme.statements);
    statements.any(|(statement, fate)| statement == id && matches!(fate, Fate::New | Fate::Changed))
}

fn line(visit: &Visit, edition: &NewEdition, theme: &Theme) -> Markup {
    let named = edition.new.find_dimension(&theme.id).or_else(|| edition.old.find_dimension(&theme.id));
    let name = named.map_or(theme.id.as_str(), |dimension| dimension.name.get(visit.language));
    let said = match theme.line {
        Line::GoesOn => Word::LineGoesOn,
        Line::GoesOnInPart => Word::LineGoesOnInPart,
        Line::BeginsAnew => Word::LineBeginsAnew,
        Line::Begins => Word::LineBegins,
        Line::Ends => Word::LineEnds,
        Line::None => Word::LineNone,
    };
    html! { li { (tr(visit.language, Phrase::EditionLine { theme: name.to_owned().into(), line: said.into() })) } }
}

fn statements(visit: &Visit, survey: &Survey) -> Markup {
    html! {
        h2 { (visit.t(Word::QuestionsNow)) }
        @for dimension in &survey.dimensions {
            h3 { (dimension.name.get(visit.language)) }
            ul {
                @for statement in survey.statements.iter().filter(|one| one.dimension == dimension.id) {
                    li { (statement.text.get(visit.language)) }
                }
            }
        }
    }
}
