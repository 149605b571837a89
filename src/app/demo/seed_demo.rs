//! A demo's history: both sample agreements, two years of rounds, a live one. Seeded and deterministic: the same
//! seed and last day give the same answers, figures and reports.
//!
//! Time is made up, the steps are not: rounds are planned, opened, reminded of, answered and closed by the same use
//! cases as in the service. Only sending is skipped for what lies in the past.

use chrono::{DateTime, Duration, Months, NaiveDate, NaiveTime, Utc};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use statrs::distribution::{ContinuousCDF, Normal};

use crate::app::agreement::import_agreement;
use crate::app::answers::collect_answers::{
    Collected, FormCache, FormKind, FormMark, Submission, collect, find_invited,
};
use crate::app::demo::seed_conversations;
use crate::app::people::ask_conversation::{self, Ask};
use crate::app::people::choose_mail;
use crate::app::people::hand_over::{self, Colleague};
use crate::app::report::{offer_link, release_report};
use crate::app::round::{advance_rounds, share_round};
use crate::app::signals::find_signals;
use crate::app::{AppError, Service, local_day, sign_in};
use crate::catalogue::{CORE_PULSE, agreement_file, survey_file};
use crate::domain::agreement::Agreement;
use crate::domain::answer::{Answer, PageAnswers};
use crate::domain::ids::AgreementId;
use crate::domain::key::Token;
use crate::domain::language::{Language, Text};
use crate::domain::message::OptOut;
use crate::domain::period::Period;
use crate::domain::request::RequestKind;
use crate::domain::round::{Outcome, RoundState};
use crate::domain::survey::{Block, EXAMPLE, Statement, Survey};
use crate::insight::score::orient;
use crate::store::audit::Who;
use crate::store::round::Round;
use crate::store::share_link::SharePage;
use crate::store::{agreement, invitation, outbox, round};

/// Who runs the demo.
pub const OPERATOR: &str = "beheer@polsslag.example";

/// How far back the history goes.
const HISTORY_MONTHS: u32 = 24;

/// The day on which the demo's history ends unless told otherwise: in the first week of a live round.
pub fn default_last_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 5).unwrap_or_default()
}

/// The instant at which a history that ends on a day hands over to the running clock: noon, UTC.
pub fn present(last_day: NaiveDate) -> DateTime<Utc> {
    last_day.and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap_or(NaiveTime::MIN)).and_utc()
}

/// The compiled-in survey and sample agreements.
///
/// Errors: none in a released program; the catalogue's tests read the same files.
pub fn samples() -> Result<(Survey, Vec<Agreement>), AppError> {
    let refuse = |name: &str| AppError::Unwritable(format!("the compiled-in {name} cannot be used"));
    let survey = survey_file::parse("core-pulse.toml", CORE_PULSE).0.ok_or_else(|| refuse("survey"))?;
    let texts = [
        include_str!("../../../surveys/samples/city.toml"),
        include_str!("../../../surveys/samples/coast.toml"),
    ];
    let agreements = texts
        .into_iter()
        .map(|text| {
            let (agreement, _) = agreement_file::parse("sample", text, &|_| Some(survey.clone()));
            agreement.ok_or_else(|| refuse("sample agreement"))
        })
        .collect::<Result<_, _>>()?;
    Ok((survey, agreements))
}

/// Seeds an empty service. `progress` hears what is being done.
pub async fn seed(
    service: &Service,
    last_day: NaiveDate,
    seed: u64,
    progress: &mut (dyn FnMut(&str) + Send),
) -> Result<(), AppError> {
    let now = present(last_day);
    let first_day = last_day.checked_sub_months(Months::new(HISTORY_MONTHS)).unwrap_or(last_day);
    let start = first_day.and_time(NaiveTime::MIN).and_utc();
    sign_in::operator::invite_operator(service, OPERATOR, start).await?;
    let (survey, agreements) = samples()?;
    let mut casts = Vec::new();
    for agreement in agreements {
        import_agreement::import(service, agreement.clone(), survey.clone(), false, Who::Command, start)
            .await?;
        let id = service.find_agreement(&agreement.id).await?;
        let story = Story::new(&agreement, &survey, seed);
        casts.push((id, agreement, story));
    }
    advance_rounds::advance(service, start).await?;
    let forms = FormCache::default();
    let mut played = start;
    loop {
        let active = service.store.read("list active rounds", round::list_active).await?;
        let ahead = active.iter().map(|round| round.plan.opens_at).filter(|at| *at > played && *at <= now);
        let Some(opens_at) = ahead.min() else { break };
        played = opens_at;
        progress(&format!("{}", opens_at.date_naive()));
        play_rounds(service, &forms, &mut casts, opens_at, now).await?;
    }
    let is_past = move |round: &Round| round.plan.closes_at < now;
    settle_past(service, is_past, now).await?;
    let theme = survey.dimensions.first().map(|theme| theme.id.as_str());
    for (id, agreement, _) in &casts {
        find_signals::freeze(service, *id).await?;
        play_wishes(service, *id, agreement, theme, now).await?;
        seed_conversations::play(service, *id, now).await?;
    }
    // Last, so that the reports tell what was learned and adjusted.
    for (id, agreement, _) in &casts {
        progress(&agreement.title.nl);
        make_reports(service, *id, last_day, now).await?;
    }
    settle_reports(service, now).await?;
    Ok(())
}

/// What people ask for in their own name while the live round is open, and a link for a newcomer.
async fn play_wishes(
    service: &Service,
    id: AgreementId,
    agreement: &Agreement,
    theme: Option<&str>,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    let seated: Vec<_> = agreement.people.iter().filter(|person| person.seat.is_some()).cloned().collect();
    let of_partner = |place: usize| {
        let partner = agreement.partners.get(place).map(|partner| partner.id.clone());
        seated.iter().rfind(|person| person.partner == partner).cloned()
    };
    let actors = [of_partner(1), of_partner(2), of_partner(3), of_partner(4), of_partner(5)];
    let [Some(host), Some(guest), Some(leaver), Some(mover), Some(quiet)] = actors else { return Ok(()) };
    let mails: Vec<String> = [&host, &guest, &leaver, &mover, &quiet].map(|p| p.mail.clone()).to_vec();
    let people = service
        .store
        .read("find people", move |connection| {
            mails
                .iter()
                .map(|mail| agreement::find_person(connection, id, mail))
                .collect::<Result<Vec<_>, _>>()
        })
        .await?;
    let links: Vec<Token> =
        people.into_iter().flatten().map(|person| service.key.unsubscribe_token(person)).collect();
    let [host_link, guest_link, leaver_link, mover_link, quiet_link] = &links[..] else { return Ok(()) };
    let wish = |kind, theme: Option<&str>, with: Option<String>, text: &str| Ask {
        kind,
        theme: theme.map(str::to_owned),
        with,
        text: text.to_owned(),
    };
    for (link, ask) in [
        (host_link, wish(RequestKind::VisitUs, None, None, "Dinsdag is het hier het levendigst.")),
        (guest_link, wish(RequestKind::VisitThem, None, host.partner.clone(), "")),
        (guest_link, wish(RequestKind::Talk, theme, None, "Ik wil graag vertellen wat ik hoor.")),
        (
            host_link,
            wish(RequestKind::Proposal, None, None, "Eén telefoonnummer waar een inwoner alles kan vragen."),
        ),
    ] {
        ask_conversation::ask(service, link, ask, now).await?;
    }
    let domain = leaver.mail.rsplit_once('@').map_or("", |(_, domain)| domain);
    for (link, mail) in
        [(leaver_link, format!("noor.zeeman@{domain}")), (mover_link, "bas@elders.example".to_owned())]
    {
        let name = if mail.starts_with("noor") { "Noor Zeeman" } else { "Bas Verweij" };
        let colleague =
            Colleague { name: name.to_owned(), mail, language: Language::Nl, knows_of_sheet: true };
        hand_over::ask(service, link, colleague, now).await?;
    }
    choose_mail::choose(service, quiet_link, OptOut::Reminders, now).await?;
    let ends_on = now.date_naive() + Duration::days(90);
    for page in SharePage::ALL {
        offer_link::make(service, id, page, ends_on, Who::Command, now).await?;
    }
    Ok(())
}

/// Plays every round that opens at an instant, of all agreements, as far as `now`.
async fn play_rounds(
    service: &Service,
    forms: &FormCache,
    casts: &mut [(AgreementId, Agreement, Story)],
    opens_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    advance_rounds::advance(service, opens_at).await?;
    let open: Vec<Round> = service
        .store
        .read("list active rounds", round::list_active)
        .await?
        .into_iter()
        .filter(|round| round.state == RoundState::Open && round.plan.opens_at == opens_at)
        .collect();
    let Some(first) = open.first() else { return Ok(()) };
    let closes_at = first.plan.closes_at;
    let mut waves = vec![(opens_at + Duration::hours(5), 0.55)];
    for at in &first.plan.reminders_at {
        waves.push((*at, 0.0));
        waves.push((*at + Duration::hours(5), 0.6));
    }
    let mut is_first_wave = true;
    for (at, share) in waves.into_iter().filter(|(at, _)| *at <= now) {
        if share == 0.0 {
            advance_rounds::advance(service, at).await?;
            continue;
        }
        for round in &open {
            if let Some((_, agreement, story)) = casts.iter_mut().find(|(id, ..)| *id == round.agreement) {
                answer_wave(service, forms, agreement, story, round, at, share, is_first_wave).await?;
            }
        }
        is_first_wave = false;
    }
    if closes_at < now {
        advance_rounds::advance(service, closes_at + Duration::seconds(1)).await?;
        for round in &open {
            let closed = service
                .store
                .read("read the round", {
                    let id = round.id;
                    move |c| round::get(c, id)
                })
                .await?;
            let Some((id, agreement, _)) = casts.iter().find(|(id, ..)| *id == round.agreement) else {
                continue;
            };
            let Some(number) = closed.number else { continue };
            let day = local_day(closes_at, &agreement.time_zone);
            let shared_at = closes_at + Duration::days(6);
            if shared_at < now {
                let outcome = outcome(agreement, number, day);
                share_round::share(service, *id, number, Some(outcome), true, Who::Command, shared_at)
                    .await?;
            }
        }
    }
    Ok(())
}

/// Some of those who mean to answer do so now. All of a wave share a few commits.
#[expect(clippy::too_many_arguments, reason = "a scene of the play, called once")]
async fn answer_wave(
    service: &Service,
    forms: &FormCache,
    agreement: &Agreement,
    story: &mut Story,
    open: &Round,
    at: DateTime<Utc>,
    share: f64,
    is_first_wave: bool,
) -> Result<(), AppError> {
    let id = open.id;
    let waiting = service
        .store
        .read("list who has not answered", move |connection| invitation::list_to_remind(connection, id))
        .await?;
    let day = local_day(at, &agreement.time_zone);
    let mut submissions = Vec::new();
    for (invited, _) in waiting {
        let token = service.key.answer_token(id, invited.seat, invited.occupant_version);
        let Some(found) = find_invited(service, &token).await? else { continue };
        let form = forms.get(service, &found).await?;
        let seat = usize::try_from(invited.seat.0).unwrap_or(0);
        if is_first_wave {
            story.decide(seat);
        }
        if !story.answers_now(seat, share) {
            continue;
        }
        // Now and then somebody stops after the first page; the last wave finds some of them again.
        let stops_early = is_first_wave && (seat + found.turn.number as usize).is_multiple_of(19);
        let page = if stops_early { 0 } else { form.whole_page() };
        let answers = form
            .page(page)
            .into_iter()
            .map(|statement| {
                let score = story.score(seat, statement, day, agreement);
                let answer = score.map(|score| match score {
                    Answer::Value(value) => Answer::Value(orient(value, statement, &form.survey.scale)),
                    Answer::CannotJudge => Answer::CannotJudge,
                });
                (statement.id.clone(), answer)
            })
            .collect::<Vec<(String, Option<Answer>)>>();
        let mut remarks = Vec::new();
        for field in form.open_fields(page) {
            let about = field.strip_prefix(EXAMPLE).map(|id| form.survey.find_statement(id));
            let text = match about {
                None => story.remark(&field),
                Some(statement) => {
                    let given = statement
                        .and_then(|s| answers.iter().find(|(id, _)| *id == s.id).map(|(_, a)| (s, *a)));
                    match given {
                        Some((statement, Some(Answer::Value(value))))
                            if form.survey.is_low(statement, value) =>
                        {
                            story.example()
                        }
                        _ => None,
                    }
                }
            };
            remarks.push((field, text));
        }
        let answers = PageAnswers { answers, remarks, withdrawn: Vec::new() };
        let mark = FormMark { kind: FormKind::of(&found), page, revision: 0 };
        submissions.push(Submission {
            token_digest: token.digest(),
            mark,
            answers,
            is_whole: !stops_early,
            is_last: !stops_early,
            body: Vec::new(),
        });
    }
    let mut running = tokio::task::JoinSet::new();
    for submission in submissions {
        let service = service.clone();
        running.spawn(async move { collect(&service, submission, at).await });
    }
    while let Some(done) = running.join_next().await {
        let collected = done.map_err(|_| AppError::Interrupted("seeding"))??;
        debug_assert!(matches!(collected, Collected::Saved | Collected::Empty), "{collected:?}");
    }
    Ok(())
}

/// What lies in the past was sent; what the live round queued leaves through the folder.
async fn settle_past(
    service: &Service,
    is_past: impl Fn(&Round) -> bool + Send + 'static,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    service
        .store
        .write("settle the history's messages", move |connection| {
            let live: Vec<_> =
                round::list_active(connection)?.into_iter().filter(|round| !is_past(round)).collect();
            let held = outbox::list_in_state(connection, crate::domain::message::MessageState::Queued)?;
            outbox::settle_queued(connection, now)?;
            for message in held {
                if message.round.is_some_and(|id| live.iter().any(|round| round.id == id)) {
                    outbox::requeue(connection, message.id, message.due_at, "")?;
                }
            }
            Ok(())
        })
        .await?;
    Ok(())
}

async fn settle_reports(service: &Service, now: DateTime<Utc>) -> Result<(), AppError> {
    service
        .store
        .write("settle the history's reports", move |connection| {
            use crate::domain::message::{MessageKind, MessageState};
            for message in outbox::list_in_state(connection, MessageState::Queued)? {
                if message.kind == MessageKind::ReportReady {
                    outbox::settle(connection, message.id, MessageState::Sent, None, now)?;
                }
            }
            Ok(())
        })
        .await?;
    Ok(())
}

/// The last two finished quarters.
async fn make_reports(
    service: &Service,
    id: AgreementId,
    last_day: NaiveDate,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    let last = Period::quarter_before(last_day);
    for period in [Period::quarter_before(last.first_day()), last] {
        let draft = release_report::make_draft(service, id, period, None, Who::Command, now).await?;
        release_report::release(service, id, period, &draft.seen(), Who::Command, now).await?;
    }
    Ok(())
}

/// What the steering group said, in turn.
fn outcome(agreement: &Agreement, number: u32, day: NaiveDate) -> Outcome {
    let adjusted = agreement
        .adjustments
        .iter()
        .rfind(|adjustment| adjustment.on <= day && day - adjustment.on < Duration::days(75));
    if let Some(adjustment) = adjusted {
        return Outcome {
            said: adjustment.why.clone(),
            did: Text {
                nl: format!("Wij stelden een afspraak bij: {}", adjustment.new.nl),
                en: adjustment.new.en.as_ref().map(|new| format!("We adjusted an arrangement: {new}")),
            },
        };
    }
    let lines = [
        (
            "Informatie komt soms laat.",
            "Information sometimes comes late.",
            "Wij sturen stukken nu een week eerder.",
            "We now send papers a week earlier.",
        ),
        (
            "Wij zien elkaar te weinig.",
            "We see each other too little.",
            "Wij eten elke maand een keer samen.",
            "We now share a meal every month.",
        ),
        (
            "Het werk is niet voor iedereen duidelijk.",
            "The work is not clear to everybody.",
            "Elke partner heeft nu één vaste contactpersoon.",
            "Every partner now has one fixed contact.",
        ),
        (
            "De inwoner mag meer aan het woord.",
            "Residents should be heard more.",
            "Twee inwoners schuiven aan bij de stuurgroep.",
            "Two residents join the steering group.",
        ),
    ];
    let (said_nl, said_en, did_nl, did_en) = lines[number as usize % lines.len()];
    Outcome { said: Text::new(said_nl, said_en), did: Text::new(did_nl, did_en) }
}

/// How people of one agreement feel and behave: a level per agreement, partner, person and occasion, moved by its
/// events and adjustments.
struct Story {
    rng: ChaCha8Rng,
    seed: u64,
    slides: bool,
    /// Ids of the survey's themes, in its order: the first moves most.
    themes: Vec<String>,
    decided: std::collections::HashSet<usize>,
}

impl Story {
    fn new(agreement: &Agreement, survey: &Survey, seed: u64) -> Story {
        let themes: Vec<String> = survey.dimensions.iter().map(|theme| theme.id.clone()).collect();
        let name =
            agreement.id.bytes().fold(seed, |hash, byte| hash.wrapping_mul(31).wrapping_add(u64::from(byte)));
        Story {
            rng: ChaCha8Rng::seed_from_u64(name),
            seed: name,
            slides: agreement
                .adjustments
                .iter()
                .any(|adjustment| Some(&adjustment.expected_dimension) == themes.first()),
            themes,
            decided: std::collections::HashSet::new(),
        }
    }

    /// A fixed trait of a seat, as a standard normal deviate.
    fn trait_of(&self, what: u64, who: u64) -> f64 {
        let mut rng = ChaCha8Rng::seed_from_u64(self.seed ^ what.wrapping_mul(0x9e37_79b9) ^ (who << 20));
        deviate(&mut rng)
    }

    /// At the start of a round: does this person mean to answer?
    fn decide(&mut self, seat: usize) {
        let keen = 0.8 + 0.13 * self.trait_of(1, seat as u64);
        if self.rng.random::<f64>() < keen.clamp(0.2, 0.97) {
            self.decided.insert(seat);
        } else {
            self.decided.remove(&seat);
        }
    }

    fn answers_now(&mut self, seat: usize, share: f64) -> bool {
        let now = self.rng.random::<f64>() < share;
        now && self.decided.remove(&seat)
    }

    /// A score from 1 to 5 before reversal; `None` for a skip.
    fn score(
        &mut self,
        seat: usize,
        statement: &Statement,
        day: NaiveDate,
        agreement: &Agreement,
    ) -> Option<Answer> {
        let chance: f64 = self.rng.random();
        if chance < 0.02 {
            return None;
        }
        if chance < 0.06 {
            return Some(Answer::CannotJudge);
        }
        let key =
            statement.id.bytes().fold(7u64, |hash, byte| hash.wrapping_mul(31).wrapping_add(u64::from(byte)));
        let level = 3.75
            + 0.25 * self.trait_of(2, seat as u64 / 4)
            + 0.4 * self.trait_of(3, seat as u64)
            + 0.12 * self.trait_of(4, key)
            + if statement.block == Block::Importance {
                self.matters(&statement.dimension)
            } else {
                self.moved(&statement.dimension, day, agreement)
            };
        let score = level + 0.75 * deviate(&mut self.rng);
        Some(Answer::Value(score.round().clamp(1.0, 5.0) as i64))
    }

    /// How much more a theme matters than it usually stands, in points: the resident most.
    fn matters(&self, dimension: &str) -> f64 {
        match dimension {
            "resident" => 0.9,
            _ if self.themes.first().is_some_and(|first| first == dimension) => 0.7,
            _ => 0.1,
        }
    }

    /// How far events and adjustments moved a dimension by a day, in points.
    fn moved(&self, dimension: &str, day: NaiveDate, agreement: &Agreement) -> f64 {
        let weight = match self.themes.iter().position(|theme| theme == dimension) {
            Some(0) => 1.0,
            Some(1) => 0.75,
            Some(2) => 0.45,
            // The last theme, who carries what, moves with the third.
            Some(place) if place + 1 == self.themes.len() => 0.45,
            _ => 0.25,
        };
        let months_since = |on: NaiveDate| (day - on).num_days() as f64 / 30.4;
        let mut moved = 0.0;
        for event in &agreement.events {
            let months = months_since(event.on);
            if months < 0.0 {
                continue;
            }
            moved -=
                if self.slides { 1.0 * (months / 3.0).min(1.0) } else { 0.6 * (1.0 - months / 5.0).max(0.0) };
        }
        for adjustment in &agreement.adjustments {
            let months = months_since(adjustment.on);
            if months > 0.0 {
                moved +=
                    if self.slides { 1.05 * (months / 6.0).min(1.0) } else { 0.2 * (months / 6.0).min(1.0) };
            }
        }
        moved * weight
    }

    /// What somebody writes under an open question, if anything.
    fn remark(&mut self, question: &str) -> Option<String> {
        const HELPED: [&str; 4] = [
            "Fijn dat we elkaar nu sneller bellen.",
            "Het gezamenlijke werkbezoek hielp echt.",
            "De kaart bij de balie werkt: iedereen weet wie hij kan bellen.",
            "Good to see that things change after we answer.",
        ];
        const HINDERED: [&str; 4] = [
            "Ik mis soms het waarom achter een besluit.",
            "Graag eerder horen wat er met het geld gebeurt.",
            "Te veel overleg op één dag.",
            "Stukken komen vaak pas de avond ervoor.",
        ];
        self.some_of(if question == "hindered" { HINDERED } else { HELPED }, 0.2)
    }

    /// The example that somebody gives under a low answer, if any.
    fn example(&mut self) -> Option<String> {
        const EXAMPLES: [&str; 4] = [
            "In het overleg van vorige week bleef dit liggen.",
            "Ik hoorde het van een cliënt, niet van een partner.",
            "De planning veranderde en wij wisten van niets.",
            "We spraken iets af en een maand later was het er nog niet.",
        ];
        self.some_of(EXAMPLES, 0.3)
    }

    fn some_of(&mut self, texts: [&str; 4], chance: f64) -> Option<String> {
        let is_given = self.rng.random::<f64>() < chance;
        is_given.then(|| texts[self.rng.random_range(0..texts.len())].to_owned())
    }
}

/// A standard normal deviate.
fn deviate(rng: &mut ChaCha8Rng) -> f64 {
    // Away from 0 and 1, where the inverse has no value.
    let uniform = rng.random::<f64>().clamp(1e-9, 1.0 - 1e-9);
    Normal::standard().inverse_cdf(uniform)
}
