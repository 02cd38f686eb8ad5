//! The comuni of Toscana, shaded by a figure: the more, the fuller the sign.
//!
//! ```text
//!   ░░▒▒▓              Euro per abitante
//!    ▒▒▓▓██▓▓▒░        ··· fino a 200
//!      ▒▓████▓▓▒░      ░░░ fino a 500
//!      ▓▓█▸◆◂▓▒▒░░     ▒▒▒ fino a 900
//! ◆ Pontassieve  31º su 273
//! Euro per abitante: 812
//! ```
//! The signs alone tell the classes apart, so that the map reads without colour. The outlines
//! are read once, when the first map is drawn. [`step`] walks by the arrows, [`at`] answers the
//! mouse, [`spot`] says where the cursor stands.

mod frame;
mod walk;

pub use crate::sheet::picture::classes::classes;
pub use walk::step;

use super::pen::Pen;
use super::{Look, width};
use crate::app::ranking::{Figure, Row};
use crate::lang::{Lang, w};
use crate::model::ComuneCode;
use crate::sheet::picture::atlas::{Atlas, COMUNI};
use crate::sheet::picture::raster::Raster;
use frame::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

/// What to show on the map.
#[derive(Clone, Copy, Debug)]
pub struct Map<'a> {
    /// What is told of each comune.
    pub figure: Figure,
    /// The highest value of each class but the last, ascending, at most four; see [`classes`].
    pub limits: &'a [i64],
    /// Comuni that stand here and not in Toscana are not drawn; those that lack are unknown.
    pub rows: &'a [Row],
    pub selected: Option<ComuneCode>,
    /// Behind the name of the selected comune: its place among the others.
    pub rank: &'a str,
    /// The figure of the selected comune in full.
    pub exact: &'a str,
    /// More figures of the selected comune, below its own, where there is room for a third line.
    pub more: &'a str,
}

/// The classes of the map, without colour.
const SIGNS: [(&str, &str); 5] = [("·", "."), ("░", ":"), ("▒", "+"), ("▓", "*"), ("█", "#")];
const UNKNOWN: &str = "?";
/// Rows of land from which on it has a shape.
const SHAPED: u16 = 8;
/// From so many columns of land on it has names.
const NAMED: u16 = 44;

impl Map<'_> {
    /// At most four limits: five classes.
    fn limits(&self) -> &[i64] {
        &self.limits[..self.limits.len().min(4)]
    }

    fn class(&self, value: i64) -> usize {
        self.limits().partition_point(|limit| *limit < value)
    }

    /// The shade of a class: the first and the last are always the lightest and the fullest.
    fn shade(&self, class: usize) -> usize {
        match self.limits().len() {
            0 => 4,
            last => (class * 4 + last / 2) / last,
        }
    }

    fn class_name(&self, class: usize, lang: Lang) -> String {
        let limits = self.limits();
        let say = |value: i64| self.figure.short(value, lang);
        match (limits.get(class), limits.last()) {
            (Some(to), _) => lang.fill(w::PICTURE_UP_TO, &[("to", &say(*to))]),
            (None, Some(from)) => lang.fill(w::PICTURE_OVER, &[("from", &say(*from))]),
            (None, None) => lang.say(w::PICTURE_ANY).to_owned(),
        }
    }

    /// The shade of each comune of the atlas.
    fn shades(&self, atlas: &Atlas) -> [Option<usize>; COMUNI] {
        let mut out = [None; COMUNI];
        for row in self.rows {
            if let (Some(at), Some(value)) = (atlas.index(row.code), row.value) {
                out[at] = Some(self.shade(self.class(value)));
            }
        }
        out
    }
}

/// Draws land, legend and caption. The land is as large as its true shape allows; in less than
/// five rows only the caption is left.
pub fn draw(map: &Map<'_>, area: Rect, buf: &mut Buffer, look: &Look) {
    let frame = Frame::of(area);
    if let Some(land) = frame.land {
        land_of(map, &mut Pen::new(land, buf, look));
    }
    if let Some(legend) = frame.legend {
        legend_of(map, &mut Pen::new(legend, buf, look));
    }
    caption(map, &mut Pen::new(frame.caption, buf, look));
}

fn land_of(map: &Map<'_>, pen: &mut Pen<'_>) {
    let (look, atlas) = (pen.look, Atlas::get());
    let raster = Raster::new(atlas, pen.area.width, pen.area.height);
    let shades = map.shades(atlas);
    let selected = map.selected.and_then(|code| atlas.index(code));
    let (here, style) = (look.sign("◆", "@"), look.theme.selected);
    let mut own = 0;
    for y in 0..pen.area.height {
        for x in 0..pen.area.width {
            let Some(comune) = raster.at(x, y) else { continue };
            if selected == Some(comune) {
                own += 1;
                pen.text(x, y, here, style);
            } else {
                let (sign, style) = sign(shades[comune], look);
                pen.text(x, y, sign, style);
            }
        }
    }
    names(map, pen, &raster, selected);
    let Some((x, y)) = selected.map(|comune| raster.cell(atlas, comune)) else {
        return;
    };
    pen.text(x, y, here, style);
    if own < 3 {
        // A comune of a cell or two would be lost in the crowd.
        if x > 0 {
            pen.text(x - 1, y, look.sign("▸", ">"), style);
        }
        pen.text(x + 1, y, look.sign("◂", "<"), style);
    }
}

/// The names of the first comuni, the highest first, where the land is wide enough: no two touch,
/// and none covers what is selected, whose name stands below.
fn names(map: &Map<'_>, pen: &mut Pen<'_>, raster: &Raster, selected: Option<usize>) {
    let atlas = Atlas::get();
    let most = usize::from(if pen.area.width < NAMED {
        0
    } else {
        pen.area.width / 6
    });
    let mut taken: Vec<Rect> = Vec::new();
    for row in map.rows {
        let name = row.name.split(" (").next().unwrap_or_default();
        let Some(at) = atlas.index(row.code).filter(|_| taken.len() < most) else {
            continue;
        };
        let (x, y) = raster.cell(atlas, at);
        let columns = width(name) + 2;
        let x = x
            .saturating_sub(columns / 2)
            .min(pen.area.width.saturating_sub(columns));
        let place = Rect::new(x, y, columns, 1);
        let around = Rect::new(x, y.saturating_sub(1), columns, 3);
        let covers = (x..x + columns).any(|x| selected.is_some() && raster.at(x, y) == selected);
        if !covers && !taken.iter().any(|other| other.intersects(around)) {
            pen.text(x, y, &format!(" {name} "), pen.look.theme.title);
            taken.push(place);
        }
    }
}

/// The sign of a shade, or of what is not known.
fn sign(shade: Option<usize>, look: &Look) -> (&'static str, Style) {
    let Some(shade) = shade else {
        return (UNKNOWN, look.theme.missing);
    };
    let (sign, ascii) = SIGNS[shade];
    (look.sign(sign, ascii), look.theme.shades[shade])
}

fn legend_of(map: &Map<'_>, pen: &mut Pen<'_>) {
    let look = pen.look;
    pen.text(0, 0, look.lang.say(map.figure.word()), look.theme.title);
    let classes = 0..=map.limits().len();
    let named = |class| (Some(map.shade(class)), map.class_name(class, look.lang));
    let mut lines: Vec<(Option<usize>, String)> = classes.map(named).collect();
    // Comuni without a row have no figure either.
    if map.rows.len() < COMUNI || map.rows.iter().any(|v| v.value.is_none()) {
        lines.push((None, look.lang.say(w::PICTURE_NOT_PUBLISHED).to_owned()));
    }
    for (y, (shade, name)) in (1..).zip(lines) {
        let (sign, style) = sign(shade, look);
        pen.fill(0, y, 3, sign, style);
        let words = shade.map_or(look.theme.missing, |_| look.theme.text);
        pen.text(4, y, &name, words);
    }
}

fn caption(map: &Map<'_>, pen: &mut Pen<'_>) {
    let theme = pen.look.theme;
    let Some(row) = map.rows.iter().find(|row| Some(row.code) == map.selected) else {
        return;
    };
    pen.text(0, 0, pen.look.sign("◆", "@"), theme.selected);
    let used = 2 + pen.text(2, 0, &row.name, theme.title);
    pen.text(used + 2, 0, map.rank, theme.text);
    let name = format!("{}: ", pen.look.lang.say(map.figure.word()));
    let used = pen.text(0, 1, &name, theme.text);
    pen.text(used, 1, map.exact, theme.title);
    pen.text(0, 2, map.more, theme.text);
}

/// The comune drawn at a position of the screen, if any. A small comune may have no cell of its
/// own; the arrows reach it.
pub fn at(area: Rect, position: Position) -> Option<ComuneCode> {
    let land = Frame::of(area).land?;
    if !land.contains(position) {
        return None;
    }
    let atlas = Atlas::get();
    let raster = Raster::new(atlas, land.width, land.height);
    let comune = raster.at(position.x - land.x, position.y - land.y)?;
    Some(atlas.shapes.get(comune)?.code)
}

/// Where a comune is marked, for the terminal's cursor.
pub fn spot(area: Rect, code: ComuneCode) -> Option<Position> {
    let land = Frame::of(area).land?;
    let atlas = Atlas::get();
    let comune = atlas.index(code)?;
    let raster = Raster::new(atlas, land.width, land.height);
    let (x, y) = raster.cell(atlas, comune);
    Some(Position::new(land.x + x, land.y + y))
}

/// Whether the land has a shape in which comuni can be told apart.
pub fn fits(area: Rect) -> bool {
    Frame::of(area).land.is_some_and(|land| land.height >= SHAPED)
}

/// Rows of the caption below the land.
pub fn caption_height(area: Rect) -> u16 {
    Frame::of(area).caption.height
}

/// Every comune of the map, by code.
pub fn comuni() -> impl Iterator<Item = ComuneCode> {
    Atlas::get().shapes.iter().map(|shape| shape.code)
}
