//! What the official texts of a project say: facts, each with the table and the column that it
//! was read in, and words for search. The newest table wins for each kind of fact; what an older
//! one alone says stays.

use crate::import::draft::Draft;
use crate::import::facts::{self, Found, Texts, glued, words::Words};
use crate::import::gather::Gather;
use crate::model::{ComuneCode, Fact, Label, LabelKind, SourceId, TextColumn};
use std::collections::{BTreeMap, BTreeSet};

/// Objects of tenders that are read: a framework for a region has hundreds.
const MOST_TENDERS: usize = 30;
/// Comuni whose names are looked for in the texts.
const MOST_COMUNI: usize = 10;

/// Facts and words of a project.
pub(super) struct Said {
    pub facts: Vec<Fact>,
    pub words: BTreeSet<String>,
}

/// Texts and where they stand, besides titles and summaries.
struct Around<'a> {
    tender_objects: Vec<&'a str>,
    call_title: String,
    call_code: &'a str,
    indicators: Vec<&'a str>,
    addresses: Vec<&'a str>,
    comuni: Vec<(&'a str, ComuneCode)>,
    nature: &'a str,
    category: &'a str,
    type_name: &'a str,
    sources: BTreeMap<&'static str, SourceId>,
}

/// Reads all texts of a draft.
pub(super) fn read(draft: &Draft, submeasure: &str, local: &str, labels: &[Label], gather: &Gather) -> Said {
    let around = Around::new(draft, local, labels, gather);
    let mut releases: BTreeMap<SourceId, (&str, &str)> = BTreeMap::new();
    for title in &draft.titles {
        releases.entry(title.source).or_default().0 = &title.value;
    }
    for summary in &draft.summaries {
        releases.entry(summary.source).or_default().1 = &summary.value;
    }
    let mut releases: Vec<(Option<SourceId>, (&str, &str))> = releases
        .into_iter()
        .map(|(source, texts)| (Some(source), texts))
        .collect();
    releases.sort_by_key(|(source, _)| std::cmp::Reverse(source.map(|s| s)));
    if releases.is_empty() {
        releases.push((None, ("", "")));
    }
    let mut kept: Vec<Fact> = Vec::new();
    let mut words = Words::default();
    for (source, (title, summary)) in releases {
        let (title, summary) = (glued::apart(title), glued::apart(summary));
        let texts = around.texts((&title, &summary), submeasure, local, gather);
        let found = facts::of(&texts);
        words.add(&texts, &found);
        let known: BTreeSet<_> = kept.iter().map(|f| f.kind).collect();
        let new = found.into_iter().filter(|f| !known.contains(&f.kind));
        kept.extend(new.filter_map(|found| around.fact(found, source)));
    }
    kept.sort_by_key(|f| f.kind);
    let mut seen = BTreeSet::new();
    kept.retain(|f| seen.insert((f.kind, f.value.clone())));
    Said {
        facts: kept,
        words: words.finish(&gather.persons),
    }
}

impl<'a> Around<'a> {
    fn new(draft: &'a Draft, local: &str, labels: &'a [Label], gather: &'a Gather) -> Around<'a> {
        let label = |kind: LabelKind| labels.iter().find(|l| l.kind == kind);
        let value = |kind: LabelKind| label(kind).map_or("", |l| l.value.as_str());
        let named = |kind: &str, code: &str| {
            let codes = gather.classes.get(kind);
            codes
                .and_then(|c| c.get(code))
                .map_or("", |(_, name)| name.as_str())
        };
        let mut sources = BTreeMap::new();
        let mut newest = |column: TextColumn, source: SourceId| {
            let kept = sources.entry(column.code()).or_insert(source);
            if source > *kept {
                *kept = source;
            }
        };
        let mut tender_objects: Vec<&str> = Vec::new();
        for row in &draft.tenders {
            let Some(object) = row.tender.object.as_deref() else {
                continue;
            };
            newest(TextColumn::TenderObject, row.source);
            if tender_objects.len() < MOST_TENDERS && !tender_objects.contains(&object) {
                tender_objects.push(object);
            }
        }
        let mut call_titles: Vec<&str> = Vec::new();
        if let Some(call) = label(LabelKind::Call) {
            newest(TextColumn::CallCode, call.source);
            newest(TextColumn::CallTitle, call.source);
            let known = gather.calls.get(&call.value);
            call_titles.extend(known.and_then(|c| c.title.as_deref()));
        }
        for candidature in &draft.candidatures {
            let Some(call) = &candidature.call else { continue };
            newest(TextColumn::CallTitle, candidature.source);
            let known = gather.calls.get(&call.id).unwrap_or(call);
            call_titles.extend(known.title.as_deref());
        }
        for (source, spelling) in &draft.spellings {
            if &**spelling == local {
                newest(TextColumn::LocalCode, *source);
                newest(TextColumn::Measure, *source);
            }
        }
        if let Some(label) = label(LabelKind::Type) {
            newest(TextColumn::Type, label.source);
        }
        let mut indicators: Vec<&str> = Vec::new();
        for target in &draft.targets {
            newest(TextColumn::Indicator, target.source);
            let name = named("indicator", &target.indicator);
            if !name.is_empty() && !indicators.contains(&name) {
                indicators.push(name);
            }
        }
        let mut addresses: Vec<&str> = Vec::new();
        let mut comuni: Vec<(&str, ComuneCode)> = Vec::new();
        for place in &draft.places {
            if let Some(address) = &place.address {
                newest(TextColumn::Address, place.source);
                addresses.push(address);
            }
            let comune = place.comune.and_then(|code| gather.places.comune(code));
            if let Some(comune) = comune
                && comuni.len() < MOST_COMUNI
                && !comuni.iter().any(|(_, code)| *code == comune.code)
            {
                comuni.push((&comune.name, comune.code));
            }
        }
        Around {
            tender_objects,
            call_title: call_titles.join("; "),
            call_code: value(LabelKind::Call),
            indicators,
            addresses,
            comuni,
            nature: value(LabelKind::Nature),
            category: named(LabelKind::Category.code(), value(LabelKind::Category)),
            type_name: named(LabelKind::Type.code(), value(LabelKind::Type)),
            sources,
        }
    }

    fn texts(
        &'a self,
        (title, summary): (&'a str, &'a str),
        submeasure: &'a str,
        local_code: &'a str,
        gather: &'a Gather,
    ) -> Texts<'a> {
        Texts {
            title,
            summary,
            tender_objects: &self.tender_objects,
            call_title: &self.call_title,
            call_code: self.call_code,
            local_code,
            submeasure,
            indicators: &self.indicators,
            addresses: &self.addresses,
            comuni: &self.comuni,
            nature: self.nature,
            category: self.category,
            type_name: self.type_name,
            known: &gather.comune_names,
        }
    }

    /// The fact with its table; `None` where no table has the column.
    fn fact(&self, found: Found, release: Option<SourceId>) -> Option<Fact> {
        let known = |column: TextColumn| self.sources.get(column.code()).copied();
        let (column, source) = match found.column {
            TextColumn::Title | TextColumn::Summary => (found.column, release?),
            TextColumn::Measure if known(TextColumn::Measure).is_none() => (TextColumn::Programme, release?),
            column => (column, known(column)?),
        };
        Some(Fact {
            kind: found.kind,
            value: found.value,
            number: found.number,
            source,
            column,
        })
    }
}
