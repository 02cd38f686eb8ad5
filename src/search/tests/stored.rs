//! An index that was stored is the one that was built, and one that was damaged harms nobody.

use super::archive::archive;
use crate::search::{Index, Query, Settings, Sort};
use crate::snapshot::Snapshot;
use crate::snapshot::pack::{Pack, Unpack};
use std::io::Cursor;
use std::sync::Arc;

fn packed(index: &Index) -> Vec<u8> {
    let mut bytes = Vec::new();
    index.store(&mut Pack::new(&mut bytes)).unwrap();
    bytes
}

fn unpack(bytes: &[u8]) -> Unpack {
    Unpack::new(Cursor::new(bytes.to_vec())).unwrap()
}

fn stored(index: &Index, bytes: &[u8]) -> Option<Index> {
    Index::stored(index.catalogue().clone(), &mut unpack(bytes))
}

const TYPED: &[&str] = &[
    "asillo nido serravezza",
    "casa della comun",
    "\"casa della comunità\" prato",
    "comune:prato scuola -palestra",
    "M4C1I1.1 lucca",
    "J57H2200123",
    "J57H22001230007",
    "oltre:prato",
    "universita wifi",
    "nido",
    "",
];

fn found(index: &Index) -> Vec<String> {
    let mut out = Vec::new();
    for typed in TYPED {
        for sort in [Sort::Relevance, Sort::Name, Sort::EndDate] {
            let settings = Settings {
                sort,
                fold: true,
                ..Settings::default()
            };
            out.push(format!("{:?}", index.search(&Query::parse(typed), &settings, 20)));
        }
    }
    out
}

#[test]
fn a_stored_index_is_the_one_that_was_built() {
    let snapshot = Snapshot::embedded().unwrap();
    let bundled = Index::open(&snapshot, Arc::new(snapshot.catalogue().unwrap())).unwrap();
    for built in [archive(), bundled] {
        let bytes = packed(&built);
        let again = stored(&built, &bytes).unwrap();
        assert!(packed(&again) == bytes);
        assert_eq!(found(&again), found(&built));
        assert_eq!(again.words(), built.words());
    }
}

#[test]
fn a_cut_index_and_that_of_another_catalogue_are_refused() {
    let index = archive();
    let bytes = packed(&index);
    for end in 0..bytes.len() {
        assert!(stored(&index, &bytes[..end]).is_none(), "{end}");
    }
    assert!(Index::stored(Arc::default(), &mut unpack(&bytes)).is_none());
}

/// Where each array begins and how long it is.
fn arrays(bytes: &[u8]) -> Vec<(usize, usize)> {
    let (mut out, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        let length = u64::from_le_bytes(bytes[at..at + 8].try_into().unwrap()) as usize;
        out.push((at + 12, length));
        at += 12 + length;
    }
    out
}

#[test]
fn what_was_changed_under_a_right_check_sum_is_refused_or_harmless() {
    let index = archive();
    let bytes = packed(&index);
    let (mut refused, mut harmless) = (0, 0);
    for (start, length) in arrays(&bytes) {
        for at in (start..start + length).step_by(4.max(length / 40)) {
            for value in [0u32, 1, 0x7fff_ffff, u32::MAX] {
                let mut changed = bytes.clone();
                let end = (at + 4).min(start + length);
                changed[at..end].copy_from_slice(&value.to_le_bytes()[..end - at]);
                let sum = crc32fast::hash(&changed[start..start + length]);
                changed[start - 4..start].copy_from_slice(&sum.to_le_bytes());
                let Some(index) = stored(&index, &changed) else {
                    refused += 1;
                    continue;
                };
                for typed in TYPED {
                    index.search(&Query::parse(typed), &Settings::default(), 20);
                }
                harmless += 1;
            }
        }
    }
    assert!(refused > 100 && harmless > 100, "{refused} {harmless}");
}
