//! The words of a search that the full screen, the simple mode and the command line say alike.

use super::Subject;
use crate::lang::{Lang, w};
use crate::search::{Filter, Hint, Hit, Item, Key, Notice, Query, Results, Trouble, What};
use crate::snapshot::Catalogue;
use crate::text::number;
use crate::title;
use jiff::civil::Date;
use std::ops::Range;

/// Something to say of a search, and where it leads when it can be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    pub text: String,
    pub to: Option<Subject>,
}

/// Words that are offered in the place of one that is not known.
const MOST_WORDS: usize = 3;

/// All that the results of `text` have to say, in order; a filter that was mended is left to
/// those who show it with the words that were.
pub fn search_ways(catalogue: &Catalogue, results: &Results, text: &str, lang: Lang) -> Vec<Way> {
    let mut out = Vec::new();
    out.extend(near_note(catalogue, results, lang).map(said));
    out.extend(wider_note(catalogue, results, lang).map(said));
    out.extend(national_note(results, lang).map(said));
    for hint in results.hints.iter().filter(|hint| !hint.mends()) {
        ways(catalogue, results, hint, text, lang, &mut out);
    }
    out
}

fn said(text: String) -> Way {
    Way { text, to: None }
}

fn ways(catalogue: &Catalogue, results: &Results, hint: &Hint, text: &str, lang: Lang, out: &mut Vec<Way>) {
    let mut lead = |text: String, to: Subject| out.push(Way { text, to: Some(to) });
    match hint {
        Hint::Notice(Notice { span, trouble }) => {
            let others = match trouble {
                Trouble::UnknownValue { key, near, .. } => near.iter().map(|other| (key, other)).collect(),
                _ => Vec::new(),
            };
            let leads = others.into_iter().map(|(key, other)| {
                let filter = format!("{}:{}", key_word(*key, lang), in_quotes(other));
                Way {
                    text: lang.fill(w::SCREEN_SEARCH_HINT_NEAR_VALUE, &[("near", other)]),
                    to: Some(Subject::Search(replaced(text, span, &filter))),
                }
            });
            let leads: Vec<Way> = leads.collect();
            out.push(said(search_trouble(trouble, lang)));
            out.extend(leads);
        }
        Hint::Dated { known, all } => {
            let (known, all) = (number::count(*known, lang), projects_said(*all, lang));
            let values = [("known", known.as_str()), ("all", &all)];
            out.push(said(lang.fill(w::SCREEN_SEARCH_HINT_DATED, &values)));
        }
        Hint::Offer { text } => lead(
            lang.fill(w::SCREEN_SEARCH_HINT_OFFER, &[("text", text)]),
            Subject::Search(text.clone()),
        ),
        Hint::Listed { text, projects } => {
            let count = projects_said(*projects, lang);
            let values = [("text", text.as_str()), ("count", &count)];
            lead(
                lang.fill(w::SCREEN_SEARCH_HINT_LISTED, &values),
                Subject::Search(text.clone()),
            );
        }
        Hint::WithoutWord { word, span, projects } => lead(
            lang.fill(
                w::SCREEN_SEARCH_HINT_WITHOUT_WORD,
                &[
                    ("word", word),
                    ("count", &projects_said(*projects as usize, lang)),
                ],
            ),
            Subject::Search(replaced(text, span, "")),
        ),
        Hint::WithoutFilters { projects } => lead(
            lang.fill(
                w::SCREEN_SEARCH_HINT_WITHOUT_FILTERS,
                &[("count", &projects_said(*projects as usize, lang))],
            ),
            Subject::Search(without_filters(&results.query)),
        ),
        Hint::NearWords { word, span, near } => {
            for other in near.iter().take(MOST_WORDS) {
                lead(
                    lang.fill(
                        w::SCREEN_SEARCH_HINT_NEAR_WORD,
                        &[("word", word), ("near", other)],
                    ),
                    Subject::Search(replaced(text, span, other)),
                );
            }
        }
        Hint::NearCode {
            typed, code, project, ..
        } => {
            if let Some(brief) = catalogue.brief(*project) {
                let title = title::compose(catalogue, brief, lang);
                let values = [("code", code.as_str()), ("typed", typed), ("title", &title)];
                let text = lang.fill(w::SCREEN_SEARCH_HINT_NEAR_CODE, &values);
                lead(text, Subject::Project(*project));
            }
        }
        Hint::Comune(code) => {
            if let Some(name) = catalogue.comune_name(*code) {
                let text = lang.fill(w::SCREEN_SEARCH_HINT_COMUNE, &[("name", name)]);
                lead(text, Subject::Comune(*code));
            }
        }
    }
}

/// "Gli euro sono dei progetti che stanno solo a Prato. Anche o solo altrove: 2 progetti, 900 mila
/// euro."
fn wider_note(catalogue: &Catalogue, results: &Results, lang: Lang) -> Option<String> {
    let sums = results.totals;
    if sums.wider == 0 {
        return None;
    }
    let at = match sums.comune {
        Some(code) => title::at_comune(catalogue.comune_name(code)?, lang),
        None => {
            let region = catalogue.regions.get(&catalogue.region?)?;
            match lang {
                Lang::It => region.in_it.clone(),
                Lang::En => format!("in {}", region.name),
            }
        }
    };
    let count = projects_said(sums.wider, lang);
    let amount = number::euro_words(sums.wider_total.0, lang);
    let values = [("at", &*at), ("count", &count), ("amount", &amount)];
    let word = match sums.wider_total.is_zero() {
        true => w::SHEET_SEARCH_WIDER_UNFUNDED,
        false => w::SHEET_SEARCH_WIDER,
    };
    Some(lang.fill(word, &values))
}

/// "Non contati: 12 progetti di tutta l'Italia, 3 milioni di euro."
fn national_note(results: &Results, lang: Lang) -> Option<String> {
    let sums = results.totals;
    if sums.national == 0 {
        return None;
    }
    let count = projects_said(sums.national, lang);
    let amount = number::euro_words(sums.national_total.0, lang);
    let word = match sums.national_total.is_zero() {
        true => w::SHEET_SEARCH_NATIONAL,
        false => w::SHEET_SEARCH_NATIONAL_FUNDED,
    };
    let mut said = lang.fill(word, &[("count", &count), ("amount", &amount)]);
    if !results.query.has_words() {
        said.push(' ');
        said.push_str(lang.say(w::SHEET_SEARCH_NATIONAL_HOW));
    }
    Some(said)
}

/// "Nessun progetto qui parla di «zita»."; "Nessun progetto ha tutte le parole. I più vicini: 4
/// progetti.", each of which says what it lacks.
fn near_note(catalogue: &Catalogue, results: &Results, lang: Lang) -> Option<String> {
    let count = projects_said(results.near.total, lang);
    if let Some((comune, thing)) = &results.others {
        let name = catalogue.comune_name(*comune)?;
        let at = title::at_comune(name, lang);
        let values = [("thing", thing.as_str()), ("at", &at), ("count", &count)];
        return Some(lang.fill(w::SCREEN_SEARCH_NEAR_OTHERS, &values));
    }
    let words = quoted(&results.absent, lang);
    let values = [("count", count.as_str()), ("words", &words)];
    let word = match (
        results.totals.found(),
        results.near.total,
        results.absent.is_empty(),
    ) {
        (0, 0, true) => return None,
        (0, 0, false) => w::SCREEN_SEARCH_NEAR_ABSENT,
        (0, _, false) => w::SCREEN_SEARCH_NEAR_ABSENT_REST,
        (0, _, true) => w::SCREEN_SEARCH_NEAR_NONE,
        (_, 0, _) => return None,
        _ => w::SCREEN_SEARCH_NEAR_FEW,
    };
    Some(lang.fill(word, &values))
}

/// "«torre», «lago»".
fn quoted(words: &[String], lang: Lang) -> String {
    let quote = |word: &String| lang.fill(w::SCREEN_SEARCH_NEAR_QUOTED, &[("word", word)]);
    let quoted: Vec<String> = words.iter().map(quote).collect();
    quoted.join(", ")
}

/// "52 con questo titolo", "3,1 mln €": what a row says that stands for several
/// projects; none where it stands for one.
pub fn alike(hit: &Hit, lang: Lang) -> Option<Vec<String>> {
    let several = hit.alike > 1;
    several.then(|| {
        let count = number::count(hit.alike as usize, lang);
        let mut out = vec![lang.fill(w::SCREEN_SEARCH_ALIKE, &[("count", &count)])];
        if !hit.funding.is_zero() {
            out.push(number::euro_sign(hit.funding.0, lang));
        }
        out
    })
}

/// Where a row leads: to its project, or to the list of those that it stands for.
pub fn hit_subject(hit: &Hit, text: &str) -> Subject {
    match hit.alike {
        0 | 1 => Subject::Project(hit.id),
        _ => {
            let like = Filter::Like(hit.id.as_str().to_owned());
            Subject::Search(format!("{text} {like}").trim_start().to_owned())
        }
    }
}

/// "manca «infantile»", "mancano «torre», «lago»".
pub fn missing(words: &[String], lang: Lang) -> String {
    let quoted = quoted(words, lang);
    let word = match words {
        [_] => w::SCREEN_SEARCH_NEAR_LACKS_ONE,
        _ => w::SCREEN_SEARCH_NEAR_LACKS_MORE,
    };
    lang.fill(word, &[("words", &quoted)])
}

/// "1 progetto", "1.250 progetti".
pub fn projects_said(projects: usize, lang: Lang) -> String {
    let word = match projects {
        1 => w::SCREEN_SEARCH_ONE,
        _ => w::SCREEN_SEARCH_COUNT,
    };
    let count = number::count(projects, lang);
    lang.fill(word, &[("count", &count)])
}

fn in_quotes(value: &str) -> String {
    match value.contains(' ') {
        true => format!("\"{value}\""),
        false => value.to_owned(),
    }
}

/// The words of a query.
fn without_filters(query: &Query) -> String {
    let words = query.items.iter();
    let words = words.filter(|item| !matches!(item.what, What::Filter(_)));
    let query = Query {
        items: words.cloned().collect::<Vec<Item>>(),
        ..Query::default()
    };
    query.to_string()
}

fn key_word(key: Key, lang: Lang) -> &'static str {
    let words = key.words();
    let own = if lang == Lang::En {
        words.get(1)
    } else {
        words.first()
    };
    own.copied().unwrap_or_default()
}

/// What could not be understood of a query, as a sentence.
pub fn search_trouble(trouble: &Trouble, lang: Lang) -> String {
    let key = |key: &Key| key_word(*key, lang);
    match trouble {
        Trouble::UnknownKey { typed, near: None } => {
            lang.fill(w::SCREEN_SEARCH_HINT_UNKNOWN_KEY, &[("typed", typed)])
        }
        Trouble::UnknownKey {
            typed,
            near: Some(near),
        } => lang.fill(
            w::SCREEN_SEARCH_HINT_UNKNOWN_KEY_NEAR,
            &[("typed", typed), ("near", key(near))],
        ),
        Trouble::EmptyValue(of) => lang.fill(w::SCREEN_SEARCH_HINT_EMPTY_VALUE, &[("key", key(of))]),
        Trouble::BadValue { key: of, typed } => {
            let said = lang.fill(
                w::SCREEN_SEARCH_HINT_BAD_VALUE,
                &[("typed", typed), ("key", key(of))],
            );
            with_values(said, *of, lang)
        }
        Trouble::UnknownValue { key: of, typed, near } => {
            let word = match near.is_empty() {
                true => w::SCREEN_SEARCH_HINT_UNKNOWN_VALUE,
                false => w::SCREEN_SEARCH_HINT_UNKNOWN_VALUE_NEAR,
            };
            let said = lang.fill(word, &[("key", key(of)), ("typed", typed)]);
            match near.is_empty() {
                true => with_values(said, *of, lang),
                false => said,
            }
        }
        Trouble::MendedValue {
            key: of,
            typed,
            meant,
        } => lang.fill(
            w::SCREEN_SEARCH_HINT_MENDED_VALUE,
            &[("key", key(of)), ("typed", typed), ("meant", meant)],
        ),
        Trouble::FormerName {
            written,
            today,
            since,
            ..
        } => former_name(written, today, *since, lang),
        Trouble::OpenQuote => lang.say(w::SCREEN_SEARCH_HINT_OPEN_QUOTE).to_owned(),
    }
}

/// Which values a filter takes, behind what was wrong with one; those with names are too many.
fn with_values(said: String, key: Key, lang: Lang) -> String {
    let word = match key {
        Key::Status => w::SCREEN_SEARCH_HINT_VALUES_STATUS,
        Key::Mission => w::SCREEN_SEARCH_HINT_VALUES_MISSION,
        Key::Amount => w::SCREEN_SEARCH_HINT_VALUES_AMOUNT,
        Key::Year | Key::By => w::SCREEN_SEARCH_HINT_VALUES_DATE,
        Key::Measure => w::SCREEN_SEARCH_HINT_VALUES_MEASURE,
        Key::Body => w::SCREEN_SEARCH_HINT_VALUES_BODY,
        Key::Comune | Key::Province | Key::Region | Key::Area | Key::Wide | Key::Like => return said,
    };
    format!("{said} {}", lang.say(word))
}

/// "Barberino Val d'Elsa dal 1º gennaio 2019 fa parte di Barberino Tavarnelle."
pub fn former_name(written: &str, today: &str, since: Date, lang: Lang) -> String {
    let since = number::date(since, lang);
    let values = [("name", written), ("today", today), ("since", &since)];
    lang.fill(w::SCREEN_SEARCH_HINT_FORMER_NAME, &values)
}

/// The text with a part of it put in another way.
pub fn replaced(text: &str, span: &Range<usize>, by: &str) -> String {
    let (Some(before), Some(after)) = (text.get(..span.start), text.get(span.end..)) else {
        return text.to_owned();
    };
    let parts = [before.trim(), by, after.trim()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_dropped_or_replaced_in_its_place() {
        assert_eq!(replaced("asilo xyz prato", &(6..9), ""), "asilo prato");
        assert_eq!(replaced("asilo xyz prato", &(6..9), "nido"), "asilo nido prato");
        assert_eq!(replaced("xyz", &(0..3), ""), "");
        assert_eq!(replaced("città", &(4..5), ""), "città");
    }

    #[test]
    fn filters_are_dropped_and_words_stay() {
        assert_eq!(
            without_filters(&Query::parse("asilo comune:prato nido")),
            "asilo nido"
        );
    }

    #[test]
    fn missing_words_are_said_in_their_number() {
        let words = |all: &[&str]| all.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
        assert_eq!(missing(&words(&["elba"]), Lang::It), "manca «elba»");
        assert_eq!(
            missing(&words(&["torre", "lago"]), Lang::It),
            "mancano «torre», «lago»"
        );
        assert_eq!(missing(&words(&["elba"]), Lang::En), "\"elba\" is missing");
    }
}
