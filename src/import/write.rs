//! The last step: projects, places, measures and what was found wrong go into the snapshot, in
//! an order that depends on nothing but the input.

mod sums;

use super::bodies::as_they_apply;
use super::error::ImportError;
use super::gather::Gather;
use super::input::Input;
use super::read::Tally;
use super::ready::{Ready, Resolved};
use super::report::{EXAMPLES, FileReport, Problem, Report, Usage};
use super::resolve::resolve;
use super::sources::{Origin, Release};
use super::{places::Gazetteer, settle, settle::Settled};
use crate::model::{
    Body, BodyId, Cig, Comune, Project, ProjectId, RegionCode, Removal, SourceId, Submeasure, Table, Tender,
    Unread,
};
use crate::snapshot::{WriteError, Writer, Written};
use crate::text::fold::{self, fold};
use jiff::civil::date;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel, sync_channel};
use std::sync::{Mutex, PoisonError};

use std::thread;

/// Day of ISTAT's figures of residents, and of the list of comuni.
const ISTAT: Origin = Origin {
    date: Some(date(2023, 1, 1)),
    release: Release::Current,
    table: Table::Istat,
};

/// So many projects are settled at a time.
const PART: usize = 64;
/// So many parts wait to be written.
const WAITING: usize = 4;

pub(crate) fn write(
    mut gather: Gather,
    tallies: &[(&Input, Tally)],
    out: &Path,
    removals: &[Removal],
    cancel: &AtomicBool,
) -> Result<(Written, Report), ImportError> {
    hold_empty_tables(&mut gather, tallies);
    let istat = gather.sources.of(
        ISTAT,
        &[
            "Codice".into(),
            "Comune".into(),
            "Provincia".into(),
            "Popolazione".into(),
        ],
    );
    let found = std::mem::take(&mut gather.bodies);
    let known = found.ids();
    let (resolved, bodies) = thread::scope(|scope| {
        let bodies = scope.spawn(|| found.finish());
        (resolve(&mut gather, &known), bodies.join())
    });
    let mut bodies = bodies.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
    as_they_apply(&mut bodies, &resolved.applicants());
    as_comuni_write(&mut bodies, &gather);
    let mut report = Report {
        natural_persons: gather.natural_persons,
        duplicate_rows: gather.duplicates,
        respelt_keys: resolved.respelt,
        unmatched: resolved
            .unmatched
            .iter()
            .map(|(t, n)| (t.code().to_owned(), *n))
            .collect(),
        ..Report::default()
    };
    let region = gather
        .region
        .and_then(|code| gather.places.regions.iter().find(|r| r.code == code).cloned());
    let name = region.as_ref().map_or("Italia", |r| r.name.as_str());
    let writer = Writer::new(out, gather.region, name)?;
    report.region_name = name.to_owned();
    report.region = gather.region.map(|r| r.to_string()).unwrap_or_default();
    let problems = problems(tallies, &resolved, &gather);
    let (mut ready, used) = named(resolved, gather.region, &mut report);
    objects_made_whole(&mut ready);
    gather.shared_cigs = shared_cigs(&ready);
    let comuni = comuni_named(&gather.places, gather.region, &ready);
    comuni.iter().for_each(|_| gather.sources.count(istat));
    let sources = gather.sources.list();
    for source in &sources {
        writer.source(source)?;
    }
    places(&writer, &gather, &ready, &comuni, istat)?;
    measures(&writer, &mut gather, &used)?;
    for (kind, codes) in &gather.classes {
        for (code, (_, name)) in codes {
            writer.class(kind, code, name)?;
        }
    }
    for call in gather.calls.values() {
        writer.call(call)?;
    }
    let mut sums = sums::Sums::default();
    let region = gather.region;
    let copies = sources
        .iter()
        .filter(|s| !s.is_official())
        .map(|s| s.id)
        .collect();
    let add = |Settled { project, words }: &mut Settled| {
        sums.add(project, (region, &copies), &mut report);
        without_broken_codes(project);
        project.shorten();
        writer.project(project)?;
        writer.words(project.id, words)
    };
    settled(ready, &gather, &bodies, cancel, add)?;
    sums.finish(&mut report);
    for ((source, problem), count) in problems {
        writer.quality(source, problem, count)?;
    }
    files(tallies, &mut report);
    // To let go of what was read takes as long as to seal the snapshot.
    thread::spawn(move || drop((gather, bodies)));
    if cancel.load(Ordering::Relaxed) {
        return Err(ImportError::Cancelled);
    }
    report.names_removed = writer.without(removals)? as u64;
    Ok((writer.finish()?, report))
}

/// "Comune di Oltre il Colle": of capitals nobody could tell which words are small.
fn as_comuni_write(bodies: &mut HashMap<BodyId, Body>, gather: &Gather) {
    const HEAD: &str = "Comune di ";
    for body in bodies.values_mut() {
        let Some(own) = body.name.strip_prefix(HEAD) else {
            continue;
        };
        let codes = gather.comune_names.named(&fold(own));
        if let Some(own) = codes.last().and_then(|code| gather.places.comune(*code)) {
            body.name = format!("{HEAD}{}", own.name);
        }
    }
}

/// A table that was read and has nothing of the region is held all the same: it tells what is
/// not published from what we do not have.
fn hold_empty_tables(gather: &mut Gather, tallies: &[(&Input, Tally)]) {
    for (input, tally) in tallies.iter().filter(|(i, _)| i.is_used()) {
        let table = input.table();
        if tally.kept == 0 && !gather.sources.has(table, input.release) {
            let id = gather.sources.of(input.origin(None), &input.columns);
            gather.sources.came(id, input.address.as_deref());
        }
    }
}

/// Settles the projects on as many threads as there are processors, and gives each to `add` in
/// their order. The thread that gives them settles too while it has none to give: with a thread more
/// than processors each would wait for the others' memory. What was read of a project is let go of
/// with it, and few wait to be written: a nation's projects do not stand in memory twice.
fn settled(
    ready: Vec<(ProjectId, Ready)>,
    gather: &Gather,
    bodies: &HashMap<BodyId, Body>,
    cancel: &AtomicBool,
    mut add: impl FnMut(&mut Settled) -> Result<(), WriteError>,
) -> Result<(), WriteError> {
    let helpers = thread::available_parallelism().map_or(1, usize::from).min(8) - 1;
    let (parts, next) = (&Mutex::new(parts(ready)), &AtomicUsize::new(0));
    let settle = |(id, ready)| settle::project(ready, id, gather, bodies);
    let settle_next = &|| {
        if cancel.load(Ordering::Relaxed) {
            return None;
        }
        let i = next.fetch_add(1, Ordering::Relaxed);
        // A thread that panicked took its part with it.
        let mut parts = parts.lock().unwrap_or_else(PoisonError::into_inner);
        let part = parts.get_mut(i).map(std::mem::take)?;
        drop(parts);
        Some((i, part.into_iter().map(settle).collect::<Vec<Settled>>()))
    };
    let mut done: BTreeMap<usize, Part> = BTreeMap::new();
    thread::scope(|scope| {
        let (send, receive) = sync_channel(WAITING);
        for _ in 0..helpers {
            let send = send.clone();
            scope.spawn(move || {
                // Who took memory gives it back: another would wait for it.
                let (back, written) = channel();
                while let Some((i, projects)) = settle_next() {
                    if send.send((i, projects, back.clone())).is_err() {
                        break;
                    }
                    written.try_iter().for_each(drop);
                }
            });
        }
        drop(send);
        let mut turn = 0;
        loop {
            if let Some((mut projects, back)) = done.remove(&turn) {
                turn += 1;
                projects.iter_mut().try_for_each(&mut add)?;
                // A helper that has ended takes nothing back.
                let _ = back.map(|back| back.send(projects));
                continue;
            }
            let of_helper = |(i, projects, back)| (i, (projects, Some(back)));
            let waits = receive.try_recv().ok().map(of_helper);
            let own = || settle_next().map(|(i, projects)| (i, (projects, None)));
            // Where none is left to settle the helpers have the rest.
            match waits.or_else(own).or_else(|| receive.recv().ok().map(of_helper)) {
                Some((i, part)) => _ = done.insert(i, part),
                None => return Ok(()),
            }
        }
    })
}

/// Some projects, and where they go back to once they are written.
type Part = (Vec<Settled>, Option<Sender<Vec<Settled>>>);

fn parts(ready: Vec<(ProjectId, Ready)>) -> Vec<Vec<(ProjectId, Ready)>> {
    let mut ready = ready.into_iter();
    let part = || Some(ready.by_ref().take(PART).collect::<Vec<_>>());
    std::iter::from_fn(part)
        .take_while(|part| !part.is_empty())
        .collect()
}

/// What is no CIG is counted, and neither shown nor searched as one.
fn without_broken_codes(project: &mut Project) {
    let is_broken = |cig: &String| !cig.is_empty() && Cig::parse(cig).is_err();
    for tender in &mut project.tenders {
        let own = is_broken(&tender.cig).then(|| std::mem::take(&mut tender.cig));
        let framework = tender.framework_cig.take_if(|cig| is_broken(cig));
        let Some(source) = tender.source else { continue };
        for (field, cig) in [("tender.cig", own), ("tender.framework_cig", framework)] {
            project.unread.extend(cig.map(|cig| Unread {
                field: field.to_owned(),
                value: Some(cig),
                source,
            }));
        }
    }
    project.unread.sort();
    project.unread.dedup();
}

/// All projects under their ids, in the order of these; and the measures that they use.
fn named(
    resolved: Resolved,
    region: Option<RegionCode>,
    report: &mut Report,
) -> (Vec<(ProjectId, Ready)>, BTreeSet<Submeasure>) {
    let mut taken = HashSet::new();
    let mut out = Vec::with_capacity(resolved.projects.len());
    let mut used = BTreeSet::new();
    for ready in resolved.projects {
        let folded = fold::key(&ready.local);
        let mut ids =
            (0..=u8::MAX).map(|salt| ProjectId::of(ready.submeasure.as_str(), &ready.cup, &folded, salt));
        let Some(id) = ids.find(|id| taken.insert(*id)) else {
            continue;
        };
        used.insert(ready.submeasure.clone());
        if region.is_none() || !ready.draft.is_national() {
            *report.by_origin.entry(ready.origin).or_default() += 1;
        }
        out.push((id, ready));
    }
    // What was read of a project is moved once.
    out.sort_by_cached_key(|(id, _)| *id);
    (out, used)
}

/// One contract under two local codes of a CUP has its object whole in one of the rows, and cut in the
/// other.
fn objects_made_whole(ready: &mut [(ProjectId, Ready)]) {
    let mut longest: HashMap<(&str, &str), &str> = HashMap::new();
    let mut cut: HashMap<(String, String), String> = HashMap::new();
    for (cup, tender) in tenders(ready) {
        let Some(object) = tender.object.as_deref() else {
            continue;
        };
        let known = longest.entry((cup, &tender.cig)).or_insert(object);
        let (short, long) = match object.len() > known.len() {
            true => (std::mem::replace(known, object), object),
            false => (object, *known),
        };
        if short.len() < long.len() && long.starts_with(short) {
            cut.insert((cup.to_owned(), tender.cig.clone()), long.to_owned());
        }
    }
    for (_, Ready { cup, draft, .. }) in ready {
        for row in &mut draft.tenders {
            let whole = cut.get(&(cup.clone(), row.tender.cig.clone()));
            let object = row.tender.object.as_mut().zip(whole);
            if let Some((object, whole)) = object.filter(|(cut, whole)| whole.starts_with(cut.as_str())) {
                object.clone_from(whole);
            }
        }
    }
}

/// The tenders that have a code, each with the CUP of its project.
fn tenders(ready: &[(ProjectId, Ready)]) -> impl Iterator<Item = (&str, &Tender)> {
    let all = ready.iter().flat_map(|(_, ready)| {
        let rows = ready.draft.tenders.iter();
        rows.map(|row| (ready.cup.as_str(), &row.tender))
    });
    all.filter(|(_, tender)| !tender.cig.is_empty())
}

/// The codes of tenders that stand under more than one CUP.
fn shared_cigs(ready: &[(ProjectId, Ready)]) -> HashSet<String> {
    let mut first: HashMap<&str, &str> = HashMap::new();
    let mut shared = HashSet::new();
    for (cup, tender) in tenders(ready) {
        if *first.entry(&tender.cig).or_insert(cup) != cup {
            shared.insert(tender.cig.clone());
        }
    }
    shared
}

/// The comuni of the region, and those that occur; by index.
fn comuni_named(places: &Gazetteer, region: Option<RegionCode>, ready: &[(ProjectId, Ready)]) -> Vec<usize> {
    let occur: HashSet<_> = ready
        .iter()
        .flat_map(|(_, r)| &r.draft.places)
        .filter_map(|p| p.comune)
        .collect();
    let inside = |c: &Comune| region.is_none() || places.region_of(c.code) == region;
    let named = places
        .comuni
        .iter()
        .enumerate()
        .filter(|(_, c)| inside(c) || occur.contains(&c.code));
    named.map(|(i, _)| i).collect()
}

fn places(
    writer: &Writer,
    gather: &Gather,
    ready: &[(ProjectId, Ready)],
    comuni: &[usize],
    istat: SourceId,
) -> Result<(), ImportError> {
    let places = &gather.places;
    let all = || ready.iter().flat_map(|(_, r)| &r.draft.places);
    let mut regions: BTreeSet<_> = all().filter_map(|p| p.region).chain(gather.region).collect();
    let mut provinces: BTreeSet<_> = all().filter_map(|p| p.province).collect();
    for i in comuni {
        let mut comune = places.comuni[*i].clone();
        provinces.insert(comune.province);
        comune.source = istat;
        writer.comune(&comune)?;
    }
    for province in places.provinces.iter().filter(|p| provinces.contains(&p.code)) {
        regions.insert(province.region);
        writer.province(province)?;
    }
    for region in places.regions.iter().filter(|r| regions.contains(&r.code)) {
        writer.region(region)?;
    }
    Ok(())
}

fn measures(writer: &Writer, gather: &mut Gather, used: &BTreeSet<Submeasure>) -> Result<(), ImportError> {
    let mut known = HashSet::new();
    for measure in std::mem::take(&mut gather.measures).finish(used) {
        known.insert(measure.code.clone());
        writer.measure(&measure)?;
    }
    let newest = gather.milestones.iter().map(|(_, m)| m.source).max();
    let mut seq: BTreeMap<(Submeasure, String), usize> = BTreeMap::new();
    for (measure, milestone) in &gather.milestones {
        if Some(milestone.source) != newest || !known.contains(measure) {
            continue;
        }
        let seq = seq.entry((measure.clone(), milestone.code.clone())).or_default();
        writer.milestone(measure, *seq, milestone)?;
        *seq += 1;
    }
    Ok(())
}

/// What was found wrong, by source, for the page on the data.
fn problems(
    tallies: &[(&Input, Tally)],
    resolved: &Resolved,
    gather: &Gather,
) -> BTreeMap<(SourceId, &'static str), u64> {
    let mut out = BTreeMap::new();
    for (input, tally) in tallies {
        for ((source, problem), count) in &tally.problems {
            let known = gather.sources.knows(*source).then_some(*source);
            let source = known.or_else(|| gather.sources.newest(input.table()));
            if let Some(source) = source {
                *out.entry((source, problem.code())).or_default() += count;
            }
        }
    }
    for (table, count) in &resolved.unmatched {
        if let Some(source) = gather.sources.newest(*table) {
            *out.entry((source, "unmatched")).or_default() += count;
        }
    }
    out
}

fn files(tallies: &[(&Input, Tally)], report: &mut Report) {
    let lost = tallies.iter().flat_map(|(_, tally)| &tally.lost);
    let values = tallies.iter().flat_map(|(_, tally)| &tally.examples);
    report.examples = lost.chain(values).take(EXAMPLES).cloned().collect();
    for (input, tally) in tallies {
        for ((_, problem), count) in &tally.problems {
            let sum = match problem {
                Problem::OldIstatCode => &mut report.old_istat_codes,
                Problem::UnknownIstatCode => &mut report.unknown_istat_codes,
                Problem::NotANumber | Problem::DecimalSign | Problem::NumberTooLarge => {
                    &mut report.bad_numbers
                }
                Problem::NotADate => &mut report.bad_dates,
                Problem::PlaceholderDate => &mut report.placeholder_dates,
                Problem::OpenQuote | Problem::OpenQuoteRead => &mut report.open_quotes,
                Problem::NulByte => &mut report.nul_bytes,
                _ => continue,
            };
            *sum += count;
        }
        report.files.push(FileReport {
            path: crate::text::clean::line(&input.path.to_string_lossy()),
            table: input.table().code(),
            name: input.table().official_name(),
            usage: if input.is_used() {
                Usage::Used
            } else {
                Usage::RecognisedNotUsed
            },
            rows: tally.rows,
            kept: tally.kept,
            left_out: tally.left_out.clone(),
        });
    }
}
