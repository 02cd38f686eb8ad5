//! How many typing errors lie between two words: a letter too many, too few, wrong, or two
//! neighbours swapped. Only "at most one" and "at most two" are ever asked, so no table is kept.

/// Errors that a word of this many letters may have: none up to three, one up to seven, then two.
pub(super) fn allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Whether at most `errors` typing errors turn one word into the other.
pub(super) fn within(mut a: &[u8], mut b: &[u8], errors: usize) -> bool {
    if a.len().abs_diff(b.len()) > errors {
        return false;
    }
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    (a, b) = (&a[same..], &b[same..]);
    let same = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    (a, b) = (&a[..a.len() - same], &b[..b.len() - same]);
    if a.is_empty() || b.is_empty() {
        return a.len().max(b.len()) <= errors;
    }
    if errors == 0 {
        return false;
    }
    within(&a[1..], &b[1..], errors - 1)
        || within(&a[1..], b, errors - 1)
        || within(a, &b[1..], errors - 1)
        || swapped(a, b) && within(&a[2..], &b[2..], errors - 1)
}

/// Whether `word` is the beginning of `term` but for at most one typing error.
pub(super) fn begins(word: &[u8], term: &[u8]) -> bool {
    let same = word.iter().zip(term).take_while(|(x, y)| x == y).count();
    let (w, t) = (&word[same..], &term[same..]);
    let Some((_, rest)) = w.split_first() else {
        return true;
    };
    t.starts_with(rest)
        || t.len() > 1 && (t[1..].starts_with(rest) || t[1..].starts_with(w))
        || swapped(w, t) && t[2..].starts_with(&w[2..])
}

fn swapped(a: &[u8], b: &[u8]) -> bool {
    a.len() > 1 && b.len() > 1 && a[0] == b[1] && a[1] == b[0]
}

/// Which letters a word has, and which of them at least twice: 32 bits each. One error changes
/// at most two bits, so words whose signatures differ in more need no closer look.
pub(super) fn signature(word: &[u8]) -> u64 {
    word.iter().fold(0, |bits: u64, b| {
        let bit = 1u64 << (b & 31);
        if bits & bit == 0 {
            bits | bit
        } else {
            bits | bit << 32
        }
    })
}

/// Whether at most so many bits are set: quicker than to count them all, where processors that
/// count bits themselves are not all there are.
#[inline]
pub(super) fn has_at_most(bits: u64, most: usize) -> bool {
    (0..most).fold(bits, |left, _| left & left.wrapping_sub(1)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn counts_each_kind_of_error() {
        for typed in ["asillo", "ailo", "asilp", "aislo", "asil"] {
            assert!(within(typed.as_bytes(), b"asilo", 1), "{typed}");
        }
        assert!(!within(b"asilo", b"basilica", 2));
        assert!(!within(b"asilo", b"nido", 1));
        assert!(within(b"tranvia", b"tramvia", 1));
    }

    #[test]
    fn an_unfinished_word_may_have_one_error() {
        assert!(begins(b"serra", b"seravezza"));
        assert!(begins(b"sreav", b"seravezza"));
        assert!(begins(b"tran", b"tramvia"));
        assert!(begins(b"esera", b"seravezza"));
        assert!(!begins(b"asilo", b"basilica"));
        assert!(!begins(b"tron", b"tramvia"));
    }

    proptest! {
        #[test]
        fn agrees_with_the_table(a in "[a-d]{0,7}", b in "[a-d]{0,7}") {
            let distance = strsim::osa_distance(&a, &b);
            for errors in 0..3 {
                prop_assert_eq!(within(a.as_bytes(), b.as_bytes(), errors), distance <= errors);
            }
            let bits = (signature(a.as_bytes()) ^ signature(b.as_bytes())).count_ones() as usize;
            prop_assert!(bits <= 2 * distance);
        }

        #[test]
        fn few_bits_are_told_from_more(bits: u64, mask: u64, most in 0..8usize) {
            let bits = bits & mask & mask.rotate_left(7) & mask.rotate_left(23);
            prop_assert_eq!(has_at_most(bits, most), bits.count_ones() as usize <= most);
        }

        #[test]
        fn a_beginning_agrees_with_the_table(a in "[a-c]{1,5}", b in "[a-c]{0,7}") {
            let near = (0..=b.len()).any(|i| strsim::osa_distance(&a, &b[..i]) <= 1);
            prop_assert_eq!(begins(a.as_bytes(), b.as_bytes()), near);
            if near {
                let missing = signature(a.as_bytes()) & !signature(b.as_bytes());
                prop_assert!(missing.count_ones() <= 1);
            }
        }
    }
}
