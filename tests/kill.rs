//! Whatever ends an import, the old snapshot stays whole and nothing half done is taken for one; whatever
//! ends the desk, nothing that it told as kept is lost.

#![cfg(unix)]
#![allow(clippy::unwrap_used)]

use sportello::snapshot::Snapshot;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Made-up tables in the official layout: `rows` projects in Toscana.
fn tables(folder: &Path, rows: usize) {
    let mut places = String::from(
        "Codice Univoco Submisura;Descrizione Submisura;CUP;Codice Locale Progetto;Regione;Descrizione Regione;\
         Provincia;Descrizione Provincia;Comune;Descrizione Comune;Indirizzo;CAP;Data di Estrazione\r\n",
    );
    let mut payments = String::from(
        "Codice Univoco Submisura;Descrizione Submisura;CUP;Codice Locale Progetto;Finanziamento Totale;\
         Finanziamento PNRR;Pagamento Totale;Pagamento PNRR;Data di Estrazione\r\n",
    );
    for i in 0..rows {
        let key = format!("M4C1I1.01.00;Nidi;J57H22{i:05}0006;NIDO-{i}");
        write!(
            places,
            "{key};09;TOSCANA;100;PRATO;005;PRATO;;59100;30/06/2026\r\n"
        )
        .unwrap();
        write!(payments, "{key};1000,00;900,00;100,00;90,00;30/06/2026\r\n").unwrap();
    }
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join("a.csv"), places).unwrap();
    fs::write(folder.join("b.csv"), payments).unwrap();
}

fn import(tables: &Path, out: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sportello"));
    command
        .args(["importa", "--regione", "toscana", "--uscita"])
        .arg(out)
        .arg(tables);
    command
        .env("SPORTELLO_CASA", tables)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    command
}

/// A snapshot of one project, to be replaced by one of many.
struct Desk {
    _folder: tempfile::TempDir,
    many: PathBuf,
    data: PathBuf,
    file: PathBuf,
    old: Vec<u8>,
}

fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let (one, many, data) = (
        folder.path().join("one"),
        folder.path().join("many"),
        folder.path().join("data"),
    );
    tables(&one, 1);
    tables(&many, 2_000);
    fs::create_dir(&data).unwrap();
    let file = data.join("toscana.sqlite");
    assert!(import(&one, &file).status().unwrap().success());
    let old = fs::read(&file).unwrap();
    Desk {
        _folder: folder,
        many,
        data,
        file,
        old,
    }
}

impl Desk {
    /// The file is the old one or the whole new one, and it is the only one that is found.
    fn is_whole(&self) -> bool {
        let (found, refused) = Snapshot::newest(&self.data, None);
        assert!(refused.is_empty(), "{refused:?}");
        let projects = found.unwrap().overview().unwrap().projects;
        assert!([1, 2_000].contains(&projects), "{projects}");
        projects == 1
    }
}

#[test]
fn killed_at_many_moments() {
    let desk = desk();
    let began = Instant::now();
    assert!(import(&desk.many, &desk.file).status().unwrap().success());
    let whole = began.elapsed();
    let mut old = 0;
    for step in 0..24u32 {
        fs::write(&desk.file, &desk.old).unwrap();
        let mut child: Child = import(&desk.many, &desk.file).spawn().unwrap();
        sleep(whole * step / 22);
        _ = child.kill();
        child.wait().unwrap();
        old += u32::from(desk.is_whole());
    }
    assert!(old > 5, "the kills came too late to prove anything: {old}");
}

#[test]
fn ctrl_c_leaves_nothing_behind() {
    let desk = desk();
    let child = import(&desk.many, &desk.file).spawn().unwrap();
    sleep(Duration::from_millis(60));
    Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status()
        .unwrap();
    let output = child.wait_with_output().unwrap();
    if output.status.code() == Some(3) {
        let says = String::from_utf8(output.stderr).unwrap();
        assert!(says.contains("importazione interrotta"), "{says}");
        assert!(desk.is_whole());
    }
    let files = fs::read_dir(&desk.data).unwrap().count();
    assert_eq!(files, 1, "something was left behind");
}

#[test]
fn a_full_disk_is_told() {
    let desk = desk();
    // No file may grow beyond 64 blocks of 512 or 1,024 bytes, and the signal for it is ignored.
    let program = import(&desk.many, &desk.file);
    let mut shell = Command::new("bash");
    shell.args(["-c", "trap '' XFSZ; ulimit -f 64; exec \"$0\" \"$@\""]);
    shell.arg(program.get_program()).args(program.get_args());
    let output = shell.stdin(Stdio::null()).output().unwrap();
    let says = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{says}");
    assert!(says.contains("non riesco a scrivere"), "{says}");
    assert_eq!(fs::read(&desk.file).unwrap(), desk.old);
    assert_eq!(fs::read_dir(&desk.data).unwrap().count(), 1);
}

#[test]
fn a_folder_that_is_not_there_or_not_ours_is_told() {
    let desk = desk();
    let absent = desk.data.join("absent").join("x.sqlite");
    let output = import(&desk.many, &absent).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("non riesco a scrivere")
    );
    // Not even root may write here.
    let output = import(&desk.many, Path::new("/proc/x.sqlite")).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(desk.is_whole());
}

/// How many people the desk has counted, by the file itself; none of it was put aside as damaged.
fn counted(home: &Path) -> u64 {
    let names = fs::read_dir(home).unwrap().map(|file| file.unwrap().file_name());
    let names: Vec<String> = names.map(|name| name.to_string_lossy().into_owned()).collect();
    assert!(!names.iter().any(|name| name.contains("rovinato")), "{names:?}");
    let report = Command::new(env!("CARGO_BIN_EXE_sportello"))
        .args(["banco", "rapporto", "--json"])
        .env("SPORTELLO_CASA", home)
        .output()
        .unwrap();
    assert!(
        report.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&report.stderr)
    );
    let json: serde_json::Value = serde_json::from_slice(&report.stdout).unwrap();
    json["all"]["people"].as_u64().unwrap()
}

#[test]
fn a_hundred_kills_while_a_script_serves_citizens_lose_the_last_entry_at_most() {
    let folder = tempfile::tempdir().unwrap();
    let serve = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sportello"));
        command.args(["banco", "segna", "comune", "--richiesta", "soldi"]);
        command.env("SPORTELLO_CASA", folder.path());
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    };
    let began = Instant::now();
    assert!(serve().status().unwrap().success());
    let whole = began.elapsed();
    let (mut before, mut killed) = (1, 0);
    for step in 0..100u32 {
        // A citizen who is served to the end, then one in the middle of whom the program dies.
        assert!(serve().status().unwrap().success());
        let mut child = serve().spawn().unwrap();
        sleep(whole * (step % 50) / 40);
        _ = child.kill();
        let done = child.wait().unwrap().success();
        killed += u32::from(!done);
        let now = counted(folder.path());
        let least = before + 1 + u64::from(done);
        assert!(
            (least..=before + 2).contains(&now),
            "{now} of {least} after kill {step}"
        );
        before = now;
    }
    assert!(killed > 30, "the kills came too late to prove anything: {killed}");
}

#[test]
fn what_was_told_as_counted_is_there_when_a_session_is_killed() {
    use std::io::{BufRead, BufReader, Write as _};
    let folder = tempfile::tempdir().unwrap();
    let mut before = 0;
    for told in [1, 4, 9] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_sportello"))
            .arg("semplice")
            .env("SPORTELLO_CASA", folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut script = child.stdin.take().unwrap();
        script.write_all("segna\n".repeat(30).as_bytes()).unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let counts = lines
            .map_while(Result::ok)
            .filter(|line| line.starts_with("Segnato:"));
        assert_eq!(counts.take(told).count(), told);
        _ = child.kill();
        child.wait().unwrap();
        let now = counted(folder.path());
        assert!(now >= before + told as u64, "{now} after {before} and {told}");
        before = now;
    }
}
