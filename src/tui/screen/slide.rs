//! What is read from the last row: a heading in large letters, sentences with room around them,
//! and a new page where they do not fit. Nothing is ever cut. The workshop and the lessons are
//! set so.
//!
//! ```text
//! heading
//!
//! sentences, options, a field
//!
//! what is shown live
//! where one is: "Domanda 3 di 8"
//! ```

mod set;

pub use set::{Line, Page, pages};

use crate::lang::{Lang, Word, w};
use crate::model::{ComuneCode, Evidence};
use crate::tui::action::Action;
use crate::tui::field::Field;
use crate::tui::frame::field_text;
use crate::tui::keymap::Keymap;
use crate::tui::widget::{Canvas, big, indent, row};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

/// What the words of a slide depend on beside what it is about.
#[derive(Clone, Copy)]
pub struct With<'a> {
    pub lang: Lang,
    pub keys: &'a Keymap,
    /// The person has said which comune is theirs.
    pub home: bool,
}

impl With<'_> {
    /// Of the state, while its screen is changed.
    pub fn new(lang: Lang, keys: &Keymap, home: Option<ComuneCode>) -> With<'_> {
        let home = home.is_some();
        With { lang, keys, home }
    }
}

/// A heading and what is said under it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slide {
    pub heading: String,
    pub items: Vec<Item>,
    /// Lines stand apart as sentences do, where the height allows.
    pub double: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub kind: Kind,
    pub text: String,
    /// Stands right under the item before it, on the same page if it can.
    pub glued: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Say,
    /// A sentence, and how it is known.
    Claim(Evidence),
    Strong,
    /// One of several short things.
    Point,
    /// An answer to choose, and whether the selection is on it.
    Choice(bool),
    /// Where an answer is typed.
    Field,
    /// A screen of the program.
    Live,
}

impl Kind {
    /// Columns before the text.
    fn indent(self) -> u16 {
        match self {
            Kind::Claim(_) | Kind::Point | Kind::Choice(_) => 2,
            _ => 0,
        }
    }
}

impl Item {
    /// An item with space above it.
    pub fn new(kind: Kind, text: impl Into<String>) -> Item {
        Item {
            kind,
            text: text.into(),
            glued: false,
        }
    }

    /// How one turns the page and goes back, with the keys that hold.
    pub fn how(with: With<'_>) -> Item {
        let [next, previous, back] =
            [Action::Next, Action::Previous, Action::Back].map(|action| with.keys.say(action, with.lang));
        let values = [("next", next.as_str()), ("previous", &previous), ("back", &back)];
        Item::new(Kind::Strong, with.lang.fill(w::SCREEN_WORKSHOP_HOW, &values))
    }

    pub fn glued(self) -> Item {
        Item { glued: true, ..self }
    }
}

pub struct Areas {
    pub content: Rect,
    pub place: Rect,
}

/// Where the parts of a slide stand.
pub fn areas(body: Rect) -> Areas {
    let side = match body.width {
        100.. => 6,
        60.. => 3,
        _ => 1,
    };
    let width = body.width.saturating_sub(2 * side);
    let top = u16::from(body.height >= 16);
    let foot = u16::from(body.height > 2);
    let height = body.height.saturating_sub(top + foot);
    Areas {
        content: Rect::new(body.x + side, body.y + top, width, height),
        place: Rect::new(body.x + side, body.bottom().saturating_sub(foot), width, foot),
    }
}

/// The page that holds the first item of a kind.
pub fn page_with(slide: &Slide, pages: &[Page], is_it: impl Fn(Kind) -> bool) -> Option<usize> {
    let item = slide.items.iter().position(|item| is_it(item.kind))?;
    pages
        .iter()
        .position(|page| page.lines.iter().any(|line| line.item == Some(item)))
}

/// Where the cursor stands: in the field, on what is selected, else where the page begins.
pub fn cursor(slide: &Slide, page: &Page, content: Rect, field: Option<&Field>) -> Option<Position> {
    let of = |is_it: fn(Kind) -> bool| {
        page.lines.iter().find(|line| {
            line.first
                && line
                    .item
                    .and_then(|at| slide.items.get(at))
                    .is_some_and(|item| is_it(item.kind))
        })
    };
    let at = |x: u16, y: u16| Some(Position::new(x, content.y + y));
    if let (Some(field), Some(line)) = (field, of(|k| k == Kind::Field)) {
        let text = field_text(row(content, line.y));
        let (_, column) = field.window(text.width);
        return at(text.x + column, line.y);
    }
    let line = of(|k| k == Kind::Choice(true)).or(page.lines.first());
    at(content.x, line.map_or(0, |line| line.y))
}

/// Draws a page; what is shown live is left to the screen.
pub fn draw(canvas: &mut Canvas<'_>, slide: &Slide, page: &Page, content: Rect, field: Option<&Field>) {
    let heading = Rect::new(
        content.x,
        content.y,
        content.width,
        page.heading.min(content.height),
    );
    let look = canvas.look;
    big::draw(&slide.heading, heading, canvas.buf, &look);
    for line in &page.lines {
        let place = row(content, line.y);
        let Some(item) = line.item.and_then(|at| slide.items.get(at)) else {
            canvas.text(place, &line.text, canvas.theme.title);
            continue;
        };
        let text = indent(place, item.kind.indent());
        let role = role(canvas, item.kind);
        match item.kind {
            Kind::Field => {
                canvas.text(place, ">", canvas.theme.focus);
                if let Some(field) = field {
                    canvas.field(field_text(place), field, &line.text);
                }
                continue;
            }
            Kind::Choice(true) => canvas.fill(place, role),
            _ => {}
        }
        if line.first {
            let sign = match item.kind {
                Kind::Claim(evidence) => canvas.glyphs.evidence(evidence),
                Kind::Point => canvas.glyphs.dot,
                Kind::Choice(true) => canvas.glyphs.selected,
                _ => "",
            };
            canvas.text(place, sign, role);
        }
        canvas.text(text, &line.text, role);
    }
}

/// No role that may be read second: everything here is for the last row.
fn role(canvas: &Canvas<'_>, kind: Kind) -> Style {
    let theme = canvas.theme;
    match kind {
        Kind::Say | Kind::Claim(_) | Kind::Point | Kind::Choice(false) | Kind::Field | Kind::Live => {
            theme.text
        }
        Kind::Strong => theme.title,
        Kind::Choice(true) => theme.selected,
    }
}

/// "Domanda 3 di 8 · pagina 1 di 2", and what else is to be known.
pub fn place(lang: Lang, dot: &str, word: Word, (n, of): (usize, usize), page: (usize, usize)) -> String {
    let fill =
        |word, n: usize, of: usize| lang.fill(word, &[("n", &n.to_string()), ("total", &of.to_string())]);
    let mut out = fill(word, n, of);
    if page.1 > 1 {
        out.push_str(&format!(" {dot} {}", fill(w::SCREEN_SLIDE_PAGE, page.0, page.1)));
    }
    out
}
