//! The official tables, from a publisher on this machine that does all that publishers do: what comes
//! is whole, what broke off is gone on with, and whatever goes wrong is told in a sentence.

#![cfg(unix)]
#![allow(clippy::unwrap_used)]

#[path = "fetch/broken.rs"]
mod broken;
#[path = "fetch/kept.rs"]
mod kept;
#[path = "fetch/refused.rs"]
mod refused;
#[path = "support/server.rs"]
#[allow(dead_code)]
mod server;
#[path = "fetch/tls.rs"]
mod tls;

use server::Server;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A desk, the folder of its tables, and what it fetches.
struct World {
    folder: tempfile::TempDir,
}

/// How a command ended, and what it said.
#[derive(Debug)]
struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

impl World {
    fn new() -> World {
        World {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn home(&self) -> &Path {
        self.folder.path()
    }

    fn table(&self, name: &str) -> PathBuf {
        self.home().join("tabelle").join(name)
    }

    /// A list of tables, each as a path of the server.
    fn list(&self, server: &Server, files: &[&str]) {
        self.list_with(server, files, "");
    }

    fn list_with(&self, server: &Server, files: &[&str], more: &str) {
        let mut text = String::new();
        for file in files {
            let address = server.at(file);
            write!(
                text,
                "[[tabella]]\nfile = {file:?}\nindirizzo = {address:?}\n{more}\n"
            )
            .unwrap();
        }
        fs::write(self.home().join("indirizzi.toml"), text).unwrap();
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sportello"));
        for proxy in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"] {
            command.env_remove(proxy).env_remove(proxy.to_lowercase());
        }
        command
            .args(args)
            .current_dir(self.home())
            .env("SPORTELLO_CASA", self.home())
            .env("SPORTELLO_OGGI", "2026-12-01")
            .env("SPORTELLO_SECONDO", "40")
            .stdin(Stdio::null());
        command
    }

    fn run(&self, args: &[&str]) -> Said {
        let Output {
            status,
            stdout,
            stderr,
        } = self.command(args).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Said {
            code: status.code(),
            out: text(stdout),
            err: text(stderr),
        }
    }

    fn fetch(&self) -> Said {
        self.run(&["scarica", "--regione", "toscana"])
    }

    /// What fails leaves no table behind.
    fn refused(&self, file: &str) -> Said {
        let said = self.fetch();
        assert_eq!(said.code, Some(3), "{said:?}");
        assert!(!self.table(file).exists());
        said
    }
}

/// Places of so many projects of Prato, long enough that they do not come in one piece.
fn places(rows: usize) -> Vec<u8> {
    let mut out = String::from(
        "\u{feff}Codice Univoco Submisura;Descrizione Submisura;CUP;Codice Locale Progetto;Regione;Descrizione \
         Regione;Provincia;Descrizione Provincia;Comune;Descrizione Comune;Indirizzo;CAP;Data di Estrazione\r\n",
    );
    for i in 0..rows {
        let key = format!("M4C1I1.01.00;Nidi;J57H22{i:05}0006;NIDO-{i}");
        write!(out, "{key};09;TOSCANA;100;PRATO;005;PRATO;;59100;30/06/2026\r\n").unwrap();
    }
    out.into_bytes()
}

const PLACES: &str = "PNRR_Localizzazione.csv";
/// Some 300 kB.
const MANY: usize = 3_000;
const MARK: (&str, &str) = ("ETag", "\"one\"");
