//! `polsslag bounce`: one message that came back, from a mail server's pipe.

use std::io::Read;
use std::path::PathBuf;

use anyhow::Context;
use clap::Args;

use super::{Format, Outcome, Place, print_json};
use crate::app::messages::take_bounces::take;

#[derive(Args)]
pub(super) struct Bounce {
    /// The message; standard input when it is missing
    file: Option<PathBuf>,
}

impl Bounce {
    pub(super) async fn run(self, place: &Place, format: Format) -> Outcome {
        let raw = match &self.file {
            Some(file) => {
                std::fs::read(file).with_context(|| format!("could not read {}", file.display()))?
            }
            None => {
                let mut raw = Vec::new();
                std::io::stdin().read_to_end(&mut raw).context("could not read standard input")?;
                raw
            }
        };
        let service = place.service().await?;
        let said: &'static str = take(&service, &raw, super::now()).await?.into();
        if format == Format::Json {
            return print_json(&serde_json::json!({ "bounce": said }));
        }
        say!("{said}");
        Ok(())
    }
}
