//! Where one was.

use sportello::app::Trail;

#[test]
fn back_and_forward_walk_the_same_way() {
    let mut trail = Trail::<usize>::default();
    (1..=3).for_each(|place| trail.open(place));
    assert!(trail.back() && trail.back());
    assert_eq!((trail.here, trail.previous()), (1, Some(&0)));
    assert!(trail.forward());
    assert_eq!(trail.here, 2);
    trail.open(7);
    assert!(!trail.forward());
    assert!(trail.back() && trail.back() && trail.back() && !trail.back());
}

#[test]
fn a_long_way_is_bounded_and_the_oldest_place_is_the_first() {
    let mut trail = Trail::<usize>::default();
    (1..=300).for_each(|place| trail.open(place));
    let mut steps = 0;
    while trail.back() {
        steps += 1;
    }
    assert_eq!((trail.here, steps), (0, 100));
}
