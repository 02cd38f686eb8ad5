//! A package that anyone may have put on a stick is refused in one sentence, or its archive opens.

use super::super::{archive, digest, file, folder, tame};
use serde_json::{Map, Value};
use sportello::lang::Lang;
use sportello::renew::{self, Desk};
use sportello::snapshot::{FORMAT, Snapshot};
use std::io::Read;
use std::sync::LazyLock;

/// Of the day that the made-up archive speaks of.
const NAME: &str = "sportello-09-2025-03-31-1";
/// Between manifest, signature, pointer and packed archive.
const BETWEEN: u8 = 0xff;
/// So much of a packed archive is unpacked here.
const MOST: u64 = 4 << 20;

/// The made-up archive, packed.
static PACKED: LazyLock<Vec<u8>> = LazyLock::new(|| zstd::encode_all(&archive::bytes()[..], 1).unwrap());

/// Makes the sizes and the digests of a manifest right, as anyone can; the format 0 is this program's.
fn right(manifest: &[u8], packed: &[u8]) -> Option<Vec<u8>> {
    let mut manifest: Map<String, Value> = serde_json::from_slice(manifest).ok()?;
    let mut whole = Vec::new();
    if let Ok(decoder) = zstd::Decoder::new(packed) {
        // As far as it goes.
        _ = decoder.take(MOST).read_to_end(&mut whole);
    }
    for (size, sha256, bytes) in [
        ("size", "sha256", packed),
        ("archive_size", "archive_sha256", &whole),
    ] {
        manifest.insert(size.to_owned(), bytes.len().into());
        manifest.insert(sha256.to_owned(), digest(bytes).into());
    }
    if manifest.get("archive_format") == Some(&0.into()) {
        manifest.insert("archive_format".to_owned(), FORMAT.into());
    }
    serde_json::to_vec(&manifest).ok()
}

/// Where nothing is packed, the made-up archive is.
pub fn feed(data: &[u8]) {
    let (stick, home) = (folder(), folder());
    let mut parts = data.splitn(4, |byte| *byte == BETWEEN);
    let [manifest, signature, pointer, packed] = [(); 4].map(|()| parts.next());
    let manifest = manifest.unwrap_or_default();
    let packed = match packed {
        Some([]) => Some(&PACKED[..]),
        packed => packed,
    };
    let right = packed.and_then(|packed| right(manifest, packed));
    let manifest = Some(right.as_deref().unwrap_or(manifest));
    for (ending, part) in [
        ("json", manifest),
        ("json.minisig", signature.filter(|part| !part.is_empty())),
        ("sqlite.zst", packed),
    ] {
        if let Some(part) = part {
            file(&stick, &format!("{NAME}.{ending}"), part);
        }
    }
    if let Some(pointer) = pointer {
        file(&stick, "sportello-dati.json", pointer);
    }
    let desk = Desk {
        archives: home.path(),
        keys: &[],
        region: "09",
        day: None,
        unsigned: true,
        back: true,
    };
    match renew::take(&desk, stick.path()) {
        Ok(taken) => {
            taken.say(Lang::It).iter().for_each(|line| tame(line));
            let bundled = Snapshot::embedded().unwrap();
            let (opened, refused) = renew::in_place_of(bundled, home.path(), None);
            assert!(refused.is_empty() && opened.is_unsigned);
        }
        Err(error) => {
            for lang in Lang::ALL {
                let says = error.say(lang);
                assert!(!says.contains('\n'), "{error:?}");
                tame(&says);
            }
        }
    }
}
