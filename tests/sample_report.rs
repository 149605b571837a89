//! The committed sample report is rebuilt byte for byte: the same data and program version give the same files.
//!
//! After a deliberate change of looks or words: `POLSSLAG_UPDATE_SAMPLE=1 cargo test sample_report`, then look
//! at what changed.

use std::path::Path;

use polsslag::app::Service;
use polsslag::app::report::{make_report, open_report, render_report};
use polsslag::config::Config;
use polsslag::domain::language::Language;
use polsslag::report::document::compose::Edition;
use polsslag::store::report;

#[tokio::test(flavor = "multi_thread")]
async fn the_sample_report_is_what_the_demo_makes() {
    let folder = crate::support::demo::folder().await;
    let service = Service::open(Config::for_folder(folder.path(), 1)).await.unwrap();
    let id = service.find_agreement("coast").await.unwrap();
    let period = "2026-Q3".parse().unwrap();
    let versions = service.store.read("list", move |c| report::list_of(c, id, "2026-Q3")).await.unwrap();
    let (made_at, released_at) = (versions[0].made_at, versions[0].released_at.unwrap());
    let facts = make_report::gather(&service, id, period, made_at.date_naive()).await.unwrap();
    let released = Edition { released_on: Some(released_at.date_naive()), ..Edition::default() };
    let look = service.config.look_of("coast");
    let files = render_report::render(&facts, &released, look, Language::Nl).unwrap();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("reports/sample");
    if std::env::var_os("POLSSLAG_UPDATE_SAMPLE").is_some() {
        render_report::write(&sample, &files).unwrap();
    }
    for file in &files {
        let committed =
            std::fs::read(sample.join(&file.name)).unwrap_or_else(|error| panic!("{}: {error}", file.name));
        assert!(committed == file.bytes, "reports/sample/{} differs from what the demo makes", file.name);
    }
    // What the demo released is the same, in the database and on disk: built again from the same data, byte for byte.
    let kept = render_report::folder(&service, "coast", period, 0, Language::Nl);
    for file in &files {
        let stored = open_report::find_file(&service, id, period, None, Language::Nl, &file.name)
            .await
            .unwrap()
            .unwrap();
        assert!(stored == file.bytes, "{} is stored otherwise", file.name);
        assert!(std::fs::read(kept.join(&file.name)).unwrap() == file.bytes, "{} lies otherwise", file.name);
    }
}
