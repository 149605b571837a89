//! Four eyes: what is asked for, approving or refusing it, and asking.

use http::StatusCode;
use maud::{Markup, html};

use crate::app::AppError;
use crate::app::agreement::change_agreement::{self, Settled, Wanted};
use crate::domain::access::Action;
use crate::domain::confidentiality::{Mode, THRESHOLDS};
use crate::domain::ids::ApprovalId;
use crate::store::approval::{Approval, ApprovalKind};
use crate::web::desk::shell::{form, heading, page_with};
use crate::web::desk::visit::Visit;
use crate::web::layout::in_language;
use crate::web::parts::{self, Field};
use crate::web::problem::Problem;
use crate::web::{Answer, Site, see_other};
use crate::words::{Phrase, Word, tr};

/// Longest reason.
const MAX_REASON: usize = 500;

fn wanted_words(visit: &Visit, one: &Approval) -> String {
    match (one.kind, serde_json::from_str::<Wanted>(&one.wanted)) {
        (ApprovalKind::Confidentiality, Ok(wanted)) => {
            let threshold = wanted.threshold.into();
            tr(
                visit.language,
                match wanted.mode {
                    Mode::Confidential => Phrase::ApprovalConfidential { threshold },
                    Mode::Attributed => Phrase::ApprovalAttributed { threshold },
                },
            )
        }
        (ApprovalKind::Deletion, _) | (ApprovalKind::Confidentiality, Err(_)) => {
            visit.t(Word::ApprovalDeletion)
        }
    }
}

/// `GET …/approvals`.
pub async fn list(visit: &Visit, site: &Site) -> Answer {
    list_with(visit, site, None).await
}

async fn list_with(visit: &Visit, site: &Site, problem: Option<(&'static str, String)>) -> Answer {
    let place = visit.place()?;
    let all = change_agreement::list(&site.service, place.id).await?;
    let heading_text = visit.t(Word::ApprovalsTitle);
    let title = parts::title_with_errors(visit.language, &heading_text, problem.is_some());
    let summary: Vec<_> = problem.iter().map(|(field, text)| ((*field).to_owned(), text.clone())).collect();
    let problem_of =
        |name: &str| problem.as_ref().filter(|(field, _)| *field == name).map(|(_, text)| text.as_str());
    let card = |one: &Approval| -> Markup {
        let is_own = one.asked_by == Some(visit.own.account.id);
        html! {
            section class="card" {
                h2 { (wanted_words(visit, one)) }
                p { (one.why) }
                @if one.is_waiting {
                    @if is_own { p class="hint" { (visit.t(Word::ApprovalOwn)) } }
                    (form(site, visit, &visit.to(&format!("/approval/{}", one.id)), html! {
                        div class="buttons" {
                            @if !is_own { button type="submit" name="answer" value="yes" { (visit.t(Word::ApprovalYes)) } }
                            button type="submit" class="quiet" name="answer" value="no" { (visit.t(if is_own { Word::ApprovalTakeBack } else { Word::ApprovalNo })) }
                        }
                    }))
                } @else {
                    p { (visit.t(if one.is_approved { Word::ApprovalApproved } else { Word::ApprovalRefused })) }
                }
            }
        }
    };
    let content = html! {
        (parts::error_summary(visit.language, &summary))
        (heading(visit, &heading_text))
        p { (visit.t(Word::ApprovalsLead)) }
        @if all.is_empty() { p class="notice" { (visit.t(Word::ApprovalsNone)) } }
        @for one in &all { (card(one)) }
        @if visit.may(Action::Administer) {
            h2 { (visit.t(Word::ApprovalAsk)) }
            (form(site, visit, &visit.to("/approvals"), html! {
                input type="hidden" name="kind" value="confidentiality";
                (parts::select(&Field { name: "mode", label: &visit.t(Word::ApprovalMode), hint: None, problem: problem_of("mode") }, html! {
                    option value="confidential" { (visit.t(Word::ModeConfidential)) }
                    option value="attributed" { (visit.t(Word::ModeAttributed)) }
                }))
                (parts::select(&Field { name: "threshold", label: &visit.t(Word::ApprovalThreshold), hint: None, problem: None }, html! {
                    @for threshold in THRESHOLDS { option value=(threshold) selected[threshold == 5] { (threshold) } }
                }))
                (parts::area(&Field { name: "why", label: &visit.t(Word::ApprovalWhy), hint: None, problem: problem_of("why") }, "", MAX_REASON))
                button type="submit" { (visit.t(Word::ApprovalSend)) }
            }))
            h2 { (visit.t(Word::ApprovalAskDeletion)) }
            (form(site, visit, &visit.to("/approvals"), html! {
                input type="hidden" name="kind" value="deletion";
                (parts::area(&Field { name: "why-gone", label: &visit.t(Word::ApprovalWhy), hint: Some(&visit.t(Word::ApprovalDeletionHint)), problem: problem_of("why-gone") }, "", MAX_REASON))
                button type="submit" class="quiet" { (visit.t(Word::ApprovalDeletionSend)) }
            }))
        }
    };
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page_with(site, visit, status, &title, content))
}

/// `POST …/approvals`.
pub async fn ask(visit: &Visit, site: &Site) -> Answer {
    let (service, id, by) = (&site.service, visit.place()?.id, Some(visit.own.account.id));
    let is_deletion = match visit.field("kind") {
        "deletion" => true,
        "confidentiality" => false,
        _ => return Err(Problem::BadForm),
    };
    let name = if is_deletion { "why-gone" } else { "why" };
    let why = visit.field(name).to_owned();
    if why.is_empty() || why.chars().count() > MAX_REASON {
        return list_with(visit, site, Some((name, visit.t(Word::ErrorText)))).await;
    }
    let asked = if is_deletion {
        change_agreement::ask_deletion(service, id, why, by, visit.now).await
    } else {
        let mode = Mode::find(visit.field("mode"));
        let threshold = visit.field("threshold").parse();
        let (Some(mode), Ok(threshold)) = (mode, threshold) else { return Err(Problem::BadForm) };
        change_agreement::ask_confidentiality(service, id, Wanted { mode, threshold }, why, by, visit.now)
            .await
    };
    match asked {
        Ok(_) => Ok(see_other(&visit.to("/approvals"))),
        Err(AppError::Refused(refusal)) => {
            list_with(visit, site, Some(("mode", refusal.say(visit.language)))).await
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST …/approval/{}`.
pub async fn settle(visit: &Visit, site: &Site) -> Answer {
    let number = ApprovalId(visit.number(0)?);
    let is_approved = match visit.field("answer") {
        "yes" => true,
        "no" => false,
        _ => return Err(Problem::BadForm),
    };
    let id = visit.place()?.id;
    let by = visit.own.account.id;
    match change_agreement::settle(&site.service, id, number, is_approved, by, visit.now).await? {
        Settled::Done(ApprovalKind::Deletion) if is_approved => {
            Ok(see_other(&in_language("/app", visit.language)))
        }
        Settled::Done(_) => Ok(see_other(&visit.to("/approvals"))),
        Settled::NotFound => Err(Problem::NotFound),
        Settled::OwnWish => Err(Problem::NotYours),
        Settled::Refused(refusal) => {
            list_with(visit, site, Some(("mode", tr(visit.language, refusal.phrase())))).await
        }
    }
}
