//! A page as one plain HTML page, to read, to print and to hear: landmarks, headings in order,
//! notes that lead to their sources, no script, nothing from the network.

use super::marks::{Marks, mark};
use super::note::Note;
use super::page::{Block, Page, Part, PartId, Table};
use super::picture::Picture;
use super::qr::Code;
use super::text::before;
use crate::lang::{Lang, w};

const STYLE: &str = "body{font:14pt/1.4 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#000;background:#fff;overflow-wrap:break-word}\
h1{font-size:1.6em}h2{font-size:1.2em;margin-bottom:.2em}h3{font-size:1em}ul{margin-top:0;padding-left:1.2em}\
small{color:#333}a{color:#003d99}footer{border-top:1px solid #888;margin-top:2em}\
table{border-collapse:collapse;font-size:.85em}td,th{border-bottom:1px solid #888;padding:.2em .6em;text-align:left}\
tbody th{font-weight:normal}footer{position:relative}footer:has(svg){padding-right:160px;min-height:150px}svg{position:absolute;top:.5em;right:0}.sheet .e{display:none}.r{text-align:right}.blank{border-bottom:1px solid;padding-top:.8em;min-height:1.2em}\
@page{size:A4;margin:9mm 12mm}@media print{body{font:12pt/1.18 'Atkinson Hyperlegible Next',Arial,Helvetica,sans-serif;margin:0;max-width:none;padding:0}h1{font-size:17pt;margin:0 0 .2em}h2,h3{font-size:12pt;margin:.3em 0 0}p,ul,footer{margin:0}footer:has(svg){padding-right:38mm}.blank{padding-top:.5em}ul{list-style:none;padding:0}small{font-size:1em;color:#000}a{color:#000;text-decoration:none}h2,h3,tr{break-inside:avoid}h2,h3{break-after:avoid}}";

impl Page {
    /// The page as HTML.
    pub fn html(&self) -> String {
        let title = escape(&self.title);
        let lang = self.lang.code();
        let on_one_sheet = self.part(PartId::Colophon).is_some();
        let class = if on_one_sheet { " class=\"sheet\"" } else { "" };
        let mut out = format!(
            "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"generator\" content=\"Sportello\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body{class}>\n<header>\n<h1>{title}</h1>\n"
        );
        for note in &self.under {
            let note = escape(&note.line(Marks::Words, self.lang));
            out.push_str(&format!("<p>{note}</p>\n"));
        }
        out.push_str("</header>\n<main>\n");
        let mut in_main = true;
        let parts = self.parts.iter().enumerate();
        for (at, part) in parts.filter(|(_, part)| part.id.on_paper()) {
            if in_main && part.id.is_small_print() {
                out.push_str("</main>\n<footer>\n");
                in_main = false;
            }
            self.put_part(at, part, &mut out);
        }
        out.push_str(if in_main { "</main>\n" } else { "</footer>\n" });
        out.push_str("</body>\n</html>\n");
        out
    }

    /// A part with a heading is a section that bears its name.
    fn put_part(&self, at: usize, part: &Part, out: &mut String) {
        let named = !part.heading.is_empty();
        if named {
            let (level, heading) = (part.id.level(), escape(&part.heading));
            out.push_str(&format!(
                "<section aria-labelledby=\"p{at}\">\n<h{level} id=\"p{at}\">{heading}</h{level}>\n"
            ));
        }
        let mut open = false;
        for block in &part.blocks {
            let item = !matches!(
                block,
                Block::Paragraph(_) | Block::Blank(_) | Block::Table(_) | Block::Picture(_)
            );
            if item != open {
                out.push_str(if item { "<ul>\n" } else { "</ul>\n" });
                open = item;
            }
            let label = named.then_some(at);
            self.put_block(block, label, out);
        }
        if open {
            out.push_str("</ul>\n");
        }
        if named {
            out.push_str("</section>\n");
        }
    }

    fn put_block(&self, block: &Block, label: Option<usize>, out: &mut String) {
        let mut item = |text: &str| out.push_str(&format!("<li>{text}</li>\n"));
        match block {
            Block::Paragraph(text) => out.push_str(&format!("<p>{}</p>\n", escape(text))),
            Block::Blank(what) => {
                out.push_str(&format!("<p class=\"blank\">{}</p>\n", escape(&before(what))));
            }
            Block::Claim(told) => {
                let word = mark(told.claim.evidence, Marks::Words, self.lang);
                let link = |n: &usize| format!(" <a href=\"#s{n}\">[{n}]</a>");
                let notes: String = told.notes.iter().map(link).collect();
                let text = escape(&told.claim.text);
                item(&format!(
                    "{text} <small><span class=\"e\">({word})</span>{notes}</small>"
                ));
            }
            Block::Note(note) => {
                let line = escape(&note.line(Marks::Words, self.lang));
                match note {
                    Note::Source { number, .. } => {
                        out.push_str(&format!("<li id=\"s{number}\"><small>{line}</small></li>\n"));
                    }
                    _ => item(&format!("<small>{line}</small>")),
                }
            }
            Block::Pairs(pairs) => {
                for (name, value) in pairs {
                    item(&format!("{}: {}", escape(name), escape(value)));
                }
            }
            Block::Link(link) => item(&escape(&link.text)),
            Block::Table(it) => table(out, it, label),
            Block::Picture(Picture::Code(code)) => square(out, code, self.lang),
            Block::Picture(_) => {}
        }
    }
}

/// A code to photograph, drawn.
fn square(out: &mut String, code: &Code, lang: Lang) {
    let says = escape(&lang.fill(w::PAPER_CODE, &[("text", &code.text)]));
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
            format!("<{tag}{class}>{}</{end}>", escape(cell))
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

fn escape(text: &str) -> String {
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
