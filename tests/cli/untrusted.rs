//! Nothing that a person names, gives or types can cost her a file, hold up the program or command
//! her terminal.

use super::{archive, sportello};
use sha2::{Digest, Sha256};
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Output;
use std::time::Duration;

/// No command may take longer on a file that it should refuse.
const SOON: Duration = Duration::from_secs(60);

fn run(home: &Path, args: &[&str]) -> (i32, String, String) {
    let output = sportello(home).args(args).timeout(SOON).output().unwrap();
    said(&output)
}

fn said(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (
        output.status.code().unwrap_or(-1),
        text(&output.stdout),
        text(&output.stderr),
    )
}

#[test]
fn an_output_never_replaces_what_is_not_ours() {
    let home = tempfile::tempdir().unwrap();
    let at = |name: &str| home.path().join(name).to_str().unwrap().to_owned();
    for (name, text) in [
        ("luoghi.csv", "CUP;Comune\n1;2\n"),
        ("lettera.doc", "Cara zia"),
        ("x.pdf", "%PDF-1.7 zia"),
    ] {
        fs::write(at(name), text).unwrap();
        for args in [
            &[
                "importa",
                &at("luoghi.csv"),
                "--regione",
                "toscana",
                "--uscita",
                &at(name),
            ][..],
            &["stampa", "--comune", "Prato", "--uscita", &at(name)],
        ] {
            let (code, _, err) = run(home.path(), args);
            assert_eq!(code, 3, "{args:?}: {err}");
            assert!(err.contains("non la tocco"), "{args:?}: {err}");
            assert_eq!(fs::read_to_string(at(name)).unwrap(), text, "{args:?}");
        }
    }
    // What is ours is written again.
    for _ in 0..2 {
        for form in ["pdf", "html"] {
            let file = at(&format!("foglio.{form}"));
            let (code, _, err) = run(
                home.path(),
                &[
                    "stampa",
                    "--comune",
                    "Prato",
                    "--formato",
                    form,
                    "--uscita",
                    &file,
                ],
            );
            assert_eq!(code, 0, "{form}: {err}");
        }
    }
    // A register is written into a folder that has none of its names, or that is one.
    fs::create_dir(at("cartella")).unwrap();
    fs::write(at("cartella/project.csv"), "mine").unwrap();
    let (code, _, err) = run(home.path(), &["registro", "--uscita", &at("cartella")]);
    assert_eq!(
        (
            code,
            fs::read_to_string(at("cartella/project.csv")).unwrap().as_str()
        ),
        (3, "mine"),
        "{err}"
    );
    for _ in 0..2 {
        assert_eq!(run(home.path(), &["registro", "--uscita", &at("registro")]).0, 0);
    }
}

#[test]
#[cfg(unix)]
fn pipes_devices_folders_and_circles_are_refused_at_once() {
    let home = tempfile::tempdir().unwrap();
    let at = |name: &str| home.path().join(name).to_str().unwrap().to_owned();
    let made = std::process::Command::new("mkfifo")
        .arg(at("canale"))
        .status()
        .unwrap();
    assert!(made.success());
    fs::create_dir(at("cartella")).unwrap();
    std::os::unix::fs::symlink(at("giro"), at("giro")).unwrap();
    for path in [at("canale"), at("giro"), at("cartella"), "/dev/zero".to_owned()] {
        let archive = ["dati", "--archivio", &path];
        let input = [
            "importa",
            &path,
            "--regione",
            "toscana",
            "--uscita",
            &at("nuovo.sqlite"),
        ];
        let output = [
            "importa",
            &at("niente.csv"),
            "--regione",
            "toscana",
            "--uscita",
            &path,
        ];
        let list = ["verifica", "--da", &path];
        let searches = ["cerca", "--da", &path];
        for args in [&archive[..], &input, &output, &list, &searches] {
            let (code, _, err) = run(home.path(), args);
            assert_eq!(code, 3, "{args:?}: {err}");
            for english in ["os error", "No such", "directory", "loop", "permessi"] {
                assert!(!err.contains(english), "{args:?}: {err}");
            }
        }
    }
    assert!(!Path::new(&at("nuovo.sqlite")).exists());
    // In a folder of tables, and where a register or the manual is written.
    fs::create_dir(at("tabelle")).unwrap();
    for name in [
        "tabelle/x.csv",
        "cartella/datapackage.json",
        "cartella/sportello.1",
    ] {
        let made = std::process::Command::new("mkfifo").arg(at(name)).status();
        assert!(made.unwrap().success());
    }
    for args in [
        &[
            "importa",
            &at("tabelle"),
            "--regione",
            "toscana",
            "--uscita",
            &at("nuovo.sqlite"),
        ][..],
        &["registro", "--uscita", &at("cartella")],
        &["manuale", "--man", "--uscita", &at("cartella")],
    ] {
        let (code, _, err) = run(home.path(), args);
        assert_eq!(code, 3, "{args:?}: {err}");
    }
    // Those of the person's own folder as well.
    for name in ["impostazioni.toml", "banco.db", "a.sqlite", "cache"] {
        let own = tempfile::tempdir().unwrap();
        let made = std::process::Command::new("mkfifo")
            .arg(own.path().join(name))
            .status()
            .unwrap();
        assert!(made.success());
        let command = if name == "banco.db" { "banco" } else { "dati" };
        let (code, _, err) = run(own.path(), &[command]);
        assert!(err.contains(name) || name == "cache", "{name}: {code}: {err}");
    }
}

#[test]
fn a_list_without_end_is_refused_and_not_cut() {
    let home = tempfile::tempdir().unwrap();
    let list = home.path().join("codici.txt");
    fs::write(&list, "J57H22001230006\n".repeat((16 << 20) / 16 + 1)).unwrap();
    let (code, out, err) = run(home.path(), &["verifica", "--da", list.to_str().unwrap()]);
    assert_eq!((code, out.as_str()), (3, ""), "{err}");
    assert!(err.contains("troppo grande"), "{err}");
    let settings = home.path().join("impostazioni.toml");
    fs::write(&settings, "# \n".repeat(1 << 19)).unwrap();
    let (code, _, err) = run(home.path(), &["glossario", "cup"]);
    assert!(code == 0 && err.contains("troppo grande"), "{code}: {err}");
}

/// Runs the program as somebody who is not root, whom a permission stops, on a folder of their own.
#[cfg(unix)]
fn as_nobody(folder: &Path, args: &[&str]) -> (i32, String, String) {
    use std::os::unix::fs::MetadataExt;
    use std::os::unix::process::CommandExt;
    let mut command = match fs::metadata("/proc/self").is_ok_and(|me| me.uid() == 0) {
        true => {
            let program = folder.join("sportello");
            if !program.exists() {
                fs::copy(env!("CARGO_BIN_EXE_sportello"), &program).unwrap();
                std::os::unix::fs::chown(folder, Some(NOBODY), Some(NOBODY)).unwrap();
            }
            let mut command = std::process::Command::new(program);
            command.uid(NOBODY).gid(NOBODY);
            command
        }
        false => std::process::Command::new(env!("CARGO_BIN_EXE_sportello")),
    };
    command.env("SPORTELLO_CASA", folder.join("casa"));
    said(&command.args(args).output().unwrap())
}

#[cfg(unix)]
const NOBODY: u32 = 65_534;

#[test]
#[cfg(unix)]
fn what_a_permission_stops_is_told_and_no_figure_stands_for_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("casa");
    let run = |args: &[&str]| as_nobody(folder.path(), args);
    assert_eq!(run(&["banco", "segna", "comune"]).0, 0);
    let set = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let file = home.join("banco.db");
    // A folder that cannot be entered, and a file that cannot be read.
    for (path, closed, open) in [
        (&home, 0o000, 0o700),
        (&home, 0o600, 0o700),
        (&file, 0o000, 0o600),
    ] {
        set(path, closed);
        for args in [&["banco"][..], &["banco", "segna", "comune"]] {
            let (code, out, err) = run(args);
            assert_eq!((code, out.as_str()), (3, ""), "{path:?} {args:?}: {err}");
            assert!(err.contains("banco.db: non avete il permesso"), "{err}");
        }
        set(path, open);
    }
    // What cannot be written can be read.
    for (path, closed, open) in [(&home, 0o500, 0o700), (&file, 0o400, 0o600)] {
        set(path, closed);
        assert!(run(&["banco"]).1.contains("Persone servite: 1 oggi"));
        let (code, _, err) = run(&["banco", "segna", "comune"]);
        assert!(code == 3 && err.contains("non si può scrivere"), "{code}: {err}");
        set(path, open);
    }
    // The archives of a folder that cannot be read, and one that cannot be read.
    fs::write(home.join("a.sqlite"), archive::bytes()).unwrap();
    set(&home.join("a.sqlite"), 0o000);
    let (code, out, err) = run(&["dati"]);
    assert!(code == 0 && out.contains("Toscana"), "{err}");
    assert!(err.contains("a.sqlite: non avete il permesso"), "{err}");
    set(&home, 0o000);
    let (code, _, err) = run(&["dati"]);
    assert!(code == 0 && err.contains("casa: non avete il permesso"), "{err}");
    set(&home, 0o700);
    assert!(run(&["banco"]).1.contains("Persone servite: 1 oggi"));
}

#[test]
#[cfg(target_os = "linux")]
fn a_standard_error_that_nobody_reads_ends_nothing() {
    let home = tempfile::tempdir().unwrap();
    let program = env!("CARGO_BIN_EXE_sportello");
    let shell = |line: &str| {
        let mut command = std::process::Command::new("sh");
        command.args(["-c", line]).env("SPORTELLO_CASA", home.path());
        command.env("PROGRAMMA", program).output().unwrap().status.code()
    };
    for (line, code) in [
        ("$PROGRAMMA verifica AAA 2>/dev/full >/dev/null", 1),
        ("$PROGRAMMA scheda XYZ 2>/dev/full", 1),
        ("$PROGRAMMA boh 2>/dev/full", 2),
        (
            "$PROGRAMMA importa /nulla --regione toscana --uscita x.sqlite 2>/dev/full",
            3,
        ),
        (
            "{ $PROGRAMMA comune zzzzzz; echo $? >&3; } 3>&1 2>&1 | { read first; cat >/dev/null; }",
            0,
        ),
    ] {
        assert_eq!(shell(line), Some(code), "{line}");
    }
}

#[test]
#[cfg(unix)]
fn no_program_is_run_to_learn_a_width() {
    use std::os::unix::fs::PermissionsExt;
    let home = tempfile::tempdir().unwrap();
    let (tools, run) = (home.path().join("bin"), home.path().join("run"));
    fs::create_dir(&tools).unwrap();
    let script = format!("#!/bin/sh\necho \"$0\" >>{}\necho 20\n", run.display());
    for name in ["tput", "stty", "resize", "locale", "uname"] {
        let tool = tools.join(name);
        fs::write(&tool, &script).unwrap();
        fs::set_permissions(&tool, fs::Permissions::from_mode(0o755)).unwrap();
    }
    for args in [
        &["dati"][..],
        &["manuale"],
        &["--aiuto"],
        &["semplice"],
        &["boh"],
        &[],
    ] {
        // A process group of its own, with no terminal to ask.
        let mut command = std::process::Command::new("/usr/bin/env");
        command
            .arg("setsid")
            .arg(env!("CARGO_BIN_EXE_sportello"))
            .args(args);
        command.stdin(std::process::Stdio::null());
        command.env("SPORTELLO_CASA", home.path());
        let path = format!("{}:{}", tools.display(), std::env::var("PATH").unwrap());
        command.env("PATH", path).output().unwrap();
        assert!(
            !run.exists(),
            "{args:?} ran {}",
            fs::read_to_string(&run).unwrap()
        );
    }
}

/// What a terminal could take for a command, or show otherwise than it is.
pub fn wild(text: &str) -> Option<char> {
    text.chars().find(|c| {
        *c != '\n' && c.is_control()
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{feff}' | '\u{fffd}' | '\u{e0000}'..='\u{e007f}')
    })
}

#[test]
#[cfg(unix)]
fn no_output_has_a_control_bidi_or_private_sign_whatever_is_typed() {
    use std::os::unix::ffi::OsStringExt;
    let home = tempfile::tempdir().unwrap();
    let typed: [&[u8]; 6] = [
        b"asilo \x1b[31mrosso\x07",
        "so\u{ad}ft \u{202e}odain \u{2066}x".as_bytes(),
        "\u{e001}\u{feff}\u{e0041}prato".as_bytes(),
        b"asilo \xff\xfe\xc3(",
        b"comune:\x1b]0;x\x07",
        b"--\xff\x1b[2J",
    ];
    for bytes in typed {
        for before in [
            &["cerca"][..],
            &["cerca", "--json"],
            &["cerca", "--csv"],
            &["scheda"],
            &["comune"],
            &["misura"],
            &["glossario"],
            &["domande"],
            &["manuale"],
            &["verifica"],
            &["dati", "--archivio"],
            &[],
        ] {
            let mut command = sportello(home.path());
            command.args(before).arg(OsString::from_vec(bytes.to_vec()));
            let output = command.timeout(SOON).output().unwrap();
            let (code, out, err) = said(&output);
            assert!((0..=3).contains(&code), "{before:?} {bytes:?}: {code} {err}");
            assert_eq!(
                (wild(&out), wild(&err)),
                (None, None),
                "{before:?} {bytes:?}:\n{out}\n{err}"
            );
        }
    }
}

#[test]
#[cfg(unix)]
fn what_people_asked_for_is_their_own() {
    use std::os::unix::fs::PermissionsExt;
    let home = tempfile::tempdir().unwrap();
    let own = home.path().join("nuova");
    let (code, ..) = run(&own, &["banco", "segna", "comune"]);
    assert_eq!(code, 0);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&own), mode(&own.join("banco.db"))), (0o700, 0o600));
    // An empty file has lost what was in it: that is told, and it is put aside.
    fs::write(own.join("banco.db"), "").unwrap();
    let (_, _, err) = run(&own, &["banco", "segna", "comune"]);
    assert!(err.contains("banco-rovinato"), "{err}");
}

/// A made-up archive with a day that is none, under a digest that is right: anyone can make one.
fn unreadable() -> Vec<u8> {
    const MARK: &[u8] = b"sportello-sha256:";
    const DIGITS: usize = 64;
    let mut bytes = archive::bytes();
    let find = |bytes: &[u8], what: &[u8]| bytes.windows(what.len()).position(|part| part == what);
    let day = find(&bytes, b"2025-03-31").unwrap();
    bytes[day..day + 10].copy_from_slice(b"2025-33-31");
    let digits = find(&bytes, MARK).unwrap() + MARK.len();
    bytes[digits..digits + DIGITS].fill(b'0');
    let sum = Sha256::digest(&bytes);
    let sum: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
    bytes[digits..digits + DIGITS].copy_from_slice(sum.as_bytes());
    bytes
}

#[test]
fn an_archive_that_opens_and_cannot_be_read_is_told_and_the_bundle_answers() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("rifatto.sqlite");
    fs::write(&path, unreadable()).unwrap();
    let bundled = "8rtw8a5k";
    for args in [
        &["cerca", "alloggi", "montaione"][..],
        &["scheda", bundled],
        &["esporta", "--comune", "Montaione"],
        &["dati"],
    ] {
        let (code, out, err) = run(home.path(), args);
        assert_eq!(code, 0, "{args:?}: {err}");
        assert!(
            err.contains("rifatto.sqlite") && out.len() > 100,
            "{args:?}: {out} {err}"
        );
        assert!(!err.contains("column") && !err.contains("type"), "{err}");
    }
    let mut voice = sportello(home.path());
    let voice = voice
        .arg("semplice")
        .write_stdin("alloggi montaione\n")
        .timeout(SOON);
    let (code, out, _) = said(&voice.output().unwrap());
    assert_eq!(code, 0);
    assert!(
        out.contains("rifatto.sqlite") && out.contains("Montaione"),
        "{out}"
    );
    // Where it was named, nothing else may answer.
    let named = path.to_str().unwrap();
    for args in [
        &["cerca", "municipio", "--archivio", named][..],
        &["dati", "--archivio", named],
    ] {
        let (code, out, err) = run(home.path(), args);
        assert_eq!((code, out.as_str()), (3, ""), "{args:?}: {err}");
    }
}

/// The program on a stick, with what its file says and somebody's home.
#[test]
#[cfg(target_os = "linux")]
fn a_stick_keeps_all_beside_the_program_and_one_that_cannot_be_written_is_told() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
    use std::os::unix::process::CommandExt;
    let folder = tempfile::tempdir().unwrap();
    let (stick, home) = (folder.path().join("stick"), folder.path().join("home"));
    let is_root = fs::metadata("/proc/self").is_ok_and(|me| me.uid() == 0);
    for path in [&stick, &home] {
        fs::create_dir(path).unwrap();
        if is_root {
            chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
        }
    }
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    fs::copy(env!("CARGO_BIN_EXE_sportello"), stick.join("sportello")).unwrap();
    let run = |args: &[&str]| {
        let mut command = std::process::Command::new(stick.join("sportello"));
        command.args(args).env_clear().env("HOME", &home);
        if is_root {
            command.uid(NOBODY).gid(NOBODY);
        }
        said(&command.output().unwrap())
    };
    // Without the file the stick is any folder.
    assert_eq!(run(&["banco", "segna", "comune"]).0, 0);
    assert_eq!(fs::read_dir(&stick).unwrap().count(), 1);
    fs::write(stick.join("portable.txt"), "").unwrap();
    let (code, out, err) = run(&["banco", "segna", "comune"]);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    let own = stick.join("sportello-dati");
    assert!(own.join("banco.db").is_file());
    assert!(run(&["banco"]).1.contains("Persone servite: 1 oggi"));
    fs::write(own.join("a.sqlite"), archive::bytes()).unwrap();
    let of_the_stick = run(&["cerca", "prato", "--json"]).1;
    // Write-protected: what it holds is read, what is kept goes home, and that is said.
    for path in [&own, &stick] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o555)).unwrap();
    }
    let (code, out, err) = run(&["banco", "segna", "comune"]);
    let there = home.join(".local/share/sportello");
    assert_eq!(code, 0, "{err}");
    for folder in [&there, &home.join(".config/sportello")] {
        assert!(err.contains(folder.to_str().unwrap()), "{err}");
    }
    assert!(out.contains("2 oggi"), "with the one of before: {out}");
    assert_eq!(run(&["cerca", "prato", "--json"]).1, of_the_stick);
    for path in [&stick, &own] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }
}
