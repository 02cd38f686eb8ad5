//! Edits of an archive, its digest made right again: it is refused, or read to its end.

use super::super::{archive, file, folder, seal, tame};
use jiff::civil::{Date, date};
use sportello::app::{Archive, Ask, refusal};
use sportello::lang::Lang;
use sportello::sheet::{Format, Marks, Setting, Subject, format};
use sportello::snapshot::Snapshot;
use std::sync::LazyLock;

static WHOLE: LazyLock<Vec<u8>> = LazyLock::new(archive::bytes);
const TODAY: Date = date(2026, 6, 1);
const PAGE: usize = 4096;

/// Edits of six bytes: what is done, where, and two bytes to do it with.
pub fn feed(data: &[u8]) {
    let mut bytes = WHOLE.clone();
    for edit in data.chunks_exact(6) {
        let &[what, a, b, c, x, y] = edit else { continue };
        let at = u32::from_be_bytes([0, a, b, c]) as usize % bytes.len();
        match what % 5 {
            0 => bytes[at] = x,
            // The head of a page, or of the file.
            1 => bytes[at / PAGE * PAGE + usize::from(x) % 100] = y,
            2 => {
                let from = usize::from(x) * PAGE % bytes.len();
                bytes.copy_within(from..from + PAGE, at / PAGE * PAGE);
            }
            3 => {
                let end = bytes.len().min(at + usize::from(x));
                bytes[at..end].fill(y);
            }
            _ => bytes.truncate((at / PAGE + 1) * PAGE),
        }
    }
    seal(&mut bytes);
    let folder = folder();
    let path = file(&folder, "a.sqlite", &bytes);
    let told = |error| tame(&refusal(&path, &error, Lang::It));
    let archive = match Snapshot::open(&path).and_then(Archive::load) {
        Ok(archive) => archive,
        Err(error) => return told(error),
    };
    let setting = Setting {
        width: 80,
        marks: Marks::default(),
    };
    let projects = archive
        .catalogue()
        .projects
        .iter()
        .map(|p| Subject::Project(p.id));
    let comuni = archive
        .catalogue()
        .comuni
        .keys()
        .map(|code| Subject::Comune(*code));
    for subject in projects.take(8).chain(comuni.take(3)) {
        match archive.page(&subject, Lang::It, TODAY) {
            Ok(Some(page)) => drop(format(&page, Format::Text, setting)),
            Ok(None) => {}
            Err(error) => told(error),
        }
    }
    archive.find(&Ask::whole("asilo girasole prato"));
}
