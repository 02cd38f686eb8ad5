//! What is not taken, and what a person can do then.

use super::*;
use crate::server::{endless, head, status, whole};

#[test]
fn who_turns_programs_away_leaves_the_browser() {
    let server = Server::start(
        |request, line| match request.headers["user-agent"].contains("Sportello") {
            true => status(line, 403, &[]),
            false => whole(line, &[], &places(3)),
        },
    );
    let world = World::new();
    world.list(&server, &[PLACES, "PNRR_Gare.csv"]);
    let said = world.refused(PLACES);
    assert!(
        said.err.contains("non accetta questo programma (risposta 403)"),
        "{said:?}"
    );
    for file in [PLACES, "PNRR_Gare.csv"] {
        let how = format!(
            "{file}: si può scaricare con il navigatore da {}",
            server.at(file)
        );
        assert!(
            said.err.contains(&how) && said.err.contains("mettere in tabelle"),
            "{said:?}"
        );
    }
    // Neither tried again nor asked for the next table.
    assert_eq!(server.paths(), [format!("/{PLACES}")]);
    // What the person put there is as good.
    fs::write(world.table(PLACES), places(3)).unwrap();
    let said = world.fetch();
    assert!(said.out.contains("messa a mano (righe 3)"), "{said:?}");
}

#[test]
fn a_page_is_no_table() {
    for page in ["<!DOCTYPE html><html>Accesso</html>", "\u{feff}\n <html></html>"] {
        let server =
            Server::start(move |_, line| whole(line, &[("Content-Type", "text/csv")], page.as_bytes()));
        let world = World::new();
        world.list(&server, &[PLACES]);
        let said = world.refused(PLACES);
        assert!(
            said.err.contains("una pagina del sito") && said.err.contains("navigatore"),
            "{said:?}"
        );
        assert_eq!(server.seen().len(), 1);
    }
}

/// Of 317 MB only the first bytes are taken.
#[test]
fn a_changed_header_is_told_before_the_rest_comes() {
    let server = Server::start(|_, line| {
        head(line, 200, &[("Content-Length", "317000000")]);
        let header = "Codice Univoco Submisura;CUP;Codice Locale Progetto;Regione;Provincia;Luogo;CAP\r\n";
        assert!(endless(line, header.as_bytes()) < 50 << 20);
    });
    let world = World::new();
    world.list(&server, &[PLACES]);
    let said = world.refused(PLACES);
    server.rest();
    assert!(
        said.err.contains("Luogo") && said.err.contains("Comune"),
        "{said:?}"
    );
    assert!(said.err.contains("Non è più la tabella che conosco"), "{said:?}");
    assert!(!world.table("PNRR_Localizzazione.csv.part").exists());
}

#[test]
fn a_column_more_is_no_trouble() {
    let table = String::from_utf8(places(3)).unwrap();
    let body = table
        .replacen("CAP;", "CAP;Colonna nuova;", 1)
        .replace(";59100;", ";59100;x;");
    let server = Server::start(move |_, line| whole(line, &[], body.as_bytes()));
    let world = World::new();
    world.list(&server, &[PLACES]);
    let said = world.fetch();
    assert_eq!(said.code, Some(0), "{said:?}");
    assert!(world.table("PNRR_Localizzazione.csv").exists());
}

#[test]
fn redirects_are_followed_and_not_for_ever() {
    let server = Server::start(|request, line| match &*request.path {
        "/PNRR_Localizzazione.csv" => status(line, 302, &[("Location", "/elsewhere")]),
        "/elsewhere" => whole(line, &[], &places(3)),
        _ => status(line, 301, &[("Location", "/PNRR_Gare.csv")]),
    });
    let world = World::new();
    world.list(&server, &[PLACES, "PNRR_Gare.csv"]);
    let said = world.fetch();
    assert_eq!(said.code, Some(3), "{said:?}");
    assert!(
        said.err.contains("da un indirizzo all'altro senza fine"),
        "{said:?}"
    );
    assert_eq!(fs::read(world.table(PLACES)).unwrap(), places(3));
    assert!(server.seen().len() < 12);
}

#[test]
fn what_comes_compressed_is_not_taken() {
    let server = Server::start(|request, line| {
        assert!(!request.headers.contains_key("accept-encoding"));
        whole(line, &[("Content-Encoding", "gzip")], b"\x1f\x8b\x08\0\0");
    });
    let world = World::new();
    world.list(&server, &[PLACES]);
    let said = world.refused(PLACES);
    server.rest();
    assert!(said.err.contains("arriva compresso"), "{said:?}");
}

#[test]
fn what_is_there_and_not_ours_is_left_alone() {
    let server = Server::start(|_, line| whole(line, &[], &places(3)));
    let world = World::new();
    world.list(&server, &[PLACES]);
    fs::create_dir(world.table("")).unwrap();
    for name in [PLACES, "PNRR_Localizzazione.csv.part"] {
        fs::write(world.table(name), "una lettera").unwrap();
        let said = world.fetch();
        assert_eq!(said.code, Some(3), "{said:?}");
        assert!(
            said.err.contains("non l'ho scritto io") && said.err.contains(name),
            "{said:?}"
        );
        assert_eq!(fs::read_to_string(world.table(name)).unwrap(), "una lettera");
        fs::remove_file(world.table(name)).unwrap();
    }
    assert!(server.seen().is_empty());
}

#[test]
fn two_programs_do_not_fetch_into_one_folder() {
    let server = Server::start(|_, line| whole(line, &[], &places(3)));
    let world = World::new();
    world.list(&server, &[PLACES]);
    fs::create_dir(world.table("")).unwrap();
    let lock = fs::File::create(world.table("sportello-tabelle.blocco")).unwrap();
    lock.lock().unwrap();
    let said = world.refused(PLACES);
    assert!(said.err.contains("sta già scaricando"), "{said:?}");
    assert!(server.seen().is_empty());
    drop(lock);
    assert_eq!(world.fetch().code, Some(0));
}

#[test]
fn a_list_says_what_is_wrong_with_it() {
    let world = World::new();
    for (text, says) in [
        ("[[tabella]]\nfile = \"a.csv\"\nindirizo = \"x\"\n", "riga 3"),
        (
            "[[tabella]]\nfile = \"../a.csv\"\nindirizzo = \"https://example.org/a.csv\"\n",
            "../a.csv",
        ),
        (
            "[[tabella]]\nfile = \"a.csv\"\nindirizzo = \"http://example.org/a.csv\"\n",
            "https://",
        ),
        (
            "[[tabella]]\nfile = \"a.csv\"\nindirizzo = \"https://example.org/a.csv\"\nregioni = [\"12\"]\n",
            "regione",
        ),
    ] {
        fs::write(world.home().join("mio.toml"), text).unwrap();
        let said = world.run(&["scarica", "--regione", "toscana", "--elenco", "mio.toml"]);
        assert_eq!(said.code, Some(3), "{said:?}");
        assert!(
            said.err.contains(says) && said.err.contains("mio.toml"),
            "{says}: {said:?}"
        );
    }
    let said = world.run(&["scarica", "--regione", "etruria"]);
    assert_eq!(said.code, Some(2), "{said:?}");
    assert!(!world.table("").exists());
}

/// Whom nobody vouches for is not believed, and what cannot be found is told.
#[test]
fn the_other_side_is_who_it_says() {
    let server = Server::start(|_, line| whole(line, &[], &places(3)));
    let world = World::new();
    let list = |address: &str| {
        let text = format!("[[tabella]]\nfile = {PLACES:?}\nindirizzo = {address:?}\n");
        fs::write(world.home().join("indirizzi.toml"), text).unwrap();
    };
    // It speaks without TLS where TLS is asked for.
    list(&format!("https://127.0.0.1:{}/{PLACES}", server.port));
    let said = world.refused(PLACES);
    assert!(
        said.err.contains("certificato") && !said.err.contains("Riprovo"),
        "{said:?}"
    );
    // Nobody is there any more.
    let gone = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    list(&format!("http://{gone}/{PLACES}"));
    let said = world.refused(PLACES);
    assert!(said.err.contains("controllate che ci sia la rete"), "{said:?}");
    assert_eq!(said.err.matches("Riprovo").count(), 4, "{said:?}");
}

/// What goes out goes by the proxy of the office.
#[test]
fn the_proxy_of_the_system_is_asked() {
    let proxy = Server::start(|_, line| status(line, 407, &[]));
    let world = World::new();
    let text = format!("[[tabella]]\nfile = {PLACES:?}\nindirizzo = \"https://tabelle.invalid/x.csv\"\n");
    fs::write(world.home().join("indirizzi.toml"), text).unwrap();
    let mut command = world.command(&["scarica", "--regione", "toscana"]);
    let output = command.env("HTTPS_PROXY", proxy.at("")).output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(err.contains("Il proxy della rete non lascia passare"), "{err}");
    let seen = proxy.seen();
    assert_eq!(
        (&*seen[0].method, &*seen[0].path),
        ("CONNECT", "tabelle.invalid:443")
    );
}
