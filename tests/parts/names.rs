//! What was typed, among several names.

use sportello::app::names::narrowed;
use sportello::text::fold::fold;

#[test]
fn names_are_narrowed_and_slips_forgiven() {
    let all = ["Asili nido", "Nidi", "Case della Comunità", "Fibra ottica"];
    let of = |typed: &str| {
        let (kept, near) = narrowed(&all, typed, |name| vec![fold(name)]);
        (kept.into_iter().copied().collect::<Vec<_>>(), near)
    };
    assert_eq!(of("nid"), (vec!["Nidi", "Asili nido"], false));
    assert_eq!(of("comunita"), (vec!["Case della Comunità"], false));
    assert_eq!(of("asilli nido"), (vec!["Asili nido"], true));
    assert_eq!(of("xyz"), (vec![], false));
    assert_eq!(of("").0.len(), 4);
}
