//! Mail as `.eml` files: the default, so that nothing needs a server.

#![expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "this way out is a folder")]

use std::io::Write;
use std::path::{Path, PathBuf};

use super::mail::Mail;
use super::{Outcome, SetupError};

/// A folder of mails. A file that is there was accepted; there are no half files.
pub struct Folder(PathBuf);

impl Folder {
    /// Uses a folder, made if need be.
    pub fn new(path: PathBuf) -> Result<Folder, SetupError> {
        std::fs::create_dir_all(&path)
            .map_err(|error| SetupError(format!("could not make the folder {}: {error}", path.display())))?;
        Ok(Folder(path))
    }

    /// Whether a mail of this name is there.
    pub fn has(&self, name: &str) -> bool {
        self.path(name).exists()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(format!("{name}.eml"))
    }

    /// Writes the mail: under another name first, flushed, then renamed.
    pub async fn send(&self, mail: &Mail) -> Outcome {
        let bytes = match mail.to_bytes() {
            Ok(bytes) => bytes,
            Err(problem) => return Outcome::Refused(problem),
        };
        let (path, draft) = (self.path(&mail.name), self.0.join(format!(".{}.draft", mail.name)));
        let folder = self.0.clone();
        let written = tokio::task::spawn_blocking(move || write(&folder, &draft, &path, &bytes)).await;
        match written {
            Ok(Ok(())) => Outcome::Accepted,
            Ok(Err(error)) => Outcome::NotNow(format!("could not write the mail: {error}")),
            Err(_) => Outcome::NotNow("writing the mail was interrupted".to_owned()),
        }
    }
}

fn write(folder: &Path, draft: &Path, path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = std::fs::File::create(draft)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(draft, path)?;
    std::fs::File::open(folder)?.sync_all()
}
