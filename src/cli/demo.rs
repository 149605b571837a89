//! `polsslag demo`: two invented agreements, two years of history, a live round, every page.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;

use anyhow::Context;
use chrono::NaiveDate;
use clap::Args;
use tokio::net::TcpListener;

use super::serve::run_service;
use super::{Failure, Outcome, install_tls, start_logging};
use crate::app::Service;
use crate::app::demo::seed_demo;
use crate::clock::Clock;
use crate::config::Config;

#[derive(Args)]
pub(super) struct Demo {
    /// Folder for the demo's files; made anew each time [default: polsslag-demo in the system's temporary folder]
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
    /// Port on this machine; 0 takes any free one
    #[arg(long, default_value_t = 8321)]
    port: u16,
    /// Another seed gives another history
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The day on which the history ends and the live round runs
    #[arg(long, value_name = "YYYY-MM-DD", default_value_t = seed_demo::default_last_day())]
    until: NaiveDate,
}

/// Marks a folder as a demo's, so that nothing else is ever thrown away.
const MARKER: &str = "this-is-a-polsslag-demo";

impl Demo {
    pub(super) async fn run(self) -> Outcome {
        start_logging(false, "warn");
        install_tls();
        let folder = self.dir.unwrap_or_else(|| std::env::temp_dir().join("polsslag-demo"));
        empty(&folder)?;
        let listener = TcpListener::bind(("127.0.0.1", self.port))
            .await
            .with_context(|| format!("could not listen on port {}: choose another with --port", self.port))?;
        let port = listener.local_addr().context("no local address")?.port();
        let service = Service::open(Config::for_folder(&folder, port)).await?;
        eprintln!("Seeding two agreements with two years of history in {}", folder.display());
        // One line that renews itself at a terminal; a log gets nothing it must scroll past.
        let is_terminal = std::io::stderr().is_terminal();
        seed_demo::seed(&service, self.until, self.seed, &mut |step| {
            if is_terminal {
                eprint!("\r  {step:<40}");
                let _ = std::io::stderr().flush();
            }
        })
        .await?;
        if is_terminal {
            eprintln!("\r  done{:<40}", "");
        }
        run_service(service, Clock::starting_at(seed_demo::present(self.until)), listener, true).await
    }
}

/// Makes an empty folder of an earlier demo's, or a new one.
fn empty(folder: &std::path::Path) -> Result<(), Failure> {
    let marker = folder.join(MARKER);
    let is_used = folder.read_dir().is_ok_and(|mut entries| entries.next().is_some());
    if is_used && !marker.exists() {
        return Err(Failure::Input(format!(
            "{} has files that are not a demo's: name an empty folder with --dir",
            folder.display()
        )));
    }
    if is_used {
        std::fs::remove_dir_all(folder).with_context(|| format!("could not empty {}", folder.display()))?;
    }
    std::fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))?;
    std::fs::write(&marker, "Made anew by every demo.\n")
        .with_context(|| format!("could not write {}", marker.display()))?;
    Ok(())
}
