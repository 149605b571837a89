//! Laws of the house, held against the source itself: imports point inward, the core is pure, files say what they
//! are, and nobody is promised anonymity.

#![allow(clippy::unwrap_used, missing_docs)]

use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &Path, all: &mut Vec<(PathBuf, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, all);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            all.push((path.strip_prefix(root().join("src")).unwrap().to_owned(), text));
        }
    }
}

fn all_sources() -> Vec<(PathBuf, String)> {
    let mut all = Vec::new();
    sources(&root().join("src"), &mut all);
    assert!(all.len() > 60);
    all
}

/// The module that a file belongs to, and the text before its unit tests.
fn parts<'t>(path: &Path, text: &'t str) -> (String, &'t str) {
    let module =
        path.components().next().unwrap().as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned();
    (module, text.split("#[cfg(test)]").next().unwrap())
}

/// What each module may import of ours. Whoever is missing here may import anything.
const ALLOWED: [(&str, &[&str]); 9] = [
    ("domain", &["domain"]),
    ("words", &["domain", "words"]),
    ("insight", &["domain", "insight"]),
    ("plot", &["insight", "plot"]),
    ("report", &["domain", "insight", "plot", "report", "words"]),
    ("catalogue", &["domain", "catalogue"]),
    ("store", &["domain", "store"]),
    ("delivery", &["domain", "words", "config", "delivery"]),
    (
        "app",
        &["domain", "insight", "plot", "report", "catalogue", "store", "delivery", "words", "config", "app"],
    ),
];

#[test]
fn imports_point_inward() {
    for (path, text) in all_sources() {
        let (module, code) = parts(&path, &text);
        let Some((_, allowed)) = ALLOWED.iter().find(|(name, _)| *name == module) else { continue };
        for rest in code.split("crate::").skip(1) {
            let target: String = rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            assert!(allowed.contains(&target.as_str()), "{} imports {target}", path.display());
        }
    }
}

#[test]
fn the_core_knows_no_clock_no_chance_no_database_and_no_network() {
    const OUTSIDE: [&str; 15] = [
        "Utc::now",
        "SystemTime",
        "Instant::now",
        // Chance with a seed is an argument; chance without one is the world.
        "rand::rng",
        "rand::random",
        "from_os_rng",
        "thread_rng",
        "getrandom",
        "rusqlite",
        "warp::",
        "tokio",
        "reqwest",
        "lettre",
        "std::fs",
        "async fn",
    ];
    for (path, text) in all_sources() {
        let (module, code) = parts(&path, &text);
        if ["domain", "insight", "report", "plot", "words"].contains(&module.as_str()) {
            for word in OUTSIDE {
                assert!(!code.contains(word), "{} uses {word}", path.display());
            }
        }
    }
}

#[test]
fn every_file_opens_with_what_it_is_and_none_outgrows_its_room() {
    for (path, text) in all_sources() {
        assert!(text.starts_with("//! "), "{} says nothing about itself", path.display());
        let n = text.lines().count();
        assert!(n <= 620, "{} has {n} lines: move something out", path.display());
        for word in ["TODO", "FIXME", "XXX", "todo!("] {
            assert!(!text.contains(word), "{} has {word}", path.display());
        }
    }
}

#[test]
fn nobody_is_promised_anonymity() {
    for name in [
        "src/words/nl.ftl",
        "src/words/en.ftl",
        "surveys/core-pulse.toml",
        "surveys/samples/city.toml",
        "surveys/samples/coast.toml",
    ] {
        let text = std::fs::read_to_string(root().join(name)).unwrap().to_lowercase();
        assert!(!text.contains("anoniem") && !text.contains("anonym"), "{name}");
    }
}

#[test]
fn sample_people_live_under_names_that_no_mail_reaches() {
    for name in ["surveys/samples/city.toml", "surveys/samples/coast.toml"] {
        let text = std::fs::read_to_string(root().join(name)).unwrap();
        for line in text.lines().filter(|line| line.starts_with("mail = ")) {
            assert!(line.ends_with(".example\""), "{name}: {line}");
        }
    }
}

#[test]
fn the_six_chosen_crates_are_direct_dependencies() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    for name in ["warp", "cron", "reqwest", "rusqlite", "plotters", "serde"] {
        assert!(manifest.lines().any(|line| line.starts_with(&format!("{name} = "))), "{name}");
    }
}
