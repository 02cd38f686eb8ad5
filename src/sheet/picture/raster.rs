//! Which comune a cell of the screen shows: the one that covers most of eight points in it.

use super::atlas::{Atlas, KM, Point, crossings};

/// Points in a cell, across and down: a cell is twice as high as wide, so they lie evenly.
const ACROSS: usize = 2;
const DOWN: usize = 4;
/// Points of land that make a cell land.
const LAND: usize = 3;

/// A grid of cells, north up.
pub struct Raster {
    columns: usize,
    rows: usize,
    /// Comune by row and column, counted from one; nought is sea and what lies beyond.
    cells: Vec<u16>,
    corners: [Point; 2],
}

/// Rows to a hundred columns that show Toscana in its true shape.
pub fn rows_to_hundred(atlas: &Atlas) -> u16 {
    let [low, high] = atlas.corners;
    let km = |axis: usize| (high[axis] - low[axis]) * KM[axis];
    (km(1) / km(0) * 50.0) as u16
}

impl Raster {
    /// The land in cells.
    pub fn new(atlas: &Atlas, columns: u16, rows: u16) -> Raster {
        let (columns, rows) = (usize::from(columns), usize::from(rows));
        let (across, down) = (columns * ACROSS, rows * DOWN);
        let points = points(atlas, across, down);
        let cell = |at: usize| {
            let corner = at / columns * DOWN * across + at % columns * ACROSS;
            let down = (0..DOWN).map(|line| corner + line * across);
            let of_cell = down.flat_map(|from| &points[from..from + ACROSS]);
            let land: Vec<u16> = of_cell.copied().filter(|comune| *comune > 0).collect();
            let share = |comune: &&u16| land.iter().filter(|other| other == comune).count();
            let most = land.iter().max_by_key(share);
            most.filter(|_| land.len() >= LAND).copied().unwrap_or(0)
        };
        let mut raster = Raster {
            columns,
            rows,
            cells: (0..columns * rows).map(cell).collect(),
            corners: atlas.corners,
        };
        raster.mark_the_lost(atlas);
        raster
    }

    /// An island too small for a cell gets one all the same.
    fn mark_the_lost(&mut self, atlas: &Atlas) {
        for (comune, number) in (0..atlas.shapes.len()).zip(1u16..) {
            let (x, y) = self.cell(atlas, comune);
            let at = usize::from(y) * self.columns + usize::from(x);
            if self.cells.get(at) == Some(&0) && !self.cells.contains(&number) {
                self.cells[at] = number;
            }
        }
    }

    /// The comune of a cell, as an index of [`Atlas::shapes`].
    pub fn at(&self, x: u16, y: u16) -> Option<usize> {
        let (x, y) = (usize::from(x), usize::from(y));
        let cell = self.cells.get(y * self.columns + x);
        usize::from(*cell.filter(|_| x < self.columns)?).checked_sub(1)
    }

    /// The cell of a comune's centre.
    pub fn cell(&self, atlas: &Atlas, comune: usize) -> (u16, u16) {
        let [low, high] = self.corners;
        let [east, north] = atlas.shapes.get(comune).map_or(low, |shape| shape.centre);
        let of =
            |part: f32, cells: usize| ((part * cells as f32) as usize).min(cells.saturating_sub(1)) as u16;
        (
            of((east - low[0]) / (high[0] - low[0]), self.columns),
            of((high[1] - north) / (high[1] - low[1]), self.rows),
        )
    }
}

/// Lines of points, north to south, each with the comune that it lies in.
fn points(atlas: &Atlas, across: usize, down: usize) -> Vec<u16> {
    let [low, high] = atlas.corners;
    let step = [
        (high[0] - low[0]) / across as f32,
        (high[1] - low[1]) / down as f32,
    ];
    let mut points = vec![0; across * down];
    for (shape, number) in atlas.shapes.iter().zip(1u16..) {
        let [least, most] = shape.corners.map(|corner| corner[1]);
        for (line, row) in points.chunks_exact_mut(across.max(1)).enumerate() {
            let north = high[1] - (line as f32 + 0.5) * step[1];
            if north < least || north > most {
                continue;
            }
            for land in crossings(shape, north).chunks_exact(2) {
                // The points whose middle lies between the two crossings.
                let [from, to] = [land[0], land[1]].map(|east| ((east - low[0]) / step[0] + 0.5) as usize);
                row.iter_mut()
                    .take(to)
                    .skip(from)
                    .for_each(|point| *point = number);
            }
        }
    }
    points
}
