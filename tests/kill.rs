//! Whatever ends an import, the old snapshot stays whole and nothing half done is taken for one; whatever
//! ends the desk, nothing that it told as kept is lost.

#![cfg(unix)]
#![allow(clippy::unwrap_used)]

#[path = "support/made_up.rs"]
mod made_up;
#[path = "support/official.rs"]
#[allow(dead_code)]
mod official;

use made_up::tables;
use sportello::renew;
use sportello::snapshot::Snapshot;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

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
    for step in 0..kills().max(24) {
        fs::write(&desk.file, &desk.old).unwrap();
        let mut child: Child = import(&desk.many, &desk.file).spawn().unwrap();
        sleep(whole * (step % 24) / 22);
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

/// A desk that took a package of 800 projects, and a stick with one of 2,000.
struct Renewing {
    folder: tempfile::TempDir,
}

fn renewing() -> Renewing {
    let folder = tempfile::tempdir().unwrap();
    let key = renew::make(&folder.path().join("region.key")).unwrap();
    let renewing = Renewing { folder };
    fs::create_dir(renewing.at("home")).unwrap();
    let settings = format!("chiavi = [\"{}\"]\n", key.key);
    fs::write(renewing.at("home/impostazioni.toml"), settings).unwrap();
    for (rows, stick) in [(800, "old"), (2_000, "new")] {
        let tables = renewing.at(&format!("tables-{rows}"));
        made_up::tables_of(&tables, rows, made_up::PRATO, "30/09/2026");
        let archive = tables.join("x.sqlite");
        assert!(import(&tables, &archive).status().unwrap().success());
        renew::publish(&renew::Publishing {
            folder: &renewing.at(stick),
            snapshot: &Snapshot::open(&archive).unwrap(),
            key: Some(&key.secret),
            serial: Some(rows as u64),
            next: None,
        })
        .unwrap();
    }
    assert!(renewing.update("old").status().unwrap().success());
    renewing
}

impl Renewing {
    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn update(&self, stick: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sportello"));
        command.args(["aggiorna", "--da"]).arg(self.at(stick));
        command
            .env("SPORTELLO_CASA", self.at("home"))
            .stdin(Stdio::null());
        command.stdout(Stdio::null()).stderr(Stdio::piped());
        command
    }

    /// Puts the old one back, as if the new one had never come.
    fn again(&self, kept: &Path) {
        let folder = self.at("home/aggiornamenti");
        fs::remove_dir_all(&folder).unwrap();
        fs::create_dir(&folder).unwrap();
        for file in fs::read_dir(kept).unwrap().flatten() {
            fs::copy(file.path(), folder.join(file.file_name())).unwrap();
        }
    }

    /// Keeps what is there.
    fn keep(&self) -> PathBuf {
        let kept = self.at("kept");
        fs::create_dir_all(&kept).unwrap();
        for file in fs::read_dir(self.at("home/aggiornamenti")).unwrap().flatten() {
            fs::copy(file.path(), kept.join(file.file_name())).unwrap();
        }
        kept
    }

    /// The desk opens the old archive or the new one, whole; which.
    fn is_old(&self) -> bool {
        let bundled = Snapshot::embedded().unwrap();
        let (opened, refused) = renew::in_place_of(bundled, &self.at("home"), None);
        assert!(refused.is_empty(), "{refused:?}");
        let projects = opened.overview().unwrap().projects;
        assert!([800, 2_000].contains(&projects), "{projects}");
        projects == 800
    }
}

#[test]
fn an_update_that_is_killed_at_many_moments_leaves_one_whole_archive() {
    let desk = renewing();
    let kept = desk.keep();
    let began = Instant::now();
    assert!(desk.update("new").status().unwrap().success());
    let whole = began.elapsed();
    assert!(!desk.is_old());
    let (mut old, mut new) = (0, 0);
    for step in 0..kills().max(48) {
        desk.again(&kept);
        let mut child = desk.update("new").spawn().unwrap();
        sleep(whole * (step % 48) / 44);
        _ = child.kill();
        child.wait().unwrap();
        match desk.is_old() {
            true => old += 1,
            false => new += 1,
        }
        // Whatever was left, the next one comes to its end.
        if step % 12 == 0 {
            assert!(desk.update("new").status().unwrap().success());
            assert!(!desk.is_old());
        }
    }
    println!("{old} times the old one, {new} times the new one");
    assert!(old > 10, "the kills came too late to prove anything: {old}");
}

#[test]
fn a_full_disk_stops_an_update_and_is_told() {
    let desk = renewing();
    let program = desk.update("new");
    for blocks in [8, 64] {
        let mut shell = Command::new("bash");
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
        shell
            .args(["-c", &script])
            .arg(program.get_program())
            .args(program.get_args());
        shell.env("SPORTELLO_CASA", desk.at("home"));
        let output = shell.stdin(Stdio::null()).output().unwrap();
        let says = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(3), "{says}");
        assert!(
            says.contains("non riesco a scrivere") && says.contains("restano i dati"),
            "{says}"
        );
        assert_eq!(says.lines().count(), 1, "{says}");
        assert!(desk.is_old());
    }
}

/// A disk that is full, read-only or broken, a stick that is pulled: at every call of an update.
#[test]
#[cfg(target_os = "linux")]
fn whatever_the_system_refuses_an_update_leaves_one_whole_archive() {
    if Command::new("strace").arg("-V").output().is_err() {
        return official::skip("no strace");
    }
    let desk = renewing();
    let (kept, trace) = (desk.keep(), desk.at("trace"));
    let faults = [
        ("read", "EIO"),
        ("write", "ENOSPC"),
        ("fsync", "EIO"),
        ("openat", "EROFS"),
        ("unlink", "EROFS"),
        ("mkdir", "EROFS"),
        ("flock", "EAGAIN"),
        ("/^(link|rename)", "EROFS"),
    ];
    let mut table = String::new();
    for (call, error) in faults {
        let (mut done, mut told) = (0, 0);
        for n in 1..200 {
            desk.again(&kept);
            let Some(output) = failing(&desk.update("new"), call, error, n, &trace) else {
                break;
            };
            // A library that the system does not open is not ours to tell of.
            if output.status.code() == Some(127) {
                continue;
            }
            let says = String::from_utf8(output.stderr).unwrap();
            let old = desk.is_old();
            match output.status.code() {
                Some(0) => assert!(!old, "{call} {n}: {says}"),
                // It is done, and the sentence that says so does not get through.
                Some(3) if says.contains("non riesco a scrivere la risposta") => assert!(!old),
                Some(3) => assert!(
                    says.contains("restano i dati che c'erano") && old,
                    "{call} {n}: {says}"
                ),
                code => panic!("{call} {n}: {code:?} {says}"),
            }
            told += u32::from(output.status.code() == Some(3));
            done += 1;
        }
        _ = writeln!(table, "{call:16} {error:7} {done:3} faults, {told:3} told");
    }
    println!("{table}");
    assert!(
        table.contains("flock            EAGAIN    1 faults,   1 told"),
        "{table}"
    );
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
    assert!(serve().status().unwrap().success());
    let (mut before, mut killed) = (1, 0);
    for step in 0..kills().max(100) {
        // A citizen who is served to the end, then one in the middle of whom the program dies.
        let began = Instant::now();
        assert!(serve().status().unwrap().success());
        let whole = began.elapsed();
        let mut child = serve().spawn().unwrap();
        sleep(whole * (step % 50) / 50);
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

/// Kills of each kind: few in every run, as many as `SPORTELLO_PROVE` says in a long one.
fn kills() -> u32 {
    let named = std::env::var("SPORTELLO_PROVE").ok();
    named.and_then(|n| n.parse().ok()).unwrap_or(60)
}

fn tally(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sportello"));
    command
        .args(["banco", "segna", "comune"])
        .env("SPORTELLO_CASA", home);
    command.env("SPORTELLO_OGGI", "2026-11-30");
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// People that the desk has counted, and what it says besides.
fn people(home: &Path) -> (u64, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_sportello"))
        .args(["banco"])
        .env("SPORTELLO_CASA", home)
        .env("SPORTELLO_OGGI", "2026-11-30")
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let text = said.split("servite: ").nth(1).unwrap_or_default();
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    (
        digits.parse().unwrap_or_default(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

/// Runs a command in which the n-th call of a kind fails; whether there was one.
#[cfg(target_os = "linux")]
fn failing(command: &Command, call: &str, error: &str, n: u32, trace: &Path) -> Option<std::process::Output> {
    let mut strace = Command::new("strace");
    strace.args(["-f", "-qq", "-e", &format!("trace={call}")]);
    strace.args(["-e", &format!("inject={call}:error={error}:when={n}"), "-o"]);
    strace
        .arg(trace)
        .arg(command.get_program())
        .args(command.get_args());
    for (name, value) in command.get_envs() {
        strace.env(name, value.unwrap());
    }
    let output = strace
        .env_remove("LD_LIBRARY_PATH")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let hit = fs::read_to_string(trace).unwrap_or_default().contains("INJECTED");
    hit.then_some(output)
}

/// At every write of import and desk: the old whole or the new whole, and where it was not done a
/// sentence and exit 3.
#[test]
#[cfg(target_os = "linux")]
fn whatever_the_system_refuses_the_old_or_the_new_is_there_whole() {
    if Command::new("strace").arg("-V").output().is_err() {
        return official::skip("no strace");
    }
    let desk = desk();
    let trace = desk.data.parent().unwrap().join("trace");
    let new = desk.data.parent().unwrap().join("new.sqlite");
    assert!(import(&desk.many, &new).status().unwrap().success());
    let new = fs::read(&new).unwrap();
    let faults = [
        ("write", "ENOSPC"),
        ("pwrite64", "ENOSPC"),
        ("fsync", "EIO"),
        ("fdatasync", "EIO"),
        ("openat", "EACCES"),
        ("unlink", "EIO"),
        ("mkdir", "EACCES"),
        ("/^(link|rename)", "EIO"),
    ];
    let mut table = String::new();
    for (call, error) in faults {
        let (mut done, mut told) = ([0, 0], [0, 0]);
        for n in 1..200 {
            fs::write(&desk.file, &desk.old).unwrap();
            let Some(output) = failing(&import(&desk.many, &desk.file), call, error, n, &trace) else {
                break;
            };
            // A library that the system does not open is not ours to tell of.
            if output.status.code() == Some(127) {
                continue;
            }
            let says = String::from_utf8(output.stderr).unwrap();
            let now = fs::read(&desk.file).unwrap();
            assert!(now == desk.old || now == new, "import, {call} {n}: {says}");
            match output.status.code() {
                Some(0) => assert!(now == new, "import, {call} {n}: {says}"),
                Some(3) => assert!(says.contains("sportello: "), "import, {call} {n}: {says}"),
                code => panic!("import, {call} {n}: {code:?} {says}"),
            }
            assert_eq!(fs::read_dir(&desk.data).unwrap().count(), 1, "import, {call} {n}");
            told[0] += u32::from(output.status.code() == Some(3));
            done[0] += 1;
        }
        // On a new file, and on one that is there already.
        let mut ran_out = [false; 2];
        for (before, n) in (1..200).flat_map(|n| [(0, n), (1, n)]) {
            if ran_out[before as usize] {
                continue;
            }
            let home = tempfile::tempdir().unwrap();
            if before == 1 {
                assert!(tally(home.path()).output().unwrap().status.success());
            }
            let Some(output) = failing(&tally(home.path()), call, error, n, &trace) else {
                ran_out[before as usize] = true;
                continue;
            };
            if output.status.code() == Some(127) {
                continue;
            }
            let says = String::from_utf8(output.stderr).unwrap();
            let (kept, more) = people(home.path());
            assert!(more.is_empty(), "desk, {call} {n}: {more}");
            match output.status.code() {
                Some(0) => assert_eq!(kept, before + 1, "desk, {call} {n}: {says}"),
                Some(3) => assert!(
                    says.contains("sportello: ") && (before..=before + 1).contains(&kept),
                    "desk, {call} {n}: {kept} {says}"
                ),
                code => panic!("desk, {call} {n}: {code:?} {says}"),
            }
            told[1] += u32::from(output.status.code() == Some(3));
            done[1] += 1;
        }
        for (what, i) in [("import", 0), ("desk", 1)] {
            _ = writeln!(
                table,
                "{what:7} {call:16} {error:7} {:3} faults, {:3} told",
                done[i], told[i]
            );
        }
    }
    println!("{table}");
    assert!(
        table.contains("import  write") && table.contains("desk    pwrite64"),
        "{table}"
    );
}
