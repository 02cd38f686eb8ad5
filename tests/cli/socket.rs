//! No command opens a socket, but two, where one is asked for: `scarica`, and `aggiorna` from an
//! address. The kernel ends a process that tries: a filter on its system calls,
//! which every child has too, stands in place before the program begins.

#![cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
#![allow(unsafe_code)]

use super::archive;
use sportello::cli::table::COMMANDS;
use std::fs;
use std::io::Write;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

/// What a program does to talk to another, of this machine or of another one. A pair of sockets
/// without a name, by which signals are handed on inside of a program, is none of these.
const TALK: &[libc::c_long] = &[
    libc::SYS_socket,
    libc::SYS_connect,
    libc::SYS_bind,
    libc::SYS_listen,
    libc::SYS_accept,
    libc::SYS_accept4,
    libc::SYS_io_uring_setup,
];

/// A command that the kernel ends when it talks.
fn mute(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let step = |code: u32, k: u32, jt: u8| libc::sock_filter {
        code: code as u16,
        jt,
        jf: 0,
        k,
    };
    let load = libc::BPF_LD | libc::BPF_W | libc::BPF_ABS;
    let is = libc::BPF_JMP | libc::BPF_JEQ | libc::BPF_K;
    let end = libc::BPF_RET | libc::BPF_K;
    // The number of the call stands first in what the filter is shown.
    let mut filter = vec![step(load, 0, 0)];
    for (i, call) in TALK.iter().enumerate() {
        let to_the_end = TALK.len() - i;
        filter.push(step(is, *call as u32, to_the_end as u8));
    }
    filter.push(step(end, libc::SECCOMP_RET_ALLOW, 0));
    filter.push(step(end, libc::SECCOMP_RET_KILL_PROCESS, 0));
    let mut command = Command::new(program);
    let before = move || {
        let program = libc::sock_fprog {
            len: filter.len() as u16,
            filter: filter.as_ptr().cast_mut(),
        };
        // SAFETY: both calls only read their arguments, and `program` outlives them.
        let done = unsafe {
            libc::prctl(libc::PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
                && libc::prctl(
                    libc::PR_SET_SECCOMP,
                    libc::SECCOMP_MODE_FILTER,
                    &raw const program,
                ) == 0
        };
        match done {
            true => Ok(()),
            false => Err(std::io::Error::last_os_error()),
        }
    };
    // SAFETY: between fork and exec it allocates nothing and takes no lock.
    unsafe { command.pre_exec(before) };
    command
}

fn run(home: &Path, args: &[&str], input: &str) -> Output {
    let mut command = mute(env!("CARGO_BIN_EXE_sportello"));
    command.args(args).env("SPORTELLO_CASA", home).current_dir(home);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A command that reads nothing may be gone.
    _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

const PLACES: &str = "Codice Univoco Submisura;Descrizione Submisura;CUP;Codice Locale Progetto;Regione;Descrizione Regione;Provincia;Descrizione Provincia;Comune;Descrizione Comune;Indirizzo;CAP;Data di Estrazione\r\nM4C1I1.01.00;Nidi;J57H22000010006;NIDO-1;09;TOSCANA;100;PRATO;005;PRATO;;59100;30/09/2026\r\n";

/// The one command that is for nothing else.
const FETCHES: &str = "scarica";

#[test]
fn no_command_opens_a_socket() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("luoghi.csv"), PLACES).unwrap();
    fs::write(home.path().join("a.sqlite"), archive::bytes()).unwrap();
    let settings = "aggiornamenti = \"https://dati.invalid/toscana\"\n";
    fs::write(home.path().join("impostazioni.toml"), settings).unwrap();
    let said = run(
        home.path(),
        &[
            "importa",
            "luoghi.csv",
            "--regione",
            "toscana",
            "--uscita",
            "b.sqlite",
        ],
        "",
    );
    assert_eq!(said.status.code(), Some(0), "{said:?}");
    let said = run(home.path(), &["pubblica", "stick", "--archivio", "b.sqlite"], "");
    assert_eq!(said.status.code(), Some(0), "{said:?}");
    for command in COMMANDS {
        let lines: &[&[&str]] = match command.name.it {
            "cerca" => &[&["asilo prato"], &["chi paga", "--json"], &["--da", "-"]],
            "scheda" | "verifica" => &[&["J57H22000010006"], &["-"]],
            "stampa" => &[&["--comune", "prato", "--uscita", "foglio.pdf"]],
            "qr" => &[&["--comune", "prato"]],
            "comune" => &[&["prato"], &["prato", "--formato", "html"]],
            "misura" => &[&["M4C1I1.01.00"]],
            "glossario" => &[&["cup"], &[]],
            "domande" => &[&["chi controlla"]],
            "dati" | "novita" | "banco" | "raccolta" | "manuale" | "aiuto" => &[&[]],
            "esporta" => &[&["--schede"], &["--excel"]],
            "importa" => &[&["luoghi.csv", "--regione", "toscana", "--uscita", "nuovo.sqlite"]],
            "registro" => &[&["--uscita", "registro"]],
            // From a stick, a folder, whatever the settings say of an address.
            "aggiorna" => &[
                &[],
                &["--da", "stick", "--senza-firma"],
                &["--copia", "altro"],
                &["--torna"],
            ],
            // What is wrong with it is told before anything is asked for; the rest is its own test's.
            FETCHES => &[&["--regione", "etruria"], &["--aiuto"]],
            "confronta" => &[&["a.sqlite", "a.sqlite"], &["a.sqlite", "a.sqlite", "--json"]],
            "qualita" => &[&["--archivio", "a.sqlite"]],
            "pubblica" => &[&["pacchetti", "--archivio", "a.sqlite"]],
            "rimuovi" => &[&["J57H22000000006"]],
            "chiave" => &[&["regione.key"]],
            "semplice" => &[&[]],
            "completamenti" => &[&["bash"]],
            "schema" => &[&["cerca"]],
            other => panic!("{other}: a new command, which is not tried"),
        };
        for args in lines {
            let args = [&[command.name.it], *args].concat();
            let said = run(home.path(), &args, "asilo prato\n1\nmappa\nfine\n");
            assert_eq!(said.status.signal(), None, "{args:?} opened a socket");
            assert!(
                said.status.code().is_some_and(|code| code <= 2),
                "{args:?}: {said:?}"
            );
        }
    }
}

/// What asks for the net is ended by the filter: it would be seen.
#[test]
fn the_two_that_may_are_seen_to_open_one() {
    let home = tempfile::tempdir().unwrap();
    let settings = "aggiornamenti = \"http://127.0.0.1:9/toscana\"\n";
    fs::write(home.path().join("impostazioni.toml"), settings).unwrap();
    let list = "[[tabella]]\nfile = \"a.csv\"\nindirizzo = \"http://127.0.0.1:9/a.csv\"\n";
    fs::write(home.path().join("elenco.toml"), list).unwrap();
    for args in [
        &[FETCHES, "--regione", "toscana", "--elenco", "elenco.toml"][..],
        &["aggiorna", "--da", "http://127.0.0.1:9/toscana"],
        &["aggiorna", "--da", "rete"],
    ] {
        let said = run(home.path(), args, "");
        assert_eq!(said.status.signal(), Some(libc::SIGSYS), "{args:?}: {said:?}");
    }
}

#[test]
fn the_full_screen_opens_no_socket() {
    let home = tempfile::tempdir().unwrap();
    // A terminal of its own, in which the program inherits the filter.
    let mut command = mute("script");
    let program = env!("CARGO_BIN_EXE_sportello");
    command.args([
        "-qec",
        &format!("stty rows 30 cols 100; exec {program}"),
        "/dev/null",
    ]);
    command
        .env("SPORTELLO_CASA", home.path())
        .env("TERM", "xterm-256color");
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut keys = child.stdin.take().unwrap();
    std::thread::spawn(move || {
        for typed in ["asilo prato", "\r", "\u{1b}[B", "\r", "\u{1b}OP", "\u{11}"] {
            std::thread::sleep(Duration::from_millis(1_500));
            // A program that ended reads no more.
            _ = keys.write_all(typed.as_bytes());
        }
        std::thread::sleep(Duration::from_secs(20));
    });
    let said = child.wait_with_output().unwrap();
    let shown = String::from_utf8_lossy(&said.stdout);
    assert!(
        shown.contains("\u{1b}[?1049h") && shown.contains("asilo"),
        "{shown}"
    );
    // `script` ends as its child did: a signal is 128 and its number.
    assert_eq!(
        (said.status.signal(), said.status.code()),
        (None, Some(0)),
        "{shown}"
    );
}

/// The filter itself: bash has sockets as files.
#[test]
fn who_opens_a_socket_is_ended() {
    let said = mute("bash")
        .args(["-c", "exec 3<>/dev/tcp/127.0.0.1/9"])
        .output()
        .unwrap();
    assert_eq!(said.status.signal(), Some(libc::SIGSYS), "{said:?}");
}
