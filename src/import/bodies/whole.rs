//! Names that a table cut where its column ends, completed: from a longer spelling in another
//! table, else from a list of ours; what stays cut says so.

use super::{form, spelling};
use crate::text::{fold::fold, repair};
use std::collections::{BTreeMap, HashSet};

/// Letters that some tables have for a name; what is longer they cut.
pub(super) const CUT_AT: usize = 40;

/// A longer spelling completes a name by so many words; what is longer may go on to persons.
const MOST_WORDS: usize = 3;

/// How the cut name of a public body or partnership begins, folded → its whole name.
const KNOWN: &[(&str, &str)] = &[
    (
        "agenzia per l energia e lo sviluppo sost",
        "Agenzia per l'Energia e lo Sviluppo Sostenibile - AESS",
    ),
    (
        "azienda ospedaliero universitaria senese",
        "Azienda Ospedaliero-Universitaria Senese",
    ),
    (
        "centro nazionale di ricerca in high perf",
        "Centro Nazionale di Ricerca in High Performance Computing, Big Data e Quantum Computing",
    ),
    (
        "centro nazionale di ricerca per le tecno",
        "Centro Nazionale di Ricerca per le Tecnologie dell'Agricoltura - Agritech",
    ),
    (
        "centro nazionale di ricerca sviluppo di",
        "Centro Nazionale di Ricerca - Sviluppo di Terapia Genica e Farmaci con Tecnologia a RNA",
    ),
    (
        "centro nazionale per la mobilita sosten",
        "Centro Nazionale per la Mobilità Sostenibile - MOST",
    ),
    (
        "fondazione changes cultura heritage ac",
        "Fondazione CHANGES - Cultural Heritage Active Innovation for Sustainable Society",
    ),
    (
        "future artificial intelligence research",
        "Future Artificial Intelligence Research - FAIR",
    ),
    (
        "grins growing resilient inclusive and",
        "GRINS - Growing Resilient, Inclusive and Sustainable",
    ),
    (
        "infrastrutture e telecomunicazioni per l",
        "Infrastrutture e Telecomunicazioni per l'Italia S.p.A.",
    ),
    (
        "istituto nazionale previdenza sociale",
        "Istituto Nazionale Previdenza Sociale - INPS",
    ),
    (
        "multi risk science for resilient communi",
        "Multi-Risk Science for Resilient Communities under a Changing Climate - RETURN",
    ),
    (
        "national biodiversity future center soci",
        "National Biodiversity Future Center S.c.a.r.l.",
    ),
    (
        "national quantum science and technology",
        "National Quantum Science and Technology Institute - NQSTI",
    ),
    (
        "network 4 energy sustainable transition",
        "Network 4 Energy Sustainable Transition - NEST",
    ),
    (
        "provveditorato interregionale alle oo p",
        "Provveditorato Interregionale alle Opere Pubbliche",
    ),
    (
        "societa italiana per le imprese all est",
        "Società Italiana per le Imprese all'Estero - SIMEST S.p.A.",
    ),
    (
        "silfi societa illuminazione firenze e s",
        "Silfi - Società Illuminazione Firenze e Servizi Smartcity S.p.A.",
    ),
    (
        "tuscany health ecosystem soc cons resp l",
        "Tuscany Health Ecosystem S.c.a.r.l.",
    ),
];

/// Words after which something follows.
const DANGLING: &[&str] = &[
    "a", "al", "alla", "con", "da", "dal", "dalla", "dei", "del", "della", "delle", "di", "e", "ed", "in",
    "of", "per",
];

/// What the other names of an import tell of one that may be cut.
pub(super) struct Names {
    /// Folded names that are longer than the column → name.
    longer: BTreeMap<String, String>,
    /// The words that stand in some name and cannot be cut there.
    words: HashSet<String>,
}

impl Names {
    /// `raw`: all names as the tables spell them.
    pub fn new<'a>(raw: impl Iterator<Item = &'a str>) -> Names {
        let mut out = Names {
            longer: BTreeMap::new(),
            words: HashSet::new(),
        };
        for name in raw {
            let folded = fold(name);
            let mut words: Vec<&str> = folded.split(' ').collect();
            if name.chars().count() == CUT_AT {
                words.pop();
            }
            out.words.extend(words.into_iter().map(str::to_owned));
            if name.chars().count() > CUT_AT {
                out.longer.insert(folded, name.to_owned());
            }
        }
        out
    }

    /// The whole name, in ordinary case and with its form written as everywhere else; a name that
    /// nothing completes ends in "…".
    pub fn whole(&self, raw: &str, described: Option<&str>) -> String {
        let whole = self.completed(raw, described);
        // As people call it.
        if let Some(province) = whole.strip_prefix("Amministrazione Provinciale di ") {
            return format!("Provincia di {province}");
        }
        match whole.strip_prefix("MIMIT - ") {
            Some(ministry) => ministry.to_owned(),
            None => whole,
        }
    }

    fn completed(&self, raw: &str, described: Option<&str>) -> String {
        let fills = (CUT_AT - 2..=CUT_AT).contains(&raw.chars().count());
        let mended = spelling::unglued(&spelling::mended(raw), described);
        let raw = mended.as_str();
        if !fills {
            return form::one_way(&repair::name(raw), described, false);
        }
        let folded = fold(raw);
        if let Some((_, known)) = KNOWN.iter().find(|(start, _)| *start == folded) {
            return (*known).to_owned();
        }
        if let Some(longer) = self.longer(&folded) {
            return form::one_way(&repair::name(longer), described, false);
        }
        let is_cut = self.is_cut(raw);
        let name = repair::name(raw);
        let formed = form::one_way(&name, described, is_cut);
        let is_open = is_cut && formed == form::one_way(&name, described, false) && !form::ends(&formed);
        match to_its_form(&formed).filter(|_| is_open) {
            Some(whole) => whole,
            None if is_open => format!("{}…", formed.trim_end_matches([' ', '-', ',', '.', '('])),
            None => formed,
        }
    }

    /// The only longer name that begins so, if it goes on for few words.
    fn longer(&self, folded: &str) -> Option<&str> {
        let mut found = self.longer.range(folded.to_owned()..);
        let mut begins = || found.next().filter(|(name, _)| name.starts_with(folded));
        let (name, raw) = begins()?;
        let more = name.get(folded.len()..)?.split_whitespace().count();
        (begins().is_none() && more <= MOST_WORDS).then_some(raw.as_str())
    }

    /// The name fills the column, and its last word is none that another name has whole; or it
    /// ends where something must follow.
    fn is_cut(&self, raw: &str) -> bool {
        let last = raw.rsplit([' ', '-', '.', '\'', '&']).next().unwrap_or_default();
        let open = raw.matches('(').count() > raw.matches(')').count();
        if open || raw.ends_with('-') || DANGLING.contains(&fold(last).as_str()) {
            return true;
        }
        if begins_a_form(last) || raw.ends_with(" S.") {
            return true;
        }
        let known = last.chars().count() > 1 && self.words.contains(&fold(last));
        raw.chars().count() == CUT_AT && !last.is_empty() && !known && !repair::is_known_acronym(last)
    }
}

/// A company's name to its legal form: what follows is not its own, and is cut.
fn to_its_form(name: &str) -> Option<String> {
    const FORMS: &[&str] = &[
        "S.r.l.",
        "S.R.L.",
        "S.r.l.s.",
        "S.p.A.",
        "S.n.c.",
        "S.a.s.",
        "S.c.a.r.l.",
    ];
    const LIMITED: &str = "Società a Respons";
    if let Some((before, _)) = name.split_once(LIMITED) {
        let before = before.trim_end_matches([' ', '-']);
        return (!before.is_empty()).then(|| format!("{before} S.r.l."));
    }
    let words: Vec<&str> = name.split(' ').collect();
    let at = (1..words.len()).find(|&i| FORMS.iter().any(|form| words[i].starts_with(form)))?;
    let form = words[at].split('-').next().unwrap_or_default();
    Some(format!(
        "{} {}",
        words[..at].join(" "),
        form.replace("S.R.L.", "S.r.l.")
    ))
}

/// The beginning of a word of a legal form: it ends no name, though other names were cut there too.
fn begins_a_form(last: &str) -> bool {
    const WORDS: &[&str] = &[
        "societa",
        "cooperativa",
        "responsabilita",
        "limitata",
        "unipersonale",
        "professionisti",
        "consortile",
        "semplificata",
    ];
    let last = fold(last);
    let begins = |word: &&&str| word.starts_with(last.as_str()) && last.len() < word.len();
    last == "sr" || last.len() > 3 && last != "coop" && WORDS.iter().any(|w| begins(&w))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        Names::new(
            [
                "CONSORZIO ALFA EST",
                "ISTITUTO PER LA RICERCA SUL TERRITORIO ALFA",
                "ISTITUTO PER LA PROVA DEL TERRITORIO ALFA DI BETA GAMMA DELTA",
            ]
            .into_iter(),
        )
    }

    fn whole(raw: &str, described: &str) -> String {
        names().whole(raw, Some(described))
    }

    #[test]
    fn a_name_that_fills_its_column_in_the_middle_of_a_word_says_that_it_is_cut() {
        let cut = "CONSORZIO PER LE ACQUE E IL TERRITORIO A";
        let uncut = "CONSORZIO PER LE ACQUE DEL TERRITOR. EST";
        assert_eq!((cut.len(), uncut.len()), (CUT_AT, CUT_AT));
        assert_eq!(whole(cut, ""), "Consorzio per le Acque e il Territorio A…");
        assert_eq!(whole(uncut, ""), "Consorzio per le Acque del Territor. Est");
        assert_eq!(whole("CONSORZIO A", ""), "Consorzio A");
    }

    #[test]
    fn a_longer_spelling_completes_it_unless_it_is_much_longer() {
        let cut = "ISTITUTO PER LA RICERCA SUL TERRITORIO A";
        assert_eq!(whole(cut, ""), "Istituto per la Ricerca sul Territorio Alfa");
        let much = "ISTITUTO PER LA PROVA DEL TERRITORIO AL";
        assert_eq!(whole(much, ""), "Istituto per la Prova del Territorio al…");
    }

    #[test]
    fn a_cut_form_is_written_out_and_a_dangling_word_says_that_more_follows() {
        let form = "COSTRUZIONI ALFA SOCIETÀ A RESPONSABILIT";
        assert_eq!(form.chars().count(), CUT_AT);
        let limited = "Società a responsabilità limitata";
        assert_eq!(whole(form, limited), "Costruzioni Alfa S.r.l.");
        let open = "IMPIANTI ALFA TECNOLOGIE CIVILI ECC. PER";
        assert_eq!(whole(open, ""), "Impianti Alfa Tecnologie Civili Ecc. per…");
        let behind = "ALFABETICA S.R.L. UNIPERSONALE DI BETA GA";
        assert_eq!(whole(&behind[..CUT_AT], ""), "Alfabetica S.r.l.");
        let undescribed = "TEC ALFABETA SOLUTION-SOCIETÀ A RESPONSA";
        assert_eq!(undescribed.chars().count(), CUT_AT);
        assert_eq!(whole(undescribed, ""), "Tec Alfabeta Solution S.r.l.");
        assert_eq!(
            whole("TESSUTI ALFA BETA GAMMA DELTA E GAMMA -", ""),
            "Tessuti Alfa Beta Gamma Delta e Gamma…"
        );
    }

    #[test]
    fn public_bodies_have_their_whole_name() {
        let name = "SOCIETA' ITALIANA PER LE IMPRESE ALL'EST";
        assert_eq!(
            whole(name, ""),
            "Società Italiana per le Imprese all'Estero - SIMEST S.p.A."
        );
    }
}
