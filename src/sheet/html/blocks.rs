//! The blocks of a page as HTML.

use super::ties::Ties;
use crate::explain::Terms;
use crate::lang::{Lang, w};
use crate::sheet::marks::{Marks, mark};
use crate::sheet::note::Note;
use crate::sheet::page::{Block, Link, Table};
use crate::sheet::picture::Picture;
use crate::sheet::qr::Code;
use crate::sheet::subject::Subject;
use crate::sheet::text::before;
use crate::text::number::date_short;

/// Columns that fit on the narrowest telephone.
const NARROW: usize = 3;

/// A page that is being written.
pub(super) struct Writer<'a> {
    pub out: String,
    lang: Lang,
    ties: Option<&'a Ties<'a>>,
    /// Words that are tied to their page already: once a page is enough.
    tied: Vec<&'static str>,
}

impl<'a> Writer<'a> {
    pub fn new(lang: Lang, ties: Option<&'a Ties<'a>>) -> Writer<'a> {
        Writer {
            out: String::new(),
            lang,
            ties,
            tied: Vec::new(),
        }
    }

    /// Whether it is a page of a site.
    pub fn is_among(&self) -> bool {
        self.ties.is_some()
    }

    /// Whether a block is shown: a site has no drawings, and nothing of the desk.
    pub fn has(&self, block: &Block) -> bool {
        let Some(ties) = self.ties else { return true };
        match block {
            Block::Picture(_) => false,
            // Every source says its own day there.
            Block::Note(Note::Dates(Some(_))) => false,
            Block::Link(Link { to, .. }) => matches!(to, Subject::Search(_)) || (ties.to)(to).is_some(),
            _ => true,
        }
    }

    /// Whether a block stands in a list; the sentences of a site are paragraphs.
    pub fn is_item(&self, block: &Block) -> bool {
        match block {
            Block::Paragraph(_) | Block::Blank(_) | Block::Table(_) | Block::Picture(_) => false,
            Block::Claim(_) => !self.is_among(),
            _ => true,
        }
    }

    fn item(&mut self, text: &str) {
        self.out.push_str(&format!("<li>{text}</li>\n"));
    }

    /// Writes a block; a table is named by the heading of its part.
    pub fn put(&mut self, block: &Block, label: Option<usize>) {
        match block {
            Block::Paragraph(text) => {
                let text = self.sentence(text);
                self.out.push_str(&format!("<p>{text}</p>\n"));
            }
            Block::Blank(what) => {
                let what = escaped(&before(what));
                self.out.push_str(&format!("<p class=\"blank\">{what}</p>\n"));
            }
            Block::Claim(told) => {
                let word = mark(told.claim.evidence, Marks::Words, self.lang);
                let link = |n: &usize| format!(" <a href=\"#s{n}\">[{n}]</a>");
                let notes: String = told.notes.iter().map(link).collect();
                let text = self.sentence(&told.claim.text);
                match self.is_among() {
                    true => self
                        .out
                        .push_str(&format!("<p>{text} <i>({word}){notes}</i></p>\n")),
                    false => self.item(&format!(
                        "{text} <small><span class=\"e\">({word})</span>{notes}</small>"
                    )),
                }
            }
            Block::Note(note) => self.note(note),
            Block::Pairs(pairs) => {
                for (name, value) in pairs {
                    self.item(&format!("{}: {}", escaped(name), escaped(value)));
                }
            }
            Block::Link(link) => {
                let text = self.link(&link.text, &link.to);
                self.item(&text);
            }
            // A wide table is moved inside its own frame, also by keyboard.
            Block::Table(it) if self.is_among() && it.head.len() > NARROW => {
                let named = label.map_or_else(String::new, |at| format!(" aria-labelledby=\"p{at}\""));
                self.out.push_str(&format!(
                    "<div class=\"t\" role=\"region\" tabindex=\"0\"{named}>\n"
                ));
                table(&mut self.out, it, label);
                self.out.push_str("</div>\n");
            }
            Block::Table(it) => table(&mut self.out, it, label),
            Block::Picture(Picture::Code(code)) => square(&mut self.out, code, self.lang),
            Block::Picture(_) => {}
        }
    }

    fn note(&mut self, note: &Note) {
        let line = note.line(Marks::Words, self.lang);
        match note {
            // The page of the table says who publishes it, and under which licence.
            Note::Source { number, cited } if self.is_among() => {
                let undated = || self.lang.say(w::SHEET_UNDATED).to_owned();
                let date = cited.date.map_or_else(undated, date_short);
                let line = format!("{number}. {}, {date}", cited.table);
                let line = self.link(&line, &Subject::Source(cited.id));
                self.out.push_str(&format!("<li id=\"s{number}\">{line}</li>\n"));
            }
            Note::Source { number, .. } => {
                let line = escaped(&line);
                self.out
                    .push_str(&format!("<li id=\"s{number}\"><small>{line}</small></li>\n"));
            }
            _ => self.item(&format!("<small>{}</small>", escaped(&line))),
        }
    }

    /// A text that leads to the page of a subject, where there is one.
    fn link(&self, text: &str, to: &Subject) -> String {
        let text = escaped(text);
        match self.ties.and_then(|ties| (ties.to)(to)) {
            Some(address) => anchor(&address, &text),
            None => text,
        }
    }

    /// A sentence: in a site its words of the glossary and its addresses are ways.
    fn sentence(&mut self, text: &str) -> String {
        let Some(ties) = self.ties else {
            return escaped(text);
        };
        let mut ways = words(text, ties, &mut self.tied);
        ways.extend(addresses(text));
        ways.sort_by_key(|(from, ..)| *from);
        let (mut out, mut done) = (String::with_capacity(text.len() + 80), 0);
        for (from, to, address) in ways {
            if from < done {
                continue;
            }
            out += &escaped(&text[done..from]);
            out += &anchor(&address, &escaped(&text[from..to]));
            done = to;
        }
        out + &escaped(&text[done..])
    }
}

fn anchor(address: &str, text: &str) -> String {
    format!("<a href=\"{}\">{text}</a>", escaped(address))
}

/// From where to where in a text a way goes, and where it leads.
type Span = (usize, usize, String);

/// The words of the glossary that a page has not yet tied to their pages.
fn words(text: &str, Ties { to, terms }: &Ties<'_>, tied: &mut Vec<&'static str>) -> Vec<Span> {
    let terms: &Terms = terms;
    let mut out = Vec::new();
    for (range, entry) in terms.find(text) {
        if tied.contains(&entry.id) {
            continue;
        }
        if let Some(address) = to(&Subject::Word(entry.id)) {
            tied.push(entry.id);
            out.push((range.start, range.end, address));
        }
    }
    out
}

/// The addresses of the web in a text.
fn addresses(text: &str) -> Vec<Span> {
    let starts = text.match_indices("https://").map(|(at, _)| at);
    let span = |from: usize| {
        let rest = &text[from..];
        let end = rest.find([' ', '»', ')', ']', '<', '"']).unwrap_or(rest.len());
        let address = rest[..end].trim_end_matches(['.', ',', ';', ':']);
        (from, from + address.len(), address.to_owned())
    };
    starts.map(span).collect()
}

/// A code to photograph, drawn.
fn square(out: &mut String, code: &Code, lang: Lang) {
    let says = escaped(&lang.fill(w::PAPER_CODE, &[("text", &code.text)]));
    let side = code.side();
    let runs = code.runs().into_iter();
    let path: String = runs
        .map(|(x, y, length)| format!("M{x} {y}h{length}v1h-{length}z"))
        .collect();
    out.push_str(&format!(
        "<svg role=\"img\" aria-label=\"{says}\" viewBox=\"0 0 {side} {side}\" width=\"140\" height=\"140\">\
         <rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path d=\"{path}\"/></svg>\n"
    ));
}

/// A table whose first cells name their rows, named itself by the heading of its part.
fn table(out: &mut String, Table { head, rows, right }: &Table, label: Option<usize>) {
    let row = |cells: &[String], first: &str, rest: &str| {
        let cells = cells.iter().enumerate().map(|(i, cell)| {
            let of_figures = right.get(i).copied().unwrap_or_default();
            let class = if of_figures { " class=\"r\"" } else { "" };
            let tag = if i == 0 { first } else { rest };
            let end = tag.split(' ').next().unwrap_or_default();
            format!("<{tag}{class}>{}</{end}>", escaped(cell))
        });
        format!("<tr>{}</tr>\n", cells.collect::<String>())
    };
    let label = label.map_or_else(String::new, |at| format!(" aria-labelledby=\"p{at}\""));
    let col = "th scope=\"col\"";
    out.push_str(&format!(
        "<table{label}>\n<thead>\n{}</thead>\n<tbody>\n",
        row(head, col, col)
    ));
    for cells in rows {
        out.push_str(&row(cells, "th scope=\"row\"", "td"));
    }
    out.push_str("</tbody>\n</table>\n");
}

/// A text as HTML.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
    out
}
