#![allow(clippy::unwrap_used)]
use super::*;
use crate::model::{Body, Brief, ProjectId};
use crate::snapshot::Snapshot;
use std::io::Cursor;

fn unpack(bytes: &[u8]) -> Unpack {
    Unpack::new(Cursor::new(bytes.to_vec())).unwrap()
}

#[test]
fn stored_projects_and_bodies_are_those_that_were_read() {
    let catalogue = Snapshot::embedded().unwrap().catalogue().unwrap();
    let (projects, bodies) = (&catalogue.projects, &catalogue.bodies);
    let mut bytes = Vec::new();
    projects.store(&mut Pack::new(&mut bytes)).unwrap();
    bodies.store(&mut Pack::new(&mut bytes)).unwrap();
    let mut from = unpack(&bytes);
    let again = Briefs::stored(&mut from).unwrap();
    assert_eq!(again.len(), projects.len());
    let is_open = |one: &OnceLock<_>| one.get().is_some();
    assert!(again.len() > 9_000 && !again.boxes.iter().any(is_open));
    for (at, (own, other)) in projects.iter().zip(again.iter()).enumerate() {
        assert_eq!(format!("{own:?}"), format!("{other:?}"));
        assert_eq!(again.position(own.id), Some(at));
    }
    assert!(again.get(again.len()).is_none());
    let again = Shelf::<Body>::stored(&mut from).unwrap();
    assert!(again.len() > 1_000 && again.iter().eq(bodies.iter()));
    let cut = unpack(&bytes[..bytes.len() - 1]);
    let mut cut = cut;
    assert!(Briefs::stored(&mut cut).is_some() && Shelf::<Brief>::stored(&mut cut).is_none());
}

#[test]
fn what_cannot_be_unpacked_is_a_project_of_which_nothing_is_known() {
    let of = |ends: &[u32], sums: &[u32], bytes: &[u8]| {
        let mut out = Vec::new();
        let mut pack = Pack::new(&mut out);
        pack.array(ends).unwrap();
        pack.array(sums).unwrap();
        pack.array(bytes).unwrap();
        Shelf::<Brief>::stored(&mut unpack(&out))
    };
    let long = vec![0xffu8; 40];
    for (bytes, sum) in [(&long, pack::sum(&long)), (&long, 1), (&vec![0; 40], 1)] {
        let shelf = of(&[9, 40], &[sum], bytes).unwrap();
        let none = ProjectId::of("", "", "", 0);
        let known = shelf.iter().map(|brief| (brief.id, brief.measure));
        assert!(known.eq([(none, u16::MAX); 2]));
    }
    for (ends, sums) in [
        (&[9, 41][..], &[0][..]),
        (&[40, 9], &[0]),
        (&[9, 40], &[0, 0]),
        (&[], &[]),
    ] {
        assert!(of(ends, sums, &long).is_none());
    }
    assert!(of(&[], &[], &[]).unwrap().is_empty());
}
