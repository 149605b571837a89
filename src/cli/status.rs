//! `polsslag status`: counts and states.

use chrono::Utc;

use super::{Format, Outcome, Place, print_json};
use crate::app::watch;

pub(super) async fn run(place: &Place, format: Format) -> Outcome {
    let service = place.service().await?;
    let status = watch::status(&service, Utc::now()).await?;
    if format == Format::Json {
        return print_json(&status);
    }
    println!("{}", status.program);
    if status.sending_paused {
        println!("sending is PAUSED: polsslag outbox resume lets messages go");
    }
    for agreement in &status.agreements {
        println!("\n{}: {} partners, {} seats", agreement.agreement, agreement.n_partners, agreement.n_seats);
        if let Some(open) = &agreement.open_round {
            println!(
                "  round {} is open until {}: {} of {} answered",
                open.number,
                open.closes_at.format("%Y-%m-%d %H:%MZ"),
                open.n_answered,
                open.n_invited
            );
        }
        match agreement.next_opens_at {
            Some(at) => println!("  next round opens {}", at.format("%Y-%m-%d %H:%MZ")),
            None => println!("  no round is planned yet: the service plans it when it runs"),
        }
        if agreement.n_to_share > 0 {
            println!("  {} closed rounds wait to be shared", agreement.n_to_share);
        }
        if agreement.n_without_mail + agreement.n_without_reminders > 0 {
            println!(
                "  {} people want no mail, {} no reminders",
                agreement.n_without_mail, agreement.n_without_reminders
            );
        }
    }
    println!();
    for count in &status.messages {
        println!("{:>6}  {} {}", count.n, count.kind, count.state);
    }
    if !status.undecided.is_empty() {
        println!("\n{} messages wait for a decision: polsslag outbox list", status.undecided.len());
    }
    Ok(())
}
