//! A publisher on this machine that does what publishers do, and what they should not.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// What was asked for.
#[derive(Clone, Debug)]
pub struct Request {
    pub method: String,
    pub path: String,
    /// Names in small letters.
    pub headers: BTreeMap<String, String>,
    /// How often this path was asked for before.
    pub before: usize,
}

impl Request {
    /// Where the range that is asked for begins.
    pub fn from(&self) -> Option<usize> {
        let range = self.headers.get("range")?;
        range.strip_prefix("bytes=")?.strip_suffix('-')?.parse().ok()
    }
}

pub struct Server {
    pub port: u16,
    seen: Arc<Mutex<Vec<Request>>>,
    /// Lines that are open, and those on which something was not as it should be.
    open: Arc<Mutex<[usize; 2]>>,
}

impl Server {
    /// Each request is answered by `answer`, on a line that is closed then.
    pub fn start(answer: impl Fn(&Request, &mut TcpStream) + Send + Sync + 'static) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let seen: Arc<Mutex<Vec<Request>>> = Arc::default();
        let open: Arc<Mutex<[usize; 2]>> = Arc::default();
        let (all, answer, lines) = (Arc::clone(&seen), Arc::new(answer), Arc::clone(&open));
        thread::spawn(move || {
            for line in listener.incoming() {
                let (all, answer, lines) = (Arc::clone(&all), Arc::clone(&answer), Arc::clone(&lines));
                lines.lock().unwrap()[0] += 1;
                thread::spawn(move || {
                    let serve = AssertUnwindSafe(|| serve(line.unwrap(), &all, &*answer));
                    let failed = catch_unwind(serve).is_err();
                    let mut lines = lines.lock().unwrap();
                    *lines = [lines[0] - 1, lines[1] + usize::from(failed)];
                });
            }
        });
        Server { port, seen, open }
    }

    /// Waits until every line is closed, and fails where an answer did.
    pub fn rest(&self) {
        while self.open.lock().unwrap()[0] > 0 {
            thread::sleep(Duration::from_millis(10));
        }
        assert_eq!(self.open.lock().unwrap()[1], 0);
    }

    /// Files of a folder, as a web space serves them.
    pub fn folder(folder: std::path::PathBuf) -> Server {
        Server::start(move |request, line| {
            match std::fs::read(folder.join(request.path.rsplit('/').next().unwrap())) {
                Ok(bytes) => whole(line, &[], &bytes),
                Err(_) => status(line, 404, &[]),
            }
        })
    }

    pub fn at(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}/{path}", self.port)
    }

    /// What was asked for so far.
    pub fn seen(&self) -> Vec<Request> {
        self.seen.lock().unwrap().clone()
    }

    /// The paths that were asked for.
    pub fn paths(&self) -> Vec<String> {
        self.seen().into_iter().map(|request| request.path).collect()
    }
}

fn serve(mut line: TcpStream, all: &Mutex<Vec<Request>>, answer: &dyn Fn(&Request, &mut TcpStream)) {
    let mut reader = BufReader::new(line.try_clone().unwrap());
    let mut first = String::new();
    reader.read_line(&mut first).unwrap_or_default();
    let mut words = first.split_whitespace().map(str::to_owned);
    let (Some(method), Some(path)) = (words.next(), words.next()) else {
        // It speaks another language.
        return status(&mut line, 400, &[]);
    };
    let mut headers = BTreeMap::new();
    loop {
        let mut header = String::new();
        if reader.read_line(&mut header).unwrap_or_default() == 0 || header.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = header.split_once(':') {
            headers.insert(name.trim().to_lowercase(), value.trim().to_owned());
        }
    }
    let request = {
        let mut all = all.lock().unwrap();
        let before = all.iter().filter(|request| request.path == path).count();
        all.push(Request {
            method,
            path,
            headers,
            before,
        });
        all.last().unwrap().clone()
    };
    match request.method.as_str() {
        // As Italia Domani does, whatever there is.
        "HEAD" => status(&mut line, 404, &[]),
        _ => answer(&request, &mut line),
    }
}

/// The head of an answer. Who is gone is written to no more.
pub fn head(line: &mut TcpStream, status: u16, headers: &[(&str, &str)]) {
    let headers: String = headers
        .iter()
        .map(|(name, value)| format!("{name}: {value}\r\n"))
        .collect();
    _ = write!(line, "HTTP/1.1 {status} x\r\nConnection: close\r\n{headers}\r\n");
}

/// An answer without a body.
pub fn status(line: &mut TcpStream, status: u16, headers: &[(&str, &str)]) {
    head(line, status, &[&[("Content-Length", "0")], headers].concat());
}

/// A whole body.
pub fn whole(line: &mut TcpStream, headers: &[(&str, &str)], body: &[u8]) {
    cut(line, headers, body, body.len());
}

/// A body that breaks off after so many bytes.
pub fn cut(line: &mut TcpStream, headers: &[(&str, &str)], body: &[u8], after: usize) {
    let length = body.len().to_string();
    head(
        line,
        200,
        &[&[("Content-Length", length.as_str())], headers].concat(),
    );
    _ = line.write_all(&body[..after]);
}

/// What follows behind the first bytes.
pub fn rest(line: &mut TcpStream, headers: &[(&str, &str)], body: &[u8], from: usize) {
    let length = (body.len() - from).to_string();
    let range = format!("bytes {from}-{}/{}", body.len() - 1, body.len());
    let both = [
        ("Content-Length", length.as_str()),
        ("Content-Range", range.as_str()),
    ];
    head(line, 206, &[&both, headers].concat());
    _ = line.write_all(&body[from..]);
}

/// Bytes without an end; yields how many were wanted.
pub fn endless(line: &mut TcpStream, begin: &[u8]) -> usize {
    _ = line.set_write_timeout(Some(Duration::from_secs(5)));
    let mut sent = 0;
    let row = [b'x'; 1 << 16];
    if line.write_all(begin).is_err() {
        return 0;
    }
    while sent < 1 << 30 && line.write_all(&row).is_ok() {
        sent += row.len();
    }
    sent
}
