//! A shell in a pseudo-terminal, and what its screen shows.

use crate::archive;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use sportello::app::{Answer, Ask, DeskAnswer, DeskAsk, Lists, Stage, StepAsk};
use sportello::lang::Lang;
use sportello::sheet::{Page, Subject};
use sportello::tui::backend::{Backend, Opened};
use sportello::tui::{Options, run, terminal};
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(20);

pub struct Session {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    parser: vt100::Parser,
    home: tempfile::TempDir,
    /// Prompts seen so far have this many commands behind them.
    commands: usize,
}

fn some(n: u16) -> NonZero<u16> {
    NonZero::new(n.max(1)).unwrap()
}

fn size(width: u16, height: u16) -> PtySize {
    PtySize {
        rows: height,
        cols: width,
        pixel_width: 0,
        pixel_height: 0,
    }
}

impl Session {
    pub fn start(width: u16, height: u16) -> Session {
        let home = tempfile::tempdir().unwrap();
        std::fs::write(home.path().join("prova.sqlite"), archive::bytes()).unwrap();
        // Not the first start of all.
        std::fs::write(home.path().join("impostazioni.toml"), "").unwrap();
        let pair = native_pty_system().openpty(size(width, height)).unwrap();
        let mut shell = CommandBuilder::new("sh");
        shell.arg("-i");
        shell.env("PS1", "ready> ");
        shell.env("TERM", "xterm-256color");
        shell.env("LC_ALL", "C.UTF-8");
        shell.env("SPORTELLO_CASA", home.path());
        shell.env("SPORTELLO_OGGI", "2026-12-01");
        shell.env_remove("NO_COLOR");
        shell.env_remove("ENV");
        let child = pair.slave.spawn_command(shell).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let (bytes, output) = channel();
        std::thread::spawn(move || {
            let mut buf = [0; 65536];
            while let Ok(n) = reader.read(&mut buf) {
                if n == 0 || bytes.send(buf[..n].to_vec()).is_err() {
                    return;
                }
            }
        });
        let mut session = Session {
            child,
            master: pair.master,
            writer,
            output,
            parser: vt100::Parser::new(some(height), some(width), 0),
            home,
            commands: 0,
        };
        session.wait("ready>");
        session
    }

    /// From here on the program has only the archive that it carries.
    pub fn bundled(&self) {
        std::fs::remove_file(self.home.path().join("prova.sqlite")).unwrap();
    }

    /// As on the first start of all.
    pub fn forget_settings(&self) {
        std::fs::remove_file(self.home.path().join("impostazioni.toml")).unwrap();
    }

    pub fn home(&self) -> &Path {
        self.home.path()
    }

    pub fn home_file(&self, name: &str, text: &str) {
        std::fs::write(self.home.path().join(name), text).unwrap();
    }

    /// Starts the program; it tells its process id before.
    pub fn program(&mut self) {
        let program = env!("CARGO_BIN_EXE_sportello");
        self.exec(program);
    }

    /// Starts one ignored test of this file as a program.
    pub fn child_test(&mut self, name: &str, place: &str) {
        let program = std::env::current_exe().unwrap();
        let program = program.display();
        self.exec(&format!(
            "env PANIC_IN={place} RUST_BACKTRACE=0 {program} --exact {name} --ignored --nocapture"
        ));
    }

    fn exec(&mut self, command: &str) {
        let pid = self.home.path().join("pid");
        self.send(&format!(
            "clear; sh -c 'echo $$ > {}; exec {command}'\n",
            pid.display()
        ));
    }

    pub fn send(&mut self, text: &str) {
        self.writer.write_all(text.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    pub fn resize(&mut self, width: u16, height: u16) {
        self.master.resize(size(width, height)).unwrap();
        self.parser.screen_mut().set_size(some(height), some(width));
    }

    /// A signal for the program.
    pub fn signal(&mut self, signal: &str) {
        assert!(self.kill(signal));
    }

    /// Whether there was a program to send the signal to.
    fn kill(&self, signal: &str) -> bool {
        let pid = std::fs::read_to_string(self.home.path().join("pid")).unwrap();
        let mut kill = std::process::Command::new("kill");
        let done = kill
            .args([signal, pid.trim()])
            .stderr(std::process::Stdio::null())
            .status();
        done.unwrap().success()
    }

    pub fn screen(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// Reads until the screen shows the text.
    pub fn wait(&mut self, text: &str) {
        let started = Instant::now();
        while !self.parser.screen().contents().contains(text) {
            let left = PATIENCE.saturating_sub(started.elapsed());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.parser.process(&bytes),
                Err(_) => panic!("no {text:?} on this screen:\n{}", self.parser.screen().contents()),
            }
        }
    }

    /// The shell answers, on the screen where it was, with a cursor, without the program's modes.
    pub fn is_back(&mut self) {
        self.commands += 1;
        let mark = format!("MARK{}", self.commands);
        // The quotes keep the echoed command from looking like its answer.
        self.send(&format!("stty -a; echo MA\"\"RK{}\n", self.commands));
        self.wait(&mark);
        let screen = self.parser.screen();
        let contents = screen.contents();
        assert!(!screen.alternate_screen(), "the other screen is still shown");
        assert!(!screen.hide_cursor(), "the cursor is hidden");
        assert!(!screen.bracketed_paste(), "pastes are still marked");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        let words: Vec<&str> = contents
            .split_whitespace()
            .map(|w| w.trim_end_matches(';'))
            .collect();
        for mode in ["icanon", "echo", "isig", "icrnl", "opost"] {
            assert!(words.contains(&mode), "no {mode} in\n{contents}");
        }
    }

    /// The program has ended and the shell is back, for good.
    pub fn comes_back(&mut self) {
        self.comes_back_to_the_shell();
        self.send("exit 0\n");
        let started = Instant::now();
        while self.child.try_wait().unwrap().is_none() {
            assert!(started.elapsed() < PATIENCE, "the shell does not end");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// The program has ended; the shell waits for the next one.
    pub fn comes_back_to_the_shell(&mut self) {
        // An older prompt may be on the screen already: what is typed now would go to the program.
        let started = Instant::now();
        while self.kill("-0") {
            assert!(started.elapsed() < PATIENCE, "the program does not end");
            std::thread::sleep(Duration::from_millis(10));
        }
        self.wait("ready>");
        self.is_back();
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

/// An archive that breaks at the first search.
struct Breaks;

impl Backend for Breaks {
    fn open(&mut self) -> Result<Opened, String> {
        Ok(Opened::default())
    }

    fn load(&mut self) -> Result<Arc<Lists>, String> {
        panic!("made to panic in the worker");
    }

    fn search(&mut self, _: &Ask) -> Answer {
        Answer::default()
    }

    fn page(&mut self, _: &Subject, lang: Lang) -> Result<Page, String> {
        Ok(Page::new("", lang))
    }

    fn desk(&mut self, _: &DeskAsk, _: Lang) -> Result<DeskAnswer, String> {
        Err("made to break".into())
    }

    fn print(&mut self, _: &Subject, _: Lang, _: Option<&str>) -> Result<String, String> {
        Ok("foglio.pdf".to_owned())
    }

    fn export(&mut self, _: &sportello::desk::Gathered, _: Lang) -> Result<String, String> {
        Err("made to break".into())
    }

    fn step(&mut self, _: &StepAsk) -> Stage {
        Stage::default()
    }
}

pub fn panic_in(place: &str) {
    if place == "worker" {
        let options = Options {
            backend: Box::new(Breaks),
            lang: None,
            settings: None,
            keys: None::<&Path>.map(Path::to_owned),
        };
        run(options).unwrap();
    } else {
        let _guard = terminal::Guard::enter(true).unwrap();
        panic!("made to panic in the screen");
    }
}
