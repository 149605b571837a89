//! The demo, played once for all tests that look at it; each gets a copy.

use std::path::Path;

use polsslag::app::Service;
use polsslag::app::demo::seed_demo;
use polsslag::clock::Clock;
use polsslag::config::Config;
use polsslag::web::{Site, server};
use tokio::net::TcpListener;
use tokio::sync::OnceCell;

use super::Cast;

static PLAYED: OnceCell<tempfile::TempDir> = OnceCell::const_new();

async fn play() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let service = Service::open(Config::for_folder(folder.path(), 1)).await.unwrap();
    seed_demo::seed(&service, seed_demo::default_last_day(), 1, &mut |_| {}).await.unwrap();
    polsslag::app::installation::restore::back_up(&service, &folder.path().join("copy.db")).await.unwrap();
    folder
}

/// A data directory with the demo in it, as it was played.
pub async fn folder() -> tempfile::TempDir {
    let played = PLAYED.get_or_init(play).await.path();
    let own = tempfile::tempdir().unwrap();
    std::fs::copy(played.join("copy.db"), own.path().join("polsslag.db")).unwrap();
    std::fs::copy(played.join("polsslag.key"), own.path().join("polsslag.key")).unwrap();
    copy_all(&played.join("reports"), &own.path().join("reports"));
    own
}

fn copy_all(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let (path, name) = {
            let entry = entry.unwrap();
            (entry.path(), entry.file_name())
        };
        if path.is_dir() {
            copy_all(&path, &to.join(name));
        } else {
            std::fs::copy(&path, to.join(name)).unwrap();
        }
    }
}

/// The demo, served on a free port on its last day.
pub async fn start() -> Cast {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let folder = folder().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let service = Service::open(Config::for_folder(folder.path(), port)).await.unwrap();
    let clock = Clock::manual(seed_demo::present(seed_demo::default_last_day()));
    tokio::spawn(server::serve(
        listener,
        Site::new(service.clone(), clock.clone(), true),
        std::future::pending(),
    ));
    Cast { service, clock, base: format!("http://127.0.0.1:{port}"), folder }
}
