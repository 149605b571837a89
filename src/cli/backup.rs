//! `polsslag backup` and `polsslag restore`.

use std::path::PathBuf;

use clap::Args;

use super::{Outcome, Place};
use crate::app::installation::restore;

#[derive(Args)]
pub(super) struct Backup {
    /// A file that does not exist yet
    destination: PathBuf,
}

impl Backup {
    pub(super) async fn run(self, place: &Place) -> Outcome {
        let service = place.service().await?;
        restore::back_up(&service, &self.destination).await?;
        say!("{}", self.destination.display());
        eprintln!(
            "The key file {} is not in it. Keep a copy of it elsewhere: without it the backup cannot send or match answers.",
            service.config.key_file().display()
        );
        Ok(())
    }
}

#[derive(Args)]
pub(super) struct Restore {
    /// A file that `polsslag backup` made
    source: PathBuf,
}

impl Restore {
    pub(super) async fn run(self, place: &Place) -> Outcome {
        let config = place.config()?;
        restore::restore(&config, &self.source, super::now()).await?;
        say!("{}", config.database().display());
        eprintln!(
            "Sending is paused. Look at polsslag status, then let messages go with polsslag outbox resume."
        );
        Ok(())
    }
}
