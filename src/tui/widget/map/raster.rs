//! Which comune a cell of the screen shows: the one that covers most of eight points in it.

use super::atlas::{Atlas, KM, Point};

/// Points in a cell, across and down: a cell is twice as high as wide, so they lie evenly.
const ACROSS: u16 = 2;
const DOWN: u16 = 4;
/// Points of land that make a cell land.
const LAND: u8 = 3;

/// A grid of cells, north up.
pub(super) struct Raster {
    columns: u16,
    rows: u16,
    /// Comune by row and column, counted from one; nought is sea and what lies beyond.
    cells: Vec<u16>,
    corners: [Point; 2],
}

/// Rows to a hundred columns that show Toscana in its true shape.
pub(super) fn rows_to_hundred(atlas: &Atlas) -> u16 {
    let [low, high] = atlas.corners;
    let km = |axis: usize| f32::from(high[axis] - low[axis]) * KM[axis];
    (km(1) / km(0) * 50.0) as u16
}

impl Raster {
    /// The land in cells.
    pub fn new(atlas: &Atlas, columns: u16, rows: u16) -> Raster {
        let (wide, high) = (usize::from(columns), usize::from(rows));
        let mut raster = Raster {
            columns,
            rows,
            cells: vec![0; wide * high],
            corners: atlas.corners,
        };
        let mut strip = vec![0u16; wide * usize::from(ACROSS * DOWN)];
        let mut crossed = Vec::new();
        for row in 0..rows {
            strip.fill(0);
            for line in 0..DOWN {
                let from = usize::from(line) * wide * usize::from(ACROSS);
                let line_of = &mut strip[from..from + wide * usize::from(ACROSS)];
                raster.fill(atlas, row * DOWN + line, line_of, &mut crossed);
            }
            for column in 0..columns {
                raster.cells[usize::from(row) * wide + usize::from(column)] = most(&strip, column, wide);
            }
        }
        raster.mark_the_lost(atlas);
        raster
    }

    /// One line of points, north to south, each with the comune that it lies in.
    fn fill(&self, atlas: &Atlas, line: u16, points: &mut [u16], crossed: &mut Vec<f32>) {
        let [low, high] = self.corners.map(|corner| corner.map(f32::from));
        let step = (high[1] - low[1]) / f32::from(self.rows * DOWN);
        let north = high[1] - (f32::from(line) + 0.5) * step;
        let across = (high[0] - low[0]) / points.len() as f32;
        for (shape, number) in atlas.shapes.iter().zip(1u16..) {
            let [least, most] = shape.corners.map(|corner| f32::from(corner[1]));
            if north < least || north > most {
                continue;
            }
            atlas.crossings(shape, north, crossed);
            for land in crossed.chunks_exact(2) {
                // The points whose middle lies between the two crossings.
                let [from, to] = [land[0], land[1]].map(|east| ((east - low[0]) / across + 0.5) as usize);
                for point in points.iter_mut().take(to).skip(from) {
                    *point = number;
                }
            }
        }
    }

    /// An island too small for a cell gets one all the same.
    fn mark_the_lost(&mut self, atlas: &Atlas) {
        let mut seen = vec![false; atlas.shapes.len() + 1];
        for cell in &self.cells {
            seen[usize::from(*cell)] = true;
        }
        for (comune, number) in (0..atlas.shapes.len()).zip(1u16..) {
            let (x, y) = self.cell(atlas, comune);
            let at = usize::from(y) * usize::from(self.columns) + usize::from(x);
            if let Some(cell) = self.cells.get_mut(at).filter(|cell| **cell == 0)
                && !seen[usize::from(number)]
            {
                *cell = number;
            }
        }
    }

    /// The comune of a cell, as an index of [`Atlas::shapes`].
    pub fn at(&self, x: u16, y: u16) -> Option<usize> {
        if x >= self.columns {
            return None;
        }
        let at = usize::from(y) * usize::from(self.columns) + usize::from(x);
        usize::from(*self.cells.get(at)?).checked_sub(1)
    }

    /// The cell of a comune's centre.
    pub fn cell(&self, atlas: &Atlas, comune: usize) -> (u16, u16) {
        let Some(shape) = atlas.shapes.get(comune) else {
            return (0, 0);
        };
        let [low, high] = self.corners.map(|corner| corner.map(f32::from));
        let [east, north] = shape.centre.map(f32::from);
        let x = (east - low[0]) / (high[0] - low[0]) * f32::from(self.columns);
        let y = (high[1] - north) / (high[1] - low[1]) * f32::from(self.rows);
        (
            (x as u16).min(self.columns.saturating_sub(1)),
            (y as u16).min(self.rows.saturating_sub(1)),
        )
    }
}

/// The comune with the most points in a cell, the sea when there is too little land.
fn most(strip: &[u16], column: u16, wide: usize) -> u16 {
    let mut found = [(0u16, 0u8); (ACROSS * DOWN) as usize];
    let mut land = 0;
    for down in 0..usize::from(DOWN) {
        for across in 0..usize::from(ACROSS) {
            let at = (down * wide + usize::from(column)) * usize::from(ACROSS) + across;
            let comune = strip.get(at).copied().unwrap_or(0);
            if comune == 0 {
                continue;
            }
            land += 1;
            if let Some(slot) = found.iter_mut().find(|slot| slot.1 == 0 || slot.0 == comune) {
                *slot = (comune, slot.1 + 1);
            }
        }
    }
    let best = found.iter().max_by_key(|slot| slot.1).map_or(0, |slot| slot.0);
    if land < LAND { 0 } else { best }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::ComuneCode;

    #[test]
    fn no_island_is_lost_and_the_land_keeps_its_size() {
        let atlas = Atlas::get();
        for (columns, rows) in [(18, 10), (38, 22), (66, 38)] {
            let raster = Raster::new(atlas, columns, rows);
            for code in ["049005", "053012"] {
                let number = atlas.index(ComuneCode::parse(code).unwrap()).unwrap() + 1;
                assert!(raster.cells.contains(&(number as u16)), "{code}");
            }
            // Toscana's 22,987 km² are 43 in a hundred of the box around it; coasts and islands
            // are drawn a little fuller, the more so the larger the cells are.
            let land = raster.cells.iter().filter(|cell| **cell > 0).count();
            let share = land as f32 / raster.cells.len() as f32;
            assert!((0.42..0.53).contains(&share), "{columns}x{rows}: {share}");
        }
    }

    #[test]
    fn nearly_every_comune_is_seen_on_a_large_screen() {
        let raster = Raster::new(Atlas::get(), 66, 38);
        let mut seen: Vec<u16> = raster.cells.iter().copied().filter(|c| *c > 0).collect();
        seen.sort_unstable();
        seen.dedup();
        assert!(seen.len() > 240, "{}", seen.len());
    }
}
