//! A sheet as one plain HTML page, for print: no script, nothing from the network.

use super::text::{Marks, mark};
use super::{Block, Sheet};

const STYLE: &str = "body{font:14pt/1.4 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#000;background:#fff}\
h1{font-size:1.6em}h2{font-size:1.2em;margin-bottom:.2em}h3{font-size:1em}ul{margin-top:0;padding-left:1.2em}\
small{color:#333}table{border-collapse:collapse;font-size:.85em}td,th{border-bottom:1px solid #888;padding:.2em .6em;text-align:left}\
.r{text-align:right}@media print{body{margin:0}h2,tr{break-inside:avoid;break-after:avoid}}";

impl Sheet {
    pub fn html(&self) -> String {
        let title = escape(&self.title);
        let lang = self.lang.code();
        let mut out = format!(
            "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        );
        let mut open = false;
        for block in &self.blocks {
            let item = matches!(block, Block::Claim { .. } | Block::Note(_));
            if item != open {
                out.push_str(if item { "<ul>\n" } else { "</ul>\n" });
                open = item;
            }
            match block {
                Block::Heading { level, text } => {
                    out.push_str(&format!("<h{level}>{}</h{level}>\n", escape(text)));
                }
                Block::Paragraph(text) => out.push_str(&format!("<p>{}</p>\n", escape(text))),
                Block::Claim { claim, notes } => {
                    let word = mark(claim.evidence, Marks::Words, self.lang);
                    let notes: String = notes.iter().map(|n| format!(" [{n}]")).collect();
                    let text = escape(&claim.text);
                    out.push_str(&format!("<li>{text} <small>({word}){notes}</small></li>\n"));
                }
                Block::Note(text) => out.push_str(&format!("<li><small>{}</small></li>\n", escape(text))),
                Block::Table { head, rows, right } => table(&mut out, head, rows, right),
            }
        }
        if open {
            out.push_str("</ul>\n");
        }
        out.push_str("</body>\n</html>\n");
        out
    }
}

fn table(out: &mut String, head: &[String], rows: &[Vec<String>], right: &[bool]) {
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
