//! The body that answers for a project, where only its tax code is published: some local codes
//! begin with it (`SA#BDAP%01234567890…`), and other tables give the body its name.

use crate::import::ready::Ready;
use crate::model::{BodyId, Role};
use std::collections::HashSet;

/// Gives each project without a body the one that its local code names, if a table knows it.
pub(super) fn by_code(projects: &mut [Ready], known: &HashSet<BodyId>) {
    for ready in projects {
        if ready.draft.bodies.iter().any(|(role, _, _)| *role != Role::Other) {
            continue;
        }
        let codes = ready.draft.spellings.iter();
        let codes = codes.filter_map(|(source, local)| Some((*source, BodyId(tax_code(local)?.into()))));
        let newest = codes
            .filter(|(_, id)| known.contains(id))
            .max_by_key(|(source, _)| *source);
        if let Some((source, id)) = newest {
            ready.draft.bodies.push((Role::Implementer, id, source));
        }
    }
}

/// Eleven digits behind a percent sign.
fn tax_code(local: &str) -> Option<&str> {
    let codes = local.split('%').skip(1).filter_map(|part| part.get(..11));
    codes
        .into_iter()
        .find(|code| code.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::tax_code;

    #[test]
    fn a_tax_code_stands_behind_a_percent_sign() {
        for local in ["SA#BDAP%01234567890Alfa0cc1", "SA#BDAP%SS#BDAP%01234567890Alfa"] {
            assert_eq!(tax_code(local), Some("01234567890"));
        }
        for local in [
            "MWBDAP#287682",
            "SA#BDAP%0123456789",
            "01234567890",
            "x%0123456789Alfa",
        ] {
            assert_eq!(tax_code(local), None, "{local}");
        }
    }
}
