//! A project as bytes: what it may lack is told by a sign, a text and a list by their length.

use crate::model::{
    Body, BodyId, Brief, BriefFacts, BriefPlace, Cents, ComuneCode, FactKind, ProjectId, ProvinceCode,
    RegionCode, Scope, Sign, Status,
};
use jiff::civil::Date;

/// What a shelf can hold.
pub trait Packed: Sized {
    /// Puts it behind what there is.
    fn write(&self, out: &mut Vec<u8>);

    /// Reads what bytes begin with.
    fn read(bytes: &[u8]) -> Option<Self>;

    /// What stands for one that cannot be read.
    fn unknown() -> Self;
}

impl Packed for Body {
    fn write(&self, out: &mut Vec<u8>) {
        text(&self.id.0, out);
        text(&self.name, out);
        maybe(self.tax_code.as_deref(), out, text);
        maybe(self.form.as_deref(), out, text);
    }

    fn read(bytes: &[u8]) -> Option<Body> {
        let left = &mut { bytes };
        Some(Body {
            id: BodyId(take_text(left)?.into()),
            name: take_text(left)?.to_owned(),
            tax_code: take_maybe(left, take_text)?.map(str::to_owned),
            form: take_maybe(left, take_text)?.map(str::to_owned),
            // The page of a project reads it from the tables.
            trade: None,
        })
    }

    fn unknown() -> Body {
        Body {
            id: BodyId("".into()),
            name: String::new(),
            tax_code: None,
            form: None,
            trade: None,
        }
    }
}

impl Packed for Brief {
    fn write(&self, out: &mut Vec<u8>) {
        write(self, out);
    }

    fn read(bytes: &[u8]) -> Option<Brief> {
        read(bytes)
    }

    fn unknown() -> Brief {
        Brief::new(ProjectId::of("", "", "", 0), u16::MAX)
    }
}

fn write(brief: &Brief, out: &mut Vec<u8>) {
    out.extend(brief.id.to_bytes());
    number(u64::from(brief.measure), out);
    text(&brief.cup, out);
    text(&brief.local_code, out);
    number(brief.places.len() as u64, out);
    for place in &brief.places {
        text(place.region.as_ref().map_or("", RegionCode::as_str), out);
        text(place.province.as_ref().map_or("", ProvinceCode::as_str), out);
        text(place.comune.as_ref().map_or("", ComuneCode::as_str), out);
        maybe(place.named.as_deref(), out, text);
        maybe(place.address.as_deref(), out, text);
    }
    number(place_of(Scope::ALL, brief.scope), out);
    text(brief.facts.as_written(), out);
    maybe(brief.official_title.as_deref(), out, text);
    for index in [brief.body, brief.category, brief.nature] {
        maybe(index.map(u64::from), out, number);
    }
    for cents in [brief.total, brief.pnrr, brief.paid, brief.copied] {
        maybe(cents, out, |cents, out| out.extend(cents.0.to_le_bytes()));
    }
    number(place_of(Status::ALL, brief.status), out);
    maybe(brief.sign.map(|sign| place_of(Sign::ALL, sign)), out, number);
    maybe(brief.end, out, |end, out| {
        out.extend(end.year().to_le_bytes());
        out.extend([end.month() as u8, end.day() as u8]);
    });
}

fn read(bytes: &[u8]) -> Option<Brief> {
    let left = &mut { bytes };
    let id = ProjectId::from_bytes(take(left)?)?;
    let mut brief = Brief::new(id, u16::try_from(take_number(left)?).ok()?);
    brief.cup = take_text(left)?.into();
    brief.local_code = take_text(left)?.into();
    for _ in 0..take_number(left)? {
        brief.places.push(BriefPlace {
            region: RegionCode::parse(take_text(left)?),
            province: ProvinceCode::parse(take_text(left)?),
            comune: ComuneCode::parse(take_text(left)?),
            named: take_maybe(left, take_text)?.map(Box::from),
            address: take_maybe(left, take_text)?.map(Box::from),
        });
    }
    brief.scope = *Scope::ALL.get(take_number(left)? as usize)?;
    brief.facts = BriefFacts::written(take_text(left)?);
    brief.site = brief.facts.first(FactKind::Name).map(Box::from);
    brief.official_title = take_maybe(left, take_text)?.map(Box::from);
    for index in [&mut brief.body, &mut brief.category, &mut brief.nature] {
        *index = take_maybe(left, |left| u32::try_from(take_number(left)?).ok())?;
    }
    for cents in [
        &mut brief.total,
        &mut brief.pnrr,
        &mut brief.paid,
        &mut brief.copied,
    ] {
        let read = |left: &mut &[u8]| Some(Cents(i64::from_le_bytes(take(left)?)));
        *cents = take_maybe(left, read)?;
    }
    brief.status = *Status::ALL.get(take_number(left)? as usize)?;
    brief.sign = take_maybe(left, |left| Sign::ALL.get(take_number(left)? as usize).copied())?;
    brief.end = take_maybe(left, |left| {
        let year = i16::from_le_bytes(take(left)?);
        let [month, day] = take(left)?;
        Date::new(year, month as i8, day as i8).ok()
    })?;
    Some(brief)
}

fn place_of<T: PartialEq>(all: &[T], one: T) -> u64 {
    all.iter().position(|other| *other == one).unwrap_or_default() as u64
}

/// Seven bits a byte, the lowest first; the eighth says that more follow.
fn number(mut n: u64, out: &mut Vec<u8>) {
    while n > 0x7f {
        out.push(n as u8 | 0x80);
        n >>= 7;
    }
    out.push(n as u8);
}

fn text(text: &str, out: &mut Vec<u8>) {
    number(text.len() as u64, out);
    out.extend(text.as_bytes());
}

fn maybe<T>(value: Option<T>, out: &mut Vec<u8>, write: impl Fn(T, &mut Vec<u8>)) {
    out.push(u8::from(value.is_some()));
    if let Some(value) = value {
        write(value, out);
    }
}

fn take<const N: usize>(left: &mut &[u8]) -> Option<[u8; N]> {
    let (taken, rest) = left.split_first_chunk()?;
    *left = rest;
    Some(*taken)
}

fn take_number(left: &mut &[u8]) -> Option<u64> {
    let mut n = 0;
    for shift in (0..64).step_by(7) {
        let [byte] = take(left)?;
        n |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(n);
        }
    }
    None
}

fn take_text<'a>(left: &mut &'a [u8]) -> Option<&'a str> {
    let length = usize::try_from(take_number(left)?).ok()?;
    let (taken, rest) = left.split_at_checked(length)?;
    *left = rest;
    std::str::from_utf8(taken).ok()
}

/// `None` outside is what cannot be read, inside what is not there.
fn take_maybe<'a, T>(left: &mut &'a [u8], read: impl Fn(&mut &'a [u8]) -> Option<T>) -> Option<Option<T>> {
    match take(left)? {
        [0] => Some(None),
        _ => read(left).map(Some),
    }
}
