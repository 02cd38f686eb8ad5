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
use crate::model::Evidence;
use crate::tui::action::Action;
use crate::tui::area::field_text;
use crate::tui::field::Field;
use crate::tui::frame::body;
use crate::tui::state::State;
use crate::tui::widget::{Canvas, big, indent, row, stack, width};
use ratatui::layout::{Margin, Position, Rect};

/// A heading and what is said under it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slide {
    pub heading: String,
    pub items: Vec<Item>,
    /// The first sentence answers the heading, and is what is read from the last row.
    pub talk: bool,
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

impl Slide {
    /// The letters that the heading may have: those of an answer are never narrower.
    pub fn letters(&self) -> &'static [big::Size] {
        let answers = self
            .items
            .first()
            .is_some_and(|item| matches!(item.kind, Kind::Claim(_)));
        &big::HEADING[usize::from(self.talk && answers)..]
    }
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
    pub fn how(state: &State) -> Item {
        let keys = [Action::Next, Action::Previous, Action::Back];
        let [next, previous, back] = keys.map(|action| state.keymap.say(action, state.lang));
        let values = [("next", next.as_str()), ("previous", &previous), ("back", &back)];
        Item::new(Kind::Strong, state.lang.fill(w::SCREEN_WORKSHOP_HOW, &values))
    }

    pub fn glued(self) -> Item {
        Item { glued: true, ..self }
    }
}

/// A slide set in the pages of a screen.
pub struct Deck {
    slide: Slide,
    pub pages: Vec<Page>,
    content: Rect,
    place: Rect,
}

impl Deck {
    /// Sets a slide in the body of the screen.
    pub fn new(slide: Slide, state: &State) -> Deck {
        let body = body(state.size);
        let side = match body.width {
            100.. => 6,
            60.. => 3,
            _ => 1,
        };
        let top = u16::from(body.height >= 16);
        let foot = u16::from(body.height > 2);
        let column = body.inner(Margin::new(side, 0));
        let rows = body.height.saturating_sub(top + foot);
        let [_, content, place] = stack(column, [top, rows, foot]);
        Deck {
            pages: pages(&slide, content.width, content.height),
            slide,
            content,
            place,
        }
    }

    /// The last page.
    pub fn last(&self) -> usize {
        self.pages.len().saturating_sub(1)
    }

    /// The kind of what a line belongs to.
    fn kind(&self, line: &Line) -> Option<Kind> {
        Some(self.slide.items.get(line.item?)?.kind)
    }

    /// The page that holds the first item of a kind.
    pub fn page_with(&self, kind: Kind) -> Option<usize> {
        let is_it = |line: &Line| self.kind(line) == Some(kind);
        self.pages.iter().position(|page| page.lines.iter().any(is_it))
    }

    /// The frame of what is shown live on a page.
    pub fn live(&self, page: &Page) -> Option<Rect> {
        let (y, height) = page.live?;
        let y = self.content.y + y;
        Some(Rect {
            y,
            height,
            ..self.content
        })
    }

    /// The number of the answer that stands at a place of a page.
    pub fn choice(&self, page: &Page, at: Position) -> Option<usize> {
        let line = page.lines.iter().find(|line| self.content.y + line.y == at.y)?;
        let is_choice = |item: &Item| matches!(item.kind, Kind::Choice(_));
        let (own, before) = self.slide.items.get(..=line.item?)?.split_last()?;
        is_choice(own).then(|| before.iter().filter(|item| is_choice(item)).count())
    }

    /// Where the cursor stands: in the field, on what is selected, else where the page begins.
    pub fn cursor(&self, page: usize, field: Option<&Field>) -> Option<Position> {
        let lines = &self.pages.get(page)?.lines;
        let of = |kind| {
            lines
                .iter()
                .find(|line| line.first && self.kind(line) == Some(kind))
        };
        if let (Some(field), Some(line)) = (field, of(Kind::Field)) {
            return Some(field.cursor(row(self.content, line.y)));
        }
        let line = of(Kind::Choice(true)).or(lines.first());
        let y = line.map_or(0, |line| line.y);
        Some(Position::new(self.content.x, self.content.y + y))
    }

    /// Draws a page; what is shown live is left to the screen.
    pub fn draw(&self, canvas: &mut Canvas<'_>, page: &Page, field: Option<&Field>) {
        let heading = Rect {
            height: page.heading.min(self.content.height),
            ..self.content
        };
        big::draw(
            &self.slide.heading,
            heading,
            self.slide.letters(),
            canvas,
            canvas.theme.heading,
        );
        // A line tells the heading from the answer also without colours.
        let free = page.lines.first().is_none_or(|line| line.y > page.heading);
        if page.heading > 0 && free {
            let line = canvas.glyphs.frame[4].repeat(usize::from(self.content.width));
            canvas.text(row(self.content, page.heading), &line, canvas.theme.frame);
        }
        for line in &page.lines {
            let place = row(self.content, line.y);
            let Some(kind) = self.kind(line) else {
                canvas.text(place, &line.text, canvas.theme.title);
                continue;
            };
            // No role that may be read second: everything here is for the last row.
            let role = match kind {
                Kind::Strong => canvas.theme.title,
                Kind::Choice(true) => canvas.theme.selected,
                _ => canvas.theme.text,
            };
            match kind {
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
            let sign = match kind {
                Kind::Claim(evidence) => canvas.glyphs.evidence(evidence),
                Kind::Point => canvas.glyphs.dot,
                Kind::Choice(true) => canvas.glyphs.selected,
                _ => "",
            };
            if line.first {
                canvas.text(place, sign, role);
            }
            let place = indent(place, kind.indent());
            match line.large {
                Some(height) => big::draw(&line.text, Rect { height, ..place }, big::ANSWER, canvas, role),
                None => _ = canvas.text(place, &line.text, role),
            }
        }
    }

    /// At the bottom "Domanda 3 di 8 · pagina 1 di 2", and what else is to be known; in shorter words
    /// where there is less room.
    pub fn place(&self, canvas: &mut Canvas<'_>, heads: &[String], ends: &[String]) {
        let dot = format!(" {} ", canvas.glyphs.dot);
        let says = heads
            .iter()
            .flat_map(|head| ends.iter().map(move |end| [head, end]));
        let says = says.map(|both| {
            let both: Vec<&str> = both
                .into_iter()
                .map(String::as_str)
                .filter(|part| !part.is_empty())
                .collect();
            both.join(&dot)
        });
        let says: Vec<String> = says.collect();
        let fits = says.iter().find(|says| width(says) <= self.place.width);
        canvas.text(
            self.place,
            fits.or(says.last()).map_or("", String::as_str),
            canvas.theme.title,
        );
    }

    /// "Domanda 3 di 8", and the same in short.
    pub fn number(word: Word, (n, total): (usize, usize), lang: Lang) -> Vec<String> {
        let (n, total) = (n.to_string(), total.to_string());
        vec![
            lang.fill(word, &[("n", &n), ("total", &total)]),
            format!("{n}/{total}"),
        ]
    }

    /// "pagina 1 di 2" and the same in short, where there is more than one.
    pub fn leaf(&self, page: usize, lang: Lang) -> Vec<String> {
        match self.pages.len() {
            0 | 1 => vec![String::new()],
            all => Deck::number(w::SCREEN_SLIDE_PAGE, (page + 1, all), lang),
        }
    }
}
