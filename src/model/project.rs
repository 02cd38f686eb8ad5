//! A project and all that the tables say of it.

use super::body::{Body, Role, Trade};
use super::cents::Cents;
use super::fact::{BriefFacts, Fact, FactKind};
use super::fund::{AmountKind, Fund};
use super::istat::{ComuneCode, ProvinceCode, RegionCode};
use super::measure::Call;
use super::place::{Place, Scope};
use super::source::{Observed, SourceId};
use super::status::{Sign, Status};
use super::submeasure::Submeasure;
use super::target::Target;
use super::work::Task;
use jiff::civil::Date;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fmt;
use std::sync::Arc;

/// Short, stable name of a project: eight characters made from its folded key, of digits and
/// lower-case letters without `i`, `l`, `o`, `u`, so that it can be read over the telephone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProjectId([u8; 8]);

impl ProjectId {
    const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

    /// The id of a key whose local code is folded already. `salt` is zero but for the second of
    /// two keys that would share an id.
    pub fn of(submeasure: &str, cup: &str, folded_local: &str, salt: u8) -> ProjectId {
        let mut hash = Sha256::new();
        for part in [submeasure, cup, folded_local] {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        if salt > 0 {
            hash.update([salt]);
        }
        let digest = hash.finalize();
        let bits = digest.iter().take(5).fold(0u64, |n, b| n << 8 | u64::from(*b));
        let letter = |i: usize| Self::LETTERS[(bits >> (35 - 5 * i) & 31) as usize];
        ProjectId(std::array::from_fn(letter))
    }

    /// Reads an id as a person wrote it.
    pub fn parse(raw: &str) -> Option<ProjectId> {
        let mut id: [u8; 8] = raw.trim().as_bytes().try_into().ok()?;
        id.make_ascii_lowercase();
        ProjectId::from_bytes(id)
    }

    /// Reads what [`ProjectId::to_bytes`] gave.
    pub fn from_bytes(id: [u8; 8]) -> Option<ProjectId> {
        // Said as a pattern, not looked up in LETTERS: loading a snapshot asks it for every row.
        let known = |b: &u8| matches!(b, b'0'..=b'9' | b'a'..=b'h' | b'j' | b'k' | b'm' | b'n' | b'p'..=b't' | b'v'..=b'z');
        id.iter().all(known).then_some(ProjectId(id))
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Its letters.
    pub fn to_bytes(self) -> [u8; 8] {
        self.0
    }

    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for ProjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for ProjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for ProjectId {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.as_str())
    }
}

/// What a list, a filter and the search need of a project; the whole is loaded when it is asked
/// for. Places and bodies are those of the tables, ordered so that the first is the one to name.
#[derive(Clone, Debug)]
pub struct Brief {
    pub id: ProjectId,
    /// Index into [`crate::snapshot::Catalogue::measures`].
    pub measure: u16,
    /// Empty when the table has none.
    pub cup: Box<str>,
    pub local_code: Box<str>,
    /// Places inside the snapshot's region come first.
    pub places: Vec<BriefPlace>,
    /// Whether it is the region's own, lies elsewhere too, or is of the whole nation.
    pub scope: Scope,
    /// Index into [`crate::snapshot::Catalogue::bodies`].
    pub body: Option<u32>,
    /// Name of the building or site: the first of its facts that is a name.
    pub site: Option<Box<str>>,
    /// All that its texts say as facts.
    pub facts: BriefFacts,
    /// Official title, in files that carry it (never in the bundled register).
    pub official_title: Option<Box<str>>,
    /// CUP category and nature: indexes into [`crate::snapshot::Catalogue::classes`].
    pub category: Option<u32>,
    pub nature: Option<u32>,
    /// Funding in all; where no total is published, the part that is known (PNRR or PNC).
    pub total: Option<Cents>,
    pub pnrr: Option<Cents>,
    pub paid: Option<Cents>,
    /// Funding that an unofficial copy alone tells: it is in none of the three, nor in a total.
    pub copied: Option<Cents>,
    pub status: Status,
    /// The fact that the status is told from.
    pub sign: Option<Sign>,
    /// Planned or actual end, when the snapshot has it.
    pub end: Option<Date>,
}

impl Brief {
    /// Whether all of the project lies in a comune: then its money is the comune's own.
    pub fn is_only_in(&self, comune: ComuneCode) -> bool {
        !self.places.is_empty() && self.places.iter().all(|p| p.comune == Some(comune))
    }
}

/// A place of a [`Brief`]: codes only, names stand in the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BriefPlace {
    pub region: Option<RegionCode>,
    pub province: Option<ProvinceCode>,
    pub comune: Option<ComuneCode>,
    /// As in [`Place::named`].
    pub named: Option<Box<str>>,
    pub address: Option<Box<str>>,
}

impl Brief {
    /// A project of which nothing is known but that it exists.
    pub fn new(id: ProjectId, measure: u16) -> Brief {
        Brief {
            id,
            measure,
            cup: "".into(),
            local_code: "".into(),
            places: Vec::new(),
            scope: Scope::Own,
            body: None,
            site: None,
            facts: BriefFacts::default(),
            official_title: None,
            category: None,
            nature: None,
            total: None,
            pnrr: None,
            paid: None,
            copied: None,
            status: Status::default(),
            sign: None,
            end: None,
        }
    }

    /// Has a place outside of the snapshot's region as well as one in it.
    pub fn is_shared(&self) -> bool {
        self.scope == Scope::Shared
    }

    pub fn is_national(&self) -> bool {
        self.scope == Scope::National
    }
}

macro_rules! label_kinds {
    ($($(#[$doc:meta])* $variant:ident => $code:literal, $column:literal;)*) => {
        /// Single facts of a project that are words or codes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum LabelKind { $($(#[$doc])* $variant,)* }

        impl LabelKind {
            pub const ALL: &[LabelKind] = &[$(LabelKind::$variant,)*];

            pub fn code(self) -> &'static str {
                match self { $(LabelKind::$variant => $code,)* }
            }

            /// The official column.
            pub fn column(self) -> &'static str {
                match self { $(LabelKind::$variant => $column,)* }
            }

            pub fn from_code(code: &str) -> Option<LabelKind> {
                match code { $($code => Some(LabelKind::$variant),)* _ => None }
            }
        }
    };
}

label_kinds! {
    /// Two digits, named in the classification (`03`: public works).
    Nature => "nature", "CUP Descrizione Natura";
    /// `03.58`: nature and type.
    Type => "type", "CUP Descrizione Tipologia";
    /// `05`.
    Sector => "sector", "CUP Descrizione Settore";
    /// `05.30`.
    Subsector => "subsector", "CUP Descrizione Sottosettore";
    /// `05.30.150`.
    Category => "category", "CUP Descrizione Categoria";
    /// Aid under the rules on state aid, as described.
    Aid => "aid", "Descrizione Tipo Aiuto";
    /// `active`, `closed`, `revoked` or as published.
    CupStatus => "cup_status", "Stato CUP";
    /// "In corso", "Concluso" or as published.
    Progress => "progress", "Stato Avanzamento Progetto";
    /// The current phase and its state, as published.
    Phase => "phase", "Descrizione Fase Iter di Progetto";
    PhaseStatus => "phase_status", "Stato Fase Iter di Progetto";
    Validation => "validation", "Esito Ultima Validazione";
    /// Key of the [`Call`] that chose it.
    Call => "call", "Codice Identificativo Procedura di Attivazione";
    /// How it was chosen, as described.
    CallKind => "call_kind", "Tipologia Procedura di Attivazione";
    /// `yes` when the project existed before the plan.
    Existing => "existing", "Flag Progetti in Essere";
    /// Day of a newer release of a list that has the project no more.
    Unlisted => "unlisted", "CUP";
}

/// A word or code of a project, with the name that the classification gives to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    pub kind: LabelKind,
    pub value: String,
    /// Official name of the code, in ordinary case, where the value is a code.
    pub name: Option<String>,
    pub source: SourceId,
}

macro_rules! date_kinds {
    ($($variant:ident => $code:literal, $column:literal;)*) => {
        /// The dates of a project.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ProjectDateKind { $($variant,)* }

        impl ProjectDateKind {
            pub const ALL: &[ProjectDateKind] = &[$(ProjectDateKind::$variant,)*];

            pub fn code(self) -> &'static str {
                match self { $(ProjectDateKind::$variant => $code,)* }
            }

            pub fn column(self) -> &'static str {
                match self { $(ProjectDateKind::$variant => $column,)* }
            }

            pub fn from_code(code: &str) -> Option<ProjectDateKind> {
                match code { $($code => Some(ProjectDateKind::$variant),)* _ => None }
            }
        }
    };
}

date_kinds! {
    StartPlanned => "start_planned", "Data Inizio Progetto Prevista";
    StartActual => "start_actual", "Data Inizio Progetto Effettiva";
    EndPlanned => "end_planned", "Data Fine Progetto Prevista";
    EndActual => "end_actual", "Data Fine Progetto Effettiva";
    LastValidation => "last_validation", "Data Ultima Validazione";
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectDate {
    pub kind: ProjectDateKind,
    pub value: Date,
    pub source: SourceId,
}

/// One step of the project's way, with its four dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    pub code: String,
    /// As published, in ordinary case.
    pub name: Option<String>,
    pub start_planned: Option<Date>,
    pub start_actual: Option<Date>,
    pub end_planned: Option<Date>,
    pub end_actual: Option<Date>,
    pub source: SourceId,
}

/// Words that the tables repeat row after row: one piece of memory serves all.
pub type Word = Arc<str>;

/// A tender or purchase of a project, with its winners.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Tender {
    /// Empty when the law asks for none or none is published.
    pub cig: String,
    /// Inner code of the purchase (*Codice interno PDA*).
    pub pda: String,
    pub framework_cig: Option<String>,
    /// Lavori, servizi, forniture.
    pub object_kind: Option<Word>,
    /// Official object of the tender; absent from a register.
    pub object: Option<String>,
    /// What the object says that the services are, or that builders also do.
    pub tasks: Vec<Task>,
    /// *Modalità di realizzazione*.
    pub mode: Option<Word>,
    /// *Descrizione procedura di aggiudicazione*.
    pub procedure: Option<Word>,
    pub published: Option<Date>,
    /// Code and words of the reason why there is no CIG.
    pub absence_code: Option<String>,
    pub absence: Option<Word>,
    /// *Importo complessivo gara*, the base.
    pub base: Option<Cents>,
    /// The base price is that of a framework for many projects (a whole region's, say), not of
    /// this one alone.
    pub framework: bool,
    /// *Importo aggiudicazione*; a published zero means absent.
    pub award: Option<Cents>,
    pub awarded: Option<Date>,
    pub source: Option<SourceId>,
    pub winners: Vec<Award>,
}

/// Why a winner has no name here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unnamed {
    /// A natural person, or a name that may be one's.
    #[default]
    Person,
    /// A company under the names of its partners.
    Company,
    /// The tables give no name.
    Untold,
}

impl Unnamed {
    pub fn code(self) -> Option<&'static str> {
        match self {
            Unnamed::Person => None,
            Unnamed::Company => Some("company"),
            Unnamed::Untold => Some("untold"),
        }
    }

    pub fn from_code(code: Option<&str>) -> Unnamed {
        match code {
            Some("company") => Unnamed::Company,
            Some("untold") => Unnamed::Untold,
            _ => Unnamed::Person,
        }
    }
}

/// Who won a tender or works under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Award {
    /// `None` where nobody is named.
    pub body: Option<Body>,
    /// Why nobody is.
    pub unnamed: Unnamed,
    /// What a company does that is not named.
    pub trade: Option<Trade>,
    pub subcontractor: bool,
    /// "Impresa singola", "mandataria"…, as published, in ordinary case.
    pub role: Option<Word>,
    pub source: SourceId,
}

/// A candidature of PA digitale 2026 that was funded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidature {
    /// Code of the body in the index of public administrations (IPA).
    pub ipa: String,
    pub call: Option<Call>,
    /// *numero_finestra_temporale*. A body can come back to a call in a later window.
    pub window: Option<u32>,
    pub amount: Option<Cents>,
    pub sent: Option<Date>,
    /// Day of the decree that assigned the funding.
    pub funded: Option<Date>,
    /// A assigned, R renounced, E paid out.
    pub status: Option<char>,
    pub status_date: Option<Date>,
    pub source: SourceId,
}

impl Candidature {
    /// Of the same body and call as another.
    pub fn is_later_window_of(&self, earlier: &Candidature) -> bool {
        let call = |c: &Candidature| c.call.as_ref().map(|call| call.id.clone());
        self.ipa == earlier.ipa && call(self) == call(earlier)
    }
}

/// Why two values of one field differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DisagreementKind {
    /// A newer release says another value than an older one: it was changed or corrected since.
    Update,
    /// Two rows or tables of the same release say two values.
    Contradiction,
}

impl DisagreementKind {
    /// The word that stands for it in a register.
    pub fn code(self) -> &'static str {
        match self {
            DisagreementKind::Update => "update",
            DisagreementKind::Contradiction => "contradiction",
        }
    }

    /// The kind of a code; `None` for a word that is no code.
    pub fn from_code(code: &str) -> Option<DisagreementKind> {
        match code {
            "update" => Some(DisagreementKind::Update),
            "contradiction" => Some(DisagreementKind::Contradiction),
            _ => None,
        }
    }
}

/// A cell that holds something which could not be read: there is a value, and nobody can say it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unread {
    /// As in [`Disagreement::field`].
    pub field: String,
    /// What stands there, cleaned, where it is short and surely of no person.
    pub value: Option<String>,
    pub source: SourceId,
}

/// Two sources that disagree: the value that was kept and the one that was not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    pub kind: DisagreementKind,
    /// `funding.total`, `label.cup_status`, `date.end_planned`…
    pub field: String,
    pub kept: String,
    pub kept_source: SourceId,
    pub other: String,
    pub other_source: SourceId,
}

/// All that the snapshot holds of one project.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    pub id: ProjectId,
    pub submeasure: Submeasure,
    pub cup: String,
    pub local_code: String,
    /// The ids that other spellings of its local code give: what was linked by them leads here.
    pub aliases: Vec<ProjectId>,
    /// The sources that list it.
    pub seen: Vec<SourceId>,
    pub labels: Vec<Label>,
    /// What its texts say, by kind.
    pub facts: Vec<Fact>,
    pub amounts: Vec<(AmountKind, Fund, Observed<Cents>)>,
    pub dates: Vec<ProjectDate>,
    pub phases: Vec<Phase>,
    pub places: Vec<Place>,
    pub bodies: Vec<(Role, Body, SourceId)>,
    pub tenders: Vec<Tender>,
    pub targets: Vec<Target>,
    /// By body and call, and of these by window: the last is the truth, the earlier are history.
    pub candidatures: Vec<Candidature>,
    pub call: Option<Call>,
    pub disagreements: Vec<Disagreement>,
    /// Cells that hold something which could not be read.
    pub unread: Vec<Unread>,
    pub official_title: Option<Observed<String>>,
    pub official_summary: Option<Observed<String>>,
    /// Names that were taken out of it, as somebody asked.
    pub unnamed: usize,
    /// Other projects of the snapshot with the same CUP.
    pub siblings: Vec<(ProjectId, Submeasure)>,
    /// Those of them, of the same measure, that have the very same contracts.
    pub doubles: Vec<ProjectId>,
    /// Where the same application stands under another body, and whether a newer list has it there.
    pub moved: Option<(ProjectId, bool)>,
}

impl Project {
    /// Rows of one table that a project may have: ten times those of the longest known.
    pub const MOST_ROWS: usize = 5_000;

    /// Rows of its longest list.
    pub fn rows(&self) -> usize {
        let winners = self.tenders.iter().map(|t| t.winners.len()).sum();
        let lists = [
            self.aliases.len(),
            self.labels.len(),
            self.facts.len(),
            self.phases.len(),
            self.places.len(),
            self.bodies.len(),
            self.tenders.len(),
            winners,
            self.targets.len(),
            self.candidatures.len(),
            self.disagreements.len(),
            self.unread.len(),
        ];
        lists.into_iter().max().unwrap_or_default()
    }

    /// Lets go of what stands beyond [`Project::MOST_ROWS`]; contracts that are lost are told as
    /// ones that cannot be read.
    pub fn shorten(&mut self) {
        if self.rows() <= Project::MOST_ROWS {
            return;
        }
        let most = Project::MOST_ROWS;
        let lost = self.tenders.get(most).and_then(|tender| tender.source);
        self.tenders.truncate(most);
        let mut left = most;
        for tender in &mut self.tenders {
            tender.winners.truncate(left);
            left -= tender.winners.len();
        }
        self.aliases.truncate(most);
        self.labels.truncate(most);
        self.facts.truncate(most);
        self.phases.truncate(most);
        self.places.truncate(most);
        self.bodies.truncate(most);
        self.targets.truncate(most);
        self.candidatures.truncate(most);
        self.disagreements.truncate(most);
        self.unread.truncate(most - 1);
        self.unread.extend(lost.map(|source| Unread {
            field: "tender.cig".to_owned(),
            value: None,
            source,
        }));
        self.unread.sort();
    }

    /// A project of which nothing is known but its codes.
    pub fn new(id: ProjectId, submeasure: Submeasure) -> Project {
        Project {
            id,
            submeasure,
            cup: String::new(),
            local_code: String::new(),
            aliases: Vec::new(),
            seen: Vec::new(),
            labels: Vec::new(),
            facts: Vec::new(),
            amounts: Vec::new(),
            dates: Vec::new(),
            phases: Vec::new(),
            places: Vec::new(),
            bodies: Vec::new(),
            tenders: Vec::new(),
            targets: Vec::new(),
            candidatures: Vec::new(),
            call: None,
            disagreements: Vec::new(),
            unread: Vec::new(),
            official_title: None,
            official_summary: None,
            unnamed: 0,
            siblings: Vec::new(),
            doubles: Vec::new(),
            moved: None,
        }
    }

    pub fn label(&self, kind: LabelKind) -> Option<&Label> {
        self.labels.iter().find(|l| l.kind == kind)
    }

    pub fn amount(&self, kind: AmountKind, fund: Fund) -> Option<&Observed<Cents>> {
        let found = self.amounts.iter().find(|(k, f, _)| (*k, *f) == (kind, fund));
        found.map(|(_, _, amount)| amount)
    }

    pub fn date(&self, kind: ProjectDateKind) -> Option<&ProjectDate> {
        self.dates.iter().find(|d| d.kind == kind)
    }

    /// Its facts of a kind, the surest first.
    pub fn facts_of(&self, kind: FactKind) -> impl Iterator<Item = &Fact> {
        self.facts.iter().filter(move |f| f.kind == kind)
    }

    /// The first of its facts of a kind.
    pub fn fact(&self, kind: FactKind) -> Option<&Fact> {
        self.facts.iter().find(|f| f.kind == kind)
    }

    /// Whether a cell of the field holds something that could not be read.
    pub fn is_unread(&self, field: &str) -> bool {
        self.unread.iter().any(|u| u.field == field)
    }

    /// Its candidatures as they stand today: of each body and call the last window.
    pub fn current_candidatures(&self) -> impl Iterator<Item = &Candidature> {
        let later = self.candidatures.iter().skip(1).map(Some).chain([None]);
        let both = self.candidatures.iter().zip(later);
        both.filter(|(c, next)| next.is_none_or(|n| !n.is_later_window_of(c)))
            .map(|(c, _)| c)
    }

    /// Whether it is the region's own, lies elsewhere too, or is of the whole nation.
    pub fn scope(&self, region: Option<RegionCode>) -> Scope {
        Scope::of(self.places.iter().map(|p| p.region), region)
    }

    pub fn body(&self, role: Role) -> Option<(&Body, SourceId)> {
        let found = self.bodies.iter().find(|(r, _, _)| *r == role);
        found.map(|(_, body, source)| (body, *source))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_stable_and_readable_back() {
        let id = ProjectId::of("M4C1I1.01.00", "J57H22001230006", "nido1", 0);
        assert_eq!(ProjectId::parse(&id.as_str().to_uppercase()), Some(id));
        assert_ne!(id, ProjectId::of("M4C1I1.01.00", "J57H22001230006", "nido1", 1));
        assert_ne!(id, ProjectId::of("M4C1I1.01.00", "J57H2200123000", "6nido1", 0));
        assert_eq!(ProjectId::parse("short"), None);
        for b in 0..=127u8 {
            let text = char::from(b).to_string().repeat(8);
            let known = ProjectId::LETTERS.contains(&b.to_ascii_lowercase());
            assert_eq!(ProjectId::parse(&text).is_some(), known, "{text}");
        }
    }
}
