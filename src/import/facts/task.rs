//! What a contract for services is for, out of its object: a design, a survey, the final checks.

use super::phrase::Phrases;
use crate::model::Task::{self, *};
use crate::text::fold::fold;
use std::sync::LazyLock;

const TABLE: &[(Task, &str)] = &[
    (
        Design,
        "progettazion*\ndiprogettazion*\nprogettist*\npfte\nfattibilita\nredazione ~ progett*\nprogetto definitivo/esecutivo/preliminare -n/nr/numero/approvat*\nprogettual* definitiv*/esecutiv*",
    ),
    (
        Supervision,
        "direzione/direttore/direzioni ~ lavori\nd l\ndl -n/lgs",
    ),
    (
        Safety,
        "coordinament*/coordinatore/coordinatrice ~ sicurezza\ncsp\ncse\nc s p\nc s e\nsicurezza ~ fase/cantiere\nresponsabile sicurezza",
    ),
    (Inspection, "collaud*"),
    (
        Surveys,
        "indagin* -mercato/di/ad -mercato/di/a/ad
        indagin* di/ad/a vulnerabilita/tipo
        geognostic*\ngeotecnic* prove\nprove ~ penetr*/geotecnic*/geognostic*\nsondagg*\ncarotagg*
        riliev* -storic*
        verific*/valutazion* ~ vulnerabilita --sismic*",
    ),
    (
        Ground,
        "relazion*/consulenz* ~ geologic*/geotecnic*\nstudi* geologic* -associat*",
    ),
    (Geologist, "geolog*\ngeotecnic*"),
    (Laboratory, "prove/analisi ~ laboratorio"),
    (Trials, "prove ~ material*/carico/struttur*/distruttiv*"),
    (Quake, "verific*/valutazion* ~ vulnerabilita ~ sismic*"),
    (
        Archaeology,
        "verific*/assistenza/sorveglianza/indagin*/relazion*/valutazion*/scav*/prospezion* ~ archeologic*\nviarch\nvpia\narcheologo",
    ),
    (
        EnergyCertificate,
        "attestat* ~ energetic*\ncertificazion* energetic*\ndiagnosi energetic*\nape",
    ),
    (
        Support,
        "supporto/assistenza ~ rup/procedimento\nresponsabile ~ procedimento",
    ),
    (Engineering, "serviz* ~ ingegneria/architettura"),
];

static PHRASES: LazyLock<Phrases<Task>> = LazyLock::new(|| Phrases::new(TABLE));

/// So many words behind "verifica" is what is verified.
const NEAR: usize = 4;

/// Words before the one that says what a contract is for.
const LEADING: &[&str] = &[
    "servizio",
    "servizi",
    "incarico",
    "affidamento",
    "diretto",
    "della",
    "delle",
    "dell",
    "esecuzione",
    "accordo",
    "quadro",
    "lavori",
];
/// What such a word begins with, of services.
const SERVICES: &[&str] = &[
    "progettazion",
    "indagin",
    "sondagg",
    "relazion",
    "collaud",
    "coordinament",
    "geolog",
];

/// Words that may stand between "progettazione" and what is joined to it.
const OF_A_DESIGN: &[&str] = &[
    "definitiva",
    "esecutiva",
    "preliminare",
    "fattibilita",
    "tecnica",
    "economica",
    "e",
    "ed",
    "con",
    "nonche",
    "la",
    "l",
    "dei",
    "della",
    "dell",
    "per",
    "di",
    "successiva",
];
/// Words that join the works to a design.
const AND: &[&str] = &["e", "ed", "con", "nonche", "successiva"];

/// The tasks that an object names, the weightiest first; of a contract for builders only the
/// design that they make as well, of goods none.
pub fn of(object: &str, kind: &str) -> Vec<Task> {
    let kind = fold(kind);
    if object.is_empty() || kind.starts_with("fornitur") {
        return Vec::new();
    }
    let folded = fold(object);
    let mut words: Vec<&str> = folded.split(' ').collect();
    let mut out = Vec::new();
    if checks_a_design(&mut words) {
        out.push(DesignCheck);
    }
    // The safety of a site is looked after "in fase di progettazione", "in fase progettazione", too.
    for i in 1..words.len() {
        if words[i].starts_with("progett") && words[i.saturating_sub(2)..i].contains(&"fase") {
            words[i] = "";
        }
    }
    // Builders need a design before they build, and tests before that: they make neither.
    for i in 0..words.len() {
        let before = &words[i.saturating_sub(3)..i];
        if words[i].starts_with("progett")
            && before
                .iter()
                .any(|w| w.starts_with("propedeutic") || *w == "supporto")
        {
            words[i] = "";
        }
    }
    out.extend(PHRASES.find(&words));
    if kind.starts_with("lavor") {
        let also = ["esecuzione", "realizzazione", "lavori"];
        let both = words.windows(2).any(|two| two == ["appalto", "integrato"])
            || words.iter().any(|w| w.starts_with("progettazion")) && words.iter().any(|w| also.contains(w));
        // "Progettazione della copertura", "indagini sul terreno" build nothing, whatever kind the
        // table gives them.
        let first = words.iter().find(|w| w.len() > 3 && !LEADING.contains(w));
        let is_service = first.is_some_and(|w| SERVICES.iter().any(|root| w.starts_with(root)));
        if both || !is_service {
            out.clear();
        }
        if both {
            out.extend([Design, Works]);
        }
    } else if kind.is_empty() && joins_works(&words) {
        out.extend([Design, Works]);
    }
    if changes(&words) {
        out.push(Change);
    }
    // "Servizi di ingegneria" is the general word.
    if out.iter().filter(|task| **task != Change).count() > 1 {
        out.retain(|task| *task != Engineering);
    }
    // Who looks at the ground with instruments writes of it, too; who writes of it is a geologist.
    let has = |out: &[Task], one: Task| out.contains(&one);
    if has(&out, Surveys) {
        out.retain(|task| !OF_SURVEYS.contains(task));
    } else if has(&out, Ground) || has(&out, Laboratory) {
        out.retain(|task| *task != Geologist);
    }
    if has(&out, Laboratory) {
        out.retain(|task| *task != Trials);
    }
    out.sort();
    out.dedup();
    out
}

/// What goes with surveys and is told by them.
const OF_SURVEYS: &[Task] = &[Ground, Geologist, Laboratory, Trials];

/// "Progettazione esecutiva ed esecuzione dei lavori", "appalto integrato" of a contract whose kind no
/// table tells; not "sicurezza in progettazione ed esecuzione", not a design "per appalto integrato".
fn joins_works(words: &[&str]) -> bool {
    (0..words.len()).any(|i| {
        let before = &words[i.saturating_sub(NEAR)..i];
        if words[i..].starts_with(&["appalto", "integrato"]) {
            return !words
                .iter()
                .any(|w| w.starts_with("serviz") || w.starts_with("incaric"))
                && !before.iter().any(|w| ["per", "un", "dell", "gara"].contains(w));
        }
        let is_safety = before
            .iter()
            .any(|w| w.starts_with("coordina") || w.starts_with("sicurez"));
        if !words[i].starts_with("progettazion") || is_safety {
            return false;
        }
        let Some(end) = (i + 1..words.len())
            .find(|&j| !OF_A_DESIGN.contains(&words[j]) && !words[j].starts_with("progettazion"))
        else {
            return false;
        };
        let joined = words[i + 1..end].iter().rev().take(3).any(|w| AND.contains(w));
        joined && ["esecuzione", "realizzazione", "lavori"].contains(&words[end])
    })
}

/// "Perizia di variante", "variante in corso d'opera", "modifica contrattuale": a contract that is under
/// way is changed. Who draws a change up for another has a contract of his own.
fn changes(words: &[&str]) -> bool {
    let at = |phrase: &[&str]| (0..words.len()).find(|&i| words[i..].starts_with(phrase));
    let drawn_up = |i: usize| {
        let before = words[..i].iter();
        before
            .into_iter()
            .any(|w| w.starts_with("redazion") || w.starts_with("prestazion") || w.starts_with("incaric"))
    };
    at(&["perizia", "di", "variante"]).is_some_and(|i| !drawn_up(i))
        || at(&["variante", "in", "corso"]).is_some_and(|i| !drawn_up(i))
        || at(&["modifica", "contrattuale"]).is_some()
        || words.starts_with(&["variante", "all"]) && words.get(2) == Some(&"incarico")
}

/// "Verifica della progettazione" makes no design; the words that say it are taken away.
fn checks_a_design(words: &mut [&str]) -> bool {
    let mut found = false;
    for i in 0..words.len() {
        if !(words[i].starts_with("verific") || words[i].starts_with("validazion")) {
            continue;
        }
        let end = words.len().min(i + 1 + NEAR);
        for word in words[i + 1..end].iter_mut().filter(|w| w.starts_with("progett")) {
            *word = "";
            found = true;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_says_what_the_services_are() {
        for (object, kind, tasks) in [
            (
                "Incarico di progettazione definitiva ed esecutiva, direzione lavori",
                "Servizi",
                &[Design, Supervision][..],
            ),
            (
                "Servizio di verifica della progettazione esecutiva",
                "Servizi",
                &[DesignCheck],
            ),
            (
                "Coordinamento della sicurezza in fase di progettazione ed esecuzione",
                "Servizi",
                &[Safety],
            ),
            (
                "Incarico coordinatore sicurezza in fase progettazione",
                "Servizi",
                &[Safety],
            ),
            ("Collaudo statico in corso d'opera", "Servizi", &[Inspection]),
            (
                "Relazione geologica e indagini geognostiche",
                "Servizi",
                &[Surveys],
            ),
            ("Relazione geologica per la scuola Alfa", "Servizi", &[Ground]),
            ("Incarico allo studio geologico associato Alfa", "", &[Geologist]),
            ("Prove di laboratorio su asfalto", "Servizi", &[Laboratory]),
            ("Prove di carico sul ponte Alfa", "Servizi", &[Trials]),
            ("Prove penetrometriche in via Alfa", "Servizi", &[Surveys]),
            (
                "Verifica di vulnerabilità sismica del palazzo Alfa",
                "Servizi",
                &[Quake],
            ),
            ("Indagine di mercato per l'affidamento", "Servizi", &[]),
            (
                "Servizi di ingegneria e architettura: D.L. e C.S.E.",
                "Servizi",
                &[Supervision, Safety],
            ),
            ("Servizi di architettura e ingegneria", "Servizi", &[Engineering]),
            (
                "Affidamento della progettazione esecutiva ed esecuzione dei lavori",
                "Lavori",
                &[Design, Works],
            ),
            ("Esecuzione di indagini geognostiche", "Lavori", &[Surveys]),
            (
                "Progettazione definitiva della nuova copertura",
                "Lavori",
                &[Design],
            ),
            ("Lavori di cui al progetto esecutivo approvato", "Lavori", &[]),
            (
                "Lavori propedeutici alla progettazione per i lavori della casa Alfa",
                "Lavori",
                &[],
            ),
            (
                "Accordo quadro indagini geognostiche propedeutiche alla progettazione dei lavori",
                "Lavori",
                &[Surveys],
            ),
            (
                "Affidamento lavori per esecuzione indagini geologiche di supporto alla progettazione",
                "Lavori",
                &[Surveys],
            ),
            (
                "Appalto integrato adeguamento ospedale Alfa",
                "Lavori",
                &[Design, Works],
            ),
            (
                "Affidamento progettazione esecutiva e realizzazione lavori impianto Alfa",
                "",
                &[Design, Works],
            ),
            (
                "Appalto integrato di progettazione esecutiva e di esecuzione dei lavori",
                "",
                &[Design, Works],
            ),
            (
                "Progettazione esecutiva e direzione dei lavori di Alfa",
                "",
                &[Design, Supervision],
            ),
            (
                "Coordinamento sicurezza progettazione ed esecuzione lavori",
                "",
                &[Design, Safety],
            ),
            ("Progettazione per la realizzazione dei lavori", "", &[Design]),
            (
                "Servizio di redazione del progetto a base di gara di un appalto integrato",
                "",
                &[Design],
            ),
            ("Arredi e collaudo", "Forniture", &[]),
            (
                "Verifica preventiva dell'interesse archeologico",
                "Servizi",
                &[Archaeology],
            ),
            ("Supporto al RUP", "Servizi", &[Support]),
            ("Scuola Alfa. Perizia di variante n. 1", "Lavori", &[Change]),
            (
                "Variante all'incarico di progettazione esecutiva",
                "",
                &[Design, Change],
            ),
            ("Redazione della perizia di variante di Alfa", "", &[]),
            ("Indagini per la variante al piano", "", &[Surveys]),
            ("", "Servizi", &[]),
        ] {
            assert_eq!(of(object, kind), tasks, "{object}");
        }
    }
}
