//! PNRR_Localizzazione: where a project is. It is read first, twice: the first pass finds the
//! keys that have a place in the region, the second takes all the places of those keys.

use crate::import::columns::{Layout, columns};
use crate::import::draft::{NoPair, add, put};
use crate::import::facts::ComuneNames;
use crate::import::facts::place::span;
use crate::import::gather::{Gather, at, check_cup};
use crate::import::key::{is_nation, is_region};
use crate::import::measures;
use crate::import::number;
use crate::import::number::Decimal;
use crate::import::person;
use crate::import::read::Row;
use crate::import::report::{LeftOut, Problem};
use crate::model::{ComuneCode, Measure, SourceId, Table};
use crate::text::{fold::fold, repair};

columns! {
    Sub = "Codice Univoco Submisura", Needed;
    SubName = "Descrizione Submisura";
    Cup = "CUP", Needed;
    Local = "Codice Locale Progetto";
    Region = "Regione" | "Codice Regione", Needed;
    Province = "Provincia" | "Codice Provincia", Needed;
    Comune = "Comune" | "Codice Comune", Needed;
    RegionName = "Descrizione Regione";
    ProvinceName = "Descrizione Provincia";
    ComuneName = "Descrizione Comune";
    Address = "Indirizzo";
    Cap = "CAP", Needed;
    Share = "Percentuale di Localizzazione";
    Date = "Data di Estrazione" | "Data di aggiornamento" | "Data aggiornamento";
}

pub(crate) const LAYOUT: Layout = Layout {
    table: Table::Places,
    columns: COLUMNS,
};

/// First pass: the key is the region's if this place is.
pub(crate) fn key(row: &mut Row, gather: &mut Gather) -> Result<(), LeftOut> {
    let codes = [Col::Region, Col::Province, Col::Comune].map(|col| row.raw(col));
    if !is_region(codes[0], gather.region) && !is_nation(codes) {
        return Err(LeftOut::OtherRegion);
    }
    match gather.drafts.admit(row.raw(Col::Sub), row.raw(Col::Cup)) {
        Ok(_) => Ok(()),
        Err(NoPair::Elsewhere) => Err(LeftOut::OtherRegion),
        Err(why) => {
            row.source(&mut gather.sources);
            let (column, problem) = match why {
                NoPair::EmptyCup => (Col::Cup, Problem::EmptyCup),
                _ => (Col::Sub, Problem::BadSubmeasure),
            };
            row.problem(column, problem);
            Err(LeftOut::BadKey)
        }
    }
}

/// Second pass.
pub(crate) fn read(row: &mut Row, gather: &mut Gather) -> Result<(), LeftOut> {
    let pair = Gather::pair(&mut gather.drafts, row, Col::Sub, Col::Cup)?;
    let source = gather.keep(row);
    check_cup(row, Col::Cup.into());
    let columns = (Col::Region.into(), Col::Province.into(), Col::Comune.into());
    let mut place = gather.place(row, columns, source);
    place.cap = row.word(Col::Cap).filter(|c| is_cap(c));
    let address = row.word(Col::Address).and_then(|a| address(&a));
    place.address = address.and_then(|a| within(a, place.comune, &gather.comune_names));
    place.share = share(row, Col::Share.into());
    let unread = row.unread_of(source, "place", &[(Col::Share.into(), "share")]);
    let local = row.word(Col::Local);
    name_of_measure(row, gather, pair, source);
    let pair = at(&mut gather.drafts, pair)?;
    let draft = match local {
        Some(local) => pair.local(&local, source),
        None => pair.loose(),
    };
    put(&mut draft.seen, source);
    draft.unread.extend(unread);
    add(&mut draft.places, place);
    Ok(())
}

fn name_of_measure(row: &Row, gather: &mut Gather, pair: usize, source: SourceId) {
    let Some(pair) = gather.drafts.pairs.get(pair) else {
        return;
    };
    let code = &pair.submeasure;
    if gather.measures.knows(code, source, false) {
        return;
    }
    if let Some(name) = row.word(Col::SubName) {
        gather
            .measures
            .tell(Measure::named(code.clone(), measures::name(name), source));
    }
}

/// Hundredths of a per cent; a whole (100) says no more than its place.
fn share(row: &mut Row, col: usize) -> Option<u32> {
    let share = row.quantity(col)?;
    let hundredths = (share * 100.0).round();
    (0.0 < hundredths && hundredths <= 10_000.0).then_some(hundredths as u32)
}

pub(crate) fn is_cap(text: &str) -> bool {
    text.len() == 5 && text.bytes().all(|b| b.is_ascii_digit()) && text != "00000"
}

/// Words that speak of somebody, not of a street.
const SOMEBODY: &[&str] = &[
    "c o", "presso", "dott", "dr", "sig", "sigra", "avv", "ing", "geom", "rag", "studio",
];

/// An address in ordinary case; none where it may hold a person.
pub(crate) fn address(text: &str) -> Option<String> {
    let text = crate::text::clean::line(text);
    let folded = format!(" {} ", fold(&text));
    let words = folded.trim();
    let personal = SOMEBODY.iter().any(|w| folded.contains(&format!(" {w} ")));
    let is_number = number::cents(&text, Decimal::Comma).is_ok();
    if words.len() < 4 || personal || is_number || text.contains('@') || person::holds_code(&text) {
        return None;
    }
    // "snc" here is no company: *senza numero civico*.
    let bare = |w: &&str| !matches!(fold(w).as_str(), "snc" | "s n c" | "sn" | "s n" | "n d");
    // Behind a CAP stand comune and province, which other columns have.
    let is_cap = |w: &&str| w.len() == 5 && w.bytes().all(|b| b.is_ascii_digit());
    let words = text.split(' ').filter(bare).take_while(|w| !is_cap(w));
    let text = words.collect::<Vec<&str>>().join(" ");
    let text = text.trim_end_matches([',', '-', ' ']);
    (text.len() > 3).then(|| repair::name(text))
}

/// Most words of a comune's name that an address may end with.
const LONGEST: usize = 5;

/// The address without its comune at the end, "VIA ALFA 3 BETANIA (PN)"; none where it ends with another
/// one, for then it is the seat of somebody.
fn within(address: String, own: Option<ComuneCode>, known: &ComuneNames) -> Option<String> {
    let Some(own) = own else { return Some(address) };
    let words: Vec<&str> = address.split(' ').collect();
    let is_sign = |word: &str| {
        let sign = word.trim_matches(['(', ')']);
        sign.len() == 2 && sign.bytes().all(|b| b.is_ascii_uppercase())
    };
    let to = words.len() - usize::from(words.last().is_some_and(|word| is_sign(word)));
    for from in (to.saturating_sub(LONGEST).max(2)..to).rev() {
        let found = known.named(&fold(&words[from..to].join(" ")));
        let before = words[from - 1];
        // "Via Roma" is no seat: a number, a sign or the letters of the province stand around it.
        let apart = before.ends_with(['-', ',', '.'])
            || before.contains(|c: char| c.is_ascii_digit())
            || to < words.len() && !span::is_particle(&fold(before));
        if found.is_empty() || !apart {
            continue;
        }
        let rest = words[..from].join(" ");
        let rest = rest.trim_end_matches([',', '-', ' ']);
        return found.contains(&own).then(|| rest.to_owned());
    }
    Some(address)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn addresses_name_no_person() {
        assert_eq!(address("VIA ROMA 12").as_deref(), Some("Via Roma 12"));
        assert_eq!(address("VIA ROMA, SNC").as_deref(), Some("Via Roma"));
        assert_eq!(
            address("VIA ALFA 8 57128 LIVORNO LI").as_deref(),
            Some("Via Alfa 8")
        );
        for text in [
            "N.D.",
            "C/O DOTT. BETA, VIA ROMA 1",
            "VIA ROMA XXXYYY00A00X000Y",
            "123",
        ] {
            assert_eq!(address(text), None, "{text}");
        }
    }

    #[test]
    fn an_address_in_another_comune_is_a_seat() {
        let code = |code| ComuneCode::parse(code).unwrap();
        let known = ComuneNames::new([("Betania", code("099001")), ("Castel Delta", code("098001"))]);
        for (text, want) in [
            ("VIA ALFA 21/D CASTEL DELTA (CD)", None),
            ("VIA ALFA 3 - CASTEL DELTA", None),
            ("VIA ALFA CASTEL DELTA CD", None),
            ("VIA ALFA 3 BETANIA (BT)", Some("Via Alfa 3")),
            ("VIA ALFA 3 BETANIA", Some("Via Alfa 3")),
            ("VIA CASTEL DELTA", Some("Via Castel Delta")),
            (
                "VIA ALFA - MARINA DI BETANIA (BT)",
                Some("Via Alfa - Marina di Betania (BT)"),
            ),
            ("VIA ALFA BETANIA", Some("Via Alfa Betania")),
        ] {
            let address = within(address(text).unwrap(), Some(code("099001")), &known);
            assert_eq!(address.as_deref(), want, "{text}");
        }
    }

    #[test]
    fn zeros_are_no_cap() {
        assert!(is_cap("50100") && !is_cap("00000") && !is_cap("5010"));
    }
}
