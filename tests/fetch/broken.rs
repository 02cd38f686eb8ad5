//! Lines that break, stall and are asked to wait.

use super::*;
use crate::server::{cut, endless, head, rest, status, whole};
use std::io::Write as _;
use std::thread;
use std::time::Duration;

#[test]
fn what_broke_off_is_gone_on_with() {
    let body = places(MANY);
    let (sent, half) = (body.clone(), body.len() / 2);
    let server = Server::start(move |request, line| match request.from() {
        None => cut(line, &[MARK], &sent, half),
        Some(from) => rest(line, &[MARK], &sent, from),
    });
    let world = World::new();
    world.list(&server, &[PLACES]);
    let said = world.fetch();
    assert_eq!(said.code, Some(0), "{said:?}");
    assert!(
        said.err.contains("si è interrotto") && said.err.contains("Riprovo"),
        "{said:?}"
    );
    assert!(said.err.contains("riprendo da"), "{said:?}");
    assert_eq!(fs::read(world.table(PLACES)).unwrap(), body);
    assert!(!world.table("PNRR_Localizzazione.csv.part").exists());
    let seen = server.seen();
    assert!(seen.iter().all(|request| request.method == "GET"), "{seen:?}");
    let second = &seen[1].headers;
    assert_eq!(
        (second["range"].clone(), &*second["if-range"]),
        (format!("bytes={half}-"), "\"one\"")
    );
}

#[test]
fn who_ignores_a_range_is_read_from_the_beginning() {
    let body = places(MANY);
    let (sent, half) = (body.clone(), body.len() / 2);
    let server = Server::start(move |request, line| match request.before {
        0 => cut(line, &[MARK], &sent, half),
        _ => whole(line, &[MARK], &sent),
    });
    let world = World::new();
    world.list(&server, &[PLACES]);
    assert_eq!(world.fetch().code, Some(0));
    assert_eq!(server.seen()[1].from(), Some(half));
    assert_eq!(fs::read(world.table(PLACES)).unwrap(), body);
}

/// Nothing tells whether what would follow belongs to what is there.
#[test]
fn without_a_mark_all_is_asked_for_again() {
    let body = places(MANY);
    let sent = body.clone();
    let server = Server::start(move |request, line| match request.before {
        0 => cut(line, &[("ETag", "W/\"weak\"")], &sent, sent.len() / 2),
        _ => whole(line, &[], &sent),
    });
    let world = World::new();
    world.list(&server, &[PLACES]);
    assert_eq!(world.fetch().code, Some(0));
    assert_eq!(server.seen()[1].from(), None);
    assert_eq!(fs::read(world.table(PLACES)).unwrap(), body);
}

#[test]
fn the_next_day_goes_on_where_today_broke_off() {
    let body = places(MANY);
    let (sent, half) = (body.clone(), body.len() / 2);
    let server = Server::start(move |request, line| match (request.before, request.from()) {
        (0, _) => cut(line, &[MARK], &sent, half),
        // Never so much as a byte more, until tomorrow.
        (1..=4, _) => head(line, 500, &[]),
        (_, Some(from)) => rest(line, &[MARK], &sent, from),
        (_, None) => status(line, 500, &[]),
    });
    let world = World::new();
    world.list(&server, &[PLACES]);
    let said = world.refused(PLACES);
    assert!(said.err.contains("lo stesso comando"), "{said:?}");
    let part = world.table("PNRR_Localizzazione.csv.part");
    assert_eq!(fs::metadata(&part).unwrap().len(), half as u64);
    assert_eq!(world.fetch().code, Some(0));
    assert_eq!(server.seen()[5].from(), Some(half));
    assert_eq!(fs::read(world.table(PLACES)).unwrap(), body);
}

#[test]
fn a_part_of_another_version_is_not_mixed_in() {
    let (old, new) = (places(MANY), places(MANY + 7));
    let sent = new.clone();
    let server = Server::start(move |request, line| match request.before {
        0 => cut(line, &[MARK], &old, old.len() / 2),
        // By `if-range` the publisher sends all of what is newer.
        _ => whole(line, &[("ETag", "\"two\"")], &sent),
    });
    let world = World::new();
    world.list(&server, &[PLACES]);
    assert_eq!(world.fetch().code, Some(0));
    assert_eq!(fs::read(world.table(PLACES)).unwrap(), new);
}

#[test]
fn a_part_that_is_whole_is_asked_for_no_more() {
    let body = places(MANY);
    let (sent, length) = (body.clone(), body.len());
    let server = Server::start(move |request, line| match request.from() {
        // One byte more was promised than there is.
        None => {
            let promised = (length + 1).to_string();
            head(line, 200, &[("Content-Length", &promised), MARK]);
            _ = line.write_all(&sent);
        }
        Some(from) => {
            assert_eq!(from, length);
            let whole = format!("bytes */{length}");
            status(line, 416, &[("Content-Range", &whole)]);
        }
    });
    let world = World::new();
    world.list(&server, &[PLACES]);
    assert_eq!(world.fetch().code, Some(0));
    assert_eq!(
        (server.seen().len(), fs::read(world.table(PLACES)).unwrap()),
        (2, body)
    );
}

#[test]
fn who_says_nothing_for_too_long_is_left() {
    let body = places(MANY);
    let sent = body.clone();
    let server = Server::start(move |request, line| match request.from() {
        None => {
            cut(line, &[MARK], &sent, sent.len() / 2);
            // Longer than is waited for between two pieces.
            thread::sleep(Duration::from_secs(20));
        }
        Some(from) => rest(line, &[MARK], &sent, from),
    });
    let world = World::new();
    world.list(&server, &[PLACES]);
    let said = world.fetch();
    assert_eq!(said.code, Some(0), "{said:?}");
    assert!(said.err.contains("non risponde da troppo tempo"), "{said:?}");
    assert_eq!(fs::read(world.table(PLACES)).unwrap(), body);
}

#[test]
fn who_asks_for_patience_is_asked_again_later() {
    let body = places(3);
    let server = Server::start(move |request, line| match request.before {
        0 => status(line, 503, &[("Retry-After", "3")]),
        1 => status(line, 429, &[]),
        _ => whole(line, &[], &body),
    });
    let world = World::new();
    world.list(&server, &[PLACES]);
    let said = world.fetch();
    assert_eq!(said.code, Some(0), "{said:?}");
    assert!(
        said.err.contains("troppe richieste. Riprovo fra 3 secondi"),
        "{said:?}"
    );
    assert!(said.err.contains("Riprovo fra 5 secondi"), "{said:?}");
    // Nobody sits there for an hour.
    let server = Server::start(|_, line| status(line, 503, &[("Retry-After", "3600")]));
    world.list(&server, &["PNRR_Gare.csv"]);
    let said = world.refused("PNRR_Gare.csv");
    assert!(
        said.err.contains("troppe richieste") && !said.err.contains("Riprovo"),
        "{said:?}"
    );
    assert_eq!(server.seen().len(), 1);
}

/// Without a length only the last row tells.
#[test]
fn a_table_that_ends_in_the_midst_of_a_row_is_not_whole() {
    let body = places(MANY);
    let sent = body.clone();
    let server = Server::start(move |request, line| {
        head(line, 200, &[]);
        let end = if request.before == 0 {
            sent.len() - 30
        } else {
            sent.len()
        };
        _ = line.write_all(&sent[..end]);
    });
    let world = World::new();
    world.list(&server, &[PLACES]);
    let said = world.fetch();
    assert_eq!(said.code, Some(0), "{said:?}");
    assert!(
        said.err.contains("ultima riga") && said.err.contains("Riprovo"),
        "{said:?}"
    );
    assert_eq!(fs::read(world.table(PLACES)).unwrap(), body);
}

/// Also where it is the publisher's own file that is cut.
#[test]
fn a_table_that_is_never_whole_is_not_taken() {
    let mut body = places(MANY);
    body.truncate(body.len() - 30);
    let server = Server::start(move |_, line| whole(line, &[MARK], &body));
    let world = World::new();
    world.list(&server, &[PLACES]);
    let said = world.refused(PLACES);
    assert!(
        said.err.contains("ultima riga") && said.err.contains("navigatore"),
        "{said:?}"
    );
    assert_eq!(server.seen().len(), 5);
}

#[test]
fn a_body_without_an_end_is_left_in_time() {
    let server = Server::start(|request, line| {
        match &*request.path {
            "/PNRR_Gare.csv" => head(line, 200, &[("Content-Length", "9000000000")]),
            _ => head(line, 200, &[]),
        }
        assert!(endless(line, &places(MANY)) < 100 << 20);
    });
    let world = World::new();
    world.list_with(&server, &[PLACES, "PNRR_Gare.csv"], "massimo = 1000000");
    let said = world.refused(PLACES);
    assert_eq!(
        said.err.matches("più lungo di 1.000.000 byte").count(),
        2,
        "{said:?}"
    );
    server.rest();
    let left = fs::read_dir(world.table("")).unwrap().flatten();
    assert!(
        left.map(|file| file.metadata().unwrap().len())
            .all(|length| length < 10_000)
    );
}

#[test]
fn ctrl_c_keeps_what_came_and_says_so() {
    let body = places(MANY);
    let (sent, half) = (body.clone(), body.len() / 2);
    let server = Server::start(move |request, line| match request.from() {
        None => {
            cut(line, &[MARK], &sent, half);
            thread::sleep(Duration::from_secs(20));
        }
        Some(from) => rest(line, &[MARK], &sent, from),
    });
    let world = World::new();
    world.list(&server, &[PLACES]);
    let mut command = world.command(&["scarica", "--regione", "toscana"]);
    command.env("SPORTELLO_SECONDO", "1000").stderr(Stdio::piped());
    let child = command.spawn().unwrap();
    let part = world.table("PNRR_Localizzazione.csv.part");
    while fs::metadata(&part).map_or(0, |meta| meta.len()) < half as u64 {
        thread::sleep(Duration::from_millis(20));
    }
    #[allow(unsafe_code)]
    // SAFETY: it takes two numbers.
    unsafe {
        libc::kill(child.id().cast_signed(), libc::SIGINT)
    };
    let output = child.wait_with_output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{err}");
    assert!(
        err.contains("Interrotto") && err.contains("riprende da lì"),
        "{err}"
    );
    assert_eq!(world.fetch().code, Some(0));
    assert_eq!(server.seen()[1].from(), Some(half));
    assert_eq!(fs::read(world.table(PLACES)).unwrap(), body);
}
