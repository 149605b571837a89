//! The second half of the demo's loop: what facilitators did with the coast's signal, the conversations that were held,
//! the adjustment that came of them, and what was learned. Its review is left to whoever visits.

use chrono::{DateTime, Duration, NaiveDate, Utc};

use crate::app::agreement::adjust_article;
use crate::app::signals::work_signals::gather_stored;
use crate::app::{AppError, Service};
use crate::domain::audit::Act;
use crate::domain::conversation::{ConversationKind, ConversationState, SignalWork};
use crate::domain::ids::{AgreementId, ConversationId, LearningId};
use crate::insight::signal::kind::Kind;
use crate::store::audit::Who;
use crate::store::conversation::{self, Conversation, Worked};
use crate::store::learning::{self, Learning};
use crate::store::{adjustment, audit};

fn at(day: &str, hour: u32) -> DateTime<Utc> {
    let day: NaiveDate = day.parse().unwrap_or_default();
    day.and_hms_opt(hour, 0, 0).unwrap_or_default().and_utc()
}

/// Plays what people did with the signal of an agreement that slid: nothing for one that did not.
pub async fn play(service: &Service, id: AgreementId, now: DateTime<Utc>) -> Result<(), AppError> {
    service
        .store
        .write("play conversations", move |connection| {
            let radar = gather_stored(connection, id)?;
            let is_slide = |figure: &crate::insight::disclosure::signals::SignalFigure| {
                figure.kind() == Kind::Erosion && !figure.is_about_partner()
            };
            let loudest = radar
                .signals
                .iter()
                .filter(|one| one.rounds.iter().any(is_slide) && one.rounds.len() > 2)
                .max_by_key(|one| one.rounds.iter().map(|figure| (figure.level(), figure.certainty())).max());
            let Some(signal) = loudest.map(|one| one.name.clone()) else { return Ok(()) };
            let Some(adjusted) = adjustment::list(connection, id)?.pop() else { return Ok(()) };
            let works = [
                (
                    "2025-12-02",
                    "Na de verlaging van het vaste bedrag bellen partners elkaar minder. Eerst luisteren.",
                ),
                ("2026-01-14", "Terugkerend thema: we horen cijfers te laat."),
            ];
            for (day, text) in works {
                let work = Worked {
                    signal: signal.clone(),
                    kind: SignalWork::Noted,
                    text: text.to_owned(),
                    by: None,
                    at: at(day, 9),
                };
                conversation::insert_work(connection, id, &work)?;
            }
            let held = [
                (
                    ConversationKind::Table,
                    "2025-12-09",
                    "Gemeente en vier aanbieders",
                    "Raadhuis",
                    "Hoe kwam de verlaging aan?",
                    "We spreken af dat cijfers op tafel komen voordat er een voorstel is.",
                ),
                (
                    ConversationKind::KitchenVisit,
                    "2026-01-13",
                    "Gemeente bij Dagcentrum De Strandloper",
                    "De Strandloper",
                    "Zien wat een dag kost.",
                    "De wethouder draaide een ochtend mee. Daarna ging het gesprek over inhoud.",
                ),
            ];
            for (kind, day, with_whom, place, purpose, outcome) in held {
                let planned = conversation::insert(
                    connection,
                    &Conversation {
                        id: ConversationId(0),
                        agreement: id,
                        kind,
                        signal: Some(signal.clone()),
                        request: None,
                        with_whom: with_whom.to_owned(),
                        starts_at: at(day, 13),
                        place: place.to_owned(),
                        purpose: purpose.to_owned(),
                        state: ConversationState::Planned,
                        outcome: String::new(),
                        made_at: at(day, 9) - Duration::days(7),
                        revision: 0,
                    },
                )?;
                conversation::put_state(connection, planned, 0, ConversationState::Held, outcome)?;
            }
            adjustment::put_signal(connection, adjusted.id, &signal)?;
            let learned = [
                (false, "Helpt een dag meelopen meer dan een overleg?", "2026-02-10"),
                (true, "Open cijfers vooraf schelen een conflict achteraf.", "2026-06-02"),
            ];
            for (is_lesson, text, day) in learned {
                let line = Learning {
                    id: LearningId(0),
                    is_lesson,
                    text: text.to_owned(),
                    article: Some(adjusted.what.article.clone()),
                    adjustment: Some(adjusted.id),
                    noted_on: day.parse().unwrap_or_default(),
                    is_struck: false,
                };
                learning::insert(connection, id, &line)?;
            }
            audit::note(connection, id, Who::Service, Act::DemoSeeded, "", now)
        })
        .await?;
    adjust_article::advance(service, now).await?;
    Ok(())
}
