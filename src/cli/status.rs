//! `polsslag status`: counts and states.

use super::{Format, Outcome, Place, print_json};
use crate::app::installation::watch;

pub(super) async fn run(place: &Place, format: Format) -> Outcome {
    let service = place.service().await?;
    let status = watch::status(&service, super::now()).await?;
    if format == Format::Json {
        return print_json(&status);
    }
    say!("{}", status.program);
    if status.sending_paused {
        say!("sending is PAUSED: polsslag outbox resume lets messages go");
    }
    for agreement in &status.agreements {
        say!("\n{}: {} partners, {} seats", agreement.agreement, agreement.n_partners, agreement.n_seats);
        if let Some(open) = &agreement.open_round {
            say!(
                "  round {} is open until {}: {} of {} answered",
                open.number,
                open.closes_at.format("%Y-%m-%d %H:%MZ"),
                open.n_answered,
                open.n_invited
            );
        }
        match agreement.next_opens_at {
            Some(at) => say!("  next round opens {}", at.format("%Y-%m-%d %H:%MZ")),
            None => say!("  no round is planned yet: the service plans it when it runs"),
        }
        if agreement.n_to_share > 0 {
            say!("  {} closed rounds wait to be shared", agreement.n_to_share);
        }
        if agreement.n_without_mail + agreement.n_without_reminders > 0 {
            say!(
                "  {} people want no mail, {} no reminders",
                agreement.n_without_mail,
                agreement.n_without_reminders
            );
        }
    }
    say!();
    for count in &status.messages {
        say!("{:>6}  {} {}", count.n, count.kind, count.state);
    }
    if !status.undecided.is_empty() {
        say!("\n{} messages wait for a decision: polsslag outbox list", status.undecided.len());
    }
    Ok(())
}
