//! The outlines of the comuni, from `data/places/toscana.csv`, read once.

use crate::model::ComuneCode;
use std::sync::LazyLock;

const OUTLINES: &str = include_str!("../../../data/places/toscana.csv");

/// Comuni of Toscana.
pub const COMUNI: usize = 273;

/// Degrees east, degrees north.
pub type Point = [f32; 2];

/// Kilometres to a degree at 43.4° N: eastward, northward.
pub const KM: Point = [80.9, 111.1];

/// The outline of a comune.
pub struct Shape {
    pub code: ComuneCode,
    /// Its rings, closed, the largest first.
    rings: Vec<Vec<Point>>,
    /// A point inside, near the middle of its largest ring.
    pub centre: Point,
    /// Lowest and highest corner.
    pub corners: [Point; 2],
}

/// All outlines.
pub struct Atlas {
    /// By code.
    pub shapes: Vec<Shape>,
    /// Lowest and highest corner of all.
    pub corners: [Point; 2],
}

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::read(OUTLINES));

impl Atlas {
    /// The atlas, read when it is first asked for.
    pub fn get() -> &'static Atlas {
        &ATLAS
    }

    /// A line is a ring; the rings of a comune stand together. Lines that are not outlines are left
    /// out: a test counts the comuni.
    fn read(text: &str) -> Atlas {
        let mut shapes: Vec<Shape> = Vec::with_capacity(COMUNI);
        for line in text.lines() {
            let mut cells = line.split(',');
            let code = cells.next().and_then(ComuneCode::parse);
            let points = cells.nth(1).unwrap_or_default();
            let ring: Vec<Point> = points.split(' ').filter_map(point).collect();
            let Some(code) = code.filter(|_| ring.len() > 3) else {
                continue;
            };
            match shapes.last_mut().filter(|shape| shape.code == code) {
                Some(shape) => shape.rings.push(ring),
                None => shapes.push(Shape {
                    code,
                    centre: ring[0],
                    corners: [ring[0]; 2],
                    rings: vec![ring],
                }),
            }
        }
        for shape in &mut shapes {
            shape.corners = corners(shape.rings.iter().flatten());
            shape.centre = centre(shape);
        }
        let corners = corners(shapes.iter().flat_map(|shape| &shape.corners));
        Atlas { shapes, corners }
    }

    /// The place of a comune in the atlas.
    pub fn index(&self, code: ComuneCode) -> Option<usize> {
        self.shapes.binary_search_by_key(&code, |shape| shape.code).ok()
    }
}

/// `9.892:44.168`
fn point(text: &str) -> Option<Point> {
    let (east, north) = text.split_once(':')?;
    Some([east.parse().ok()?, north.parse().ok()?])
}

fn corners<'a>(points: impl Iterator<Item = &'a Point>) -> [Point; 2] {
    let all = [[f32::INFINITY; 2], [f32::NEG_INFINITY; 2]];
    points.fold(all, |[low, high], [x, y]| {
        [
            [low[0].min(*x), low[1].min(*y)],
            [high[0].max(*x), high[1].max(*y)],
        ]
    })
}

/// Where a line of latitude enters and leaves a comune, ascending.
pub fn crossings(shape: &Shape, north: f32) -> Vec<f32> {
    let pairs = shape.rings.iter().flat_map(|ring| ring.windows(2));
    let crossed = pairs.filter_map(|pair| {
        let ([x, y], [u, v]) = (pair[0], pair[1]);
        ((y <= north) != (v <= north)).then(|| x + (north - y) * (u - x) / (v - y))
    });
    let mut crossed: Vec<f32> = crossed.collect();
    crossed.sort_unstable_by(f32::total_cmp);
    crossed
}

/// The centroid of the largest ring, moved along its latitude into the widest stretch of the comune
/// when it lies outside.
fn centre(shape: &Shape) -> Point {
    let ring = &shape.rings[0];
    let (mut area, mut sum) = (0.0, [0.0, 0.0]);
    let [x0, y0] = ring[0];
    for pair in ring.windows(2) {
        let [[x, y], [u, v]] = [pair[0], pair[1]].map(|[x, y]| [x - x0, y - y0]);
        let cross = x * v - u * y;
        area += cross;
        sum = [sum[0] + (x + u) * cross, sum[1] + (y + v) * cross];
    }
    if area == 0.0 {
        return ring[0];
    }
    let [east, north] = [x0 + sum[0] / area / 3.0, y0 + sum[1] / area / 3.0];
    let crossed = crossings(shape, north);
    let mut land = crossed.chunks_exact(2);
    if land.any(|land| land[0] < east && east < land[1]) {
        return [east, north];
    }
    let wide = |land: &&[f32]| land[1] - land[0];
    let widest = crossed.chunks_exact(2).max_by(|a, b| wide(a).total_cmp(&wide(b)));
    [widest.map_or(east, |land| (land[0] + land[1]) / 2.0), north]
}
