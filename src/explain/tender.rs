//! What the row of a tender says: what the contract is for, how the contractor is chosen, whether
//! the price is one that the project pays.

use crate::lang::{Word, w};
use crate::model::{Cents, Task, Tender};
use crate::text::fold::fold;

pub(super) const BASE: &str = "Importo Complessivo Gara";
pub(super) const AWARD: &str = "Importo Aggiudicazione";
pub(super) const PROCEDURE: &str = "Descrizione Procedura di Aggiudicazione";
pub(super) const AWARDED: &str = "Data Aggiudicazione Definitiva";
/// The day on which a contract got its code, as one table or another calls it.
pub(super) const PUBLISHED: [&str; 2] = ["Data Pubblicazione del CIG", "Data Pubblicazione CIG"];

/// Whether the tender makes an agreement that serves more works than the project's: its price is
/// not the project's own.
pub(super) fn is_framework(tender: &Tender) -> bool {
    let mode = fold(tender.mode.as_deref().unwrap_or_default());
    let procedure = fold(tender.procedure.as_deref().unwrap_or_default());
    let agreement = |text: &str| text.starts_with("accordo quadro") || text == "convenzione";
    tender.framework || agreement(&mode) || agreement(&procedure)
}

/// What the contracts of a tender are for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Object {
    Works,
    Services,
    Goods,
    Unknown,
}

impl Object {
    /// "per i lavori".
    pub fn word(self) -> Word {
        match self {
            Object::Works => w::SAY_OBJECT_WORKS,
            Object::Services => w::SAY_OBJECT_SERVICES,
            Object::Goods => w::SAY_OBJECT_GOODS,
            Object::Unknown => w::SAY_OBJECT_UNKNOWN,
        }
    }

    pub fn of(tender: &Tender) -> Object {
        match tender.object_kind.as_deref().map(fold).as_deref() {
            Some("lavori") => Object::Works,
            Some("servizi") => Object::Services,
            Some("forniture") => Object::Goods,
            _ => Object::Unknown,
        }
    }
}

/// "il progetto".
pub(super) fn task_word(task: Task) -> Word {
    match task {
        Task::Design => w::SAY_TASK_DESIGN,
        Task::Supervision => w::SAY_TASK_SUPERVISION,
        Task::Safety => w::SAY_TASK_SAFETY,
        Task::Inspection => w::SAY_TASK_INSPECTION,
        Task::Surveys => w::SAY_TASK_SURVEYS,
        Task::Ground => w::SAY_TASK_GROUND,
        Task::Geologist => w::SAY_TASK_GEOLOGIST,
        Task::Laboratory => w::SAY_TASK_LABORATORY,
        Task::Trials => w::SAY_TASK_TRIALS,
        Task::Quake => w::SAY_TASK_QUAKE,
        Task::DesignCheck => w::SAY_TASK_DESIGN_CHECK,
        Task::Archaeology => w::SAY_TASK_ARCHAEOLOGY,
        Task::EnergyCertificate => w::SAY_TASK_ENERGY_CERTIFICATE,
        Task::Support => w::SAY_TASK_SUPPORT,
        Task::Engineering => w::SAY_TASK_ENGINEERING,
        Task::Works => w::SAY_TASK_WORKS,
        Task::Change => w::SAY_TASK_CHANGE,
    }
}

/// Whether it changes a contract that is under way.
pub(super) fn is_change(tender: &Tender) -> bool {
    let procedure = fold(tender.procedure.as_deref().unwrap_or_default());
    tender.tasks.contains(&Task::Change) || procedure.contains("variant")
}

/// How the contractor of a tender is chosen, where the table says it.
pub(super) fn way_of(tender: &Tender) -> Option<Word> {
    tender.procedure.as_deref().and_then(way)
}

/// A way of choosing, in the words of a person.
fn way(procedure: &str) -> Option<Word> {
    let text = fold(procedure);
    let has = |words: &[&str]| words.iter().any(|w| text.contains(w));
    Some(if has(&["in house"]) {
        w::SAY_WAY_IN_HOUSE
    } else if has(&["adesione", "convenzione"]) || text == "accordo quadro" {
        w::SAY_WAY_FRAMEWORK
    } else if has(&["affidamento diretto", "economia", "cottimo"]) {
        w::SAY_WAY_DIRECT
    } else if has(&["aperta"]) {
        w::SAY_WAY_OPEN
    } else if has(&["ristretta"]) {
        w::SAY_WAY_RESTRICTED
    } else if has(&["negoziat", "negoziazione", "dialogo competitivo", "confronto"]) {
        w::SAY_WAY_NEGOTIATED
    } else if has(&["sistema dinamico", "riservato"]) {
        w::SAY_WAY_LIST
    } else {
        return None;
    })
}

/// A price that somebody pays: cents and zeros are not.
pub(super) fn price(amount: Option<Cents>) -> Option<Cents> {
    amount.filter(|a| a.0 >= 10_000)
}
