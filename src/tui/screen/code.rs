//! A QR code, large enough to be photographed across a desk: the address of the page on the web,
//! or the short answer itself for a telephone without a line.
//!
//! ```text
//! ███████  title
//! ███████  what the code says
//! ███████  what to do
//! ```

use super::read::Read;
use crate::lang::w;
use crate::sheet::Subject;
use crate::sheet::paper::short;
use crate::sheet::qr::{Code as Square, LONGEST};
use crate::tui::action::Action;
use crate::tui::widget::{Canvas, code, indent};
use ratatui::layout::Rect;

#[derive(Clone, Debug)]
pub struct Code {
    pub subject: Subject,
    title: String,
    address: Option<String>,
    /// Short answers, the longest first: which of them is shown depends on the room.
    texts: Vec<String>,
    /// The text and not the address.
    pub text: bool,
}

impl Code {
    /// The code of the page that is read, once it is there.
    pub fn of(read: &Read) -> Option<Code> {
        let page = read.page.as_ref()?;
        let mut texts: Vec<String> = (1..=LONGEST / 20).rev().map(|n| short(page, n * 20)).collect();
        texts.dedup();
        Some(Code {
            subject: read.subject.clone(),
            title: page.title.clone(),
            address: page.address.clone(),
            texts,
            text: page.address.is_none(),
        })
    }

    /// What an action does: the other of the two codes.
    pub fn act(&mut self, action: Action) {
        if action == Action::OtherCode && self.address.is_some() {
            self.text = !self.text;
        }
    }

    /// The code that has room in an area, else the shortest.
    fn square(&self, area: Rect) -> Option<Square> {
        let wanted: Vec<&String> = match &self.address {
            Some(address) if !self.text => vec![address],
            _ => self.texts.iter().collect(),
        };
        let squares = wanted.into_iter().filter_map(|text| Square::new(text));
        let mut last = None;
        for square in squares {
            let (columns, rows) = code::size(&square);
            if columns <= area.width && rows <= area.height {
                return Some(square);
            }
            last = Some(square);
        }
        last
    }
}

/// Draws the code at the left and what it is at the right, where there is room for both.
pub fn draw(canvas: &mut Canvas<'_>, it: &Code, body: Rect) {
    let look = canvas.look;
    let Some(square) = it.square(body) else {
        return;
    };
    let columns = code::size(&square).0.min(body.width);
    // Two columns apart from the edge, where there are as many.
    let body = indent(body, 2 * u16::from(columns + 2 <= body.width));
    code::draw(&square, body, canvas.buf, &look);
    if code::size(&square).1 > body.height || look.ascii() {
        return;
    }
    let beside = indent(body, columns + 2);
    if beside.width < 20 {
        return;
    }
    let (theme, lang) = (canvas.theme, canvas.lang);
    let row = canvas.paragraph(beside, 1, &it.title, theme.title);
    let row = canvas.paragraph(beside, row + 1, &square.text, theme.text);
    let what = match it.text {
        true => w::PAPER_TEXT_CODE,
        false => w::PAPER_ADDRESS_CODE,
    };
    canvas.paragraph(beside, row + 1, lang.say(what), theme.quiet);
}
