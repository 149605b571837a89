//! The committed sample report is rebuilt byte for byte: the same data and program version give the same files.
//!
//! After a deliberate change of looks or words: `POLSSLAG_UPDATE_SAMPLE=1 cargo test --test sample_report`, then look
//! at what changed.

#![allow(clippy::unwrap_used, missing_docs)]

use std::path::Path;

use polsslag::app::{Service, make_report, seed_demo};
use polsslag::config::Config;
use polsslag::domain::language::Language;

#[tokio::test(flavor = "multi_thread")]
async fn the_sample_report_is_what_the_demo_makes() {
    let folder = tempfile::tempdir().unwrap();
    let service = Service::open(Config::for_folder(folder.path(), 1)).await.unwrap();
    seed_demo::seed(&service, seed_demo::default_last_day(), 1, &mut |_| {}).await.unwrap();
    let id = service.find_agreement("coast").await.unwrap();
    let facts = make_report::gather(&service, id, "2026-Q3".parse().unwrap()).await.unwrap();
    let files = make_report::render(&facts, Language::Nl).unwrap();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("reports/sample");
    if std::env::var_os("POLSSLAG_UPDATE_SAMPLE").is_some() {
        make_report::write(&sample, &files).unwrap();
    }
    for file in &files {
        let committed =
            std::fs::read(sample.join(&file.name)).unwrap_or_else(|error| panic!("{}: {error}", file.name));
        assert!(committed == file.bytes, "reports/sample/{} differs from what the demo makes", file.name);
    }
    // The quarterly files that the demo kept are the same ones.
    let kept = make_report::folder(&service, "coast", "2026-Q3".parse().unwrap(), Language::Nl);
    assert_eq!(
        std::fs::read(kept.join("data.csv")).unwrap(),
        std::fs::read(sample.join("data.csv")).unwrap()
    );
}
