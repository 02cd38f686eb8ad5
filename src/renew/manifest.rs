//! What a package is, in JSON: the file that is signed.

use super::RenewError;
use crate::model::RegionCode;
use crate::text::clean;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The format of packages that this program writes and reads.
pub const FORMAT: u32 = 1;
/// The greatest serial: a slip of a region's hand must not end the counting.
pub const LAST: u64 = 999_999_999;
/// The region of an archive of the whole nation.
const NATION: &str = "00";
const BEGINS: &str = "sportello";

/// Fields are only added within a format.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Manifest {
    pub format: u32,
    /// ISTAT code of the region, `00` for the nation.
    pub region: String,
    pub region_name: String,
    /// Grows with each package of a region.
    pub serial: u64,
    /// The newest day that the data speak of.
    pub day: Date,
    /// The packed archive: bytes and digest.
    pub size: u64,
    pub sha256: String,
    /// The archive itself.
    pub archive_size: u64,
    pub archive_sha256: String,
    pub archive_format: u32,
    /// The oldest version of the program that can read it.
    pub program: String,
    /// A second key that the region will sign with, to be trusted from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_key: Option<String>,
}

impl Manifest {
    /// Reads one that is in order in itself: nothing is said yet of who wrote it.
    ///
    /// # Errors
    /// When it is none, or of a format or for a program that is newer.
    pub fn parse(bytes: &[u8]) -> Result<Manifest, RenewError> {
        #[derive(Deserialize)]
        struct Head {
            format: u32,
        }
        let head: Head = serde_json::from_slice(bytes).map_err(|_| RenewError::NoManifest)?;
        if head.format != FORMAT {
            return Err(RenewError::NewProgram);
        }
        let manifest: Manifest = serde_json::from_slice(bytes).map_err(|_| RenewError::NoManifest)?;
        let digests = [&manifest.sha256, &manifest.archive_sha256];
        let is_digest = |s: &&String| s.len() == 64 && s.bytes().all(|b| b.is_ascii_hexdigit());
        let is_whole = is_region(&manifest.region)
            && (1..=LAST).contains(&manifest.serial)
            && digests.iter().all(is_digest)
            && manifest.size > 0
            && manifest.archive_size > 0;
        if !is_whole {
            return Err(RenewError::NoManifest);
        }
        let own = version(env!("CARGO_PKG_VERSION"));
        let needs = version(&manifest.program);
        if manifest.archive_format > crate::snapshot::FORMAT || needs.is_none() || needs > own {
            return Err(RenewError::NewProgram);
        }
        if manifest.archive_format < crate::snapshot::FORMAT {
            return Err(RenewError::OldPackage);
        }
        Ok(Manifest {
            region_name: clean::line(&manifest.region_name).chars().take(40).collect(),
            ..manifest
        })
    }

    /// The name that its three files share.
    pub fn name(&self) -> Name {
        Name {
            region: self.region.clone(),
            day: self.day,
            serial: self.serial,
        }
    }
}

/// `sportello-09-2026-06-30-7`: region, day, serial.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    pub region: String,
    pub day: Date,
    pub serial: u64,
}

impl Name {
    /// Reads a name; what could lead out of a folder is none.
    pub fn parse(text: &str) -> Option<Name> {
        let rest = text.strip_prefix(BEGINS)?.strip_prefix('-')?;
        let (region, rest) = rest.split_once('-')?;
        let (day, serial) = rest.rsplit_once('-')?;
        let name = Name {
            region: region.to_owned(),
            day: day.parse().ok()?,
            serial: serial.parse().ok()?,
        };
        // Only as it is written here: no sign, no zeros before it.
        (is_region(region) && (1..=LAST).contains(&name.serial) && name.to_string() == text).then_some(name)
    }

    /// The packed archive.
    pub fn package(&self) -> String {
        format!("{self}.sqlite.zst")
    }

    /// What says what it is.
    pub fn manifest(&self) -> String {
        format!("{self}.json")
    }

    /// Who says so.
    pub fn signature(&self) -> String {
        format!("{self}.json.minisig")
    }
}

impl std::fmt::Display for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{BEGINS}-{}-{}-{}", self.region, self.day, self.serial)
    }
}

/// The code that names a region in packages.
pub fn code_of(region: Option<RegionCode>) -> String {
    region.map_or_else(|| NATION.to_owned(), |code| code.to_string())
}

fn is_region(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|b| b.is_ascii_digit())
}

fn version(text: &str) -> Option<[u32; 3]> {
    let parts: Option<Vec<u32>> = text.split('.').map(|part| part.parse().ok()).collect();
    parts?.try_into().ok()
}
