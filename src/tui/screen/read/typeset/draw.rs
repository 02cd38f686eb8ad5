//! Draws one line of a page.

use super::{Kind, Line, left};
use crate::lang::{Word, w};
use crate::model::Evidence;
use crate::tui::theme::Role;
use crate::tui::widget::{Canvas, indent};
use ratatui::layout::Rect;

pub fn draw(canvas: &mut Canvas<'_>, area: Rect, line: &Line, selected: bool) {
    let (theme, glyphs, lang) = (canvas.theme, canvas.glyphs, canvas.lang);
    match line.kind {
        Kind::Title => _ = canvas.text(area, &line.text, theme.title),
        Kind::Quiet => _ = canvas.text(area, &line.text, theme.quiet),
        Kind::Heading => _ = canvas.text(area, &line.text, theme.heading),
        _ => {}
    }
    if matches!(line.kind, Kind::Title | Kind::Quiet | Kind::Heading | Kind::Blank) {
        return;
    }
    canvas.text(area, &line.side, theme.heading);
    let area = indent(area, left(area.width));
    let role = |own| if selected { theme.selected } else { own };
    let text = indent(area, 2);
    if selected {
        canvas.fill(text, theme.selected);
        if line.first {
            canvas.text(area, glyphs.selected, theme.focus);
        }
    }
    match &line.kind {
        Kind::Claim(evidence) => {
            let own = claim_role(canvas, *evidence);
            canvas.text(text, glyphs.evidence(*evidence), role(theme.quiet));
            canvas.text(indent(text, 2), &line.text, role(own));
        }
        Kind::Next(evidence) => {
            let own = claim_role(canvas, *evidence);
            canvas.text(indent(text, 2), &line.text, role(own));
        }
        Kind::TableHead => _ = canvas.text(text, &line.text, theme.heading),
        Kind::Why => _ = canvas.text(indent(text, 4), &line.text, role(theme.quiet)),
        Kind::Pair(columns, name) => {
            canvas.text(text, name, role(theme.quiet));
            canvas.text(indent(text, columns + 2), &line.text, role(theme.text));
        }
        Kind::Link => {
            if line.first {
                canvas.text(text, glyphs.link, role(theme.key));
            }
            canvas.text(indent(text, 2), &line.text, role(theme.key));
        }
        Kind::Legend(first, second) => {
            let mut rest = text;
            for evidence in [*first, *second] {
                let word = lang.say(evidence_word(evidence));
                canvas.text(rest, glyphs.evidence(evidence), theme.quiet);
                canvas.text(indent(rest, 2), word, theme.quiet);
                rest = indent(rest, LEGEND);
            }
        }
        _ => _ = canvas.text(text, &line.text, role(theme.text)),
    }
}

/// Columns of one mark and its word.
const LEGEND: u16 = 14;

/// The word for how a sentence is known.
fn evidence_word(evidence: Evidence) -> Word {
    match evidence {
        Evidence::Observed => w::SHEET_OBSERVED,
        Evidence::Linked => w::SHEET_LINKED,
        Evidence::Derived => w::SHEET_DERIVED,
        Evidence::Missing => w::SHEET_MISSING,
    }
}

fn claim_role(canvas: &Canvas<'_>, evidence: Evidence) -> Role {
    match evidence {
        Evidence::Missing => canvas.theme.missing,
        _ => canvas.theme.text,
    }
}
