//! `polsslag serve`: the service, until a stop signal.

use anyhow::Context;
use tokio::net::TcpListener;

use super::{Outcome, Place, install_tls, start_logging, stop_signal};
use crate::app::Service;
use crate::clock::Clock;
use crate::scheduler::Scheduler;
use crate::web::{Site, server};

pub(super) async fn run(place: &Place) -> Outcome {
    let config = place.config()?;
    start_logging(true, "info,warp=warn,hyper=warn");
    install_tls();
    let listen = config.listen;
    let service = Service::open(config).await?;
    let listener =
        TcpListener::bind(listen).await.with_context(|| format!("could not listen on {listen}"))?;
    run_service(service, Clock::System, listener, false).await
}

/// Runs scheduler and server together and ends them in order: no new requests, open ones end, messages settle,
/// the last commit is on disk.
pub(super) async fn run_service(
    service: Service,
    clock: Clock,
    listener: TcpListener,
    is_demo: bool,
) -> Outcome {
    // Before anybody hears "ready": a stop that comes right after it must end in order too.
    let stop = stop_signal().context("could not listen for stop signals")?;
    let scheduler = Scheduler::start(&service, &clock).await?;
    let address = listener.local_addr().context("no local address")?;
    let site = Site::new(service, clock, is_demo);
    say!("ready http://{address}/");
    server::serve(listener, site, stop).await;
    scheduler.stop().await;
    tracing::info!("stopped");
    Ok(())
}
