//! Installations of earlier versions are opened by this one and lose nothing. Each released version has a folder in
//! `tests/upgrades/` with its database and key; what a version released is never edited afterwards.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use polsslag::app::Service;
use polsslag::app::report::{make_report, open_report};
use polsslag::config::Config;
use polsslag::domain::language::Language;
use polsslag::store::audit::{self, Verified};
use sha2::{Digest, Sha256};

/// Migrations that were released, with what they may never differ from.
const FROZEN: [(&str, &str); 1] =
    [("0001_initial.sql", "4ec63587ed026a2bdc50f1b036d46bd26de517fa87016f44f6207387aedd3a1c")];

/// What each released version's installation holds: rows that no upgrade may lose.
const HELD: [(&str, &[(&str, i64)]); 1] = [(
    "v0.1",
    &[
        ("agreement", 2),
        ("person", 103),
        ("round", 52),
        ("sheet", 1740),
        ("answer", 25508),
        ("adjustment", 3),
        ("conversation", 3),
        ("message", 7156),
        ("report", 6),
        ("report_file", 12),
        ("audit", 116),
    ],
)];

fn folder(version: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/upgrades").join(version)
}

/// The installation unpacked into a folder of its own.
fn unpack(version: &str) -> tempfile::TempDir {
    let target = tempfile::tempdir().unwrap();
    let packed = std::fs::File::open(folder(version).join("polsslag.db.gz")).unwrap();
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(packed).read_to_end(&mut bytes).unwrap();
    std::fs::write(target.path().join("polsslag.db"), bytes).unwrap();
    std::fs::copy(folder(version).join("polsslag.key"), target.path().join("polsslag.key")).unwrap();
    target
}

fn schema(path: &Path) -> BTreeMap<String, String> {
    let connection = rusqlite::Connection::open(path).unwrap();
    let mut all = connection
        .prepare("SELECT name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
        .unwrap();
    all.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
}

#[test]
fn a_released_migration_never_changes() {
    for (name, expected) in FROZEN {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store/migrations").join(name);
        let digest = data_encoding::HEXLOWER.encode(&Sha256::digest(std::fs::read(path).unwrap()));
        assert_eq!(digest, expected, "{name} was released: write a new migration instead");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_earlier_installation_is_opened_with_everything_that_it_holds() {
    for (version, held) in HELD {
        let old = unpack(version);
        let service = Service::open(Config::for_folder(old.path(), 1)).await.unwrap();
        for (table, n) in held {
            let count = format!("SELECT count(*) FROM {table}");
            let found: i64 = service
                .store
                .read("count", move |connection| connection.query_row(&count, [], |row| row.get(0)))
                .await
                .unwrap();
            assert_eq!(found, *n, "{version}: {table}");
        }
        let key = service.key.clone();
        let verified = service.store.read("verify", move |c| audit::verify(c, &key)).await.unwrap();
        assert!(matches!(verified, Verified::Holds(..)), "{version}: {verified:?}");
        // What was released is still there, and its rounds still make a report.
        let id = service.find_agreement("coast").await.unwrap();
        let period = "2026-Q3".parse().unwrap();
        let csv = open_report::find_file(&service, id, period, None, Language::Nl, "data.csv")
            .await
            .unwrap()
            .unwrap();
        assert!(String::from_utf8(csv).unwrap().contains("coast,2026-Q3,"), "{version}");
        let facts = make_report::gather(&service, id, period, "2026-11-05".parse().unwrap()).await.unwrap();
        assert_eq!(facts.rounds_in_period().count(), 3, "{version}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upgraded_database_has_the_schema_of_a_new_one() {
    for (version, _) in HELD {
        let (old, new) = (unpack(version), tempfile::tempdir().unwrap());
        for folder in [&old, &new] {
            drop(Service::open(Config::for_folder(folder.path(), 1)).await.unwrap());
        }
        let of = |folder: &tempfile::TempDir| schema(&folder.path().join("polsslag.db"));
        assert_eq!(of(&old), of(&new), "{version}");
    }
}
