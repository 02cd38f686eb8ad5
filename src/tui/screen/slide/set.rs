//! Sets a slide into pages of a size.

use super::{Item, Kind, Slide};
use crate::tui::widget::{big, wrap};

/// Least rows of what is shown live.
const LIVE: usize = 7;
/// Widest line of text that the eye follows.
const WIDEST: u16 = 84;
/// From this height on what matters most stands apart.
const ROOMY: usize = 16;

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

/// At least one page. What is read first is never smaller than its heading: an answer is large where
/// it fits, and only then may its heading be. In a lesson a heading is large, but not at the price of
/// one more page.
pub fn pages(slide: &Slide, columns: u16, rows: u16) -> Vec<Page> {
    let plain = Set::new(slide, columns, rows);
    let head = wrap(&slide.heading, plain.columns).len();
    let answer = slide
        .items
        .first()
        .filter(|_| slide.talk && 2 * head <= plain.rows);
    if let Some(item) = answer.filter(|item| matches!(item.kind, Kind::Claim(_))) {
        let columns = plain.columns.saturating_sub(item.kind.indent());
        let room = plain.rows.saturating_sub(plain.below(head));
        let answer = big::large(&item.text, columns, room as u16, big::ANSWER);
        let rest = answer.map_or(0, |answer| rows.saturating_sub(answer + 1));
        return Set { answer, ..plain }.all(rest);
    }
    let plain = plain.all(0);
    let large = Set::new(slide, columns, rows).all(rows);
    if large.len() <= plain.len() { large } else { plain }
}

struct Set<'a> {
    slide: &'a Slide,
    columns: u16,
    rows: usize,
    /// Rows of the first sentence, where it stands in large letters.
    answer: Option<u16>,
    /// Rows of the heading where it stands again, on the pages after the first.
    again: usize,
    /// The next free row.
    y: usize,
    done: Vec<Page>,
    page: Page,
}

impl Set<'_> {
    fn new(slide: &Slide, columns: u16, rows: u16) -> Set<'_> {
        Set {
            slide,
            columns: columns.max(4),
            rows: usize::from(rows.max(1)),
            answer: None,
            again: 0,
            y: 0,
            done: Vec::new(),
            page: Page::default(),
        }
    }

    fn all(mut self, large: u16) -> Vec<Page> {
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

    /// In so many rows at most; large where it takes no more than half of all rows, a third where
    /// something is shown live, and the first sentence still has its place under it.
    fn heading(&mut self, large: u16) {
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
        let part = match (lives, self.slide.talk) {
            (true, _) => 3,
            (_, true) => 1,
            _ => 2,
        };
        let most = self.rows.saturating_sub(needs).min(self.rows / part);
        let most = large.min(most as u16);
        let rows = big::large(heading, self.columns, most, self.slide.letters()).unwrap_or(plain as u16);
        self.page.heading = rows;
        self.again = if plain + 3 <= self.rows { plain } else { 0 };
        self.y = self.below(usize::from(rows));
    }

    /// The row under a heading, one apart from it where there is room.
    fn below(&self, heading: usize) -> usize {
        heading + usize::from(heading > 0 && heading + 3 < self.rows && self.rows > 6)
    }

    fn lines(&self, item: &Item) -> Vec<String> {
        let columns = self.columns.min(WIDEST).saturating_sub(item.kind.indent());
        match item.kind {
            Kind::Live => Vec::new(),
            Kind::Field => vec![item.text.clone()],
            _ => wrap(&item.text, columns),
        }
    }

    fn height(&self, item: &Item) -> usize {
        match item.kind {
            Kind::Live => LIVE.min(self.rows - self.below(self.again)),
            _ => self.lines(item).len(),
        }
    }

    /// Rows between an item and the one before it.
    fn gap(&self, item: &Item) -> usize {
        let apart = item.kind == Kind::Strong && self.rows >= ROOMY;
        usize::from(!item.glued || apart)
    }

    /// The next page; without the heading where what needs so many rows would not fit below it.
    fn turn(&mut self, needs: usize) {
        self.done.push(std::mem::take(&mut self.page));
        let fits = self.below(self.again) + needs <= self.rows;
        let again = if fits { self.again } else { 0 };
        self.page.heading = again as u16;
        self.y = self.below(again);
    }

    /// An item and those glued to it go to the next page when they do not fit on this one.
    fn group(&mut self, at: usize) {
        let (first, rest) = self.slide.items[at..].split_at(1);
        let glued = rest.iter().take_while(|item| item.glued);
        let together = first.iter().chain(glued);
        let needs: usize = together.map(|item| self.gap(item) + self.height(item)).sum();
        // A question and its field stand together, if they can.
        let begun = !self.page.lines.is_empty() || rest.first().is_some_and(|item| item.glued);
        if begun && self.y > 0 && self.y + needs > self.rows {
            self.turn(needs - self.gap(&first[0]));
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
        if let Some(rows) = self.answer.filter(|_| at == 0) {
            let (y, text) = (self.y as u16, item.text.clone());
            self.page.lines.push(Line {
                y,
                item: Some(at),
                first: true,
                large: Some(rows),
                text,
            });
            self.y += usize::from(rows);
            return;
        }
        for (i, text) in self.lines(item).into_iter().enumerate() {
            self.line(Some(at), i == 0, text);
        }
    }

    fn line(&mut self, item: Option<usize>, first: bool, text: String) {
        if self.y >= self.rows {
            self.turn(1);
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
