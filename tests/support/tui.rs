//! Drives the screens without a terminal: keys in, pictures out. The archive behind them is made
//! up and always answers at once.

#![allow(dead_code)]

use crossterm::event::{Event as Input, KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};
use sportello::app::*;
use sportello::desk::lesson::Expected;
use sportello::desk::tally::Sums;
use sportello::desk::{Amend, Done, Entry, Gathered, Item, Kind, Theme, Visit};
use sportello::explain::Claim;
use sportello::lang::{Lang, StepKind, Wants};
use sportello::model::{Cents, ComuneCode, Evidence, ProjectId, RegionCode, SourceId, Status, Submeasure};
use sportello::search::{Name, Names};
use sportello::sheet::picture::{Parts, Passages, Period, Picture, Share, Sizes};
use sportello::sheet::{
    Block, Correction, Link, Note, Page, Part, PartId, Subject, Table, Told, Way, status_word,
};
use sportello::snapshot::Overview;
use sportello::text::number;
use sportello::tui::backend::*;
use sportello::tui::event::{self, Effect, Event};
use sportello::tui::keymap::{Key, Keymap};
use sportello::tui::state::{State, bounded};
use sportello::tui::update::update;
use sportello::tui::view::view;
use std::sync::Arc;

pub const KINDS: [&str; 6] = [
    "Asilo nido Il Girasole",
    "Casa della Comunità",
    "Pista ciclabile lungo il fiume",
    "Scuola più sicura: Galileo Galilei, ala nuova con la palestra",
    "Servizi online",
    "Bosco e verde in città",
];
pub const PLACES: [(&str, &str, &str); 4] = [
    ("100005", "Prato", "PO"),
    ("050026", "Pisa", "PI"),
    ("046028", "Seravezza", "LU"),
    ("050032", "San Giuliano Terme", "PI"),
];

/// An archive of forty projects. A text that ends in `!` finds nothing; the names may be replaced
/// by hostile ones.
#[derive(Clone, Default)]
pub struct Fake {
    pub hostile: Option<String>,
    pub favourites: Vec<Kept>,
    pub notes: Vec<Kept>,
    pub lists: Vec<Kept>,
    pub entries: Vec<Entry>,
    pub asked: Vec<String>,
    pub served: Vec<Theme>,
    /// Toscana, if none is said.
    pub region: Option<String>,
}

impl Fake {
    fn row(&self, n: usize, lang: Lang) -> Row {
        let (_, comune, sigla) = PLACES[n % PLACES.len()];
        let at = match lang {
            Lang::It => "a",
            Lang::En => "in",
        };
        let title = match &self.hostile {
            Some(text) => text.clone(),
            None => format!("{} {at} {comune}", KINDS[n % KINDS.len()]),
        };
        let amount = (n % 5 != 4).then_some(Cents(98_765_400 * (n as i64 + 1)));
        let status = Status::ALL[n % Status::ALL.len()];
        let said = amount.map(|a| number::euro_sign(a.0, lang));
        let id = ProjectId::of("M4C1I1.01.00", "", &n.to_string(), 0);
        Row {
            missing: None,
            id,
            to: Subject::Project(id),
            matched: std::iter::once(0..title.find(' ').unwrap_or(title.len())).collect(),
            title,
            place: format!("{comune} ({sigla})"),
            facts: said
                .into_iter()
                .chain([lang.say(status_word(status)).to_owned()])
                .collect(),
            beside: None,
            apart: None,
        }
    }
}

const OPENCUP: &str = "https://opencup.gov.it/portale/progetto/-/cup/";

impl Backend for Fake {
    fn open(&mut self) -> Result<Opened, String> {
        Ok(Opened {
            overview: Overview {
                region_name: "Toscana".into(),
                projects: 40,
                oldest: "2023-02-28".parse().ok(),
                newest: "2025-03-31".parse().ok(),
            },
            notices: Vec::new(),
        })
    }

    fn load(&mut self) -> Result<Arc<Lists>, String> {
        let comuni = PLACES.iter().map(|(code, name, sigla)| ComuneItem {
            code: ComuneCode::parse(code).unwrap(),
            name: (*name).to_owned(),
            province: (*sigla).to_owned(),
            projects: 10,
            shared: 2,
            euro: Some(Cents(code.bytes().map(i64::from).sum::<i64>() * 7_654_321)),
            per_head: (*name != "Seravezza").then_some(Cents(81_234)),
        });
        let names = PLACES.iter().map(|(code, name, _)| {
            let code = ComuneCode::parse(code).unwrap();
            Name::new(name, code, true)
        });
        Ok(Arc::new(Lists {
            names: Arc::new(Names::new(names)),
            region: RegionCode::parse(self.region.as_deref().unwrap_or("09")),
            comuni: comuni.collect(),
            measures: ["X1", "X2"]
                .map(|code| MeasureItem {
                    code: code.into(),
                    card: code.into(),
                    official: "Una misura senza scheda".into(),
                    projects: 20,
                })
                .to_vec(),
        }))
    }

    fn search(&mut self, ask: &Ask) -> Answer {
        let text = ask.text.trim();
        if text.ends_with('!') {
            return Answer {
                hints: vec![Way {
                    text: "Senza la parola «x»: 40 progetti".into(),
                    to: Some(Subject::Search(String::new())),
                }],
                ..Answer::default()
            };
        }
        if text.ends_with('?') {
            let near = |n| Row {
                missing: Some("manca «x»".into()),
                ..self.row(n, ask.lang)
            };
            let hint = |text: &str, to| Way {
                text: text.into(),
                to,
            };
            let comune = Subject::Comune(ComuneCode::parse("100005").unwrap());
            return Answer {
                near: 2,
                rows: vec![near(1), near(2)],
                hints: vec![
                    hint("Nessun progetto ha tutte le parole. I più vicini: 2.", None),
                    hint(
                        "Senza la parola «x»: 40 progetti",
                        Some(Subject::Search(String::new())),
                    ),
                    hint("La pagina del comune: Prato", Some(comune)),
                ],
                ..Answer::default()
            };
        }
        let total = if text.is_empty() {
            40
        } else {
            40 / text.len().min(20)
        };
        let value = |label: &str, count| FacetValue {
            label: label.into(),
            count,
            on: text.contains(label),
            toggled: match text.contains(label) {
                true => text.replace(label, "").trim().to_owned(),
                false => format!("{text} {label}"),
            },
        };
        Answer {
            rows: (0..total.min(ask.limit)).map(|n| self.row(n, ask.lang)).collect(),
            total,
            lines: total,
            funded: Cents(4_000_000_000),
            paid: Cents(1_200_000_000),
            facets: vec![
                Facet {
                    name: "Comune".into(),
                    values: PLACES.iter().map(|(_, name, _)| value(name, 10)).collect(),
                },
                Facet {
                    name: "Stato".into(),
                    values: vec![value("concluso", 8), value("in corso", 32)],
                },
            ],
            corrected: match text.strip_prefix("asillo") {
                Some(_) => vec![Correction {
                    typed: "asillo".into(),
                    understood: "asilo".into(),
                }],
                None => Vec::new(),
            },
            ..Answer::default()
        }
    }

    fn page(&mut self, subject: &Subject, lang: Lang) -> Result<Page, String> {
        if let Subject::Gathered(list) = subject {
            let mut page = Page::new(&list.title(lang), lang);
            if list.is_empty() {
                let nothing = Block::Paragraph("Non c'è ancora nessun progetto.".into());
                page.parts.push(Part::new(PartId::Notice, "").with(vec![nothing]));
            }
            for id in list.ids() {
                let title = self.page(&Subject::Project(*id), lang)?.title;
                let claim = Block::Paragraph(format!("Di {title}."));
                let link = Block::Link(Link::new("1 mln", Subject::Project(*id)));
                let part = Part::new(PartId::Gathered(*id), &title).with(vec![link, claim]);
                page.parts.push(part);
            }
            return Ok(page);
        }
        let title = match subject {
            Subject::Project(id) => {
                let is_it = |row: &Row| row.id == *id;
                let row = (0..40).map(|n| self.row(n, lang)).find(is_it);
                row.ok_or("no such project")?.title
            }
            Subject::Comune(_) => "Prato".into(),
            Subject::Measure(code) if code == "X1" => return Err("Questa misura non c'è.".into()),
            Subject::Measure(_) => "Asili nido".into(),
            _ => "Toscana".into(),
        };
        let mut pieces = pieces(lang);
        let own = pictures(subject, lang);
        // After the part on money, which has a table and a few pairs.
        let table = |piece: &Piece| matches!(piece, Piece::Block(Block::Table(_)));
        let at = pieces.iter().position(table).unwrap_or(0);
        pieces.splice(at..at, own);
        let mut page = Page::new(&title, lang);
        page.under = vec![Note::Line("Comune di Prato".into())];
        let of_project = matches!(subject, Subject::Project(_));
        page.address = of_project.then(|| format!("{OPENCUP}J57H22001230006"));
        for piece in pieces {
            match (piece, page.parts.last_mut()) {
                (Piece::Heading(heading), _) => page.parts.push(Part::new(PartId::Answer, heading)),
                (Piece::Block(block), Some(part)) => part.blocks.push(block),
                (Piece::Block(_), None) => {}
            }
        }
        Ok(page)
    }

    fn print(&mut self, _: &Subject, _: Lang, _: Option<&str>) -> Result<String, String> {
        Ok("foglio.pdf".to_owned())
    }

    fn export(&mut self, _: &Gathered, _: Lang) -> Result<String, String> {
        Ok("raccolta.csv e raccolta.json".to_owned())
    }

    fn step(&mut self, ask: &StepAsk) -> Stage {
        let code = ComuneCode::parse("100005").unwrap();
        let expected = match ask.lesson.steps.get(ask.step).map(|s| &s.kind) {
            Some(StepKind::Ask(exercise)) => Some(match exercise.wants {
                Wants::Count => Expected::Count(40),
                Wants::Total | Wants::Paid | Wants::Pnrr => Expected::Money(Cents(98_765_400)),
                Wants::Body => Expected::Name("Comune di Prato".into()),
                Wants::Cup => Expected::Cup("C12H22000010001".into()),
                Wants::Status => Expected::Status(Status::Ongoing),
                Wants::Year => Expected::Year(2022),
                Wants::Evidence(_) => Expected::Evidence(Evidence::Observed),
                Wants::Choice(right) => Expected::Choice(right),
            }),
            _ => None,
        };
        Stage {
            comune: Some((code, "Prato".into())),
            project: Some(self.row(0, Lang::It).id),
            expected,
        }
    }

    /// Eleven people asked about a measure earlier this month.
    fn desk(&mut self, ask: &DeskAsk, lang: Lang) -> Result<DeskAnswer, String> {
        let (done, name) = self.desk_changed(ask, lang)?;
        let count = |theme| {
            let day = self.served.iter().filter(|t| theme == **t).count() as u64;
            let month = day + if theme == Theme::Measure { 11 } else { 0 };
            (theme, Sums { day, month })
        };
        let themes = Theme::ALL.iter().map(|theme| count(*theme));
        let day = self.served.len() as u64;
        let desk = Desk {
            problem: None,
            served: Sums { day, month: day + 11 },
            themes: themes.filter(|(_, sums)| sums.month > 0).collect(),
            tally: Vec::new(),
            favourites: self.favourites.clone(),
            lists: self.lists.clone(),
            id: "00000000000000aa".into(),
            entries: Arc::new(self.entries.clone()),
            unanswered: self
                .asked
                .iter()
                .map(|words| (words.clone(), 1, jiff::civil::date(2025, 11, 22)))
                .collect(),
            notes: self.notes.clone(),
        };
        Ok(DeskAnswer {
            desk,
            done,
            name,
            names_somebody: false,
            notice: None,
        })
    }
}

/// A heading, or a block of the part that it begins.
enum Piece {
    Heading(String),
    Block(Block),
}

/// The pictures of a page: their figures are as made up as all the rest.
fn pictures(subject: &Subject, lang: Lang) -> Vec<Piece> {
    let say = |it: &str, en: &str| {
        if lang == Lang::It {
            it.to_owned()
        } else {
            en.to_owned()
        }
    };
    let known = |euro: i64| Cents(euro * 100);
    let bars = |rows: &[(&str, i64)]| {
        let rows = rows.iter().map(|(name, euro)| ((*name).to_owned(), known(*euro)));
        let rows = rows.collect();
        Piece::Block(Block::Picture(Picture::Bars(Parts { rows, whole: None })))
    };
    let share = |paid, funded| {
        let (paid, funded) = (known(paid), known(funded));
        Piece::Block(Block::Picture(Picture::Share(Share { paid, funded })))
    };
    let sizes = |current| {
        let counts = [4, 31, 120, 18, 2];
        Piece::Block(Block::Picture(Picture::Sizes(Sizes {
            counts,
            unknown: 3,
            current,
        })))
    };
    let period = |start: &str, end: &str| Period {
        start: start.parse().ok(),
        end: end.parse().ok(),
    };
    let times = || {
        let steps = vec![
            (
                String::new(),
                period("2022-03-01", "2026-03-31"),
                period("2022-06-15", ""),
            ),
            (
                say("Progettazione", "Design"),
                period("2022-03-01", "2022-12-31"),
                period("2022-06-15", "2023-05-02"),
            ),
            (
                say("Lavori", "Works"),
                period("2023-09-01", "2026-03-31"),
                period("2024-01-08", ""),
            ),
        ];
        let (today, data) = (
            jiff::civil::date(2025, 5, 12),
            Some(jiff::civil::date(2025, 3, 31)),
        );
        Piece::Block(Block::Picture(Picture::Timeline(Passages { steps, today, data })))
    };
    let heading = |it, en| Piece::Heading(say(it, en));
    match subject {
        Subject::Project(_) => vec![
            bars(&[("PNRR", 900_000), ("Comune", 87_654)]),
            share(321_000, 987_654),
            heading("I tempi", "The times"),
            times(),
            heading(
                "Gli importi della stessa misura",
                "The amounts of the same measure",
            ),
            sizes(Some(Cents(98_765_400))),
            heading("I fondi", "The funds"),
        ],
        Subject::Comune(_) | Subject::Measure(_) => vec![
            bars(&[
                ("M4: la scuola e la ricerca", 4_100_000),
                ("M2: l'ambiente e l'energia", 1_900_000),
                ("M1: il digitale e la cultura", 310_000),
            ]),
            heading("Quanto è già pagato", "How much is paid so far"),
            share(2_100_000, 6_310_000),
            Piece::Block(Block::Paragraph(say(
                "Contano i 12 progetti, su 30.",
                "This counts 12 of 30 projects.",
            ))),
            heading("Grandi e piccoli", "Large and small"),
            sizes(None),
            heading("I fondi", "The funds"),
        ],
        _ => Vec::new(),
    }
}

impl Fake {
    fn kept(&mut self, subject: &Subject, text: &str, lang: Lang) -> Result<Kept, String> {
        let name = self.page(subject, lang).map(|s| s.title).unwrap_or("X1".into());
        let measure = Submeasure::parse("M4C1I1.01.00").unwrap();
        let item = match subject {
            Subject::Project(id) => Item::project(*id, "", &measure, name.clone()),
            Subject::Comune(code) => Item::comune(*code, name.clone()),
            Subject::Measure(code) => Item::measure(code, name.clone()),
            _ => return Err("no such page".into()),
        };
        Ok(Kept {
            item,
            to: Some(subject.clone()),
            name,
            text: text.to_owned(),
        })
    }

    /// The desk as it would be answered from a file.
    fn desk_changed(&mut self, ask: &DeskAsk, lang: Lang) -> Result<(Done, String), String> {
        let mut named = String::new();
        let done = match ask {
            DeskAsk::Read => Done::Read,
            DeskAsk::Keep(subject) => {
                let kept = self.kept(subject, "", lang)?;
                named = kept.name.clone();
                self.favourites.push(kept);
                Done::Kept
            }
            DeskAsk::KeepList(list) => {
                named = list.name.clone().unwrap();
                self.lists.retain(|kept| kept.item.name != named);
                self.lists.push(Kept {
                    item: Item::list(&named),
                    to: Some(Subject::Gathered(list.clone())),
                    name: list.title(lang),
                    text: String::new(),
                });
                Done::ListKept
            }
            DeskAsk::Drop(item) if item.kind == Kind::List => {
                named = item.name.clone();
                self.lists.retain(|kept| !kept.item.is(item));
                Done::ListDropped
            }
            DeskAsk::Drop(item) => {
                named = item.name.clone();
                self.favourites.retain(|kept| !kept.item.is(item));
                Done::Dropped
            }
            DeskAsk::Note(subject, text) => {
                let kept = self.kept(subject, text, lang)?;
                self.notes.push(kept);
                Done::Noted
            }
            DeskAsk::Rewrite(item, text) => {
                for kept in self.notes.iter_mut().filter(|kept| kept.item.is(item)) {
                    kept.text.clone_from(text);
                }
                self.notes.retain(|kept| !kept.text.is_empty());
                if text.is_empty() {
                    Done::Erased
                } else {
                    Done::Noted
                }
            }
            DeskAsk::Amend(_, amend) => {
                match (amend, self.entries.last_mut()) {
                    (Amend::Request(request), Some(last)) => last.visit.request = request.clone(),
                    (Amend::Answered(answered), Some(last)) => last.visit.answered = *answered,
                    _ => return Err("nobody was counted".into()),
                }
                Done::Amended
            }
            DeskAsk::Printed(_) | DeskAsk::Next => Done::Read,
            DeskAsk::Unanswered(text) => {
                self.asked.extend(sportello::desk::unanswered::words(text));
                Done::Asked
            }
            DeskAsk::DropUnanswered(words) => {
                self.asked
                    .retain(|own| words.as_ref().is_some_and(|words| words != own));
                Done::Forgotten
            }
            DeskAsk::Count(subject, answered) => {
                let number = self.entries.len() as u64 + 1;
                let visit = Visit {
                    theme: subject.as_ref().map_or(Theme::Other, Subject::theme),
                    answered: *answered,
                    minutes: number,
                    ..Visit::default()
                };
                let day = jiff::civil::date(2025, 11, 22);
                self.entries.push(Entry {
                    number,
                    change: 0,
                    day,
                    visit,
                });
                self.served
                    .push(subject.as_ref().map_or(Theme::Other, Subject::theme));
                Done::Counted
            }
            DeskAsk::Uncount => match self.served.pop().zip(self.entries.pop()) {
                Some(_) => Done::Uncounted,
                None => Done::NoneCounted,
            },
        };
        Ok((done, named))
    }
}

fn pieces(lang: Lang) -> Vec<Piece> {
    let claim = |evidence, it: &str, en: &str| {
        Piece::Block(Block::Claim(Told {
            claim: Claim {
                text: if lang == Lang::It { it.into() } else { en.into() },
                evidence,
                cites: Vec::new(),
                missing: None,
            },
            notes: Vec::new(),
            why: vec!["La tabella è PNRR_Progetti, con i dati del 31 marzo 2025.".into()],
            ways: vec![Link::new("PNRR_Progetti", Subject::Source(SourceId(1)))],
        }))
    };
    let heading = |it: &str, en: &str| Piece::Heading(if lang == Lang::It { it.into() } else { en.into() });
    use Evidence::{Derived, Linked, Missing, Observed};
    vec![
        heading("Che cos'è", "What it is"),
        claim(
            Linked,
            "Il comune costruisce un asilo nido nuovo.",
            "The comune builds a new nursery.",
        ),
        claim(
            Observed,
            "Il CUP è C12H22000010001.",
            "The CUP is C12H22000010001.",
        ),
        heading(
            "Quanto costa e quanto è pagato",
            "How much it costs and how much is paid",
        ),
        claim(
            Observed,
            "Il progetto ha un finanziamento totale di 987.654 euro, cioè circa 990 mila euro.",
            "The project has €987,654 in all, about €990,000.",
        ),
        claim(
            Derived,
            "Sono 5 euro per ogni abitante.",
            "It is €5 for every resident.",
        ),
        heading("Quando", "When"),
        claim(
            Missing,
            "La data di fine non è in questo archivio, che arriva al 31 marzo 2025.",
            "The end date is not in this archive, which ends on 31 March 2025.",
        ),
        heading("I soldi", "The money"),
        Piece::Block(Block::Table(Table {
            head: vec!["Da dove".into(), "Finanziamento (euro)".into()],
            rows: vec![
                vec!["PNRR".into(), "900.000".into()],
                vec!["Comune".into(), "87.654".into()],
            ],
            right: vec![false, true],
        })),
        Piece::Block(Block::Pairs(vec![("CUP".into(), "C12H22000010001".into())])),
        Piece::Block(Block::Link(Link::new(
            "Comune: Prato",
            Subject::Comune(ComuneCode::parse("100005").unwrap()),
        ))),
        Piece::Block(Block::Link(Link::new(
            "Tutti i progetti: 40",
            Subject::Search("Prato".into()),
        ))),
    ]
}

pub struct Driver<B = Fake> {
    pub state: State,
    pub backend: B,
    /// Effects that reach beyond the archive.
    pub outside: Vec<Effect>,
}

impl Driver {
    pub fn new(width: u16, height: u16, lang: Lang) -> Driver {
        Driver::with(width, height, lang, Fake::default())
    }

    pub fn with(width: u16, height: u16, lang: Lang, backend: Fake) -> Driver {
        Driver::over(width, height, lang, backend)
    }
}

impl<B: Backend> Driver<B> {
    /// The screens over any archive.
    pub fn over(width: u16, height: u16, lang: Lang, mut backend: B) -> Driver<B> {
        let state = State {
            size: bounded(width, height),
            lang,
            mouse: true,
            keymap: Keymap::new(None).unwrap().into(),
            ..State::default()
        };
        let (opened, lists) = (backend.open(), backend.load());
        let mut driver = Driver {
            state,
            backend,
            outside: Vec::new(),
        };
        driver.event(Event::Opened(opened));
        driver.event(Event::Loaded(lists));
        driver
    }

    /// An event and all that follows from it.
    pub fn event(&mut self, event: Event) {
        let mut effects = update(&mut self.state, event);
        while !effects.is_empty() {
            let mut next = Vec::new();
            for effect in effects {
                let answer = match effect {
                    Effect::Search { generation, ask } => Event::Found {
                        generation,
                        answer: self.backend.search(&ask),
                    },
                    Effect::Export { list, lang } => {
                        Event::Done(self.backend.export(&list, lang).map(event::Done::Exported))
                    }
                    Effect::Page { subject, lang } => Event::Page {
                        page: self.backend.page(&subject, lang),
                        subject,
                        lang,
                    },
                    Effect::Desk { ask, lang } => Event::Desk {
                        answer: self.backend.desk(&ask, lang),
                        lang,
                    },
                    Effect::Print { subject, lang, desk } => Event::Done(
                        self.backend
                            .print(&subject, lang, desk.as_deref())
                            .map(event::Done::Printed),
                    ),
                    Effect::Step(ask) => Event::Step {
                        stage: self.backend.step(&ask),
                        ask,
                    },
                    other => {
                        self.outside.push(other);
                        continue;
                    }
                };
                next.extend(update(&mut self.state, answer));
            }
            effects = next;
        }
    }

    /// The alarm that was asked for last goes off; how long it would have taken.
    pub fn alarm(&mut self) -> Option<std::time::Duration> {
        let last = self.outside.iter().rev().find_map(|effect| match effect {
            Effect::Wake { after, ticket } => Some((*after, *ticket)),
            _ => None,
        });
        let (after, ticket) = last?;
        self.event(Event::Wake { ticket });
        Some(after)
    }

    /// Keys by name (`esc`, `ctrl-q`); anything else is typed.
    pub fn keys(&mut self, keys: &[&str]) -> &mut Driver<B> {
        for name in keys {
            match Key::parse(name) {
                Ok(key) => self.event(Event::Key(key_event(key))),
                Err(_) => name.chars().for_each(|c| self.event(typed(c))),
            }
        }
        self
    }

    pub fn buffer(&self) -> Buffer {
        let mut buf = Buffer::empty(self.state.size);
        view(&self.state, self.state.size, &mut buf);
        buf
    }

    /// The picture as lines of text.
    pub fn text(&self) -> String {
        let buf = self.buffer();
        let area = *buf.area();
        let line = |y| -> String {
            let mut out = String::new();
            let mut skip = 0;
            for x in 0..area.width {
                let symbol = buf[(x, y)].symbol();
                if skip > 0 {
                    skip -= 1;
                } else {
                    out.push_str(symbol);
                    skip = unicode_width::UnicodeWidthStr::width(symbol).saturating_sub(1);
                }
            }
            out.trim_end().to_owned()
        };
        (0..area.height).map(line).collect::<Vec<_>>().join("\n")
    }

    /// Runs of letters that are not plain: `3: 2-14 bold`.
    pub fn styles(&self) -> String {
        let buf = self.buffer();
        let area = *buf.area();
        let mut out = String::new();
        for y in 0..area.height {
            let mut runs = Vec::new();
            let mut start = 0;
            for x in 1..=area.width {
                let style = buf[(start, y)].style();
                if x == area.width || buf[(x, y)].style() != style {
                    let name = style_name(style);
                    if !name.is_empty() {
                        runs.push(format!("{start}-{} {name}", x - 1));
                    }
                    start = x;
                }
            }
            if !runs.is_empty() {
                out.push_str(&format!("{y}: {}\n", runs.join(", ")));
            }
        }
        out
    }
}

fn style_name(style: Style) -> String {
    let mut parts = Vec::new();
    for (modifier, name) in [
        (Modifier::BOLD, "bold"),
        (Modifier::UNDERLINED, "under"),
        (Modifier::ITALIC, "italic"),
        (Modifier::REVERSED, "reverse"),
    ] {
        if style.add_modifier.contains(modifier) {
            parts.push(name.to_owned());
        }
    }
    let reset = ratatui::style::Color::Reset;
    parts.extend(
        style
            .fg
            .filter(|c| *c != reset)
            .map(|c| c.to_string().to_lowercase()),
    );
    parts.extend(
        style
            .bg
            .filter(|c| *c != reset)
            .map(|c| format!("on {c}").to_lowercase()),
    );
    parts.join(" ")
}

pub fn key_event(key: Key) -> KeyEvent {
    KeyEvent::new(key.code, key.held)
}

pub fn typed(c: char) -> Event {
    let Input::Key(key) = Input::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)) else {
        unreachable!()
    };
    Event::Key(key)
}
