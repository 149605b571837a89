//! `polsslag audit`: whether the log's chain holds, and what stands in it.

use clap::Subcommand;

use super::{Failure, Format, Outcome, Place, print_json};
use crate::app::AppError;
use crate::store::audit::{self, Verified};

#[derive(Subcommand)]
pub(super) enum Audit {
    /// Check that nothing was changed in the log or taken out of it
    Verify,
    /// Print the log, oldest entry first
    List,
}

impl Audit {
    pub(super) async fn run(self, place: &Place, format: Format) -> Outcome {
        let service = place.service().await?;
        let key = service.key.clone();
        let read =
            service.store.read("read the audit log", move |c| Ok((audit::list(c)?, audit::verify(c, &key)?)));
        let (all, verified) = read.await.map_err(AppError::from)?;
        match self {
            Audit::Verify => match verified {
                Verified::Holds(n, pruned) => {
                    let last = all.last().map(|(id, _, digest)| (id, digest));
                    if format == Format::Json {
                        let last = last.map(|(id, digest)| serde_json::json!({ "id": id, "digest": digest }));
                        return print_json(
                            &serde_json::json!({ "holds": true, "entries": n, "pruned": pruned, "last": last }),
                        );
                    }
                    say!("the chain of {n} entries holds; {pruned} earlier ones were pruned");
                    if let Some((id, digest)) = last {
                        say!("the last is {id}, {digest}: kept elsewhere, it shows later that nothing was cut off");
                    }
                    Ok(())
                }
                Verified::BrokenAt(id) => Err(Failure::Input(format!(
                    "the chain breaks at entry {id}: something was changed or taken out there; compare with a backup"
                ))),
                Verified::BadAnchor => Err(Failure::Input(
                    "the place where the log begins is not signed with this installation's key: compare with a backup"
                        .to_owned(),
                )),
            },
            Audit::List => {
                if format == Format::Json {
                    let rows: Vec<_> = all
                        .iter()
                        .map(|(id, entry, digest)| serde_json::json!({ "id": id, "entry": entry, "digest": digest }))
                        .collect();
                    return print_json(&rows);
                }
                for (id, entry, _) in &all {
                    let at = chrono::DateTime::from_timestamp(entry.at, 0).unwrap_or_default();
                    say!(
                        "{id} {} {} {} {} {} {}",
                        at.format("%Y-%m-%dT%H:%M:%SZ"),
                        entry.who,
                        entry.agreement,
                        entry.what,
                        entry.about,
                        entry.detail
                    );
                }
                Ok(())
            }
        }
    }
}
