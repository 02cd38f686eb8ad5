//! The outlines of the comuni, from `data/places/toscana.csv`: read once, kept in four bytes a
//! point.

use crate::model::ComuneCode;
use std::sync::LazyLock;

const OUTLINES: &str = include_str!("../../../../data/places/toscana.csv");

/// Comuni of Toscana.
pub(super) const COMUNI: usize = 273;

/// Thousandths of a degree, east of [`EAST`] and north of [`NORTH`].
pub(super) type Point = [i16; 2];

const EAST: i32 = 9_000;
const NORTH: i32 = 42_000;
/// Kilometres to a thousandth of a degree at 43.4° N: eastward, northward.
pub(super) const KM: [f32; 2] = [0.0809, 0.1111];

pub(super) struct Shape {
    pub code: ComuneCode,
    /// Its rings, largest first, as a range of [`Atlas::rings`].
    rings: [u16; 2],
    /// A point inside, near the middle of its largest ring.
    pub centre: Point,
    /// Lowest and highest corner.
    pub corners: [Point; 2],
}

pub(super) struct Atlas {
    /// By code.
    pub shapes: Vec<Shape>,
    /// Each ring as a range of `points`.
    rings: Vec<[u32; 2]>,
    points: Vec<Point>,
    /// Lowest and highest corner of all.
    pub corners: [Point; 2],
}

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::read(OUTLINES));

impl Atlas {
    pub fn get() -> &'static Atlas {
        &ATLAS
    }

    /// Lines that are not outlines are left out; a test counts the comuni.
    pub fn read(text: &str) -> Atlas {
        let mut atlas = Atlas {
            shapes: Vec::with_capacity(COMUNI),
            rings: Vec::with_capacity(COMUNI),
            points: Vec::with_capacity(text.len() / 13),
            corners: [[i16::MAX; 2], [i16::MIN; 2]],
        };
        for line in text.lines() {
            let mut cells = line.split(',');
            let (code, _, Some(points)) = (cells.next(), cells.next(), cells.next()) else {
                continue;
            };
            if let Some(code) = code.and_then(ComuneCode::parse) {
                atlas.add(code, points);
            }
        }
        for i in 0..atlas.shapes.len() {
            atlas.shapes[i].centre = atlas.centre(&atlas.shapes[i]);
        }
        atlas
    }

    /// Adds a ring to its comune; the rings of a comune stand together.
    fn add(&mut self, code: ComuneCode, points: &str) {
        let start = self.points.len() as u32;
        self.points.extend(points.split(' ').filter_map(point));
        let Some(ring) = self.points.get(start as usize..).filter(|ring| !ring.is_empty()) else {
            return;
        };
        let mut corners = [[i16::MAX; 2], [i16::MIN; 2]];
        for point in ring {
            for axis in 0..2 {
                corners[0][axis] = corners[0][axis].min(point[axis]);
                corners[1][axis] = corners[1][axis].max(point[axis]);
            }
        }
        self.rings.push([start, self.points.len() as u32]);
        let last = self.rings.len() as u16;
        self.corners = join(self.corners, corners);
        match self.shapes.last_mut().filter(|shape| shape.code == code) {
            Some(shape) => {
                shape.rings[1] = last;
                shape.corners = join(shape.corners, corners);
            }
            None => self.shapes.push(Shape {
                code,
                rings: [last - 1, last],
                centre: corners[0],
                corners,
            }),
        }
    }

    /// The place of a comune in the atlas.
    pub fn index(&self, code: ComuneCode) -> Option<usize> {
        self.shapes.binary_search_by_key(&code, |shape| shape.code).ok()
    }

    /// The rings of a comune, closed.
    pub fn rings(&self, shape: &Shape) -> impl Iterator<Item = &[Point]> {
        let [from, to] = shape.rings.map(usize::from);
        let rings = self.rings.get(from..to).unwrap_or_default();
        rings
            .iter()
            .filter_map(|[from, to]| self.points.get(*from as usize..*to as usize))
    }

    /// Where a line of latitude enters and leaves a comune, ascending.
    pub fn crossings(&self, shape: &Shape, north: f32, out: &mut Vec<f32>) {
        out.clear();
        for ring in self.rings(shape) {
            crossings(ring, north, out);
        }
        out.sort_unstable_by(f32::total_cmp);
    }

    /// The centroid of the largest ring, moved along its latitude into the widest stretch of
    /// the comune when it lies outside.
    fn centre(&self, shape: &Shape) -> Point {
        let Some(ring) = self.rings(shape).next() else {
            return shape.centre;
        };
        let (mut area, mut sum) = (0.0, [0.0, 0.0]);
        let [x0, y0] = ring[0].map(f32::from);
        for pair in ring.windows(2) {
            let [x, y] = pair[0].map(f32::from);
            let [u, v] = pair[1].map(f32::from);
            let cross = (x - x0) * (v - y0) - (u - x0) * (y - y0);
            area += cross;
            sum = [
                sum[0] + (x + u - 2.0 * x0) * cross,
                sum[1] + (y + v - 2.0 * y0) * cross,
            ];
        }
        if area == 0.0 {
            return ring[0];
        }
        let (mut east, north) = (x0 + sum[0] / area / 3.0, (y0 + sum[1] / area / 3.0).round() + 0.5);
        let mut crossed = Vec::new();
        self.crossings(shape, north, &mut crossed);
        let inside = crossed.chunks_exact(2).any(|c| c[0] < east && east < c[1]);
        let widest = crossed
            .chunks_exact(2)
            .max_by(|a, b| (a[1] - a[0]).total_cmp(&(b[1] - b[0])));
        if let (false, Some(land)) = (inside, widest) {
            east = (land[0] + land[1]) / 2.0;
        }
        [east as i16, north as i16]
    }
}

fn crossings(ring: &[Point], north: f32, out: &mut Vec<f32>) {
    for pair in ring.windows(2) {
        let [x, y] = pair[0].map(f32::from);
        let [u, v] = pair[1].map(f32::from);
        if (y <= north) != (v <= north) {
            out.push(x + (north - y) * (u - x) / (v - y));
        }
    }
}

fn join(a: [Point; 2], b: [Point; 2]) -> [Point; 2] {
    let by = |i: usize, pick: fn(i16, i16) -> i16| [pick(a[i][0], b[i][0]), pick(a[i][1], b[i][1])];
    [by(0, i16::min), by(1, i16::max)]
}

/// `9.892:44.168`
fn point(text: &str) -> Option<Point> {
    let (lon, lat) = text.split_once(':')?;
    let east = i16::try_from(thousandths(lon)? - EAST).ok()?;
    Some([east, i16::try_from(thousandths(lat)? - NORTH).ok()?])
}

/// A number with three decimals.
fn thousandths(text: &str) -> Option<i32> {
    let (whole, rest) = text.split_once('.')?;
    let rest = rest.get(..3)?;
    Some(whole.parse::<i32>().ok()?.checked_mul(1000)? + rest.parse::<i32>().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_comune_has_its_outline_and_a_point_inside() {
        let atlas = Atlas::get();
        assert_eq!(atlas.shapes.len(), COMUNI);
        assert_eq!(atlas.rings.len(), OUTLINES.lines().count() - 1);
        assert!(atlas.shapes.is_sorted_by_key(|shape| shape.code));
        let mut crossed = Vec::new();
        for shape in &atlas.shapes {
            for ring in atlas.rings(shape) {
                assert_eq!(ring.first(), ring.last(), "{}", shape.code);
                assert!(ring.len() > 3, "{}", shape.code);
            }
            let [east, north] = shape.centre.map(f32::from);
            atlas.crossings(shape, north + 0.5, &mut crossed);
            let inside = crossed
                .chunks_exact(2)
                .any(|c| c[0] - 1.0 < east && east < c[1] + 1.0);
            assert!(inside, "{}", shape.code);
        }
    }

    #[test]
    fn what_is_no_outline_is_left_out() {
        let atlas = Atlas::read("istat,ring,points\n048017,0,x:y\n048017\n,,\n048017,0,11.1:43.2");
        assert!(atlas.shapes.is_empty());
    }
}
