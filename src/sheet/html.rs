//! A page as one plain HTML page, for print: no script, nothing from the network.

use super::marks::{Marks, mark};
use super::page::{Block, Page, Table};

const STYLE: &str = "body{font:14pt/1.4 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#000;background:#fff}\
h1{font-size:1.6em}h2{font-size:1.2em;margin-bottom:.2em}h3{font-size:1em}ul{margin-top:0;padding-left:1.2em}\
small{color:#333}table{border-collapse:collapse;font-size:.85em}td,th{border-bottom:1px solid #888;padding:.2em .6em;text-align:left}\
.r{text-align:right}@media print{body{margin:0}h2,tr{break-inside:avoid;break-after:avoid}}";

impl Page {
    /// The page as HTML.
    pub fn html(&self) -> String {
        let title = escape(&self.title);
        let lang = self.lang.code();
        let mut out = format!(
            "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        );
        if let Some(note) = &self.under {
            let note = escape(&note.line(Marks::Symbols, self.lang));
            out.push_str(&format!("<ul>\n<li><small>{note}</small></li>\n</ul>\n"));
        }
        for part in self.parts.iter().filter(|part| part.id.on_paper()) {
            if !part.heading.is_empty() {
                let level = part.id.level();
                out.push_str(&format!("<h{level}>{}</h{level}>\n", escape(&part.heading)));
            }
            let mut open = false;
            for block in &part.blocks {
                let item = !matches!(block, Block::Paragraph(_) | Block::Table(_) | Block::Picture(_));
                if item != open {
                    out.push_str(if item { "<ul>\n" } else { "</ul>\n" });
                    open = item;
                }
                self.put_html(block, &mut out);
            }
            if open {
                out.push_str("</ul>\n");
            }
        }
        out.push_str("</body>\n</html>\n");
        out
    }

    fn put_html(&self, block: &Block, out: &mut String) {
        let mut item = |text: &str| out.push_str(&format!("<li>{text}</li>\n"));
        match block {
            Block::Paragraph(text) => out.push_str(&format!("<p>{}</p>\n", escape(text))),
            Block::Claim(told) => {
                let word = mark(told.claim.evidence, Marks::Words, self.lang);
                let notes: String = told.notes.iter().map(|n| format!(" [{n}]")).collect();
                item(&format!(
                    "{} <small>({word}){notes}</small>",
                    escape(&told.claim.text)
                ));
            }
            Block::Note(note) => {
                let line = note.line(Marks::Symbols, self.lang);
                item(&format!("<small>{}</small>", escape(&line)));
            }
            Block::Pairs(pairs) => {
                for (name, value) in pairs {
                    item(&format!("{}: {}", escape(name), escape(value)));
                }
            }
            Block::Link(link) => item(&escape(&link.text)),
            Block::Table(it) => table(out, it),
            Block::Picture(_) => {}
        }
    }
}

fn table(out: &mut String, Table { head, rows, right }: &Table) {
    let row = |cells: &[String], tag: &str| {
        let cells = cells.iter().enumerate().map(|(i, cell)| {
            let class = if right.get(i).copied().unwrap_or_default() {
                " class=\"r\""
            } else {
                ""
            };
            format!("<{tag}{class}>{}</{tag}>", escape(cell))
        });
        format!("<tr>{}</tr>\n", cells.collect::<String>())
    };
    out.push_str("<table>\n");
    out.push_str(&row(head, "th"));
    for cells in rows {
        out.push_str(&row(cells, "td"));
    }
    out.push_str("</table>\n");
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
