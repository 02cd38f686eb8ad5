//! A package from an address: by the same checks as from a stick, and nothing is asked for but what is
//! wanted.

use super::server::{self, Server, cut, endless, head, status, whole};
use super::*;
use std::process::{Command, Output};

fn run(world: &World, args: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sportello"));
    for proxy in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"] {
        command.env_remove(proxy).env_remove(proxy.to_lowercase());
    }
    command
        .args(args)
        .env("SPORTELLO_CASA", world.at("desk"))
        .env("SPORTELLO_OGGI", "2026-11-30")
        .env("SPORTELLO_SECONDO", "40");
    let Output {
        status,
        stdout,
        stderr,
    } = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code(), text(stdout), text(stderr))
}

fn trust(world: &World, more: &str) {
    let text = format!("chiavi = [\"{}\"]\n{more}", world.key.key);
    fs::write(world.at("desk").join("impostazioni.toml"), text).unwrap();
}

/// What is refused is told in one line, and leaves all as it was.
fn refused(world: &World, address: &str) -> String {
    let before = (world.opened(), world.files());
    let (code, out, err) = run(world, &["aggiorna", "--da", address]);
    assert_eq!((code, out.as_str()), (Some(3), ""), "{err}");
    assert!(err.contains("restano i dati che c'erano"), "{err}");
    assert_eq!((world.opened(), world.files()), before, "{err}");
    err
}

#[test]
fn a_package_comes_from_an_address_and_is_passed_on() {
    let world = World::new();
    let published = world.publish(3);
    trust(&world, "");
    let server = Server::folder(world.stick());
    let (code, out, err) = run(&world, &["aggiorna", "--da", &server.at("")]);
    assert_eq!(code, Some(0), "{err}");
    assert!(out.contains(&renew::fingerprint(&world.key.key)), "{out}");
    assert_eq!(world.opened(), (3, false));
    let name = published.manifest.name();
    let wanted = [
        "/sportello-dati.json".to_owned(),
        format!("/{}", name.manifest()),
        format!("/{}", name.signature()),
        format!("/{}", name.package()),
    ];
    assert_eq!(server.paths(), wanted);
    for request in server.seen() {
        let names: Vec<&str> = request.headers.keys().map(String::as_str).collect();
        assert_eq!(
            (&*request.method, names),
            ("GET", vec!["accept", "host", "user-agent"])
        );
    }
    // What is at hand is not fetched once more.
    let (code, out, _) = run(&world, &["aggiorna", "--da", &server.at("sportello-dati.json")]);
    assert_eq!(code, Some(0));
    assert!(out.contains("Avete già questi dati"), "{out}");
    assert_eq!(server.paths()[4..], wanted[..3]);
    let next = world.at("next").display().to_string();
    assert_eq!(run(&world, &["aggiorna", "--copia", &next]).0, Some(0));
    assert!(world.at("next").join(name.package()).is_file());
}

#[test]
fn nothing_goes_to_the_net_before_it_is_asked_for() {
    let world = World::new();
    world.publish(3);
    let server = Server::folder(world.stick());
    trust(&world, &format!("aggiornamenti = {:?}\n", server.at("dati")));
    let (code, out, _) = run(&world, &["aggiorna"]);
    assert_eq!(code, Some(1));
    assert!(out.contains("sportello aggiorna --da rete"), "{out}");
    for args in [&["dati"][..], &["cerca", "asilo"], &["aggiorna", "--copia", "x"]] {
        run(&world, args);
    }
    assert!(server.seen().is_empty());
    assert_eq!(run(&world, &["aggiorna", "--da", "rete"]).0, Some(0));
    assert_eq!(server.paths()[0], "/dati/sportello-dati.json");
    trust(&world, "");
    let err = refused(&world, "rete");
    assert!(err.contains("nelle impostazioni non c'è un indirizzo"), "{err}");
}

#[test]
fn what_nobody_signed_is_not_taken_from_the_net() {
    let world = World::new();
    let snapshot = world.archive(3, made_up::PRATO, "30/09/2026");
    world.publish_as(&snapshot, None, None);
    let server = Server::folder(world.stick());
    let address = server.at("");
    let (code, _, err) = run(&world, &["aggiorna", "--da", &address, "--senza-firma"]);
    assert_eq!(code, Some(3));
    assert!(err.contains("dalla rete si prendono solo dati firmati"), "{err}");
    assert!(server.seen().is_empty());
    // Neither is it offered.
    trust(&world, "");
    let err = refused(&world, &address);
    assert!(
        err.contains("non sono firmati") && !err.contains("--senza-firma"),
        "{err}"
    );
    world.publish(3);
    fs::remove_file(world.at("desk").join("impostazioni.toml")).unwrap();
    let err = refused(&world, &address);
    assert!(err.contains("chiavi") && !err.contains("--senza-firma"), "{err}");
}

#[test]
fn an_older_package_does_not_come_again() {
    let world = World::new();
    trust(&world, "");
    let first = world.publish(3);
    let old = world.at("old");
    fs::create_dir(&old).unwrap();
    for file in fs::read_dir(world.stick()).unwrap().flatten() {
        fs::copy(file.path(), old.join(file.file_name())).unwrap();
    }
    world.publish(4);
    let (today, replay) = (Server::folder(world.stick()), Server::folder(old));
    assert_eq!(run(&world, &["aggiorna", "--da", &today.at("")]).0, Some(0));
    let err = refused(&world, &replay.at(""));
    assert!(err.contains("più vecchi"), "{err}");
    let package = format!("/{}", first.manifest.name().package());
    assert!(
        !replay.paths().contains(&package),
        "what is not taken is not fetched"
    );
}

#[test]
fn a_package_of_another_region_does_not_come() {
    let world = World::new();
    trust(&world, "");
    let snapshot = world.archive(3, ROMA, "30/09/2026");
    world.publish_as(&snapshot, Some(&world.key.secret), None);
    let server = Server::folder(world.stick());
    let err = refused(&world, &server.at(""));
    assert!(err.contains("Lazio"), "{err}");
    assert!(server.paths().iter().all(|path| !path.ends_with(".zst")));
}

#[test]
fn a_pointer_that_leads_out_of_the_folder_leads_nowhere() {
    let world = World::new();
    trust(&world, "");
    let far = "9".repeat(70_000);
    for (name, region) in [
        ("../../etc/passwd", "09"),
        ("/etc/passwd", "09"),
        ("sportello-09-2026-09-30-1/../../x", "09"),
        ("http://elsewhere.invalid/x", "09"),
        ("sportello-09-2026-09-30-01", "09"),
        ("sportello-12-2026-09-30-1", "09"),
        (far.as_str(), "09"),
        ("../x", "../09"),
    ] {
        let pointer = format!("{{\"format\":1,\"newest\":{{{region:?}:{name:?}}}}}");
        let server = Server::start(move |_, line| whole(line, &[], pointer.as_bytes()));
        refused(&world, &server.at(""));
        assert_eq!(server.paths(), ["/sportello-dati.json"], "{name:.40}");
    }
}

#[test]
fn a_package_that_breaks_off_comes_whole_or_not_at_all() {
    let world = World::new();
    trust(&world, "");
    world.publish(3);
    let stick = world.stick();
    let breaking = |times: usize| {
        let stick = stick.clone();
        Server::start(move |request, line| {
            let bytes = fs::read(stick.join(&request.path[1..])).unwrap();
            match request.path.ends_with(".zst") && request.before < times {
                true => cut(line, &[], &bytes, bytes.len() / 2),
                false => whole(line, &[], &bytes),
            }
        })
    };
    let err = refused(&world, &breaking(usize::MAX).at(""));
    assert!(err.contains("si è interrotto"), "{err}");
    let (code, _, err) = run(&world, &["aggiorna", "--da", &breaking(2).at("")]);
    assert_eq!(code, Some(0), "{err}");
    assert_eq!(world.opened(), (3, false));
}

#[test]
fn what_has_no_end_is_left_in_time() {
    let world = World::new();
    trust(&world, "");
    world.publish(3);
    for ending in ["sportello-dati.json", "1.json", ".minisig", ".zst"] {
        let stick = world.stick();
        let server = Server::start(move |request, line| {
            let bytes = fs::read(stick.join(&request.path[1..])).unwrap();
            match request.path.ends_with(ending) {
                true => {
                    head(line, 200, &[]);
                    assert!(endless(line, &bytes) < 50 << 20);
                }
                false => whole(line, &[], &bytes),
            }
        });
        let err = refused(&world, &server.at(""));
        server.rest();
        assert!(err.contains("è più lungo di"), "{ending}: {err}");
    }
}

#[test]
fn what_was_changed_on_the_way_is_not_taken() {
    let world = World::new();
    trust(&world, "");
    world.publish(3);
    for ending in [".zst", "1.json"] {
        let stick = world.stick();
        let server = Server::start(move |request, line| {
            let mut bytes = fs::read(stick.join(&request.path[1..])).unwrap();
            if request.path.ends_with(ending) {
                let at = bytes.len() - 10;
                bytes[at] ^= 1;
            }
            whole(line, &[], &bytes);
        });
        refused(&world, &server.at(""));
    }
    let nowhere = Server::start(|_, line| status(line, 404, &[]));
    let err = refused(&world, &nowhere.at("dati"));
    assert!(
        err.contains("/dati/sportello-dati.json") && err.contains("404"),
        "{err}"
    );
    let away = Server::start(|_, line| server::status(line, 302, &[("Location", "ftp://127.0.0.1/x")]));
    refused(&world, &away.at(""));
    for wrong in ["https://", "http://127.0.0.1/x?y=1"] {
        let err = refused(&world, wrong);
        assert!(err.contains("non è l'indirizzo di una cartella"), "{err}");
    }
}

/// What is signed may come without TLS, but what begins with TLS stays so.
#[test]
fn http_goes_through_the_proxy_too() {
    let world = World::new();
    trust(&world, "");
    let proxy = Server::start(|_, line| status(line, 407, &[]));
    let mut command = Command::new(env!("CARGO_BIN_EXE_sportello"));
    command
        .args(["aggiorna", "--da", "http://dati.invalid/toscana"])
        .env("SPORTELLO_CASA", world.at("desk"))
        .env("SPORTELLO_SECONDO", "40")
        .env("HTTP_PROXY", proxy.at(""));
    let output = command.output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(err.contains("proxy") && err.contains("restano i dati"), "{err}");
    assert!(
        proxy.seen()[0].path.contains("dati.invalid"),
        "{:?}",
        proxy.seen()
    );
}
