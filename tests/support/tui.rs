//! Drives the screens without a terminal: keys in, pictures out. The archive behind them is made
//! up and always answers at once.

#![allow(dead_code)]

use crossterm::event::{Event as Input, KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};
use sportello::lang::Lang;
use sportello::model::{Cents, ComuneCode, Evidence, ProjectId, Status};
use sportello::snapshot::Overview;
use sportello::tui::backend::*;
use sportello::tui::event::{Effect, Event};
use sportello::tui::keymap::{Key, Keymap};
use sportello::tui::state::{Setup, State};
use sportello::tui::update::update;
use sportello::tui::view::view;

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
        Row {
            missing: None,
            id: ProjectId::of("M4C1I1.01.00", "", &n.to_string(), 0),
            matched: std::iter::once(0..title.find(' ').unwrap_or(title.len())).collect(),
            title,
            place: format!("{comune} ({sigla})"),
            body: format!("Comune di {comune}"),
            amount: (n % 5 != 4).then_some(Cents(98_765_400 * (n as i64 + 1))),
            paid: None,
            status: Status::ALL[n % Status::ALL.len()],
        }
    }
}

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

    fn load(&mut self) -> Result<Lists, String> {
        let comuni = PLACES.iter().map(|(code, name, sigla)| ComuneItem {
            code: ComuneCode::parse(code).unwrap(),
            name: (*name).to_owned(),
            province: (*sigla).to_owned(),
            projects: 10,
        });
        Ok(Lists {
            comuni: comuni.collect(),
            measures: vec![MeasureItem {
                code: "X1".into(),
                card: "X1".into(),
                name: "Una misura senza scheda".into(),
                projects: 40,
            }],
        })
    }

    fn search(&mut self, ask: &Ask) -> Answer {
        let text = ask.text.trim();
        if text.ends_with('!') {
            return Answer {
                hints: vec![Hint {
                    text: "Senza la parola «x»: 40 progetti".into(),
                    lead: Some(Lead::Type(String::new())),
                }],
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
            near: 0,
            rows: (0..total.min(ask.limit)).map(|n| self.row(n, ask.lang)).collect(),
            total,
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
            hints: Vec::new(),
        }
    }

    fn sheet(&mut self, subject: &Subject, lang: Lang) -> Result<Sheet, String> {
        let title = match subject {
            Subject::Project(id) => {
                let is_it = |row: &Row| row.id == *id;
                let row = (0..40).map(|n| self.row(n, lang)).find(is_it);
                row.ok_or("no such project")?.title
            }
            Subject::Comune(_) => "Prato".into(),
            Subject::Measure(_) => return Err("Questa misura non c'è.".into()),
            _ => "Toscana".into(),
        };
        Ok(sheet(title, lang))
    }
}

fn sheet(title: String, lang: Lang) -> Sheet {
    let claim = |evidence, it: &str, en: &str| Block::Claim {
        text: if lang == Lang::It { it.into() } else { en.into() },
        evidence,
        why: vec!["La tabella è PNRR_Progetti, con i dati del 31 marzo 2025.".into()],
    };
    let heading = |it: &str, en: &str| Block::Heading(if lang == Lang::It { it.into() } else { en.into() });
    use Evidence::{Derived, Linked, Missing, Observed};
    Sheet {
        title,
        subtitle: "Comune di Prato".into(),
        blocks: vec![
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
            Block::Table {
                head: vec!["Da dove".into(), "Finanziamento (euro)".into()],
                rows: vec![
                    vec!["PNRR".into(), "900.000".into()],
                    vec!["Comune".into(), "87.654".into()],
                ],
                right: vec![false, true],
            },
            Block::Pairs(vec![("CUP".into(), "C12H22000010001".into())]),
            Block::Link {
                text: "Comune: Prato".into(),
                to: Subject::Comune(ComuneCode::parse("100005").unwrap()),
            },
            Block::Link {
                text: "Tutti i progetti: 40".into(),
                to: Subject::Search("Prato".into()),
            },
        ],
    }
}

pub struct Driver {
    pub state: State,
    pub backend: Fake,
    /// Effects that reach beyond the archive.
    pub outside: Vec<Effect>,
}

impl Driver {
    pub fn new(width: u16, height: u16, lang: Lang) -> Driver {
        Driver::with(width, height, lang, Fake::default())
    }

    pub fn with(width: u16, height: u16, lang: Lang, mut backend: Fake) -> Driver {
        let setup = Setup {
            width,
            height,
            lang,
            mouse: true,
            ..Setup::default()
        };
        let state = State::new(setup, Keymap::new(None).unwrap());
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
                    Effect::Sheet { subject, lang } => Event::Sheet {
                        sheet: self.backend.sheet(&subject, lang),
                        subject,
                        lang,
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

    /// Keys by name (`esc`, `ctrl-q`); anything else is typed.
    pub fn keys(&mut self, keys: &[&str]) -> &mut Driver {
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
    let mut modifiers = KeyModifiers::NONE;
    modifiers.set(KeyModifiers::CONTROL, key.ctrl);
    modifiers.set(KeyModifiers::ALT, key.alt);
    modifiers.set(KeyModifiers::SHIFT, key.shift);
    KeyEvent::new(key.code, modifiers)
}

pub fn typed(c: char) -> Event {
    let Input::Key(key) = Input::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)) else {
        unreachable!()
    };
    Event::Key(key)
}
