//! What the files say of each key, as it is read and before it is judged. Only keys of the
//! region are drafted, so the drafts grow with the region and not with the nation's files.

use crate::model::{
    AmountKind, BodyId, Candidature, Cents, Coordinates, Fund, LabelKind, Observed, Phase, Place,
    ProjectDate, ProjectDateKind, Role, SourceId, Submeasure, Target, Tender, Trade, Unnamed, Unread, Word,
};
use crate::text::fold;
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};
use thin_vec::ThinVec;

/// A list that keeps little room for what may come: the drafts have millions, most short or empty.
pub(crate) type LeanList<T> = ThinVec<T>;

/// The words of labels: each project has some fifteen, and the tables repeat few.
#[derive(Default)]
pub(crate) struct LabelWords {
    numbers: HashMap<Word, WordId>,
    words: Vec<Word>,
}

/// The number of a word of labels.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WordId(u32);

impl LabelWords {
    fn number(&mut self, word: impl Into<Word>) -> WordId {
        *self.numbers.entry(word.into()).or_insert_with_key(|word| {
            self.words.push(word.clone());
            WordId(self.words.len() as u32 - 1)
        })
    }

    pub fn word(&self, WordId(at): WordId) -> &str {
        &self.words[at as usize]
    }
}

/// All that was read of one spelling of a key. Sources are provisional.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    /// Its local code as each source spells it.
    pub spellings: LeanList<(SourceId, Word)>,
    /// In their order, as those of `listed`.
    pub seen: LeanList<SourceId>,
    /// Sources in which the key stands in the table of projects, to tell duplicates.
    pub listed: LeanList<SourceId>,
    pub labels: LeanList<(LabelKind, WordId, SourceId)>,
    /// Cells that hold something which could not be read.
    pub unread: LeanList<Unread>,
    pub amounts: LeanList<(AmountKind, Fund, Observed<Cents>)>,
    pub dates: LeanList<ProjectDate>,
    pub phases: LeanList<Phase>,
    pub places: LeanList<Place>,
    pub bodies: LeanList<(Role, BodyId, SourceId)>,
    pub tenders: LeanList<TenderRow>,
    pub winners: LeanList<WinnerRow>,
    pub targets: LeanList<Target>,
    pub candidatures: LeanList<Candidature>,
    pub titles: LeanList<Observed<String>>,
    pub summaries: LeanList<Observed<String>>,
}

/// A row of a table of tenders.
#[derive(Clone, Debug)]
pub(crate) struct TenderRow {
    pub procedure_code: String,
    pub tender: Tender,
    pub source: SourceId,
}

/// A row of a table of winners or of subcontractors, with the codes of its tender.
#[derive(Clone, Debug)]
pub(crate) struct WinnerRow {
    pub cig: String,
    pub pda: String,
    pub procedure_code: String,
    /// `None` where the row names nobody: it tells of the tender all the same.
    pub winner: Option<Winner>,
    /// Tells a person whom two rows name from two persons; it is written nowhere.
    pub person: String,
    pub source: SourceId,
}

/// Who won, before the bodies have their names.
#[derive(Clone, Debug)]
pub(crate) struct Winner {
    pub body: Option<BodyId>,
    pub unnamed: Unnamed,
    pub trade: Option<Trade>,
    pub subcontractor: bool,
    pub role: Option<Word>,
}

impl Draft {
    /// Spelt so by a source that has not spelt it so before.
    pub fn spell(&mut self, source: SourceId, local: &str) {
        put(&mut self.seen, source);
        // The same piece of memory, where another source spells it so.
        let known = self.spellings.iter().find(|(_, known)| &**known == local);
        let word = known.map_or_else(|| local.into(), |(_, known)| known.clone());
        add(&mut self.spellings, (source, word));
    }

    pub fn label(
        &mut self,
        words: &mut LabelWords,
        kind: LabelKind,
        value: Option<impl Into<Word>>,
        source: SourceId,
    ) {
        if let Some(value) = value {
            add(&mut self.labels, (kind, words.number(value), source));
        }
    }

    pub fn amount(&mut self, kind: AmountKind, fund: Fund, value: Option<Cents>, source: SourceId) {
        if let Some(value) = value {
            add(&mut self.amounts, (kind, fund, Observed { value, source }));
        }
    }

    pub fn date(&mut self, kind: ProjectDateKind, value: Option<Date>, source: SourceId) {
        if let Some(value) = value {
            add(&mut self.dates, ProjectDate { kind, value, source });
        }
    }

    /// Takes over the amounts and dates that another row of the same key gives otherwise, and tells
    /// whether there are any.
    pub fn differs(&mut self, other: Draft) -> bool {
        // A key that is repeated without end is read no further.
        const MOST: usize = 1_000;
        let known = (self.amounts.len(), self.dates.len());
        if known.0.max(known.1) > MOST {
            return true;
        }
        for amount in other.amounts {
            if !self.amounts.contains(&amount) {
                self.amounts.push(amount);
            }
        }
        for date in other.dates {
            if !self.dates.contains(&date) {
                self.dates.push(date);
            }
        }
        known != (self.amounts.len(), self.dates.len())
    }

    /// It is of the whole nation, and no place is named.
    pub fn is_national(&self) -> bool {
        !self.places.is_empty() && self.places.iter().all(Place::is_nation)
    }

    /// Takes over all that another draft says.
    pub fn absorb(&mut self, other: Draft) {
        join(&mut self.spellings, other.spellings);
        for source in other.seen {
            put(&mut self.seen, source);
        }
        for source in other.listed {
            put(&mut self.listed, source);
        }
        join(&mut self.labels, other.labels);
        join(&mut self.unread, other.unread);
        join(&mut self.amounts, other.amounts);
        join(&mut self.dates, other.dates);
        join(&mut self.phases, other.phases);
        join(&mut self.places, other.places);
        join(&mut self.bodies, other.bodies);
        join(&mut self.tenders, other.tenders);
        join(&mut self.winners, other.winners);
        join(&mut self.targets, other.targets);
        join(&mut self.candidatures, other.candidatures);
        join(&mut self.titles, other.titles);
        join(&mut self.summaries, other.summaries);
    }
}

/// Adds to a list. One that doubled would be half empty.
pub(crate) fn add<T>(list: &mut LeanList<T>, item: T) {
    make_room(list, 1);
    list.push(item);
}

/// Adds all that another list has.
fn join<T>(list: &mut LeanList<T>, other: LeanList<T>) {
    make_room(list, other.len());
    list.extend(other);
}

/// Long lists grow by half, so that each row is moved a few times.
fn make_room<T>(list: &mut LeanList<T>, more: usize) {
    if list.capacity() - list.len() < more {
        list.reserve_exact(more.max(list.len() / 2));
    }
}

/// Adds to a list in order what it does not hold; whether it did not.
pub(crate) fn put(list: &mut LeanList<SourceId>, source: SourceId) -> bool {
    let at = list.binary_search(&source);
    if let Err(at) = at {
        make_room(list, 1);
        list.insert(at, source);
    }
    at.is_err()
}

/// What the copy of Open PNRR Toscana says of a CUP.
#[derive(Clone, Debug)]
pub(crate) struct Copied {
    pub amounts: Vec<(Fund, Cents)>,
    /// Folded name of the only comune.
    pub comune: Option<String>,
    pub coordinates: Option<Coordinates>,
    pub source: SourceId,
}

/// Where each folded local code of a pair stands.
#[derive(Clone, Debug, Default)]
struct Index(HashMap<String, usize>);

/// A sub-measure and a CUP, and the drafts of its local codes.
#[derive(Clone, Debug)]
pub(crate) struct Pair {
    pub submeasure: Submeasure,
    pub cup: String,
    /// By folded local code.
    pub keyed: LeanList<(String, Draft)>,
    /// Rows of tables that have no local code.
    pub loose: Option<Box<Draft>>,
    /// Once there are many local codes.
    index: Option<Box<Index>>,
}

/// So many local codes are looked through one by one.
const FEW: usize = 16;

impl Pair {
    /// The draft of the rows of tables that have no local code.
    pub fn loose(&mut self) -> &mut Draft {
        self.loose.get_or_insert_default()
    }

    /// The draft of a local code as a row spells it.
    pub fn local(&mut self, local: &str, source: SourceId) -> &mut Draft {
        // Tables repeat a key row after row, spelt alike.
        let is_spelt = |d: &Draft| d.spellings.iter().any(|(s, l)| *s == source && &**l == local);
        if self.keyed.len() <= FEW
            && let Some(at) = self.keyed.iter().position(|(_, d)| is_spelt(d))
        {
            return &mut self.keyed[at].1;
        }
        let at = self.place(fold::key(local));
        let draft = &mut self.keyed[at].1;
        if !is_spelt(draft) {
            draft.spell(source, local);
        }
        draft
    }

    /// Where the draft of a folded local code stands.
    fn place(&mut self, key: String) -> usize {
        let known = match self.keyed.len() {
            0..=FEW => self.keyed.iter().position(|(k, _)| *k == key),
            _ => self.index.as_ref().and_then(|index| index.0.get(&key).copied()),
        };
        known.unwrap_or_else(|| {
            let at = self.keyed.len();
            if at >= FEW {
                let all = || self.keyed.iter().map(|(k, _)| k.clone()).zip(0..);
                let index = self.index.get_or_insert_with(|| Box::new(Index(all().collect())));
                index.0.insert(key.clone(), at);
            }
            add(&mut self.keyed, (key, Draft::default()));
            at
        })
    }
}

/// The keys of the region's pairs.
#[derive(Clone, Default)]
pub(crate) struct Keys {
    by_key: HashMap<Vec<u8>, usize>,
    cups: HashSet<Vec<u8>>,
}

impl Keys {
    /// The number of a pair; `buffer` is the caller's, to be reused.
    pub fn find(&self, submeasure: &[u8], cup: &[u8], buffer: &mut Vec<u8>) -> Option<usize> {
        buffer.clear();
        buffer.extend_from_slice(submeasure);
        buffer.push(0);
        buffer.extend_from_slice(cup);
        buffer.make_ascii_uppercase();
        self.by_key.get(buffer.as_slice()).copied()
    }

    pub fn has_cup(&self, cup: &[u8]) -> bool {
        self.cups.contains(cup)
    }
}

/// The pairs of the region.
#[derive(Default)]
pub(crate) struct Drafts {
    pub pairs: LeanList<Pair>,
    pub keys: Keys,
    /// Everything is wanted: the whole nation.
    all: bool,
    buffer: Vec<u8>,
}

/// Why a pair has no drafts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoPair {
    Elsewhere,
    BadSubmeasure,
    EmptyCup,
}

impl Drafts {
    /// `all`: the pairs of every region.
    pub fn new(all: bool) -> Drafts {
        Drafts {
            all,
            ..Drafts::default()
        }
    }

    /// The number of the pair as one of the region's, made when it is new.
    pub fn admit(&mut self, submeasure: &[u8], cup: &[u8]) -> Result<usize, NoPair> {
        if let Some(i) = self.keys.find(submeasure, cup, &mut self.buffer) {
            return Ok(i);
        }
        let text = String::from_utf8_lossy(submeasure);
        let submeasure = Submeasure::parse(&text).map_err(|_| NoPair::BadSubmeasure)?;
        let cup = crate::text::clean::line(&String::from_utf8_lossy(cup)).to_uppercase();
        if cup.is_empty() {
            return Err(NoPair::EmptyCup);
        }
        let keys = &mut self.keys;
        // Of all that are wanted nobody asks.
        if !self.all {
            keys.cups.insert(cup.clone().into_bytes());
        }
        keys.by_key.insert(self.buffer.clone(), self.pairs.len());
        add(
            &mut self.pairs,
            Pair {
                submeasure,
                cup,
                keyed: LeanList::new(),
                loose: None,
                index: None,
            },
        );
        Ok(self.pairs.len() - 1)
    }

    /// The number of the pair, if it is one of the region's.
    pub fn find(&mut self, submeasure: &[u8], cup: &[u8]) -> Result<usize, NoPair> {
        if self.all {
            return self.admit(submeasure, cup);
        }
        self.keys
            .find(submeasure, cup, &mut self.buffer)
            .ok_or(NoPair::Elsewhere)
    }

    /// Whether the region has the CUP at all.
    pub fn has_cup(&self, cup: &[u8]) -> bool {
        self.all || self.keys.has_cup(cup)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn spellings_of_one_local_code_share_a_draft() {
        let mut drafts = Drafts::default();
        let s = SourceId(0);
        let at = drafts.admit(b"M1C1I1.02.00", b"b11c22000000006").unwrap();
        let pair = &mut drafts.pairs[at];
        pair.local("2.2_Borgo-Alfa", s);
        pair.local("22 BORGOALFA", s);
        pair.local("other", s);
        assert_eq!((pair.keyed.len(), pair.keyed[0].1.spellings.len()), (2, 2));
        // However many there are.
        for round in 0..2 {
            for n in 0..3 * FEW {
                pair.local(&format!("lotto-{n}"), SourceId(round));
                pair.local(&format!("LOTTO {n}"), SourceId(round));
            }
        }
        pair.local("other", s);
        assert_eq!(pair.keyed.len(), 2 + 3 * FEW);
        assert!(pair.keyed[2..].iter().all(|(_, d)| d.spellings.len() == 4));
        assert_eq!(pair.keyed[1].1.spellings.len(), 1);
        assert!(drafts.find(b"M1C1I1.02.00", b"B11C22000000006").is_ok());
        assert!(drafts.has_cup(b"B11C22000000006"));
        assert_eq!(drafts.find(b"M1C1I1.02.00", b"X").err(), Some(NoPair::Elsewhere));
        assert_eq!(drafts.admit(b"M1C1I1.02.00", b"").err(), Some(NoPair::EmptyCup));
        assert_eq!(drafts.admit(b"?", b"X").err(), Some(NoPair::BadSubmeasure));
    }
}
