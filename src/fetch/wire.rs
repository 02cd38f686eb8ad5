//! One request to one address. It runs on a thread of its own, so that whoever waits can be called
//! off at any moment.

use super::trouble::Trouble;
use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};
use ureq::http::{HeaderMap, Response, header};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Body};

/// How long a second is, in milliseconds: the tests do not wait as people do.
const SECOND: &str = "SPORTELLO_SECONDO";
/// In seconds: until a name is found, until someone answers, between two pieces of an answer.
const CONNECT: u32 = 20;
const ANSWER: u32 = 60;
const READ: u32 = 30;
const MOST_REDIRECTS: u32 = 5;
const CHUNK: usize = 64 << 10;
/// So many pieces wait to be written.
const AHEAD: usize = 16;
/// How often is looked whether the person called it off.
const LOOK: Duration = Duration::from_millis(50);

/// The line to the world.
#[derive(Clone, Debug)]
pub struct Wire {
    second: Duration,
    cancel: Arc<AtomicBool>,
}

/// What an answer says before its body.
#[derive(Clone, Debug, Default)]
pub struct Head {
    pub status: u16,
    pub etag: Option<String>,
    pub modified: Option<String>,
    pub length: Option<u64>,
    /// Where a part begins, and how long the whole is.
    pub range: Option<(Option<u64>, Option<u64>)>,
    /// Seconds to wait.
    pub after: Option<u64>,
    pub is_packed: bool,
}

enum Piece {
    Head(Head),
    Bytes(Vec<u8>),
    End,
    Broken(Trouble),
}

/// An answer whose body is still coming.
pub struct Answer {
    pub head: Head,
    pieces: Receiver<Piece>,
    cancel: Arc<AtomicBool>,
}

impl Wire {
    /// `cancel`, set to true, ends whatever is at hand.
    pub fn new(cancel: Arc<AtomicBool>) -> Wire {
        let second = std::env::var(SECOND).ok().and_then(|ms| ms.parse().ok());
        Wire {
            second: Duration::from_millis(second.unwrap_or(1_000)),
            cancel,
        }
    }

    /// Asks for an address. What begins with https:// stays so through every redirect.
    pub fn get(&self, address: &str, headers: &[(&'static str, String)]) -> Result<Answer, Trouble> {
        let agent = self.agent(address.starts_with("https://"));
        let (tell, pieces) = sync_channel(AHEAD);
        let (address, headers) = (address.to_owned(), headers.to_vec());
        let asked = thread::Builder::new().spawn(move || {
            let mut request = agent.get(&address);
            for (name, value) in headers {
                request = request.header(name, value);
            }
            match request.call() {
                Ok(answer) => read(answer, &tell),
                // Nobody may be listening any more.
                Err(error) => _ = tell.send(Piece::Broken(Trouble::of(error))),
            }
        });
        asked.map_err(|_| Trouble::Line)?;
        let mut answer = Answer {
            head: Head::default(),
            pieces,
            cancel: Arc::clone(&self.cancel),
        };
        match answer.piece()? {
            Piece::Head(head) => answer.head = head,
            Piece::Broken(trouble) => return Err(trouble),
            Piece::Bytes(_) | Piece::End => return Err(Trouble::Cut),
        }
        Ok(answer)
    }

    fn agent(&self, https: bool) -> Agent {
        let seconds = |n: u32| Some(self.second * n);
        let tls = TlsConfig::builder()
            .root_certs(RootCerts::PlatformVerifier)
            .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .build();
        let name = concat!(
            "Mozilla/5.0 (compatible; Sportello/",
            env!("CARGO_PKG_VERSION"),
            ")"
        );
        Agent::config_builder()
            .tls_config(tls)
            .https_only(https)
            .http_status_as_error(false)
            .max_redirects(MOST_REDIRECTS)
            .user_agent(name)
            .accept("*/*")
            .timeout_resolve(seconds(CONNECT))
            .timeout_connect(seconds(CONNECT))
            .timeout_send_request(seconds(CONNECT))
            .timeout_recv_response(seconds(ANSWER))
            .timeout_per_read(seconds(READ))
            .max_idle_connections(0)
            .build()
            .into()
    }

    /// Waits, unless it is called off.
    pub fn wait(&self, seconds: u64) -> Result<(), Trouble> {
        let until = Instant::now()
            + self
                .second
                .saturating_mul(u32::try_from(seconds).unwrap_or(u32::MAX));
        loop {
            let left = until.saturating_duration_since(Instant::now());
            if self.cancel.load(Ordering::Relaxed) {
                return Err(Trouble::Cancelled);
            }
            if left.is_zero() {
                return Ok(());
            }
            thread::sleep(left.min(LOOK));
        }
    }
}

impl Answer {
    /// The next piece of the body; nothing at its end.
    pub fn next(&mut self) -> Result<Option<Vec<u8>>, Trouble> {
        match self.piece()? {
            Piece::Bytes(bytes) => Ok(Some(bytes)),
            Piece::Broken(trouble) => Err(trouble),
            Piece::End | Piece::Head(_) => Ok(None),
        }
    }

    /// The whole body, of at most so many bytes.
    pub fn all(mut self, most: u64) -> Result<Vec<u8>, Trouble> {
        let mut out = Vec::new();
        while let Some(bytes) = self.next()? {
            out.extend_from_slice(&bytes);
            if out.len() as u64 > most {
                return Err(Trouble::TooLarge(most));
            }
        }
        Ok(out)
    }

    fn piece(&mut self) -> Result<Piece, Trouble> {
        loop {
            if self.cancel.load(Ordering::Relaxed) {
                return Err(Trouble::Cancelled);
            }
            match self.pieces.recv_timeout(LOOK) {
                Ok(piece) => return Ok(piece),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Err(Trouble::Cut),
            }
        }
    }
}

/// Hands an answer on, piece by piece, until nobody wants it any more.
fn read(answer: Response<Body>, tell: &SyncSender<Piece>) {
    let head = Head::of(answer.status().as_u16(), answer.headers());
    if tell.send(Piece::Head(head)).is_err() {
        return;
    }
    let mut body = answer.into_body().into_reader();
    loop {
        let mut bytes = vec![0; CHUNK];
        let piece = match body.read(&mut bytes) {
            Ok(0) => Piece::End,
            Ok(read) => {
                bytes.truncate(read);
                Piece::Bytes(bytes)
            }
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(error) => Piece::Broken(Trouble::of(error.into()).in_the_midst()),
        };
        let is_last = !matches!(piece, Piece::Bytes(_));
        if tell.send(piece).is_err() || is_last {
            return;
        }
    }
}

impl Head {
    fn of(status: u16, headers: &HeaderMap) -> Head {
        let text = |name| {
            headers
                .get(name)
                .and_then(|value| value.to_str().ok())
                .map(str::trim)
        };
        let number = |name| text(name).and_then(|text| text.parse().ok());
        let packed = text(header::CONTENT_ENCODING).is_some_and(|way| !way.eq_ignore_ascii_case("identity"));
        Head {
            status,
            etag: text(header::ETAG).map(str::to_owned),
            modified: text(header::LAST_MODIFIED).map(str::to_owned),
            length: number(header::CONTENT_LENGTH),
            range: text(header::CONTENT_RANGE).and_then(range),
            after: number(header::RETRY_AFTER),
            is_packed: packed,
        }
    }
}

/// `bytes 500-999/1000`, `bytes */1000`.
fn range(text: &str) -> Option<(Option<u64>, Option<u64>)> {
    let (part, whole) = text.strip_prefix("bytes ")?.split_once('/')?;
    let from = part
        .split_once('-')
        .and_then(|(from, _)| from.trim().parse().ok());
    Some((from, whole.trim().parse().ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_says_where_it_begins_and_how_long_the_whole_is() {
        assert_eq!(range("bytes 500-999/1000"), Some((Some(500), Some(1000))));
        assert_eq!(range("bytes 0-9/*"), Some((Some(0), None)));
        assert_eq!(range("bytes */1000"), Some((None, Some(1000))));
        assert_eq!(range("lines 1-2/3"), None);
    }
}
