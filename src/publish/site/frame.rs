//! What stands around a page: who publishes, the other pages, the way back, the other language, and
//! below it the dates and what the law asks for.

use super::way::{FILE, up, way};
use crate::lang::{Lang, Word, w};
use crate::sheet::address::root;
use crate::sheet::html::escaped;
use crate::sheet::{Block, Marks, Page};
use crate::snapshot::Catalogue;
use crate::text::number;
use jiff::civil::Date;

/// A step of the way to a page.
#[derive(Clone, Debug)]
pub(super) struct Crumb {
    pub text: String,
    pub path: String,
}

impl Crumb {
    /// A step by its name and its path.
    pub fn new(text: &str, path: &str) -> Crumb {
        let (text, path) = (text.to_owned(), path.to_owned());
        Crumb { text, path }
    }

    /// The first page.
    pub fn start(lang: Lang) -> Crumb {
        Crumb::new(lang.say(w::SITE_START), "")
    }

    /// The list of the comuni.
    pub fn comuni(lang: Lang) -> Crumb {
        Crumb::new(lang.say(w::SITE_COMUNI), "comuni")
    }
}

/// A page, where it stands, and what is its own around it.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub path: String,
    pub page: Page,
    pub crumbs: Vec<Crumb>,
    /// HTML between the heading and the parts, the search or the map, and what ends it.
    pub before: String,
    pub after: String,
    /// The pages before and after it, of a list.
    pub earlier: Option<String>,
    pub later: Option<String>,
}

impl Sheet {
    /// A page without anything, at a path.
    pub fn new(path: String) -> Sheet {
        Sheet {
            path,
            page: Page::new("", Lang::It),
            crumbs: Vec::new(),
            before: String::new(),
            after: String::new(),
            earlier: None,
            later: None,
        }
    }
}

/// The pages that every page leads to: at its head, and below it.
const HEAD: &[(&str, Word)] = &[
    ("cerca", w::SITE_SEARCH),
    ("comuni", w::SITE_COMUNI),
    ("misure", w::SITE_MEASURES),
    ("mappa", w::SITE_MAP),
    ("parole", w::SITE_WORDS),
    ("domande", w::SITE_QUESTIONS),
    ("dati", w::SCREEN_DATA_TITLE),
];
const FOOT: &[(&str, Word)] = &[
    ("metodo", w::SITE_METHOD_TITLE),
    ("accessibilita", w::SITE_ACCESS_TITLE),
    ("privacy", w::SITE_PRIVACY_TITLE),
];

/// What is the same around all pages of a language.
pub(super) struct Frame {
    lang: Lang,
    holder: String,
    brand: String,
    /// From when to when the data are, and the day of the pages.
    small: String,
}

impl Frame {
    /// What the archive, its publisher and the day say on every page.
    pub fn new(catalogue: &Catalogue, lang: Lang, holder: &str, today: Date) -> Frame {
        let brand = match (catalogue.region, catalogue.region_name.as_str()) {
            (Some(_), region) => lang.fill(w::SITE_BRAND, &[("region", region)]),
            (None, _) => lang.say(w::SITE_BRAND_NATION).to_owned(),
        };
        let (oldest, newest) = catalogue.dates();
        let day = |day: Option<Date>| day.map_or_else(String::new, number::date_short);
        let values = [
            ("oldest", &*day(oldest)),
            ("newest", &day(newest)),
            ("today", &number::date_short(today)),
        ];
        let small = match newest {
            Some(_) => lang.fill(w::SITE_DATES, &values),
            None => lang.fill(w::SITE_NO_DATES, &values[2..]),
        };
        Frame {
            lang,
            holder: holder.to_owned(),
            brand,
            small,
        }
    }

    /// The page with its parts, as a file.
    pub fn html(&self, sheet: &Sheet, parts: &str) -> String {
        let (lang, from, page) = (self.lang, sheet.path.as_str(), &sheet.page);
        let say = |word: Word| escaped(lang.say(word));
        let (brand, title) = (escaped(&self.brand), escaped(&page.title));
        let up = up(from);
        // The styles are at the root of the site, beside the pages in Italian.
        let base = match lang {
            Lang::It => up.clone(),
            Lang::En => format!("{up}../"),
        };
        let of = |other: Lang| {
            let path = way("", from);
            format!("{base}{}{path}", root(other))
        };
        let other = lang.other();
        let mut out = format!(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n\
             <meta name=\"generator\" content=\"Sportello\">\n<title>{title} - {brand}</title>\n\
             <meta name=\"description\" content=\"{}\">\n<link rel=\"stylesheet\" href=\"{base}stile.css\">\n\
             <link rel=\"alternate\" hreflang=\"{other}\" href=\"{}\">\n</head>\n<body>\n",
            lang.code(),
            escaped(&described(page)),
            of(other),
        );
        out += &format!(
            "<a class=\"skip\" href=\"#main\">{}</a>\n<header>\n<div class=\"slim\"><div class=\"in\"><span>{}</span>\
             <a href=\"{}\" hreflang=\"{other}\" lang=\"{other}\">{}</a></div></div>\n\
             <div class=\"top\"><div class=\"in\"><p class=\"name\"><a href=\"{up}{FILE}\">{brand}</a></p>\n\
             <nav aria-label=\"{}\">{}</nav></div></div>\n</header>\n",
            say(w::SITE_SKIP),
            escaped(&self.holder),
            of(other),
            say(w::SITE_OTHER),
            say(w::SITE_MENU),
            self.menu(HEAD, from),
        );
        out += &self.crumbs(sheet);
        out += &format!("<main id=\"main\">\n<h1>{title}</h1>\n");
        for note in &page.under {
            let note = escaped(&note.line(Marks::Words, lang));
            out += &format!("<p class=\"under\">{note}</p>\n");
        }
        out += &sheet.before;
        out += parts;
        out += &sheet.after;
        out += &self.turning(sheet);
        out += &format!(
            "</main>\n<footer class=\"foot\"><div class=\"in\">\n<nav aria-label=\"{}\">{}</nav>\n<p>{}</p>\n</div></footer>\n</body>\n</html>\n",
            say(w::SITE_FOOTER),
            self.menu(FOOT, from),
            escaped(&self.small),
        );
        slim(&out)
    }

    fn menu(&self, pages: &[(&str, Word)], from: &str) -> String {
        let item = |(path, word): &(&str, Word)| {
            let current = if from == *path {
                " aria-current=\"page\""
            } else {
                ""
            };
            let (to, text) = (way(from, path), escaped(self.lang.say(*word)));
            format!("<li><a href=\"{to}\"{current}>{text}</a></li>")
        };
        format!("<ul>{}</ul>", pages.iter().map(item).collect::<String>())
    }

    fn crumbs(&self, sheet: &Sheet) -> String {
        if sheet.crumbs.is_empty() {
            return String::new();
        }
        let step = |crumb: &Crumb| {
            let to = way(&sheet.path, &crumb.path);
            format!("<li><a href=\"{to}\">{}</a></li>", escaped(&crumb.text))
        };
        let steps: String = sheet.crumbs.iter().map(step).collect();
        let label = escaped(self.lang.say(w::SITE_PATH));
        format!("<nav class=\"crumbs in\" aria-label=\"{label}\"><ol>{steps}</ol></nav>\n")
    }

    /// The ways to the pages before and after it.
    fn turning(&self, sheet: &Sheet) -> String {
        let link = |to: &Option<String>, word: Word, rel: &str| {
            let address = way(&sheet.path, to.as_deref()?);
            let text = escaped(self.lang.say(word));
            Some(format!("<a rel=\"{rel}\" href=\"{address}\">{text}</a>\n"))
        };
        let ways = [
            link(&sheet.earlier, w::SITE_LIST_BEFORE, "prev"),
            link(&sheet.later, w::SITE_LIST_AFTER, "next"),
        ];
        let ways: String = ways.into_iter().flatten().collect();
        let label = escaped(self.lang.say(w::SITE_LIST));
        match ways.is_empty() {
            true => ways,
            false => format!("<nav class=\"pages\" aria-label=\"{label}\">{ways}</nav>\n"),
        }
    }
}

/// A page that leads to another one at once.
pub(super) fn moved(to: &str, lang: Lang) -> String {
    let text = escaped(lang.say(w::SITE_MOVED));
    format!(
        "<!DOCTYPE html>\n<html lang={lang}>\n<meta charset=\"utf-8\">\n<meta name=\"generator\" content=\"Sportello\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={to}\">\n<title>{text}</title>\n<main><h1><a href={to}>{text}</a></h1></main>\n"
    )
}

/// The page without what HTML lets one leave out, ends of elements and quotes around plain values: they
/// would be a tenth of the site. No text has a tag, for in a text `<` is written otherwise.
fn slim(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        let (tag, behind) = after.split_once('>').unwrap_or((after, ""));
        match tag {
            "head" | "/head" | "body" | "/body" | "/html" | "/li" | "/p" | "/td" | "/th" | "/tr"
            | "/thead" | "/tbody" => {}
            tag => out.push_str(&unquoted(tag)),
        }
        rest = behind;
    }
    let out = out + rest;
    out.replace("\n\n", "\n").trim_end().to_owned() + "\n"
}

/// A tag whose plain values stand without quotes; not that which says whose the page is.
fn unquoted(tag: &str) -> String {
    let is_plain = |value: &str| {
        let plain = |c: char| c.is_ascii_alphanumeric() || "./#-_".contains(c);
        !value.is_empty() && value.chars().all(plain)
    };
    let mut out = String::from("<");
    for (at, piece) in tag.split('"').enumerate() {
        match at % 2 {
            1 if !is_plain(piece) || tag.starts_with("meta") => out += &format!("\"{piece}\""),
            _ => out.push_str(piece),
        }
    }
    out + ">"
}

/// A page in one line: what stands under its title, else its first sentence.
fn described(page: &Page) -> String {
    let under = page.under.first().map(|note| note.say(page.lang));
    let first = || {
        page.blocks().find_map(|block| match block {
            Block::Claim(told) => Some(told.claim.text.clone()),
            Block::Paragraph(text) => Some(text.clone()),
            _ => None,
        })
    };
    under.or_else(first).unwrap_or_else(|| page.title.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_left_out_is_and_no_text_is_changed() {
        let html = "<head>\n<meta name=\"a\" content=\"B\">\n</head>\n<p class=\"x\"><a href=\"../p/index.html\" title=\"due parole\">&lt;/p&gt; \"x\"</a></p>\n";
        assert_eq!(
            slim(html),
            "\n<meta name=\"a\" content=\"B\">\n<p class=x><a href=../p/index.html title=\"due parole\">&lt;/p&gt; \"x\"</a>\n"
        );
    }
}
