//! The service's heartbeat: rounds move on, reports are made, messages leave. It holds no rules, only rhythm.

use std::time::Duration;

use tokio::sync::watch;

use crate::app::agreement::adjust_article;
use crate::app::installation::{keep_retention, open};
use crate::app::messages::send_messages::{Sent, recover, send_next_mail, send_next_notice};
use crate::app::messages::tell_programs::{Teller, tell_next};
use crate::app::messages::{take_bounces, tell_digest};
use crate::app::report::open_report;
use crate::app::report::release_report;
use crate::app::round::advance_rounds;
use crate::app::signals::find_signals;
use crate::app::{AppError, Service};
use crate::clock::Clock;
use crate::delivery::MailTransport;
use crate::delivery::chat_hook::ChatHooks;

/// Between two looks at rounds and reports.
const TICK: Duration = Duration::from_secs(5);
/// Between two looks at an outbox that was empty; the bell rings earlier when something is queued.
const IDLE: Duration = Duration::from_secs(2);

/// The running heartbeat.
pub struct Scheduler {
    /// Held while it runs: two services over one folder would settle each other's messages.
    _lock: open::Lock,
    stop: watch::Sender<bool>,
    tasks: Vec<tokio::task::JoinHandle<()>>,
}

impl Scheduler {
    /// Settles what an earlier process left behind, then starts.
    pub async fn start(service: &Service, clock: &Clock) -> Result<Scheduler, AppError> {
        let lock = open::lock(&service.config)?;
        let transport = MailTransport::new(&service.config.mail, service.config.mail_dir())?;
        let hooks = ChatHooks::new(&service.config.hooks)?;
        recover(service, &transport, clock.now()).await?;
        let (stop, stopped) = watch::channel(false);
        let pause = Duration::from_secs(60) / service.config.mail.max_per_minute;
        let tasks = vec![
            tokio::spawn(tick(service.clone(), clock.clone(), stopped.clone())),
            tokio::spawn(mail(service.clone(), clock.clone(), transport, pause, stopped.clone())),
            tokio::spawn(notices(service.clone(), clock.clone(), hooks, stopped.clone())),
            tokio::spawn(events(service.clone(), clock.clone(), Teller::new()?, stopped)),
        ];
        Ok(Scheduler { _lock: lock, stop, tasks })
    }

    /// Lets every task finish what it is at, and no more.
    pub async fn stop(self) {
        let _ = self.stop.send(true);
        for task in self.tasks {
            let _ = task.await;
        }
    }
}

async fn tick(service: Service, clock: Clock, mut stopped: watch::Receiver<bool>) {
    let mut cleaned_on = None;
    while !*stopped.borrow() {
        let now = clock.now();
        if let Err(error) = advance_rounds::advance(&service, now).await {
            tracing::error!(%error, "rounds could not move on; trying again");
        }
        if let Err(error) = find_signals::freeze_all(&service).await {
            tracing::error!(%error, "signals could not be found; trying again");
        }
        if let Err(error) = adjust_article::advance(&service, now).await {
            tracing::error!(%error, "adjustments could not move on; trying again");
        }
        if service.config.weekly_digest
            && let Err(error) = tell_digest::tell(&service, now).await
        {
            tracing::error!(%error, "digests could not be queued; trying again");
        }
        let maildir = service.config.mail.bounces.as_ref().and_then(|bounces| bounces.maildir.clone());
        if let Some(maildir) = maildir
            && let Err(error) = take_bounces::take_maildir(&service, &maildir, now).await
        {
            tracing::error!(%error, "mail that came back could not be read; trying again");
        }
        if let Err(error) = release_report::make_due(&service, now).await {
            tracing::error!(%error, "reports could not be made; trying again");
        }
        let today = now.date_naive();
        if cleaned_on != Some(today) {
            if let Err(error) = open_report::keep_copies(&service).await {
                tracing::error!(%error, "copies of released reports could not be written; trying again tomorrow");
            }
            match keep_retention::keep(&service, now).await {
                Ok(_) => cleaned_on = Some(today),
                Err(error) => tracing::error!(%error, "old data could not be removed; trying again"),
            }
        }
        tokio::select! {
            () = tokio::time::sleep(TICK) => {}
            _ = stopped.changed() => {}
        }
    }
}

async fn mail(
    service: Service,
    clock: Clock,
    mut transport: MailTransport,
    pause: Duration,
    mut stopped: watch::Receiver<bool>,
) {
    while !*stopped.borrow() {
        let wait = match send_next_mail(&service, &mut transport, clock.now()).await {
            Ok(Sent::One(_)) => Wait::Pace(pause),
            Ok(Sent::Nothing) => Wait::Idle,
            Err(error) => {
                tracing::error!(%error, "a mail could not be dealt with; trying again");
                Wait::Idle
            }
        };
        rest(&service, wait, &mut stopped).await;
    }
}

async fn notices(service: Service, clock: Clock, hooks: ChatHooks, mut stopped: watch::Receiver<bool>) {
    while !*stopped.borrow() {
        let wait = match send_next_notice(&service, &hooks, clock.now()).await {
            Ok(Sent::One(_)) => Wait::Pace(Duration::from_secs(1)),
            Ok(Sent::Nothing) => Wait::Idle,
            Err(error) => {
                tracing::error!(%error, "a notice could not be dealt with; trying again");
                Wait::Idle
            }
        };
        rest(&service, wait, &mut stopped).await;
    }
}

async fn events(service: Service, clock: Clock, teller: Teller, mut stopped: watch::Receiver<bool>) {
    while !*stopped.borrow() {
        let wait = match tell_next(&service, &teller, clock.now()).await {
            Ok(true) => Wait::Pace(Duration::ZERO),
            Ok(false) => Wait::Idle,
            Err(error) => {
                tracing::error!(%error, "an event could not be dealt with; trying again");
                Wait::Idle
            }
        };
        rest(&service, wait, &mut stopped).await;
    }
}

/// What a worker waits for: its pace, which nothing shortens, or the next message.
enum Wait {
    Pace(Duration),
    Idle,
}

async fn rest(service: &Service, wait: Wait, stopped: &mut watch::Receiver<bool>) {
    let (wait, idles) = match wait {
        Wait::Pace(pause) => (pause, false),
        Wait::Idle => (IDLE, true),
    };
    let bell = service.outbox_bell.notified();
    tokio::select! {
        () = tokio::time::sleep(wait) => {}
        () = bell, if idles => {}
        _ = stopped.changed() => {}
    }
}
