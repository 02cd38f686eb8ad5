//! Where the lines of a sheet stand: an A4 page, letters of twelve points, words broken at blanks
//! by the widths of the font that the PDF embeds.

use crate::sheet::marks::Marks;
use crate::sheet::note::Note;
use crate::sheet::page::{Block, Page, Part, PartId, Table};
use crate::sheet::picture::Picture;
use crate::sheet::qr::Code;
use crate::sheet::text::before;
use crate::text::clean::tame;
use std::sync::LazyLock;
use ttf_parser::Face;

pub(super) const REGULAR: &[u8] =
    include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf");
pub(super) const BOLD: &[u8] = include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleNext-Bold.ttf");

/// Of a page, in points.
pub(super) const WIDTH: f32 = 595.276;
pub(super) const HEIGHT: f32 = 841.89;
const MARGIN: f32 = 42.0;
const SIZE: f32 = 12.0;
const TITLE: f32 = 17.0;
const LEADING: f32 = 1.22;
/// The side of the code, and what it takes from the lines beside it.
const CODE: f32 = 104.0;
/// What a browser's letters may take more than ours.
const SLACK: f32 = 0.95;

/// What a line is for those who hear the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Title,
    Heading,
    Text,
    /// A cell: whether its row is the head, and its column.
    Cell {
        head: bool,
        column: usize,
    },
}

/// A piece of text on one line. Pieces of one `block` belong together.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub role: Role,
    pub block: usize,
    pub x: f32,
    /// The line that the letters stand on, from the top.
    pub y: f32,
    pub size: f32,
    pub bold: bool,
    pub text: String,
}

/// A laid out sheet.
pub(super) struct Laid {
    pub lines: Vec<Line>,
    pub code: Option<(Code, f32, f32, f32)>,
    bottom: f32,
}

/// The glyphs and widths of the two faces; `None` only were the fonts broken, which a test excludes.
static FACES: LazyLock<[Option<Face<'static>>; 2]> =
    LazyLock::new(|| [Face::parse(REGULAR, 0).ok(), Face::parse(BOLD, 0).ok()]);

/// Letters that nearly all texts are made of.
const COMMON: u32 = 0x250;

/// Their glyphs and widths in both faces, looked up once: a sheet is laid out many times until it fits.
static GLYPHS: LazyLock<[Vec<(u16, f32)>; 2]> = LazyLock::new(|| {
    [false, true].map(|bold| {
        let letters = (0..COMMON).filter_map(char::from_u32);
        letters.map(|letter| looked_up(letter, bold)).collect()
    })
});

/// The glyph of a letter and its width in ems; a letter that the font lacks is a question mark.
pub(super) fn glyph(letter: char, bold: bool) -> (u16, f32) {
    let common = usize::try_from(u32::from(letter)).ok();
    let common = common.and_then(|at| GLYPHS[usize::from(bold)].get(at));
    common.map_or_else(|| looked_up(letter, bold), |glyph| *glyph)
}

fn looked_up(letter: char, bold: bool) -> (u16, f32) {
    let Some(face) = FACES[usize::from(bold)].as_ref() else {
        return (0, 0.5);
    };
    let id = face.glyph_index(letter).or_else(|| face.glyph_index('?'));
    let id = id.unwrap_or_default();
    let advance = face.glyph_hor_advance(id).unwrap_or_default();
    (id.0, f32::from(advance) / f32::from(face.units_per_em()))
}

fn width(text: &str, size: f32, bold: bool) -> f32 {
    text.chars().map(|c| glyph(c, bold).1).sum::<f32>() * size
}

/// Whether a page fits on one sheet.
pub fn fits(page: &Page) -> bool {
    laid(page).bottom <= MARGIN + (HEIGHT - 2.0 * MARGIN) * SLACK
}

/// Lays a page out.
pub(super) fn laid(page: &Page) -> Laid {
    let mut out = Setter {
        lines: Vec::new(),
        y: MARGIN,
        block: 0,
        right: WIDTH - MARGIN,
    };
    out.text(Role::Title, &page.title, TITLE, true);
    for note in &page.under {
        out.text(Role::Text, &note.line(Marks::Words, page.lang), SIZE, false);
    }
    let mut code = None;
    let mut foot = None;
    let narrow = page
        .blocks()
        .any(|block| matches!(block, Block::Picture(Picture::Code(_))));
    for part in &page.parts {
        if narrow && foot.is_none() && matches!(part.id, PartId::Sources | PartId::Colophon) {
            out.y += SIZE * 0.4;
            foot = Some(out.y);
            out.right = WIDTH - MARGIN - CODE;
        }
        out.part(page, part, &mut code);
    }
    let mut bottom = out.y;
    let code = code.zip(foot).map(|(code, top)| {
        bottom = bottom.max(top + CODE);
        (code, WIDTH - MARGIN - CODE, top, CODE)
    });
    Laid {
        lines: out.lines,
        code,
        bottom,
    }
}

struct Setter {
    lines: Vec<Line>,
    /// The lower edge of what stands already.
    y: f32,
    block: usize,
    right: f32,
}

impl Setter {
    fn part(&mut self, page: &Page, part: &Part, code: &mut Option<Code>) {
        if !part.heading.is_empty() {
            self.y += SIZE * 0.3;
            self.text(Role::Heading, &part.heading, SIZE, true);
        }
        for block in &part.blocks {
            match block {
                Block::Claim(told) => {
                    let notes: String = told.notes.iter().map(|n| format!(" [{n}]")).collect();
                    self.text(Role::Text, &format!("{}{notes}", told.claim.text), SIZE, false);
                }
                Block::Paragraph(text) => self.text(Role::Text, text, SIZE, false),
                Block::Blank(what) => self.blank(what),
                Block::Note(note) => self.note(note, page),
                Block::Pairs(pairs) => {
                    for (name, value) in pairs {
                        self.text(Role::Text, &format!("{name}: {value}"), SIZE, false);
                    }
                }
                Block::Table(table) => self.table(table),
                Block::Picture(Picture::Code(it)) => *code = Some(it.clone()),
                Block::Picture(_) | Block::Link(_) => {}
            }
        }
    }

    fn note(&mut self, note: &Note, page: &Page) {
        self.text(Role::Text, &note.line(Marks::Words, page.lang), SIZE, false);
    }

    fn text(&mut self, role: Role, text: &str, size: f32, bold: bool) {
        self.block += 1;
        let room = self.right - MARGIN;
        for text in broken(text, room, size, bold) {
            self.y += size * LEADING;
            self.put(role, MARGIN, size, bold, text);
        }
    }

    /// A line to write on by hand: higher than a printed one, and as wide as the page.
    fn blank(&mut self, what: &str) {
        const HAND: f32 = SIZE * 0.4;
        self.y += HAND;
        let what = before(what);
        let room = self.right - MARGIN - width(&what, SIZE, false) - width(" ", SIZE, false);
        let rule = (room / width("_", SIZE, false)).max(8.0) as usize;
        self.text(Role::Text, &format!("{what} {}", "_".repeat(rule)), SIZE, false);
    }

    fn put(&mut self, role: Role, x: f32, size: f32, bold: bool, text: String) {
        self.lines.push(Line {
            role,
            block: self.block,
            x,
            y: self.y,
            size,
            bold,
            text,
        });
    }

    /// Columns as wide as their widest cell; the first gives way.
    fn table(&mut self, table: &Table) {
        const GAP: f32 = 14.0;
        self.block += 1;
        let all = || std::iter::once((true, &table.head)).chain(table.rows.iter().map(|row| (false, row)));
        let count = table.head.len();
        let mut columns: Vec<f32> = (0..count)
            .map(|i| {
                let cells = all().filter_map(|(head, row)| Some(width(row.get(i)?, SIZE, head)));
                cells.fold(0.0, f32::max)
            })
            .collect();
        let room = self.right - MARGIN - GAP * (count.saturating_sub(1)) as f32;
        let over = columns.iter().sum::<f32>() - room;
        if let Some(first) = columns.first_mut().filter(|_| over > 0.0) {
            *first = (*first - over).max(room / 3.0);
        }
        for (head, row) in all() {
            let top = self.y;
            let mut lowest = top;
            let mut x = MARGIN;
            for (column, (cell, wide)) in row.iter().zip(&columns).enumerate() {
                self.y = top;
                let mut lines = broken(cell, *wide + 0.1, SIZE, head);
                if lines.is_empty() {
                    // For those who hear it every row has all columns.
                    lines.push(" ".to_owned());
                }
                for text in lines {
                    self.y += SIZE * LEADING;
                    let right = table.right.get(column).copied().unwrap_or_default();
                    let shift = if right {
                        wide - width(text.trim_end(), SIZE, head)
                    } else {
                        0.0
                    };
                    self.put(Role::Cell { head, column }, x + shift, SIZE, head, text);
                }
                lowest = lowest.max(self.y);
                x += wide + GAP;
            }
            self.y = lowest;
        }
    }
}

/// The text in lines no wider than `room`; a line keeps the blank that it was broken at, so that
/// words stay apart when it is read out or copied.
fn broken(text: &str, room: f32, size: f32, bold: bool) -> Vec<String> {
    // What no reader may be given, the library refuses for the whole sheet.
    let text = tame(text).replace('\n', " ");
    let mut out: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_inclusive(' ') {
        let bare = word.trim_end();
        if !line.is_empty() && width(&line, size, bold) + width(bare, size, bold) > room {
            out.push(std::mem::take(&mut line));
        }
        if width(bare, size, bold) <= room {
            line.push_str(word);
            continue;
        }
        for letter in word.chars() {
            if width(&line, size, bold) + width(&letter.to_string(), size, bold) > room {
                out.push(std::mem::take(&mut line));
            }
            line.push(letter);
        }
    }
    if !line.is_empty() {
        out.push(line);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fonts_are_whole() {
        assert!(FACES.iter().all(Option::is_some));
        for letter in "abcdefghilmnopqrstuvzàèéìòùÀÈÉÌÒÙ0123456789.,:;«»“”'’–—…€º²³%/()[]&+".chars()
        {
            for bold in [false, true] {
                assert_ne!(glyph(letter, bold).0, 0, "{letter}");
                let other = letter == '?' || glyph(letter, bold) != glyph('?', bold);
                assert!(other, "{letter}");
            }
        }
    }

    #[test]
    fn lines_keep_to_their_room_and_lose_nothing() {
        let text = "Il Comune di Seravezza realizza il progetto https://opencup.gov.it/portale/progetto/-/cup/J57H22001230006 e basta.";
        for room in [30.0, 90.0, 300.0, 600.0] {
            let lines = broken(text, room, SIZE, false);
            assert_eq!(lines.concat(), text);
            assert!(
                lines
                    .iter()
                    .all(|l| width(l.trim_end(), SIZE, false) <= room + 0.5)
            );
        }
    }

    #[test]
    fn every_row_of_a_table_has_all_its_columns() {
        let text = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let table = Table {
            head: text(["Fase", "", "Fine"]),
            rows: vec![text(["Lavori", "", "31/03/2026"]), text(["", "01/02/2024", ""])],
            right: vec![false; 3],
        };
        let mut page = Page::new("Prova", crate::lang::Lang::It);
        let part = Part::new(PartId::Phases, "").with(vec![Block::Table(table)]);
        page.parts.push(part);
        let columns = laid(&page).lines.into_iter().filter_map(|line| match line.role {
            Role::Cell { column, .. } => Some(column),
            _ => None,
        });
        assert_eq!(columns.collect::<Vec<_>>(), [0, 1, 2].repeat(3));
    }
}
