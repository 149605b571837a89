//! The words become types: every key of the Fluent files under `src/words/` is a variant, every parameter a field.
//!
//! A key that a language lacks, or fills with other parameters, stops the build here. A key that stands in no file, or a
//! parameter that is missing, is a variant or field that does not exist, and a key that nothing uses is dead code: both
//! are the compiler's errors. The languages are the folders, Dutch first.

#![allow(clippy::disallowed_methods)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};

/// What a language says: keys, each with the parameters that its pattern names, its text, and where it stands.
type Messages = BTreeMap<String, Message>;

struct Message {
    parameters: BTreeSet<String>,
    text: String,
    file: PathBuf,
}

fn main() {
    let folder = Path::new("src/words");
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rerun-if-changed=build.rs");
    let languages = list_languages(folder);
    let read: Vec<(String, Messages)> =
        languages.iter().map(|code| (code.clone(), read_language(&folder.join(code)))).collect();
    let problems = compare(&read);
    if !problems.is_empty() {
        for problem in problems {
            println!("cargo::error={problem}");
        }
        return;
    }
    let Some((_, reference)) = read.first() else { return };
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo names an output folder"));
    let write = |name: &str, text: String| {
        std::fs::write(out.join(name), text).expect("the output folder takes files")
    };
    write("languages.rs", write_languages(&languages));
    write("words.rs", write_words(reference));
    write("sources.rs", write_sources(&languages, folder));
}

/// The folders' names, Dutch first, the others by their codes.
fn list_languages(folder: &Path) -> Vec<String> {
    let mut codes: Vec<String> = std::fs::read_dir(folder)
        .expect("src/words is there")
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    codes.sort_by_key(|code| (code != "nl", code.clone()));
    codes
}

fn list_files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("a language's folder can be read")
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ftl"))
        .collect();
    files.sort();
    files
}

fn read_language(folder: &Path) -> Messages {
    let mut messages = Messages::new();
    for file in list_files(folder) {
        let text = std::fs::read_to_string(&file).expect("a language file can be read");
        let resource = match fluent_syntax::parser::parse(text.as_str()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                for error in errors {
                    let line = text[..error.pos.start.min(text.len())].lines().count();
                    println!("cargo::error={}:{line}: {error}", file.display());
                }
                resource
            }
        };
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let Some(pattern) = message.value else { continue };
            let mut found = Message { parameters: BTreeSet::new(), text: String::new(), file: file.clone() };
            visit(&pattern, &mut found);
            let key = message.id.name.to_owned();
            if messages.insert(key.clone(), found).is_some() {
                println!("cargo::error={}: {key} is there twice", file.display());
            }
        }
    }
    messages
}

fn visit(pattern: &Pattern<&str>, found: &mut Message) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => found.text.push_str(value),
            PatternElement::Placeable { expression } => {
                found.text.push('…');
                visit_expression(expression, found);
            }
        }
    }
}

fn visit_expression(expression: &Expression<&str>, found: &mut Message) {
    match expression {
        Expression::Inline(inline) => visit_inline(inline, found),
        Expression::Select { selector, variants } => {
            visit_inline(selector, found);
            for variant in variants {
                visit(&variant.value, found);
            }
        }
    }
}

fn visit_inline(inline: &InlineExpression<&str>, found: &mut Message) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.parameters.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => visit_arguments(arguments, found),
        InlineExpression::TermReference { arguments: Some(arguments), .. } => {
            visit_arguments(arguments, found)
        }
        InlineExpression::Placeable { expression } => visit_expression(expression, found),
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { arguments: None, .. } => {}
    }
}

fn visit_arguments(arguments: &CallArguments<&str>, found: &mut Message) {
    for argument in &arguments.positional {
        visit_inline(argument, found);
    }
    for argument in &arguments.named {
        visit_inline(&argument.value, found);
    }
}

/// What differs between the first language and each other one, as sentences with the place to mend.
fn compare(read: &[(String, Messages)]) -> Vec<String> {
    let Some(((first, reference), others)) = read.split_first() else { return Vec::new() };
    let mut problems = Vec::new();
    for (code, messages) in others {
        for (key, message) in reference {
            match messages.get(key) {
                None => problems.push(format!(
                    "{}: {key} is missing; {} has it",
                    message.file.display().to_string().replace(&format!("/{first}/"), &format!("/{code}/")),
                    message.file.display()
                )),
                Some(other) if other.parameters != message.parameters => problems.push(format!(
                    "{}: {key} has the parameters {:?}; {} has {:?}",
                    other.file.display(),
                    other.parameters,
                    message.file.display(),
                    message.parameters
                )),
                Some(_) => {}
            }
        }
        for (key, message) in messages {
            if !reference.contains_key(key) {
                problems.push(format!("{}: {key} is in no file of {first}", message.file.display()));
            }
        }
    }
    problems
}

/// `signal-heading` → `SignalHeading`.
fn variant(key: &str) -> String {
    key.split('-')
        .map(|part| {
            let mut letters = part.chars();
            letters
                .next()
                .map(|first| first.to_ascii_uppercase().to_string() + letters.as_str())
                .unwrap_or_default()
        })
        .collect()
}

fn write_languages(codes: &[String]) -> String {
    let lines: String = codes.iter().map(|code| format!("{} \"{code}\", ", variant(code))).collect();
    format!("macro_rules! for_languages {{ ($each:ident) => {{ $each! {{ {lines} }} }}; }}\n")
}

fn write_words(messages: &Messages) -> String {
    let doc = |message: &Message| {
        // A sentence about a file names its tables, `[mail]`: rustdoc would take that for a link.
        let text: String = message.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text: String =
            text.chars().flat_map(|c| "[]<>`*_".contains(c).then_some('\\').into_iter().chain([c])).collect();
        format!("    #[doc = {text:?}]\n")
    };
    let (plain, filled): (Vec<_>, Vec<_>) =
        messages.iter().partition(|(_, message)| message.parameters.is_empty());
    let mut out = String::new();
    out += "/// A word or sentence without parameters; its doc is the Dutch text.\n#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]\n#[deny(dead_code)]\n#[allow(clippy::enum_variant_names)]\npub(crate) enum Word {\n";
    for (key, message) in &plain {
        let _ = writeln!(out, "{}    {},", doc(message), variant(key));
    }
    out += "}\n\nimpl Word {\n    /// The key in the language files.\n    pub(crate) fn key(self) -> &'static str {\n        match self {\n";
    for (key, _) in &plain {
        let _ = writeln!(out, "            Word::{} => {key:?},", variant(key));
    }
    out += "        }\n    }\n}\n\n/// A sentence with what fills it; the doc is the Dutch text, … where something is filled in.\n#[derive(Debug, Clone)]\n#[deny(dead_code)]\npub(crate) enum Phrase<'a> {\n    /// One without parameters.\n    Word(Word),\n";
    for (key, message) in &filled {
        let _ = writeln!(out, "{}    {} {{", doc(message), variant(key));
        for parameter in &message.parameters {
            let _ = writeln!(out, "        #[allow(missing_docs)]\n        {parameter}: Value<'a>,");
        }
        out += "    },\n";
    }
    out += "}\n\nimpl<'a> Phrase<'a> {\n    /// The key in the language files, and what fills its parameters.\n    pub(crate) fn into_parts(self) -> (&'static str, Vec<(&'static str, Value<'a>)>) {\n        match self {\n            Phrase::Word(word) => (word.key(), Vec::new()),\n";
    for (key, message) in &filled {
        let fields = message.parameters.iter().cloned().collect::<Vec<_>>().join(", ");
        let pairs: Vec<String> =
            message.parameters.iter().map(|parameter| format!("({parameter:?}, {parameter})")).collect();
        let _ = writeln!(
            out,
            "            Phrase::{} {{ {fields} }} => ({key:?}, vec![{}]),",
            variant(key),
            pairs.join(", ")
        );
    }
    out += "        }\n    }\n}\n\nimpl From<Word> for Phrase<'_> {\n    fn from(word: Word) -> Self {\n        Phrase::Word(word)\n    }\n}\n";
    out
}

fn write_sources(codes: &[String], folder: &Path) -> String {
    let root = std::env::current_dir().expect("cargo runs this in the project's root");
    let mut out =
        String::from("fn sources(language: Language) -> &'static [&'static str] {\n    match language {\n");
    for code in codes {
        let files: Vec<String> = list_files(&folder.join(code))
            .iter()
            .map(|file| format!("include_str!({:?})", root.join(file).display().to_string()))
            .collect();
        let _ = writeln!(out, "        Language::{} => &[{}],", variant(code), files.join(", "));
    }
    out += "    }\n}\n";
    out
}
