//! Sheets as a PDF: one page each, tagged for those who hear it (PDF/UA-1), made to last
//! (PDF/A-2a), the font embedded, the same bytes for the same sheets and day.

use super::layout::{self, Line, Role};
use crate::lang::{Lang, w};
use crate::sheet::page::Page;
use crate::sheet::qr::Code;
use crate::text::clean::tame;
use jiff::civil::Date;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, BBox, ContentTag, Identifier, Node, SpanTag, TableHeaderScope, Tag, TagGroup,
    TagTree,
};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};
use std::num::NonZeroU16;

/// A PDF could not be made of what the page holds.
#[derive(Debug, thiserror::Error)]
#[error("the PDF could not be made: {0}")]
pub struct PdfError(String);

impl PdfError {
    /// The same for the person.
    pub fn say(&self, lang: Lang) -> &'static str {
        lang.say(w::PAPER_FAILED)
    }
}

/// Where what is drawn stands in the order of reading.
struct Tags {
    tree: TagTree,
    outline: Outline,
}

/// The sheets, a page each.
///
/// # Errors
/// When the library refuses what a sheet holds.
pub fn pdf(sheets: &[Page], day: Date) -> Result<Vec<u8>, PdfError> {
    let mut bytes = made(sheets, day, 0)?;
    // The last byte of packed data can be a carriage return: with the line feed that the library
    // writes behind it, a strict reader takes both for the end of the line and finds the data one byte
    // short (ISO 19005-2, 6.1.7.1). One of thirty files has such data; a blank more packs otherwise.
    for blanks in 1..=MOST_BLANKS {
        if !memchr::memmem::find_iter(&bytes, b"\r\nendstream").any(|_| true) {
            break;
        }
        bytes = made(sheets, day, blanks)?;
    }
    Ok(bytes)
}

/// More are not tried.
const MOST_BLANKS: usize = 6;
/// A blank that no sentence of ours has: another letter of the font, and nothing is seen.
const BLANK: char = '\u{a0}';

/// The sheets, with so many blanks in the margin of each that nobody hears.
fn made(sheets: &[Page], day: Date, blanks: usize) -> Result<Vec<u8>, PdfError> {
    let failed = |error: &dyn std::fmt::Debug| PdfError(format!("{error:?}"));
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| failed(&error))?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    let font = |data: &'static [u8]| Font::new(data.into(), 0).ok_or_else(|| failed(&"font"));
    let fonts = [font(layout::REGULAR)?, font(layout::BOLD)?];
    let size = PageSettings::from_wh(layout::WIDTH, layout::HEIGHT).ok_or_else(|| failed(&"size"))?;
    let mut tags = Tags {
        tree: TagTree::new().with_lang(sheets.first().map(|page| page.lang.code().to_owned())),
        outline: Outline::new(),
    };
    for (number, sheet) in sheets.iter().enumerate() {
        let mut page = document.start_page_with(size.clone());
        let mut surface = page.surface();
        draw(&mut surface, number, sheet, &fonts, &mut tags);
        if blanks > 0 {
            blank(&mut surface, blanks, &fonts);
        }
        surface.finish();
        page.finish();
    }
    document.set_outline(tags.outline);
    document.set_tag_tree(tags.tree);
    document.set_metadata(about(sheets, day));
    document.finish().map_err(|error| failed(&error))
}

/// Title, language and day; an id made of them, so that the same sheets are the same bytes.
fn about(sheets: &[Page], day: Date) -> Metadata {
    let titles: Vec<&str> = sheets.iter().map(|page| page.title.as_str()).collect();
    let lang = sheets.first().map_or(Lang::It, |page| page.lang);
    let (year, month, day) = (day.year(), day.month(), day.day());
    let made = DateTime::new(u16::try_from(year).unwrap_or_default())
        .month(u8::try_from(month).unwrap_or(1))
        .day(u8::try_from(day).unwrap_or(1));
    Metadata::new()
        .title(tame(titles.first().copied().unwrap_or_default()).replace('\n', " "))
        .language(lang.code().to_owned())
        .creator("Sportello".to_owned())
        .creation_date(made)
        .document_id(format!("{} {year}-{month}-{day}", titles.join("; ")))
}

fn draw(surface: &mut Surface<'_>, number: usize, sheet: &Page, fonts: &[Font; 2], tags: &mut Tags) {
    let laid = layout::laid(sheet);
    let lang = sheet.lang.code();
    let mut whole = TagGroup::new(Tag::Part.with_lang(Some(lang.to_owned())));
    for lines in laid.lines.chunk_by(|a, b| a.block == b.block) {
        let Some(first) = lines.first() else { continue };
        let text: String = lines.iter().map(|line| line.text.as_str()).collect();
        match first.role {
            Role::Title | Role::Heading => {
                let level = if first.role == Role::Title {
                    NonZeroU16::MIN
                } else {
                    NonZeroU16::MIN.saturating_add(1)
                };
                let at = XyzDestination::new(number, Point::from_xy(first.x, first.y - first.size));
                tags.outline.push_child(OutlineNode::new(text.clone(), at));
                let heading = TagGroup::new(Tag::Hn(level, Some(text)));
                whole.push(filled(surface, heading, lines, fonts, lang));
            }
            Role::Text => {
                let paragraph = TagGroup::new(Tag::P);
                whole.push(filled(surface, paragraph, lines, fonts, lang));
            }
            Role::Cell { .. } => whole.push(table(surface, lines, fonts, lang)),
        }
    }
    if let Some((code, x, y, side)) = &laid.code {
        whole.push(square(surface, number, code, (*x, *y, *side), sheet.lang));
    }
    tags.tree.push(whole);
}

fn filled(
    surface: &mut Surface<'_>,
    mut group: TagGroup,
    lines: &[Line],
    fonts: &[Font; 2],
    lang: &str,
) -> TagGroup {
    for line in lines {
        group.push(Node::Leaf(put(surface, line, fonts, lang)));
    }
    group
}

/// Rows of cells: a row begins with the first line of its first column.
fn table(surface: &mut Surface<'_>, lines: &[Line], fonts: &[Font; 2], lang: &str) -> TagGroup {
    let mut table = TagGroup::new(Tag::Table);
    let column = |line: &Line| match line.role {
        Role::Cell { column, .. } => column,
        _ => 0,
    };
    let mut row = TagGroup::new(Tag::TR);
    let mut last = None;
    for cell in lines.chunk_by(|a, b| column(a) == column(b) && b.y > a.y) {
        let Some(first) = cell.first() else { continue };
        if last.is_some_and(|last| column(first) <= last) {
            table.push(std::mem::replace(&mut row, TagGroup::new(Tag::TR)));
        }
        last = Some(column(first));
        let head = matches!(first.role, Role::Cell { head: true, .. });
        let group = match (head, column(first)) {
            (true, _) => TagGroup::new(Tag::TH(TableHeaderScope::Column)),
            (false, 0) => TagGroup::new(Tag::TH(TableHeaderScope::Row)),
            _ => TagGroup::new(Tag::TD),
        };
        row.push(filled(surface, group, cell, fonts, lang));
    }
    table.push(row);
    table
}

/// Blanks in the margin, in both faces.
fn blank(surface: &mut Surface<'_>, blanks: usize, fonts: &[Font; 2]) {
    for bold in [false, true] {
        let text = BLANK.to_string().repeat(blanks);
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)));
        surface.draw_glyphs(
            Point::from_xy(1.0, 1.0),
            &glyphs(&text, bold),
            fonts[usize::from(bold)].clone(),
            &text,
            1.0,
            false,
        );
        surface.end_tagged();
    }
}

/// The glyphs of a text, each with its letter.
fn glyphs(text: &str, bold: bool) -> Vec<KrillaGlyph> {
    let glyph = |(at, letter): (usize, char)| {
        let (id, wide) = layout::glyph(letter, bold);
        let range = at..at + letter.len_utf8();
        KrillaGlyph::new(GlyphId::new(u32::from(id)), wide, 0.0, 0.0, 0.0, range, None)
    };
    text.char_indices().map(glyph).collect()
}

/// Draws a line and says where it stands among what is read.
fn put(surface: &mut Surface<'_>, line: &Line, fonts: &[Font; 2], lang: &str) -> Identifier {
    let glyphs = glyphs(&line.text, line.bold);
    let id = surface.start_tagged(ContentTag::Span(SpanTag::empty().with_lang(Some(lang))));
    let font = fonts[usize::from(line.bold)].clone();
    let start = Point::from_xy(line.x, line.y);
    surface.draw_glyphs(start, &glyphs, font, &line.text, line.size, false);
    surface.end_tagged();
    id
}

/// The code, with what it says for those who do not see it.
fn square(
    surface: &mut Surface<'_>,
    number: usize,
    code: &Code,
    place: (f32, f32, f32),
    lang: Lang,
) -> TagGroup {
    let (x, y, side) = place;
    let one = side / code.side() as f32;
    let mut path = PathBuilder::new();
    for (column, row, length) in code.runs() {
        let (left, top) = (x + column as f32 * one, y + row as f32 * one);
        if let Some(run) = Rect::from_xywh(left, top, length as f32 * one, one) {
            path.push_rect(run);
        }
    }
    let bbox = Rect::from_xywh(x, y, side, side).map(|rect| BBox::new(number, rect));
    let says = lang.fill(w::PAPER_CODE, &[("text", &code.text)]);
    let mut figure = TagGroup::new(Tag::Figure(Some(says)).with_bbox(bbox));
    let id = surface.start_tagged(ContentTag::Other);
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
    surface.end_tagged();
    figure.push(Node::Leaf(id));
    figure
}
