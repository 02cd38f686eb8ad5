//! A page as HTML, to read, to print and to hear: landmarks, headings in order, notes that lead to
//! their sources, no script, nothing from the network. By itself it is one file; among the pages of a
//! site its ways lead to them.

mod blocks;
mod ties;

pub use blocks::escaped;
pub use ties::Ties;

use super::marks::Marks;
use super::page::{Block, Page, Part, PartId};
use blocks::Writer;

const STYLE: &str = "body{font:14pt/1.4 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#000;background:#fff;overflow-wrap:break-word}\
h1{font-size:1.6em}h2{font-size:1.2em;margin-bottom:.2em}h3{font-size:1em}ul{margin-top:0;padding-left:1.2em}\
small{color:#333}a{color:#003d99}footer{border-top:1px solid #888;margin-top:2em}\
table{border-collapse:collapse;font-size:.85em}td,th{border-bottom:1px solid #888;padding:.2em .6em;text-align:left}\
tbody th{font-weight:normal}footer{position:relative}footer:has(svg){padding-right:160px;min-height:150px}svg{position:absolute;top:.5em;right:0}.sheet .e{display:none}.r{text-align:right}.blank{border-bottom:1px solid;padding-top:.8em;min-height:1.2em}\
@page{size:A4;margin:9mm 12mm}@media print{body{font:12pt/1.18 'Atkinson Hyperlegible Next',Arial,Helvetica,sans-serif;margin:0;max-width:none;padding:0}h1{font-size:17pt;margin:0 0 .2em}h2,h3{font-size:12pt;margin:.3em 0 0}p,ul,footer{margin:0}footer:has(svg){padding-right:38mm}.blank{padding-top:.5em}ul{list-style:none;padding:0}small{font-size:1em;color:#000}a{color:#000;text-decoration:none}h2,h3,tr{break-inside:avoid}h2,h3{break-after:avoid}}";

impl Page {
    /// The page as one file of HTML.
    pub fn html(&self) -> String {
        let title = escaped(&self.title);
        let lang = self.lang.code();
        let on_one_sheet = self.part(PartId::Colophon).is_some();
        let class = if on_one_sheet { " class=\"sheet\"" } else { "" };
        let mut out = format!(
            "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"generator\" content=\"Sportello\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body{class}>\n<header>\n<h1>{title}</h1>\n"
        );
        for note in &self.under {
            let note = escaped(&note.line(Marks::Words, self.lang));
            out.push_str(&format!("<p>{note}</p>\n"));
        }
        out.push_str("</header>\n<main>\n");
        let mut in_main = true;
        let mut writer = Writer::new(self.lang, None);
        let parts = self.parts.iter().enumerate();
        for (at, part) in parts.filter(|(_, part)| part.id.on_paper()) {
            if in_main && part.id.is_small_print() {
                writer.out.push_str("</main>\n<footer>\n");
                in_main = false;
            }
            put_part(&mut writer, at, part);
        }
        out.push_str(&writer.out);
        out.push_str(if in_main { "</main>\n" } else { "</footer>\n" });
        out.push_str("</body>\n</html>\n");
        out
    }

    /// The parts of the page as HTML for a site: those of the screen without drawings, with ways to
    /// the pages that the site has, and the small print last.
    pub fn html_among(&self, ties: &Ties<'_>) -> String {
        let mut writer = Writer::new(self.lang, Some(ties));
        let mut parts: Vec<(usize, &Part)> = self.parts.iter().enumerate().collect();
        parts.retain(|(_, part)| part.id.on_web());
        parts.sort_by_key(|(_, part)| part.id.is_small_print());
        for (at, part) in parts {
            put_part(&mut writer, at, part);
        }
        writer.out
    }
}

/// A part with a heading is a section that bears its name; in a site, where every byte stands
/// thousands of times, the heading does.
fn put_part(writer: &mut Writer<'_>, at: usize, part: &Part) {
    let shown: Vec<&Block> = part.blocks.iter().filter(|block| writer.has(block)).collect();
    let is_among = writer.is_among();
    if shown.is_empty() && is_among {
        return;
    }
    let named = !part.heading.is_empty();
    let has_table = shown.iter().any(|block| matches!(block, Block::Table(_)));
    let named_by_id = named && (!is_among || has_table);
    if named {
        let (level, heading) = (part.id.level(), escaped(&part.heading));
        let id = if named_by_id {
            format!(" id=\"p{at}\"")
        } else {
            String::new()
        };
        if !is_among {
            writer
                .out
                .push_str(&format!("<section aria-labelledby=\"p{at}\">\n"));
        }
        writer
            .out
            .push_str(&format!("<h{level}{id}>{heading}</h{level}>\n"));
    }
    let mut open = false;
    for block in shown {
        let item = writer.is_item(block);
        if item != open {
            writer.out.push_str(if item { "<ul>\n" } else { "</ul>\n" });
            open = item;
        }
        writer.put(block, named_by_id.then_some(at));
    }
    if open {
        writer.out.push_str("</ul>\n");
    }
    if named && !is_among {
        writer.out.push_str("</section>\n");
    }
}
