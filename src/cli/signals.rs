//! `polsslag signals`: what stands out, as the guard lets it through.

use crate::words::Word;
use clap::{Args, ValueEnum};
use serde::Serialize;

use super::{Failure, Format, Outcome, Place, print_json};
use crate::app::people::ask_conversation;
use crate::app::signals::find_signals::{self, Findings};
use crate::domain::language::Language;
use crate::insight::disclosure::signals::{Certainty, Reader};
use crate::insight::signal::episode::Level;
use crate::report::wording::signals::{article_kinds, entries};
use crate::store::agreement;

#[derive(Args)]
pub(super) struct Signals {
    /// Short name of the agreement
    #[arg(long)]
    agreement: String,
    /// As known when this round closed [default: the last closed round]
    #[arg(long)]
    round: Option<u32>,
    /// For whom: partners are named to facilitators only, and only with enough people
    #[arg(long = "for", value_enum, default_value_t = Audience::Steering)]
    audience: Audience,
    /// Language of the sentences: nl or en
    #[arg(long, default_value = "nl", value_parser = super::parse_language)]
    lang: Language,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Audience {
    /// Partners by name, where the guard allows it
    Facilitator,
    /// Partners without names
    Steering,
}

/// A signal with its words.
#[derive(Serialize)]
struct Printed {
    round: u32,
    partner: Option<String>,
    is_about_partner: bool,
    dimension: Option<String>,
    kind: &'static str,
    level: Level,
    since_round: u32,
    size: Option<f64>,
    n_people: Option<usize>,
    score: Option<f64>,
    certainty: Certainty,
    episode: usize,
    sentence: String,
    articles: Vec<&'static str>,
    prompts: Vec<String>,
}

impl Signals {
    pub(super) async fn run(self, place: &Place, format: Format) -> Outcome {
        let service = place.service().await?;
        let id = service.find_agreement(&self.agreement).await?;
        let reader = match self.audience {
            Audience::Facilitator => Reader::Facilitator,
            Audience::Steering => Reader::Steering,
        };
        let Findings { signals, round, survey, .. } =
            find_signals::find(&service, id, self.round, reader).await?;
        if let Some(wanted) = self.round
            && round != Some(wanted)
        {
            return Err(Failure::Input(format!(
                "agreement \"{}\" has no closed round {wanted}: see polsslag round list",
                self.agreement
            )));
        }
        let agreement = service
            .store
            .read("read the agreement", move |connection| agreement::get(connection, id))
            .await
            .map_err(crate::app::AppError::from)?;
        // Who asks does so in their own name, towards facilitators only.
        let requests = match self.audience {
            Audience::Facilitator => ask_conversation::list_open(&service, id, self.lang).await?,
            Audience::Steering => Vec::new(),
        };
        let t = |word: Word| crate::words::tr(self.lang, word);
        let prompts = vec![t(Word::PromptGeneral1), t(Word::PromptGeneral2)];
        if format == Format::Json {
            let mut printed: Vec<Printed> = signals
                .iter()
                .flat_map(|signal| {
                    let one = std::slice::from_ref(signal);
                    let kinds = article_kinds(survey.as_ref(), signal);
                    entries(&agreement, survey.as_ref(), one, self.lang).into_iter().map(move |entry| {
                        Printed {
                            round: signal.round(),
                            partner: signal.partner().map(str::to_owned),
                            is_about_partner: signal.is_about_partner(),
                            dimension: signal.dimension().map(str::to_owned),
                            kind: signal.kind().code(),
                            level: signal.level(),
                            since_round: signal.since_round(),
                            size: signal.size().get().map(|size| size.value()),
                            n_people: signal.n_people(),
                            score: signal.score(),
                            certainty: signal.certainty(),
                            episode: signal.episode(),
                            sentence: entry.sentence,
                            articles: kinds.iter().map(|kind| kind.code()).collect(),
                            prompts: entry.prompts,
                        }
                    })
                })
                .collect();
            let last = printed.iter().map(|row| row.episode).max().unwrap_or(0);
            printed.extend(requests.iter().zip(last + 1..).map(|(asked, episode)| Printed {
                round: round.unwrap_or(asked.since_round),
                partner: asked.partner.clone(),
                is_about_partner: false,
                dimension: asked.theme.clone(),
                kind: "request",
                level: Level::Watch,
                since_round: asked.since_round,
                size: None,
                n_people: Some(1),
                score: None,
                certainty: Certainty::Strong,
                episode,
                sentence: asked.sentence.clone(),
                articles: Vec::new(),
                prompts: prompts.clone(),
            }));
            return print_json(&printed);
        }
        for asked in &requests {
            say!("{}", asked.sentence);
        }
        let open: Vec<_> = signals.iter().filter(|signal| Some(signal.round()) == round).cloned().collect();
        if open.is_empty() && requests.is_empty() {
            say!("{}", crate::words::tr(self.lang, Word::NoSignals));
        }
        for entry in entries(&agreement, survey.as_ref(), &open, self.lang) {
            say!("{}\n  {}, {}\n  {}", entry.sentence, entry.level, entry.certainty, entry.touches);
            for prompt in entry.prompts {
                say!("  – {prompt}");
            }
            say!("");
        }
        Ok(())
    }
}
