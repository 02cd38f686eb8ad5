//! A telephone: reads a code to photograph from the cells of the screen.

use ratatui::buffer::Buffer;
use ratatui::style::Color;

/// The cells as a picture, black where they are black, given to an independent decoder.
pub fn read(buf: &Buffer) -> Option<String> {
    const SCALE: usize = 4;
    let (width, height) = (usize::from(buf.area.width), usize::from(buf.area.height) * 2);
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width * SCALE, height * SCALE, |x, y| {
        let (x, y) = (x / SCALE, y / SCALE);
        let cell = &buf[(u16::try_from(x).unwrap(), u16::try_from(y / 2).unwrap())];
        let colour = if y % 2 == 0 { cell.fg } else { cell.bg };
        if cell.symbol() == "▀" && colour == Color::Black {
            0
        } else {
            255
        }
    });
    let grids = image.detect_grids();
    Some(grids.first()?.decode().ok()?.1)
}
