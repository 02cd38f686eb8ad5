//! Draws the state, and decides nothing.

use super::frame::{self, LEAST};
use super::screen::Screen;
use super::state::State;
use super::widget::{Canvas, Look, but_last, fit, indent, row, width, wrap};
use super::{desk, dispatch, gather, hints};
use crate::lang::w;
use crate::search::Sort;
use crate::sheet::sort_word;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

/// Draws the whole screen.
pub fn view(state: &State, area: Rect, buf: &mut Buffer) {
    let mut canvas = Canvas {
        buf,
        look: Look {
            theme: dispatch::theme(state).get(),
            glyphs: state.glyphs.get(),
            lang: state.lang,
        },
    };
    canvas.fill(area, canvas.theme.text);
    if matches!(&state.history.here, Screen::Workshop(talk) if talk.dark) {
        return canvas.fill(area, Style::new().fg(Color::Black).bg(Color::Black));
    }
    let Some(frame) = frame::frame(area) else {
        too_small(&mut canvas, area);
        return;
    };
    header(&mut canvas, state, frame.header);
    dispatch::draw(&mut canvas, state, &state.history.here, frame.body);
    footer(&mut canvas, state, frame.footer);
}

fn too_small(canvas: &mut Canvas<'_>, area: Rect) {
    let size = format!("{}x{}", area.width, area.height);
    let least = format!("{}x{}", LEAST.0, LEAST.1);
    let says = canvas
        .lang
        .fill(w::TUI_TOO_SMALL, &[("size", &size), ("least", &least)]);
    canvas.paragraph(area, 0, &says, canvas.theme.text);
}

/// "Sportello · Toscana · Aiuto", and the dates of the data.
fn header(canvas: &mut Canvas<'_>, state: &State, area: Rect) {
    let (theme, lang) = (canvas.theme, canvas.lang);
    canvas.fill(area, theme.bar);
    let line = but_last(indent(area, 1));
    let region = state.overview.as_ref().map(|o| o.region_name.clone());
    let mut way = dispatch::way(state);
    way.dedup();
    // Further back than two steps, or where one came from directly, is no news.
    let seen = if state.history.past().len() > 1 { 3 } else { 2 };
    way.drain(..way.len().saturating_sub(seen));
    // What is given up first where there is no room has the highest number; nought is never.
    let mut parts: Vec<(u8, &str, String)> = Vec::new();
    let dot = canvas.glyphs.dot;
    parts.extend((area.width >= 60 || region.is_none()).then(|| (4, dot, lang.say(w::APP_NAME).to_owned())));
    parts.extend(region.map(|region| (3, dot, region)));
    for (i, name) in way.iter().enumerate() {
        let here = i + 1 == way.len();
        let after = if i == 0 { dot } else { canvas.glyphs.link };
        parts.push((if here { 0 } else { 2 }, after, (*name).to_owned()));
    }
    let [place, percent] = dispatch::position(state);
    parts.extend(place.map(|place| (0, dot, place)));
    parts.extend(percent.map(|percent| (1, dot, percent)));
    // The usual order is said where that costs nothing else its place.
    if let Screen::Search(search) = &state.history.here
        && (search.sort != Sort::Relevance || area.width >= 100)
    {
        parts.push((5, dot, lang.say(sort_word(search.sort)).to_owned()));
    }
    let marks = desk::marks(state).into_iter().map(str::to_owned);
    parts.extend(marks.chain(gather::marks(state)).map(|mark| (0, dot, mark)));
    let joined = |parts: &[(u8, &str, String)]| {
        let parts = parts.iter().enumerate();
        let part = |(i, (_, sign, text)): (usize, &(u8, &str, String))| match i {
            0 => text.clone(),
            _ => format!(" {sign} {text}"),
        };
        parts.map(part).collect::<String>()
    };
    while width(&joined(&parts)) > line.width
        && let Some(most) = parts.iter().map(|part| part.0).max().filter(|most| *most > 0)
    {
        parts.retain(|part| part.0 != most);
    }
    // Of the name itself the end is cut before anything behind it.
    let over = width(&joined(&parts)).saturating_sub(line.width);
    if let Some((.., name)) = parts.first_mut().filter(|_| over > 0) {
        *name = fit(name, width(name).saturating_sub(over), canvas.glyphs.cut).into_owned();
    }
    let left = joined(&parts);
    let rest = canvas.text(line, &left, theme.bar);
    if let Some([oldest, newest]) = dispatch::dates(state) {
        let long = lang.fill(w::TUI_DATES, &[("oldest", &oldest), ("newest", &newest)]);
        let short = lang.fill(w::TUI_DATE, &[("newest", &newest)]);
        let fits = |text: &&String| width(text) + 2 <= rest.width;
        let span = if oldest == newest {
            &[short][..]
        } else {
            &[long, short]
        };
        if let Some(says) = span.iter().find(fits) {
            canvas.text_right(rest, says, theme.bar);
        }
    }
}

/// A notice, or the keys that matter here.
fn footer(canvas: &mut Canvas<'_>, state: &State, area: Rect) {
    let theme = canvas.theme;
    if let Some(notice) = &state.notice {
        // A long sentence takes lines of the body rather than be cut.
        let lines = wrap(notice, area.width.saturating_sub(2));
        let over = u16::try_from(lines.len().saturating_sub(1))
            .unwrap_or(0)
            .min(area.y);
        let area = Rect::new(area.x, area.y - over, area.width, over + 1);
        canvas.buf.set_style(area, Style::reset());
        for (y, line) in (0..area.height).zip(lines) {
            let whole = row(area, y);
            canvas.text(whole, &" ".repeat(usize::from(whole.width)), theme.bar);
            canvas.text(indent(whole, 1), &line, theme.bar);
        }
        return;
    }
    let word = match dispatch::for_a_room(&state.history.here) {
        true => theme.text,
        false => theme.quiet,
    };
    for hint in hints::hints(state, area) {
        let rest = canvas.text(hint.area, &hint.key, theme.key);
        canvas.text(indent(rest, 1), hint.word, word);
    }
}
