//! Keys that several tables have: the code of the region, and what stands for a missing code.

use crate::model::RegionCode;
use crate::text::fold::fold;
use sha2::{Digest, Sha256};

/// `9`, `09` and `009` are one region.
pub(crate) fn is_region(raw: &[u8], region: Option<RegionCode>) -> bool {
    let Some(region) = region else { return true };
    let significant = |code: &[u8]| {
        let zeros = code.iter().take_while(|b| **b == b'0').count();
        code.len() - zeros
    };
    let want = region.as_str().as_bytes();
    let (a, b) = (significant(raw), significant(want));
    a == b && raw[raw.len() - a..] == want[want.len() - b..]
}

/// `000`, `00` or `0` for the region, and neither province nor comune.
pub(crate) fn is_nation([region, province, comune]: [&[u8]; 3]) -> bool {
    let zeros = |code: &[u8]| code.iter().all(|b| *b == b'0');
    !region.is_empty() && [region, province, comune].into_iter().all(zeros)
}

/// A short key made from a text: calls have a title where others have a code.
pub(crate) fn short_id(text: &str) -> String {
    let digest = Sha256::digest(fold(text).as_bytes());
    digest.iter().take(4).map(|b| format!("{b:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_with_and_without_zeros() {
        let toscana = RegionCode::parse("09");
        for raw in ["9", "09", "009"] {
            assert!(is_region(raw.as_bytes(), toscana));
        }
        for raw in ["", "0", "19", "90", "000"] {
            assert!(!is_region(raw.as_bytes(), toscana));
        }
        assert!(is_region(b"000", None));
        assert!(!is_region(b"1", RegionCode::parse("10")) && is_region(b"10", RegionCode::parse("10")));
    }
}
