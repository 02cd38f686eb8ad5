//! Archives that were made to harm, their digest made right again as anyone can: each is refused, or
//! read to its end, in little memory and time, and nothing is written.

use super::archive;
use jiff::civil::date;
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use sportello::app::{Archive, Ask, refusal};
use sportello::lang::Lang;
use sportello::model::{ProjectId, SourceId};
use sportello::sheet::{Format, Marks, Setting, Subject, format};
use sportello::snapshot::{OpenError, Snapshot};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

const PAGE: usize = 4096;
/// For one archive, in a build that is not optimised.
const SOON: Duration = Duration::from_secs(20);
/// Kilobytes of address space, code and stacks included.
const MEMORY: u64 = 1_200_000;
/// Edits of bytes.
const RANDOM: u64 = 600;

/// Makes the digest right again.
pub fn seal(bytes: &mut [u8]) {
    const MARK: &[u8] = b"sportello-sha256:";
    const DIGITS: usize = 64;
    let mark = memchr::memmem::find_iter(bytes, MARK).map(|at| at + MARK.len());
    let digits = |at: &usize| {
        bytes
            .get(*at..at + DIGITS)
            .is_some_and(|d| d.iter().all(u8::is_ascii_hexdigit))
    };
    if let Some(at) = mark.clone().find(digits) {
        bytes[at..at + DIGITS].fill(b'0');
        let sum = Sha256::digest(&*bytes);
        let sum: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
        bytes[at..at + DIGITS].copy_from_slice(sum.as_bytes());
    }
}

/// Numbers that are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }
}

/// Bytes changed at random, where it hurts: heads of pages, their pointers, lengths, whole pages.
fn shuffled(whole: &[u8], seed: u64) -> Vec<u8> {
    let mut chance = Chance(seed);
    let mut bytes = whole.to_vec();
    let pages = bytes.len() / PAGE;
    for _ in 0..=chance.below(24) {
        let page = chance.below(pages) * PAGE;
        let byte = chance.below(256) as u8;
        match chance.below(8) {
            0 => bytes[page + chance.below(PAGE)] = byte,
            1 => bytes[page + chance.below(12)] = byte,
            2 => bytes[page + 8 + chance.below(200)] = byte,
            // A length without end.
            3 => {
                let at = page + chance.below(PAGE - 9);
                bytes[at..at + 9].fill(0xff);
            }
            4 => {
                let from = chance.below(pages) * PAGE;
                bytes.copy_within(from..from + PAGE, page);
            }
            // A page of an inner node leads anywhere, also to itself.
            5 => {
                let to = (chance.below(pages + 2) as u32).to_be_bytes();
                let at = page + chance.below(PAGE - 4);
                bytes[at..at + 4].copy_from_slice(&to);
            }
            6 => bytes[24 + chance.below(76)] = byte,
            _ => bytes[page..page + PAGE].fill(byte),
        }
    }
    bytes
}

/// What SQL can do to it; each line one archive.
const STATEMENTS: &[&str] = &[
    "CREATE VIEW v AS SELECT 1",
    "CREATE TABLE more (x)",
    "CREATE INDEX i ON project (cup)",
    "CREATE TRIGGER t AFTER INSERT ON project BEGIN SELECT 1; END",
    "CREATE VIRTUAL TABLE f USING fts5 (x)",
    "CREATE VIRTUAL TABLE r USING rtree (id, a, b)",
    "DROP TABLE fact",
    "ALTER TABLE project ADD COLUMN more TEXT",
    "ALTER TABLE project ADD COLUMN more TEXT AS (randomblob(1000000000))",
    "DROP TABLE body; CREATE VIEW body AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
       SELECT printf('%.*c', 1000000, 'x') AS id, 'n' AS name, NULL AS tax_code, NULL AS form FROM n",
    "DROP TABLE fact; CREATE VIEW fact AS SELECT p.id AS project, 'name' AS kind, 0 AS seq, 'x' AS value,
       NULL AS number, 1 AS source, 'title' AS \"column\" FROM project p, project, project, project, project",
    "DROP TABLE words; CREATE TABLE words (project TEXT DEFAULT (randomblob(1000)), words TEXT)",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE project (nonsense' WHERE name = 'project'",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 1",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'project'",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'body')",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET name = 'other' WHERE name = 'project'",
    "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'meta'",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET type = 'view' WHERE name = 'place'",
    "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema SELECT * FROM sqlite_schema",
    "UPDATE project SET id = zeroblob(20)",
    "UPDATE project SET submeasure = 'no measure'",
    "UPDATE OR IGNORE project SET id = 'x' || id",
    "UPDATE project SET cup = char(27) || '[2J' || char(8238) || char(57345), local_code = char(0, 7, 155)",
    "UPDATE comune SET name = char(27) || ']0;x' || char(7) || name",
    "UPDATE comune SET code = '999999', province = 'xx'",
    "UPDATE comune SET population = -1",
    "UPDATE comune SET population = 1e300",
    "UPDATE measure SET name = printf('%.*c', 120000, 'x')",
    "UPDATE measure SET name = printf('%.*c', 5000000, 'x')",
    "UPDATE measure SET total = 9223372036854775807",
    "UPDATE amount SET cents = 9223372036854775807",
    "UPDATE amount SET cents = -9223372036854775807 - 1",
    "UPDATE amount SET cents = 'much'",
    "UPDATE amount SET source = 4294967295",
    "UPDATE amount SET source = -1",
    "UPDATE source SET date = '9999-12-31'",
    "UPDATE source SET date = '-9999-01-01'",
    "UPDATE source SET rows = -1",
    "UPDATE source SET columns = printf('%.*c', 120000, ';')",
    "UPDATE source SET url = 'javascript:alert(1)'",
    "UPDATE place SET comune = '052015', province = '100', address = printf('%.*c', 120000, 'via ')",
    "UPDATE place SET region = 'zz'",
    "UPDATE fact SET value = printf('%.*c', 120000, 'asilo ')",
    "UPDATE fact SET value = '<script>alert(1)</script>\"&'",
    "UPDATE fact SET kind = 'no such kind'",
    "UPDATE fact SET number = 1e308",
    "UPDATE body SET name = ''",
    "UPDATE body SET name = replace(printf('%.*c', 1000000, 'x'), 'x', char(769))",
    "UPDATE meta SET value = printf('%.*c', 120000, 'x') WHERE key = 'region_name'",
    "UPDATE meta SET value = char(27) || '[31m' WHERE key = 'region_name'",
    "UPDATE meta SET value = '99' WHERE key = 'region'",
    "DELETE FROM project",
    "DELETE FROM source",
    "DELETE FROM comune",
    "DELETE FROM body",
    "DELETE FROM measure",
    "DELETE FROM meta WHERE key LIKE 'region%'",
    "INSERT INTO alias SELECT id, 'aaaaaaaa' FROM project LIMIT 1",
    "INSERT INTO alias (project, value) VALUES ('aaaaaaaa', 'bbbbbbbb'), ('bbbbbbbb', 'aaaaaaaa')",
    // More rows, longer words and larger families than any archive has.
    "INSERT OR IGNORE INTO words SELECT id, printf('%.*c', 120000, 'a b ') FROM project LIMIT 1",
    "INSERT OR REPLACE INTO words WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)
       SELECT (SELECT id FROM project LIMIT 1), group_concat('w' || i, ' ') FROM n",
];

/// A project with more rows of a kind than it can have: what stands in them beside project and number.
const CROWDS: &[(&str, &str, &str)] = &[
    (
        "place",
        "seq, region, province, comune, address, source",
        "i, '09', '100', '100005', 'via ' || i, 1",
    ),
    (
        "fact",
        "kind, seq, value, source, \"column\"",
        "'name', i, 'Asilo ' || i, 1, 'title'",
    ),
    ("label", "kind, value, source", "'l' || i, 'x', 1"),
    (
        "phase",
        "code, name, end_planned, source",
        "'c' || i, 'Lavori', '2025-01-01', 1",
    ),
    (
        "tender",
        "seq, cig, pda, tasks, framework, base, award, source",
        "i, printf('9%09d', i), '', '', 0, 1000, 900 + i, 1",
    ),
    (
        "winner",
        "tender, seq, body, subcontractor, source",
        "1, i, (SELECT max(id) FROM body), 0, 1",
    ),
    (
        "winner",
        "tender, seq, body, subcontractor, source",
        "i, 1, (SELECT max(id) FROM body), 0, 1",
    ),
    (
        "target",
        "indicator, seq, planned, achieved, source",
        "'C' || i, 1, 10, 5, 1",
    ),
    (
        "candidature",
        "seq, ipa, amount, status, source",
        "i, 'c_' || i, 1000, 'A', 1",
    ),
    (
        "unread",
        "field, seq, value, source",
        "'funding.total', i, 'x' || i, 1",
    ),
    (
        "disagreement",
        "field, seq, kind, kept, kept_source, other, other_source",
        "'funding.total', i, 'contradiction', '100', 1, i, 2",
    ),
    ("alias", "value", "printf('%08d', i)"),
    ("seen", "source", "i"),
];

fn crowd(db: &Connection, (table, columns, values): (&str, &str, &str)) {
    const ROWS: usize = 40_000;
    db.execute_batch(&format!(
        "INSERT OR IGNORE INTO tender (project, seq, cig, pda, tasks, framework, base, award, source)
           VALUES ((SELECT min(id) FROM project), 1, '9123456789', '', '', 0, 1000, 900, 1);
         INSERT OR IGNORE INTO \"{table}\" (project, {columns}) WITH RECURSIVE n (i) AS
           (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < {ROWS})
         SELECT (SELECT min(id) FROM project), {values} FROM n"
    ))
    .unwrap_or_else(|error| panic!("{table}: {error}"));
}

/// Many long names of which one stands in for all: the file is a tenth of what a reader would hold.
fn shared() -> Vec<u8> {
    const NAMES: usize = 600;
    const SHORT: usize = 17_000;
    const LONG: usize = 120_000;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.sqlite");
    fs::write(&path, archive::bytes()).unwrap();
    let db = Connection::open(&path).unwrap();
    let names = format!(
        "PRAGMA journal_mode = OFF;
         INSERT INTO body (id, name) VALUES ('zzz', printf('%.*c', {LONG}, 'y'));
         WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {NAMES})
         INSERT INTO body (id, name) SELECT printf('zz%04d', i), printf('%.*c', {SHORT}, 'x') FROM n"
    );
    db.execute_batch(&names).unwrap();
    drop(db);
    let mut bytes = fs::read(&path).unwrap();
    // The first page of the long name's tail is the one behind its cell.
    let at = memchr::memmem::find(&bytes, b"zzzyyyy").unwrap();
    let local = bytes[at + 3..].iter().take_while(|b| **b == b'y').count();
    let pointer = bytes[at + 3 + local..at + 7 + local].to_vec();
    let lengths = |text: usize| {
        let varint = |n: usize| [0x80 | (n >> 14) as u8, 0x80 | (n >> 7) as u8, n as u8 & 0x7f];
        varint(13 + 2 * text)
    };
    let (short, long) = (lengths(SHORT), lengths(LONG));
    let cells: Vec<usize> = memchr::memmem::find_iter(&bytes, b"xxxxxxxx")
        .filter(|at| bytes[at - 6..*at].starts_with(b"zz"))
        .collect();
    // Some stand twice: once in what a page holds no more.
    assert!(cells.len() >= NAMES, "{}", cells.len());
    for at in cells {
        let Some(head) = (at - 20..at).rev().find(|i| bytes[*i..].starts_with(&short)) else {
            continue;
        };
        bytes[head..head + 3].copy_from_slice(&long);
        // The length of the whole payload stands before its header.
        let payload = head - 5;
        let grown = |b: &[u8]| (b[0] as usize & 0x7f) << 14 | (b[1] as usize & 0x7f) << 7 | b[2] as usize;
        let n = grown(&bytes[payload..]) + LONG - SHORT;
        bytes[payload..payload + 3].copy_from_slice(&[
            0x80 | (n >> 14) as u8,
            0x80 | (n >> 7) as u8,
            n as u8 & 0x7f,
        ]);
        let end = at + bytes[at..].iter().take_while(|b| **b == b'x').count();
        bytes[end..end + 4].copy_from_slice(&pointer);
    }
    bytes
}

/// The archives, by name.
fn made(folder: &Path) -> Vec<PathBuf> {
    let whole = archive::bytes();
    let mut out = Vec::new();
    let mut put = |name: String, mut bytes: Vec<u8>| {
        seal(&mut bytes);
        let path = folder.join(name);
        fs::write(&path, bytes).unwrap();
        out.push(path);
    };
    for seed in 0..RANDOM {
        put(format!("bytes-{seed}.sqlite"), shuffled(&whole, seed));
    }
    let scratch = folder.join("scratch");
    let mut by_sql = |name: String, change: &dyn Fn(&Connection)| {
        fs::write(&scratch, &whole).unwrap();
        let db = Connection::open(&scratch).unwrap();
        db.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
            .unwrap();
        change(&db);
        drop(db);
        put(name, fs::read(&scratch).unwrap());
    };
    for (i, statement) in STATEMENTS.iter().enumerate() {
        // Some are refused already when they are made.
        by_sql(format!("sql-{i}.sqlite"), &|db| _ = db.execute_batch(statement));
    }
    for (i, rows) in CROWDS.iter().enumerate() {
        by_sql(format!("many-{i}-{}.sqlite", rows.0), &|db| crowd(db, *rows));
    }
    // A name of four million letters, in every row of a join.
    by_sql("join.sqlite".into(), &|db| {
        db.execute_batch("UPDATE body SET name = printf('%.*c', 120000, 'x')")
            .unwrap();
        crowd(db, CROWDS[5]);
    });
    put("shared.sqlite".into(), shared());
    out
}

/// Opens an archive and reads all that a person could ask of it; `Err` is the sentence of a refusal.
fn read(path: &Path) -> Result<usize, String> {
    let told = |error: OpenError| {
        let says = refusal(path, &error, Lang::It);
        let english = [
            "malformed",
            "Invalid",
            "column",
            "no such",
            "not a",
            "disk image",
            "memory",
            "interrupted",
        ];
        assert!(!english.iter().any(|word| says.contains(word)), "{says}");
        says
    };
    let archive = Archive::load(Snapshot::open(path).map_err(told)?).map_err(told)?;
    let setting = Setting {
        width: 80,
        marks: Marks::default(),
    };
    let catalogue = archive.catalogue();
    let subjects: Vec<Subject> = [Subject::Data, Subject::Source(SourceId(1)), Subject::News]
        .into_iter()
        .chain(catalogue.projects.iter().take(12).map(|p| Subject::Project(p.id)))
        .chain(ProjectId::parse("aaaaaaaa").map(Subject::Project))
        .chain(catalogue.comuni.keys().take(4).map(|c| Subject::Comune(*c)))
        .chain(
            catalogue
                .measures
                .iter()
                .take(4)
                .map(|m| Subject::Measure(m.code.to_string())),
        )
        .collect();
    let mut letters = 0;
    for subject in subjects {
        match archive.page(&subject, Lang::It, date(2026, 6, 1)) {
            Ok(Some(page)) => {
                let formats = [Format::Text, Format::Html, Format::Json, Format::Markdown];
                letters += formats
                    .map(|of| format(&page, of, setting).len())
                    .iter()
                    .sum::<usize>();
            }
            Ok(None) => {}
            Err(error) => drop(told(error)),
        }
    }
    for text in [
        "asilo girasole",
        "comune:prato importo>1000",
        "quanti soldi a pisa",
    ] {
        letters += archive
            .find(&Ask {
                limit: 50,
                ..Ask::whole(text)
            })
            .rows
            .len();
    }
    Ok(letters)
}

/// Not a test of its own: what the test below runs where memory, time and files are short.
#[test]
fn reader() {
    let Ok(list) = std::env::var("SPORTELLO_HOSTILE") else {
        return;
    };
    for path in fs::read_to_string(list).unwrap().lines() {
        println!("begins {path}");
        let start = Instant::now();
        let done = read(Path::new(path));
        let took = start.elapsed();
        let what = if done.is_ok() { "read" } else { "refused" };
        println!("ends {what} {} {path}", took.as_millis());
        assert!(took < SOON, "{path} took {took:?}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn no_archive_takes_memory_disk_or_time_or_speaks_english() {
    let folder = tempfile::tempdir().unwrap();
    let paths = made(folder.path());
    let lines: Vec<String> = paths.iter().map(|p| p.display().to_string()).collect();
    let list = folder.path().join("list");
    fs::write(&list, lines.join("\n")).unwrap();
    // No file may be written at all, also none that has no name.
    let limits = format!("ulimit -v {MEMORY}; ulimit -f 0; exec \"$0\" \"$@\"");
    let reader = Command::new("bash")
        .args(["-c", &limits])
        .arg(std::env::current_exe().unwrap())
        .args(["hostile::reader", "--exact", "--nocapture", "--test-threads=1"])
        .env("SPORTELLO_HOSTILE", &list)
        .env_remove("RUST_BACKTRACE")
        .output()
        .unwrap();
    let out = String::from_utf8_lossy(&reader.stdout);
    println!("{out}");
    let ends: Vec<&str> = out.lines().filter(|line| line.starts_with("ends ")).collect();
    let last = out.lines().rfind(|line| line.starts_with("begins "));
    let err = String::from_utf8_lossy(&reader.stderr);
    assert!(reader.status.success(), "{last:?}\n{err}");
    assert_eq!(ends.len(), paths.len());
    let refused = ends
        .iter()
        .filter(|line| line.starts_with("ends refused"))
        .count();
    println!("{} archives, {refused} refused", ends.len());
    assert!(refused > RANDOM as usize / 2, "{refused}");
    for name in ["shared", "sql-9.", "sql-0."] {
        assert!(
            ends.iter()
                .any(|line| line.contains("refused") && line.contains(name)),
            "{name}"
        );
    }
}
