//! Sets a slide into pages of a size.

use super::{Item, Kind, Slide};
use crate::tui::widget::{big, wrap};

/// Least rows of what is shown live.
const LIVE: usize = 7;
/// Widest line of text that the eye follows.
const WIDEST: u16 = 84;
/// From this height on lines stand apart too.
const DOUBLE: usize = 16;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Rows of the heading at the top.
    pub heading: u16,
    pub lines: Vec<Line>,
    /// First row and height of what is shown live.
    pub live: Option<(u16, u16)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub y: u16,
    /// The item that it belongs to; none for a heading that is too long to stand above.
    pub item: Option<usize>,
    /// The first line of its item.
    pub first: bool,
    /// Its rows, where it is a whole sentence in large letters.
    pub large: Option<u16>,
    pub text: String,
}

/// At least one page. The heading is large, but in a lesson not at the price of one more page.
pub fn pages(slide: &Slide, columns: u16, rows: u16) -> Vec<Page> {
    let large = Set::new(slide, columns, rows).all(true);
    if slide.double {
        return large;
    }
    let plain = Set::new(slide, columns, rows).all(false);
    if large.len() <= plain.len() { large } else { plain }
}

struct Set<'a> {
    slide: &'a Slide,
    columns: u16,
    rows: usize,
    /// From one line of a sentence to the next.
    step: usize,
    /// Rows of the heading where it stands again, on the pages after the first.
    again: usize,
    /// The next free row.
    y: usize,
    done: Vec<Page>,
    page: Page,
}

impl Set<'_> {
    fn new(slide: &Slide, columns: u16, rows: u16) -> Set<'_> {
        let double = slide.double && usize::from(rows) >= DOUBLE;
        Set {
            slide,
            columns: columns.max(4),
            rows: usize::from(rows.max(1)),
            step: if double { 2 } else { 1 },
            again: 0,
            y: 0,
            done: Vec::new(),
            page: Page::default(),
        }
    }

    fn all(mut self, large: bool) -> Vec<Page> {
        self.heading(large);
        for (at, item) in self.slide.items.iter().enumerate() {
            if at == 0 || !item.glued {
                self.group(at);
            }
            self.item(item, at);
        }
        self.done.push(self.page);
        self.done
    }

    /// Large where it takes no more than half of the rows, a third where something is shown live, and
    /// the first sentence still has its place under it.
    fn heading(&mut self, large: bool) {
        let (heading, items) = (&self.slide.heading, &self.slide.items);
        let lines = wrap(heading, self.columns);
        let plain = lines.len();
        if heading.is_empty() {
            return;
        }
        if plain > self.rows / 2 {
            for (i, text) in lines.into_iter().enumerate() {
                self.line(None, i == 0, text);
            }
            return;
        }
        let first = items.iter().find(|item| item.kind != Kind::Live);
        let needs = first.map_or(0, |item| self.height(item) + 1);
        let lives = items.iter().any(|item| item.kind == Kind::Live);
        let part = if lives { 3 } else { 2 };
        let most = self.rows.saturating_sub(needs).min(self.rows / part);
        let rows = match large && most > plain {
            true => big::height(heading, self.columns, most as u16),
            false => plain as u16,
        };
        self.page.heading = rows;
        self.again = if plain + 3 <= self.rows { plain } else { 0 };
        self.y = self.below(usize::from(rows));
    }

    /// The row under a heading, one apart from it where there is room.
    fn below(&self, heading: usize) -> usize {
        heading + usize::from(heading > 0 && heading + 3 < self.rows)
    }

    fn lines(&self, item: &Item) -> Vec<String> {
        let columns = self.columns.min(WIDEST).saturating_sub(item.kind.indent());
        match item.kind {
            Kind::Live => Vec::new(),
            Kind::Field => vec![item.text.clone()],
            _ => wrap(&item.text, columns),
        }
    }

    fn step(&self, item: &Item) -> usize {
        match item.kind {
            Kind::Say | Kind::Claim(_) => self.step,
            _ => 1,
        }
    }

    fn height(&self, item: &Item) -> usize {
        match item.kind {
            Kind::Live => LIVE.min(self.rows - self.below(self.again)),
            _ => self.lines(item).len().saturating_sub(1) * self.step(item) + 1,
        }
    }

    /// Rows between an item and the one before it.
    fn gap(&self, item: &Item) -> usize {
        let apart = item.kind == Kind::Strong && self.rows >= DOUBLE;
        if item.glued && !apart { 0 } else { self.step }
    }

    fn turn(&mut self) {
        self.done.push(std::mem::take(&mut self.page));
        self.page.heading = self.again as u16;
        self.y = self.below(self.again);
    }

    /// An item and those glued to it go to the next page when they do not fit on this one.
    fn group(&mut self, at: usize) {
        let (first, rest) = self.slide.items[at..].split_at(1);
        let glued = rest.iter().take_while(|item| item.glued);
        let together = first.iter().chain(glued);
        let needs: usize = together.map(|item| self.gap(item) + self.height(item)).sum();
        if !self.page.lines.is_empty() && self.y + needs > self.rows {
            self.turn();
        }
    }

    fn item(&mut self, item: &Item, at: usize) {
        if !self.page.lines.is_empty() {
            self.y += self.gap(item);
        }
        if item.kind == Kind::Live {
            let height = self.rows.saturating_sub(self.y) as u16;
            self.page.live = (height > 0).then_some((self.y as u16, height));
            self.y = self.rows;
            return;
        }
        // The first sentence of an answer, where it fits under its heading.
        let room = self.rows.saturating_sub(self.y) as u16;
        let large = big::large(&item.text, self.columns.saturating_sub(item.kind.indent()), room);
        if let (0, true, Kind::Claim(_), Some(rows)) = (at, self.slide.double, item.kind, large) {
            let (y, text) = (self.y as u16, item.text.clone());
            self.page.lines.push(Line {
                y,
                item: Some(at),
                first: true,
                large,
                text,
            });
            self.y += usize::from(rows);
            return;
        }
        for (i, text) in self.lines(item).into_iter().enumerate() {
            if i > 0 {
                self.y += self.step(item) - 1;
            }
            self.line(Some(at), i == 0, text);
        }
    }

    fn line(&mut self, item: Option<usize>, first: bool, text: String) {
        if self.y >= self.rows {
            self.turn();
        }
        let y = self.y as u16;
        let large = None;
        self.page.lines.push(Line {
            y,
            item,
            first,
            large,
            text,
        });
        self.y += 1;
    }
}
