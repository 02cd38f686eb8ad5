//! "Perché dico così": what a sentence stands on, in plain sentences.

use super::claim::{Claim, Missing};
use super::wording::{day, finish};
use crate::lang::{Lang, Word, w};
use crate::model::Evidence;
use crate::snapshot::Catalogue;
use crate::title;

/// One sentence on how we know it, then one for each table: its column, publisher and date.
pub fn why(claim: &Claim, catalogue: &Catalogue, lang: Lang) -> Vec<String> {
    let mut out = vec![lang.say(kind(claim.evidence)).to_owned()];
    out.extend(claim.missing.map(|m| why_missing(m, lang).to_owned()));
    for cite in &claim.cites {
        let Some(source) = catalogue.source(cite.source) else {
            continue;
        };
        let of = match source.date {
            Some(date) => day(date, lang).of(),
            None => lang.say(w::SAY_WHY_UNDATED).to_owned(),
        };
        let values = [
            ("table", source.name.as_str()),
            ("column", cite.column),
            ("publisher", &title::publisher(&source.publisher, lang)),
            ("of", of.as_str()),
        ];
        let word = if cite.column.is_empty() {
            w::SAY_WHY_TABLE
        } else {
            w::SAY_WHY_COLUMN
        };
        out.push(finish(lang.fill(word, &values)));
    }
    out
}

fn kind(evidence: Evidence) -> Word {
    match evidence {
        Evidence::Observed => w::SAY_WHY_OBSERVED,
        Evidence::Linked => w::SAY_WHY_LINKED,
        Evidence::Derived => w::SAY_WHY_DERIVED,
        Evidence::Missing => w::SAY_WHY_MISSING,
        Evidence::Written => w::SAY_WHY_WRITTEN,
    }
}

/// What the ways of missing mean.
pub fn why_missing(missing: Missing, lang: Lang) -> &'static str {
    lang.say(match missing {
        Missing::NotPublished => w::SAY_WHY_NOT_PUBLISHED,
        Missing::NotInArchive => w::SAY_WHY_NOT_IN_ARCHIVE,
        Missing::Unread => w::SAY_WHY_UNREAD,
    })
}
