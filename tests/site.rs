//! The site of an archive: whole, by itself, without what is not ours to give.

#![allow(clippy::unwrap_used)]

#[path = "support/made_up.rs"]
#[allow(dead_code)]
mod made_up;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const MOST: usize = 40_000;

fn sportello(home: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sportello"))
        .args(args)
        .current_dir(home)
        .env("SPORTELLO_CASA", home)
        .env("SPORTELLO_OGGI", "2026-11-30")
        .output()
        .unwrap()
}

/// An archive of so many projects of Prato, in a home.
fn archive(home: &Path, rows: usize) {
    let tables = home.join("tables");
    _ = fs::remove_dir_all(&tables);
    made_up::tables(&tables, rows);
    let args = [
        "importa",
        "tables",
        "--regione",
        "toscana",
        "--uscita",
        "a.sqlite",
    ];
    let said = sportello(home, &args);
    assert!(said.status.success(), "{said:?}");
}

fn home(rows: usize) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    archive(home.path(), rows);
    home
}

fn publish(home: &Path, more: &[&str]) -> Output {
    let args = ["pubblica", "fuori", "--sito", "--archivio", "a.sqlite"];
    sportello(home, &[&args[..], more].concat())
}

/// The files of a site, by their paths in it.
fn files(site: &Path) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    let mut folders = vec![site.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(site).unwrap().to_str().unwrap();
            out.insert(name.replace('\\', "/"), fs::read_to_string(&path).unwrap());
        }
    }
    out
}

/// The values of an attribute, as they are written, with quotes or without.
fn values<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let with = format!(" {name}=");
    let starts = html.match_indices(&with).map(|(at, _)| &html[at + with.len()..]);
    let value = |rest: &'a str| match rest.strip_prefix('"') {
        Some(rest) => rest.split('"').next().unwrap(),
        None => rest.split([' ', '>', '\n']).next().unwrap(),
    };
    starts.map(value).collect()
}

/// Where a way of a page leads, as a path in the site and what stands behind `#`.
fn target(from: &str, way: &str) -> (String, String) {
    let (path, part) = way.split_once('#').unwrap_or((way, ""));
    let mut out: Vec<&str> = from.split('/').collect();
    if path.is_empty() {
        return (from.to_owned(), part.to_owned());
    }
    out.pop();
    for piece in path.split('/') {
        match piece {
            ".." => assert!(out.pop().is_some(), "{from}: {way}"),
            piece => out.push(piece),
        }
    }
    (out.join("/"), part.to_owned())
}

#[test]
fn every_way_of_every_page_leads_to_a_file_of_the_site() {
    let home = home(130);
    let said = publish(home.path(), &["--titolare", "Regione <Prova> & \"C\""]);
    assert!(said.status.success(), "{said:?}");
    let site = files(&home.path().join("fuori/sito"));
    let mut led_to = BTreeSet::new();
    for (name, html) in site.iter().filter(|(name, _)| name.ends_with(".html")) {
        assert!(html.len() <= MOST, "{name}: {} bytes", html.len());
        let (lang, other) = if name.starts_with("en/") {
            ("en", "it")
        } else {
            ("it", "en")
        };
        assert!(html.contains(&format!("<html lang={lang}>")), "{name}");
        assert!(html.contains(&format!("hreflang={other}")), "{name}");
        assert_eq!(html.matches("<h1>").count(), 1, "{name}");
        assert!(
            html.contains("<meta name=\"description\" content=\"") && !html.contains("content=\"\""),
            "{name}"
        );
        assert!(
            html.contains("Regione &lt;Prova&gt; &amp; &quot;C&quot;"),
            "{name}"
        );
        // Dates of the data on every page.
        assert!(html.contains(" 30/06/2026, "), "{name}");
        // Nothing is loaded from elsewhere, and no script but ours, where one searches.
        for source in values(html, "src") {
            assert!(source.trim_start_matches("../") == "cerca.js", "{name}: {source}");
        }
        assert!(
            !html.contains(" style=") && !html.contains("<img") && !html.contains("<iframe"),
            "{name}"
        );
        for way in values(html, "href") {
            if way.starts_with("https://") {
                continue;
            }
            assert!(!way.contains(':') && !way.ends_with('/'), "{name}: {way}");
            let (path, part) = target(name, way);
            let there = site
                .get(&path)
                .unwrap_or_else(|| panic!("{name} leads to {way}, which is not there"));
            if !part.is_empty() {
                let id = [format!(" id={part}>"), format!(" id={part} ")];
                assert!(id.iter().any(|id| there.contains(id)), "{name}: {way}");
            }
            led_to.insert(path);
        }
    }
    // Every page is led to from another one, in both languages.
    let pages: BTreeSet<String> = site
        .keys()
        .filter(|name| name.ends_with(".html"))
        .cloned()
        .collect();
    let lost: Vec<&String> = pages.difference(&led_to).collect();
    assert!(lost.is_empty(), "{lost:?}");
    let (en, it): (Vec<&String>, Vec<&String>) = pages.iter().partition(|name| name.starts_with("en/"));
    let same = it
        .iter()
        .zip(&en)
        .all(|(it, en)| en.strip_prefix("en/") == Some(it));
    assert!(
        same && it.len() == en.len() && it.len() > 130 + 273 + 100,
        "{}",
        it.len()
    );
    // A list of more than one page.
    assert!(
        site.contains_key("l/comune-prato/2/index.html"),
        "{:?}",
        site.keys().take(40).collect::<Vec<_>>()
    );
    // Its styles take nothing from anywhere either.
    let style = &site["stile.css"];
    assert!(!style.contains("url(") && !style.contains("@import") && style.contains("@media print"));
}

#[test]
fn without_a_script_a_project_is_found_and_its_page_says_what_the_program_says() {
    let home = home(3);
    assert!(publish(home.path(), &[]).status.success());
    let site = files(&home.path().join("fuori/sito"));
    let search = &site["cerca/index.html"];
    for list in ["comuni", "misure", "mappa"] {
        assert!(
            search.contains(&format!("<a href=../{list}/index.html>")),
            "{list}"
        );
    }
    assert!(search.contains(" hidden data-root"), "the box needs its script");
    assert!(site["comuni/index.html"].contains("<a href=../c/100005/index.html>Prato: 3</a>"));
    let id = site
        .keys()
        .find_map(|name| name.strip_prefix("p/")?.split('/').next())
        .unwrap();
    assert!(site["c/100005/index.html"].contains(&format!("<a href=../../p/{id}/index.html>")));
    assert!(
        site["mappa/index.html"].contains("<svg") && site["mappa/index.html"].contains("1. Prato (PO): 3")
    );
    let page = &site[&format!("p/{id}/index.html")];
    let said = sportello(
        home.path(),
        &["scheda", id, "--formato", "html", "--archivio", "a.sqlite"],
    );
    let said = String::from_utf8(said.stdout).unwrap();
    let title = said.split_once("<h1>").unwrap().1.split_once("</h1>").unwrap().0;
    assert!(page.contains(&format!("<h1>{title}</h1>")), "{title}");
    for sentence in said
        .lines()
        .filter(|line| line.contains("<span class=\"e\">"))
        .take(3)
    {
        let text = sentence
            .trim_start_matches("<li>")
            .split(" <small>")
            .next()
            .unwrap();
        // The words of the glossary are ways there.
        let plain = page.replace("</a>", "");
        let plain: Vec<&str> = plain
            .split("<a href=")
            .map(|rest| rest.split_once('>').map_or(rest, |(_, text)| text))
            .collect();
        assert!(plain.concat().contains(text), "{text}");
    }
}

#[test]
fn made_again_it_is_the_same_and_has_no_page_that_the_archive_has_no_longer() {
    let home = home(5);
    let site = home.path().join("fuori/sito");
    assert!(publish(home.path(), &[]).status.success());
    let first = files(&site);
    fs::write(site.join("CNAME"), "dati.example.it").unwrap();
    fs::create_dir(site.join("p/altro")).unwrap();
    fs::write(site.join("p/altro/index.html"), "somebody's").unwrap();
    assert!(publish(home.path(), &[]).status.success());
    let mut again = files(&site);
    // What somebody else put there stays.
    assert_eq!(again.remove("CNAME").unwrap(), "dati.example.it");
    assert_eq!(again.remove("p/altro/index.html").unwrap(), "somebody's");
    assert!(again == first, "two runs of one day differ");
    archive(home.path(), 2);
    assert!(publish(home.path(), &[]).status.success());
    let fewer = files(&site);
    let projects =
        |files: &BTreeMap<String, String>| files.keys().filter(|name| name.starts_with("p/")).count();
    assert_eq!((projects(&first), projects(&fewer)), (5, 2 + 1));
    let gone = first
        .keys()
        .find(|name| name.starts_with("p/") && !fewer.contains_key(*name))
        .unwrap();
    assert!(!site.join(gone).parent().unwrap().exists(), "{gone}");
}

#[test]
fn a_folder_of_somebody_else_is_left_as_it_is() {
    let home = home(2);
    let site = home.path().join("fuori/sito");
    fs::create_dir_all(&site).unwrap();
    fs::write(site.join("index.html"), "<title>mine</title>").unwrap();
    let said = publish(home.path(), &[]);
    assert_eq!(said.status.code(), Some(3), "{said:?}");
    assert!(String::from_utf8(said.stderr).unwrap().contains("sito"));
    assert_eq!(files(&site).len(), 1);
    // A file in the way of a page, in a site of ours.
    fs::remove_file(site.join("index.html")).unwrap();
    assert!(publish(home.path(), &[]).status.success());
    let page: PathBuf = site.join("metodo/index.html");
    fs::write(&page, "mine").unwrap();
    assert_eq!(publish(home.path(), &[]).status.code(), Some(3));
    assert_eq!(fs::read_to_string(&page).unwrap(), "mine");
}

#[test]
fn hostile_names_end_no_element_and_no_script() {
    let home = tempfile::tempdir().unwrap();
    let place = "09;TOSCANA;100;PRATO;005;PRATO</title><script>alert(1)</script>`${x}";
    made_up::tables_of(&home.path().join("tables"), 2, place, "30/06/2026");
    let args = [
        "importa",
        "tables",
        "--regione",
        "toscana",
        "--uscita",
        "a.sqlite",
    ];
    assert!(sportello(home.path(), &args).status.success());
    let name = "</title><script>alert(1)</script>";
    assert!(publish(home.path(), &["--titolare", name]).status.success());
    let site = files(&home.path().join("fuori/sito"));
    for (path, html) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        assert!(!html.contains("alert(1)</script>"), "{path}");
        assert!(html.contains("&lt;/title&gt;&lt;script&gt;alert(1)"), "{path}");
        let scripts = html.matches("<script").count();
        let searches = [";", "cerca"]
            .iter()
            .any(|at| path.trim_start_matches("en/").starts_with(at));
        let is_start = path.trim_start_matches("en/") == "index.html";
        assert_eq!(scripts, usize::from(searches || is_start), "{path}");
    }
}

#[test]
fn the_list_of_the_search_has_every_project_and_nothing_that_runs() {
    let home = home(7);
    assert!(publish(home.path(), &[]).status.success());
    let site = files(&home.path().join("fuori/sito"));
    for path in ["cerca-dati.js", "en/cerca-dati.js"] {
        let list = &site[path];
        let projects = list
            .split_once("projects:`")
            .unwrap()
            .1
            .split_once('`')
            .unwrap()
            .0;
        assert_eq!(projects.lines().count(), 7, "{path}");
        let ids: BTreeSet<&str> = projects
            .lines()
            .map(|line| line.split('\t').nth(1).unwrap())
            .collect();
        let pages: BTreeSet<&str> = site
            .keys()
            .filter_map(|name| name.strip_prefix("p/")?.split('/').next())
            .collect();
        assert_eq!(ids, pages);
        assert!(list.starts_with("/* Sportello */\nSPORTELLO={\n") && list.ends_with("\n};\n"));
        assert_eq!(list.matches('`').count() % 2, 0);
    }
}

/// Where the settings know the site, every code to photograph leads there, in the language of its sheet,
/// and is still read.
#[test]
fn the_codes_lead_to_the_site_that_the_settings_name() {
    let home = home(2);
    let say = |args: &[&str]| {
        let output = sportello(home.path(), &[args, &["--archivio", "a.sqlite"]].concat());
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let comune = ["qr", "--comune", "Prato"];
    assert!(say(&comune).ends_with("https://openpnrr.it/territorio/100005\n"));
    let settings = home.path().join("impostazioni.toml");
    fs::write(&settings, "sito = \"https://pnrr.example.it/progetti/\"\n").unwrap();
    assert!(say(&comune).ends_with("https://pnrr.example.it/progetti/c/100005\n"));
    assert!(publish(home.path(), &[]).status.success());
    let site = files(&home.path().join("fuori/sito"));
    let id = site
        .keys()
        .find_map(|name| name.strip_prefix("p/")?.split('/').next())
        .unwrap();
    let address = format!("https://pnrr.example.it/progetti/p/{id}");
    assert!(say(&["qr", id]).ends_with(&format!("{address}\n")));
    assert!(say(&["stampa", id, "--formato", "html", "--uscita", "-"]).contains(&format!("QR: {address}\"")));
    let english = say(&[
        "stampa",
        id,
        "--formato",
        "html",
        "--uscita",
        "-",
        "--lingua",
        "en",
    ]);
    assert!(english.contains(&address.replace("/p/", "/en/p/")), "{english}");
    // The site itself names who says the official word, not itself.
    let page = &site[&format!("p/{id}/index.html")];
    assert!(page.contains("https://opencup.gov.it/") && !page.contains("pnrr.example.it"));
    let measure = [
        "stampa",
        "--misura",
        "M4C1I1.01.00",
        "--formato",
        "html",
        "--uscita",
        "-",
    ];
    assert!(say(&measure).contains("https://pnrr.example.it/progetti/m/M4C1I1.01.00"));
    // What is no address is told, and the program does without.
    fs::write(&settings, "sito = \"pnrr.example.it\"\n").unwrap();
    let output = sportello(home.path(), &[&comune[..], &["--archivio", "a.sqlite"]].concat());
    assert!(String::from_utf8(output.stderr).unwrap().contains("riga 1"));
    assert!(String::from_utf8(output.stdout).unwrap().contains("openpnrr.it"));
}
