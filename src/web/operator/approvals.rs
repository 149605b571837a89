//! Four eyes: what is asked for, approving or refusing it, and asking.

use http::StatusCode;
use maud::{Markup, html};

use super::super::desk::{Visit, form, heading, page_with};
use super::super::layout::in_language;
use super::super::parts::{self, Field};
use super::super::problem::Problem;
use super::super::{Answer, Site, see_other};
use crate::app::AppError;
use crate::app::change_agreement::{self, Settled, Wanted};
use crate::domain::access::Action;
use crate::domain::ids::ApprovalId;
use crate::domain::survey::{Mode, THRESHOLDS};
use crate::store::approval::{Approval, ApprovalKind};
use crate::words::tr;

/// Longest reason.
const MAX_REASON: usize = 500;

fn wanted_words(visit: &Visit, one: &Approval) -> String {
    match (one.kind, serde_json::from_str::<Wanted>(&one.wanted)) {
        (ApprovalKind::Confidentiality, Ok(wanted)) => {
            let key = match wanted.mode {
                Mode::Confidential => "approval-confidential",
                Mode::Attributed => "approval-attributed",
            };
            tr(visit.language, key, &[("threshold", wanted.threshold.into())])
        }
        _ => visit.t("approval-deletion"),
    }
}

/// `GET …/approvals`.
pub async fn list(visit: &Visit, site: &Site) -> Answer {
    list_with(visit, site, None).await
}

async fn list_with(visit: &Visit, site: &Site, problem: Option<(&'static str, String)>) -> Answer {
    let place = visit.place()?;
    let all = change_agreement::list(&site.service, place.id).await?;
    let heading_text = visit.t("approvals-title");
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
                    @if is_own { p class="hint" { (visit.t("approval-own")) } }
                    (form(site, visit, &visit.to(&format!("/approval/{}", one.id)), html! {
                        div class="buttons" {
                            @if !is_own { button type="submit" name="answer" value="yes" { (visit.t("approval-yes")) } }
                            button type="submit" class="quiet" name="answer" value="no" { (visit.t(if is_own { "approval-take-back" } else { "approval-no" })) }
                        }
                    }))
                } @else {
                    p { (visit.t(if one.is_approved { "approval-approved" } else { "approval-refused" })) }
                }
            }
        }
    };
    let content = html! {
        (parts::error_summary(visit.language, &summary))
        (heading(visit, &heading_text))
        p { (visit.t("approvals-lead")) }
        @if all.is_empty() { p class="notice" { (visit.t("approvals-none")) } }
        @for one in &all { (card(one)) }
        @if visit.may(Action::Administer) {
            h2 { (visit.t("approval-ask")) }
            (form(site, visit, &visit.to("/approvals"), html! {
                input type="hidden" name="kind" value="confidentiality";
                (parts::select(&Field { name: "mode", label: &visit.t("approval-mode"), hint: None, problem: problem_of("mode") }, html! {
                    option value="confidential" { (visit.t("mode-confidential")) }
                    option value="attributed" { (visit.t("mode-attributed")) }
                }))
                (parts::select(&Field { name: "threshold", label: &visit.t("approval-threshold"), hint: None, problem: None }, html! {
                    @for threshold in THRESHOLDS { option value=(threshold) selected[threshold == 5] { (threshold) } }
                }))
                (parts::area(&Field { name: "why", label: &visit.t("approval-why"), hint: None, problem: problem_of("why") }, "", MAX_REASON))
                button type="submit" { (visit.t("approval-send")) }
            }))
            h2 { (visit.t("approval-ask-deletion")) }
            (form(site, visit, &visit.to("/approvals"), html! {
                input type="hidden" name="kind" value="deletion";
                (parts::area(&Field { name: "why-gone", label: &visit.t("approval-why"), hint: Some(&visit.t("approval-deletion-hint")), problem: problem_of("why-gone") }, "", MAX_REASON))
                button type="submit" class="quiet" { (visit.t("approval-deletion-send")) }
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
        return list_with(visit, site, Some((name, visit.t("error-text")))).await;
    }
    let asked = if is_deletion {
        change_agreement::ask_deletion(service, id, why, by, visit.now).await
    } else {
        let mode = [Mode::Confidential, Mode::Attributed]
            .into_iter()
            .find(|mode| mode.code() == visit.field("mode"));
        let threshold = visit.field("threshold").parse();
        let (Some(mode), Ok(threshold)) = (mode, threshold) else { return Err(Problem::BadForm) };
        change_agreement::ask_confidentiality(service, id, (Wanted { mode, threshold }, why), by, visit.now)
            .await
    };
    match asked {
        Ok(_) => Ok(see_other(&visit.to("/approvals"))),
        Err(AppError::Refused(sentence)) => list_with(visit, site, Some(("mode", sentence))).await,
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
        Settled::Refused(sentence) => list_with(visit, site, Some(("mode", sentence))).await,
    }
}
