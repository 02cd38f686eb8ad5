//! "Vicino a me": which comuni border on which, from `data/places`.

use crate::model::ComuneCode;

const FILE: &str = include_str!("../../data/places/neighbours.csv");

/// The comuni that border on one; none outside of Toscana, whose borders are not at hand.
pub(super) fn neighbours(comune: ComuneCode) -> Vec<ComuneCode> {
    let rows = FILE.lines().filter_map(|line| line.split_once(','));
    let own = rows.filter(|(one, _)| *one == comune.as_str());
    own.filter_map(|(_, other)| ComuneCode::parse(other)).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn neighbours_are_mutual() {
        let code = |text: &str| ComuneCode::parse(text).unwrap();
        let prato = code("100005");
        let around = neighbours(prato);
        assert!(around.len() > 3);
        assert!(around.iter().all(|c| neighbours(*c).contains(&prato)));
        assert!(neighbours(code("058091")).is_empty());
    }
}
