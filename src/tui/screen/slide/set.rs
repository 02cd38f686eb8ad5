//! Sets a slide into pages of a size.

use super::{Item, Kind, Slide};
use crate::tui::widget::{big, wrap};

/// Least rows of what is shown live.
const LIVE: u16 = 7;
/// Widest line of text that the eye follows.
const WIDEST: u16 = 84;
/// From this height on lines stand apart too.
const DOUBLE: u16 = 16;

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
    pub text: String,
}

/// At least one page. The heading is large, but in a lesson not at the price of one more page.
pub fn pages(slide: &Slide, columns: u16, rows: u16) -> Vec<Page> {
    let large = Set::new(slide, columns, rows).all(slide, true);
    if slide.double {
        return large;
    }
    let plain = Set::new(slide, columns, rows).all(slide, false);
    if large.len() <= plain.len() { large } else { plain }
}

struct Set {
    columns: u16,
    rows: u16,
    /// From one line of a sentence to the next.
    step: u16,
    /// Rows of the heading where it stands again, on the pages after the first.
    again: u16,
    /// The next free row.
    y: u16,
    done: Vec<Page>,
    page: Page,
}

impl Set {
    fn new(slide: &Slide, columns: u16, rows: u16) -> Set {
        let double = slide.double && rows >= DOUBLE;
        Set {
            columns: columns.max(4),
            rows: rows.max(1),
            step: if double { 2 } else { 1 },
            again: 0,
            y: 0,
            done: Vec::new(),
            page: Page::default(),
        }
    }

    fn all(mut self, slide: &Slide, large: bool) -> Vec<Page> {
        self.heading(slide, large);
        let mut at = 0;
        while at < slide.items.len() {
            let more = slide.items.iter().skip(at + 1).take_while(|item| item.glued);
            let end = at + 1 + more.count();
            self.group(&slide.items, at..end);
            at = end;
        }
        self.done.push(self.page);
        self.done
    }

    /// Large where it takes no more than half of the rows, a third where something is shown live, and
    /// the first sentence still has its place under it.
    fn heading(&mut self, slide: &Slide, large: bool) {
        let lines = wrap(&slide.heading, self.columns);
        let plain = count(lines.len());
        if slide.heading.is_empty() {
            return;
        }
        if plain > self.rows / 2 {
            for (i, text) in lines.into_iter().enumerate() {
                self.line(None, i == 0, text);
            }
            return;
        }
        let first = slide.items.iter().find(|item| item.kind != Kind::Live);
        let needs = first.map_or(0, |item| self.height(item).saturating_add(1));
        let lives = slide.items.iter().any(|item| item.kind == Kind::Live);
        let part = if lives { 3 } else { 2 };
        let most = self.rows.saturating_sub(needs).min(self.rows / part);
        self.page.heading = match large && most > plain {
            true => big::height(&slide.heading, self.columns, most),
            false => plain,
        };
        self.again = if plain + 3 <= self.rows { plain } else { 0 };
        self.y = self.below(self.page.heading);
    }

    /// The row under a heading, one apart from it where there is room.
    fn below(&self, heading: u16) -> u16 {
        heading + u16::from(heading > 0 && heading + 3 < self.rows)
    }

    fn lines(&self, item: &Item) -> Vec<String> {
        let columns = self.columns.min(WIDEST).saturating_sub(item.kind.indent());
        match item.kind {
            Kind::Live => Vec::new(),
            Kind::Field => vec![item.text.clone()],
            _ => wrap(&item.text, columns),
        }
    }

    fn step(&self, item: &Item) -> u16 {
        match item.kind {
            Kind::Say | Kind::Claim(_) => self.step,
            _ => 1,
        }
    }

    fn height(&self, item: &Item) -> u16 {
        let lines = count(self.lines(item).len());
        lines
            .saturating_sub(1)
            .saturating_mul(self.step(item))
            .saturating_add(1)
    }

    /// Rows between an item and the one before it.
    fn gap(&self, item: &Item) -> u16 {
        let apart = item.kind == Kind::Strong && self.rows >= DOUBLE;
        if item.glued && !apart { 0 } else { self.step }
    }

    fn turn(&mut self) {
        self.done.push(std::mem::take(&mut self.page));
        self.page.heading = self.again;
        self.y = self.below(self.again);
    }

    /// Items that belong together go to the next page when they do not fit on this one.
    fn group(&mut self, items: &[Item], range: std::ops::Range<usize>) {
        let begun = !self.page.lines.is_empty();
        let fresh = self.below(self.again);
        let needs = items
            .get(range.clone())
            .into_iter()
            .flatten()
            .fold(0u16, |sum, item| {
                let height = match item.kind {
                    Kind::Live => LIVE.min(self.rows - fresh),
                    _ => self.height(item),
                };
                sum.saturating_add(self.gap(item)).saturating_add(height)
            });
        if begun && self.y.saturating_add(needs) > self.rows {
            self.turn();
        }
        for at in range {
            if let Some(item) = items.get(at) {
                self.item(item, at);
            }
        }
    }

    fn item(&mut self, item: &Item, at: usize) {
        if !self.page.lines.is_empty() {
            self.y = self.y.saturating_add(self.gap(item));
        }
        if item.kind == Kind::Live {
            let height = self.rows.saturating_sub(self.y);
            self.page.live = Some((self.y, height)).filter(|(_, height)| *height > 0);
            self.y = self.rows;
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
        let y = self.y;
        self.page.lines.push(Line { y, item, first, text });
        self.y += 1;
    }
}

fn count(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}
