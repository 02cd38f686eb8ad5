//! The program on a stage: run in a pseudo-terminal without a shell, keyed by a script, its screen
//! read as text. For recordings and for what a keystroke costs from the key to the last byte.

#![allow(dead_code)]

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

type Error = Box<dyn std::error::Error>;

pub struct Stage {
    child: Box<dyn Child + Send + Sync>,
    /// Held open: the screen is gone with it.
    _master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    output: Receiver<(Instant, Vec<u8>)>,
    parser: vt100::Parser,
    /// When the program was started, or keyed last.
    since: Instant,
}

impl Stage {
    /// `home` is the folder where the program keeps what is the person's own.
    pub fn open(
        program: &str,
        args: &[&str],
        home: &Path,
        (width, height): (u16, u16),
    ) -> Result<Stage, Error> {
        let size = PtySize {
            rows: height,
            cols: width,
            pixel_width: 0,
            pixel_height: 0,
        };
        // An ordinary day, not the first start of all.
        let settings = home.join("impostazioni.toml");
        if !settings.exists() {
            std::fs::write(settings, "")?;
        }
        let pair = native_pty_system().openpty(size)?;
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "C.UTF-8");
        command.env("SPORTELLO_CASA", home);
        command.env("SPORTELLO_OGGI", "2026-12-01");
        command.env_remove("NO_COLOR");
        let since = Instant::now();
        let child = pair.slave.spawn_command(command)?;
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader()?;
        let writer = pair.master.take_writer()?;
        let (bytes, output) = channel();
        std::thread::spawn(move || {
            let mut buf = [0; 65536];
            while let Ok(n) = reader.read(&mut buf) {
                if n == 0 || bytes.send((Instant::now(), buf[..n].to_vec())).is_err() {
                    return;
                }
            }
        });
        let some = |n: u16| NonZero::new(n).unwrap_or(NonZero::<u16>::MIN);
        Ok(Stage {
            child,
            _master: pair.master,
            writer,
            output,
            parser: vt100::Parser::new(some(height), some(width), 0),
            since,
        })
    }

    pub fn send(&mut self, keys: &str) -> Result<(), Error> {
        self.since = Instant::now();
        self.writer.write_all(keys.as_bytes())?;
        Ok(self.writer.flush()?)
    }

    /// Reads until the screen shows a text; how long after the start, or the last keys.
    pub fn wait(&mut self, text: &str, patience: Duration) -> Result<Duration, Error> {
        let end = Instant::now() + patience;
        let mut last = self.since;
        while !self.parser.screen().contents().contains(text) {
            let left = end.saturating_duration_since(Instant::now());
            let Ok((at, bytes)) = self.output.recv_timeout(left) else {
                return Err(format!("no {text:?} on this screen:\n{}", self.picture()).into());
            };
            last = at;
            self.parser.process(&bytes);
        }
        Ok(last - self.since)
    }

    /// Reads until nothing has come for a while; how long after the last keys the last byte came.
    pub fn settle(&mut self, quiet: Duration) -> Result<Duration, Error> {
        let mut last = self.since;
        loop {
            match self.output.recv_timeout(quiet) {
                Ok((at, bytes)) => {
                    last = at;
                    self.parser.process(&bytes);
                }
                Err(RecvTimeoutError::Timeout) => return Ok(last.saturating_duration_since(self.since)),
                Err(RecvTimeoutError::Disconnected) => return Err("the program ended".into()),
            }
        }
    }

    /// The screen, line by line, without blanks at the ends.
    pub fn picture(&self) -> String {
        let contents = self.parser.screen().contents();
        let lines: Vec<&str> = contents.lines().map(str::trim_end).collect();
        lines.join("\n")
    }

    /// Peak resident memory of the program so far, in MB, where the system tells.
    pub fn peak_mb(&self) -> Option<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.process_id()?)).ok()?;
        let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"))?;
        let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse().ok()?;
        Some(kilobytes / 1e3)
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
