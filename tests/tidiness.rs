//! Laws of the house, held against the source itself: imports point inward, the core is pure, files say what they
//! are, and nobody is promised anonymity.

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

/// What each room may import of ours, from the inside out. Every room of `src` stands here.
const ALLOWED: [(&str, &[&str]); 15] = [
    ("clock", &[]),
    ("domain", &[]),
    ("words", &["domain"]),
    ("insight", &["domain"]),
    ("plot", &["insight"]),
    ("report", &["domain", "insight", "plot", "words"]),
    ("catalogue", &["domain", "words"]),
    ("store", &["domain"]),
    ("config", &["domain", "catalogue", "report"]),
    ("delivery", &["domain", "words", "config"]),
    ("app", &["domain", "words", "insight", "plot", "report", "catalogue", "store", "config", "delivery"]),
    (
        "web",
        &["clock", "domain", "words", "insight", "report", "catalogue", "store", "config", "delivery", "app"],
    ),
    ("scheduler", &["clock", "config", "delivery", "app"]),
    (
        "cli",
        &[
            "clock",
            "domain",
            "words",
            "insight",
            "report",
            "catalogue",
            "store",
            "config",
            "delivery",
            "app",
            "web",
            "scheduler",
        ],
    ),
    ("main", &["cli"]),
];

#[test]
fn imports_point_inward() {
    let mut wrong = Vec::new();
    for (path, text) in all_sources() {
        let (room, code) = parts(&path, &text);
        if room == "lib" {
            continue;
        }
        let Some((_, allowed)) = ALLOWED.iter().find(|(name, _)| *name == room) else {
            wrong.push(format!("{}: a new room: say in ALLOWED what it may import", path.display()));
            continue;
        };
        for rest in code.split("crate::").skip(1) {
            let target: String = rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            if target != room && !allowed.contains(&target.as_str()) {
                wrong.push(format!(
                    "{} imports {target}: {room} may import {}. Move what both need inward, or hand it in as an argument",
                    path.display(),
                    if allowed.is_empty() { "nothing of ours".to_owned() } else { allowed.join(", ") },
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What a file imports of other files, by its `use` lines and the paths in its code.
fn imports(
    path: &Path,
    code: &str,
    files: &std::collections::BTreeMap<String, PathBuf>,
) -> std::collections::BTreeSet<PathBuf> {
    let own: Vec<String> = module_of(path).split("::").map(str::to_owned).collect();
    let mut found = std::collections::BTreeSet::new();
    let mut add = |segments: &[String]| {
        for n in (1..=segments.len()).rev() {
            if let Some(file) = files.get(&segments[..n].join("::")) {
                if file != path {
                    found.insert(file.clone());
                }
                return;
            }
        }
    };
    let mut rest = code;
    while let Some(at) = ["crate::", "super::", "self::"].iter().filter_map(|word| rest.find(word)).min() {
        let is_start =
            rest[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != ':');
        let tree: String = rest[at..].chars().take_while(|c| !";()<>\"".contains(*c)).collect();
        rest = &rest[at + 6..];
        if !is_start {
            continue;
        }
        for one in leaves(&tree) {
            let mut segments: Vec<String> = one.split("::").map(|part| part.trim().to_owned()).collect();
            let mut base = match segments[0].as_str() {
                "crate" => Vec::new(),
                _ => own.clone(),
            };
            while let Some(first) = segments.first().cloned() {
                match first.as_str() {
                    "crate" | "self" => {}
                    "super" => {
                        base.pop();
                    }
                    _ => break,
                }
                segments.remove(0);
            }
            base.extend(segments);
            add(&base);
        }
    }
    found
}

/// The paths of a `use` tree: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn leaves(tree: &str) -> Vec<String> {
    let Some((head, body)) = tree.split_once('{') else {
        let path: String = tree.chars().take_while(|c| c.is_alphanumeric() || "_:".contains(*c)).collect();
        return vec![path.trim_end_matches(':').to_owned()];
    };
    let (mut depth, mut part, mut all) = (0, String::new(), Vec::new());
    for c in body.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            _ => {}
        }
        if c == ',' && depth == 0 {
            all.push(std::mem::take(&mut part));
        } else {
            part.push(c);
        }
    }
    all.push(part);
    all.iter()
        .filter(|part| !part.trim().is_empty())
        .flat_map(|part| leaves(&format!("{}{}", head.trim(), part.trim())))
        .collect()
}

/// `app/round/mod.rs` is `app::round`.
fn module_of(path: &Path) -> String {
    let text = path.with_extension("").display().to_string();
    text.trim_end_matches("/mod").replace('/', "::")
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let sources = all_sources();
    let files = sources.iter().map(|(path, _)| (module_of(path), path.clone())).collect();
    let mut edges: std::collections::BTreeMap<PathBuf, _> = sources
        .iter()
        .map(|(path, text)| (path.clone(), imports(path, parts(path, text).1, &files)))
        .collect();
    // A folder's `mod.rs` tells its story and re-exports; what it names below it is no import.
    for (path, targets) in &mut edges {
        if path.ends_with("mod.rs") {
            let folder = path.parent().unwrap();
            let is_facade = !["disclosure", "desk", "compose"].iter().any(|name| folder.ends_with(name));
            targets.retain(|target| !is_facade || !target.starts_with(folder));
        }
    }
    // What nobody imports that is left is in no circle; taken away until nothing goes.
    loop {
        let targets: std::collections::BTreeSet<PathBuf> = edges.values().flatten().cloned().collect();
        let n = edges.len();
        edges.retain(|path, own| targets.contains(path) && !own.is_empty());
        let left: std::collections::BTreeSet<PathBuf> = edges.keys().cloned().collect();
        edges.values_mut().for_each(|own| own.retain(|target| left.contains(target)));
        if edges.len() == n {
            break;
        }
    }
    let told: Vec<String> = edges
        .iter()
        .map(|(path, own)| {
            format!(
                "{} → {}",
                path.display(),
                own.iter().map(|p| p.display().to_string()).collect::<Vec<_>>().join(", ")
            )
        })
        .collect();
    assert!(told.is_empty(), "a circle: move what both need into a file of its own\n{}", told.join("\n"));
}

#[test]
fn the_core_knows_no_clock_no_chance_no_database_and_no_network() {
    // Calls are forbidden by clippy.toml wherever they may not be; the core does not even know these words.
    const OUTSIDE: [&str; 12] = [
        "Utc::now",
        "SystemTime",
        "Instant",
        // Chance with a seed is an argument; chance without one is the world.
        "rand::rng",
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
    let mut files: Vec<PathBuf> = ["core-pulse.toml", "samples/city.toml", "samples/coast.toml"]
        .map(|name| root().join("surveys").join(name))
        .to_vec();
    for language in std::fs::read_dir(root().join("src/words"))
        .unwrap()
        .filter(|one| one.as_ref().unwrap().path().is_dir())
    {
        files.extend(std::fs::read_dir(language.unwrap().path()).unwrap().map(|one| one.unwrap().path()));
    }
    assert!(files.len() > 20);
    for name in files {
        let text = std::fs::read_to_string(&name).unwrap().to_lowercase();
        assert!(!text.contains("anoniem") && !text.contains("anonym"), "{}", name.display());
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
