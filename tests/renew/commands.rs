//! The commands, as a region and a desk type them.

use super::*;
use std::io::Write;
use std::process::{Command, Output, Stdio};

fn sportello(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sportello"));
    command
        .env("SPORTELLO_CASA", home)
        .env("SPORTELLO_OGGI", "2026-11-30");
    command
}

fn run(home: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    let Output {
        status,
        stdout,
        stderr,
    } = sportello(home).args(args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code(), text(stdout), text(stderr))
}

fn settings(world: &World, more: &str) {
    let text = format!("chiavi = [\"{}\"]\n{more}", world.key.key);
    fs::write(world.at("desk").join("impostazioni.toml"), text).unwrap();
}

#[test]
fn a_round_from_the_region_to_the_second_desk() {
    let world = World::new();
    let at = |name: &str| world.at(name).display().to_string();
    let (home, stick, next) = (world.at("desk"), at("stick"), at("next"));
    let (code, said, _) = run(&home, &["chiave", &at("toscana.key")]);
    assert_eq!(code, Some(0));
    let print = renew::fingerprint(
        fs::read_to_string(at("toscana.pub"))
            .unwrap()
            .lines()
            .nth(1)
            .unwrap(),
    );
    assert!(said.contains(&print) && !said.contains(&world.key.key), "{said}");
    assert_eq!(run(&home, &["chiave", &at("toscana.key")]).0, Some(3));
    world.archive(3, made_up::PRATO, "30/09/2026");
    let archive = at("toscana-3.sqlite");
    let key = world.key.secret.display().to_string();
    let (code, said, told) = run(
        &home,
        &["pubblica", &stick, "--archivio", &archive, "--chiave", &key],
    );
    assert_eq!(code, Some(0), "{told}");
    assert!(
        said.contains("pacchetto numero 1") && said.contains("30 settembre 2026"),
        "{said}"
    );
    // Without a key in the settings nothing is taken.
    let (code, _, told) = run(&home, &["aggiorna", "--da", &stick]);
    assert_eq!(code, Some(3));
    assert!(
        told.contains("chiavi") && told.contains("restano i dati che c'erano"),
        "{told}"
    );
    assert_eq!(told.lines().count(), 1, "{told}");
    settings(&world, &format!("aggiornamenti = {stick:?}\n"));
    let (code, said, told) = run(&home, &["aggiorna"]);
    assert_eq!((code, told.as_str()), (Some(0), ""));
    assert!(
        said.contains("Toscana") && said.contains(&renew::fingerprint(&world.key.key)),
        "{said}"
    );
    let (_, said, _) = run(&home, &["dati"]);
    assert!(said.contains("30 settembre 2026"), "{said}");
    assert_eq!(run(&home, &["aggiorna"]).0, Some(1));
    // Whatever day the clock of the next desk shows.
    assert_eq!(run(&home, &["aggiorna", "--copia", &next]).0, Some(0));
    let second = world.at("second");
    fs::create_dir(&second).unwrap();
    fs::copy(home.join("impostazioni.toml"), second.join("impostazioni.toml")).unwrap();
    for (day, code) in [("1970-01-01", 0), ("2099-01-01", 0)] {
        let output = sportello(&second)
            .args(["aggiorna", "--da", &next])
            .env("SPORTELLO_OGGI", day)
            .output();
        assert_eq!(output.unwrap().status.code(), Some(code));
    }
    assert_eq!(run(&second, &["aggiorna", "--torna"]).0, Some(0));
    let (code, _, told) = run(&second, &["aggiorna", "--torna"]);
    assert_eq!(code, Some(3), "{told}");
}

#[test]
fn an_archive_that_nobody_signed_is_marked_on_every_page() {
    let world = World::new();
    let snapshot = world.archive(3, made_up::PRATO, "30/09/2026");
    world.publish_as(&snapshot, None, None);
    let (home, stick) = (world.at("desk"), world.stick().display().to_string());
    assert_eq!(run(&home, &["aggiorna", "--da", &stick]).0, Some(3));
    let (code, said, _) = run(&home, &["aggiorna", "--da", &stick, "--senza-firma"]);
    assert_eq!(code, Some(0));
    let mark = "Archivio non firmato";
    assert!(said.contains(mark), "{said}");
    let catalogue = snapshot.catalogue().unwrap();
    let id = catalogue.projects[0].id.to_string();
    for form in ["testo", "markdown", "html", "json"] {
        // What programs read of the data is no page; they are told as everybody is.
        let data = (form != "json").then_some(vec!["dati"]);
        let pages = [vec!["comune", "prato"], vec!["misura", "M4C1I1.01.00"]];
        for page in pages.into_iter().chain(data) {
            let (_, said, told) = run(&home, &[page, vec!["--formato", form]].concat());
            assert!(
                said.contains(mark) && told.contains(mark),
                "{form}: {said} {told}"
            );
        }
    }
    for form in ["testo", "markdown", "html"] {
        let (_, said, _) = run(&home, &["scheda", &id, "--formato", form]);
        assert!(said.contains(mark), "{form}: {said}");
        let (_, said, _) = run(&home, &["stampa", &id, "--formato", form]);
        assert!(said.contains(mark), "{form}: {said}");
    }
    let mut simple = sportello(&home);
    simple.arg("semplice").stdin(std::process::Stdio::null());
    let said = String::from_utf8(simple.output().unwrap().stdout).unwrap();
    assert!(said.contains(mark), "{said}");
    // Signed data take the mark away.
    world.publish_as(&snapshot, Some(&world.key.secret), None);
    settings(&world, "");
    assert_eq!(run(&home, &["aggiorna", "--da", &stick]).0, Some(0));
    let (_, said, told) = run(&home, &["comune", "prato"]);
    assert!(!said.contains(mark) && told.is_empty(), "{said} {told}");
}

#[test]
fn after_an_update_a_page_tells_what_changed() {
    let world = World::new();
    let (home, stick) = (world.at("desk"), world.stick().display().to_string());
    settings(&world, "");
    let (code, _, told) = run(&home, &["confronta"]);
    assert_eq!(code, Some(2), "nothing came in a package: {told}");
    for rows in [3, 4] {
        world.publish(rows);
        assert_eq!(run(&home, &["aggiorna", "--da", &stick]).0, Some(0));
    }
    let (code, said, told) = run(&home, &["confronta"]);
    assert_eq!((code, told.as_str()), (Some(0), ""));
    let says = "Dal 30 settembre 2026 in Toscana: un progetto nuovo.";
    assert!(said.contains(says), "{said}");
    let way = "Che cosa è cambiato dai dati di prima";
    let (_, said, _) = run(&home, &["dati"]);
    assert!(said.contains(way), "{said}");
    let mut simple = sportello(&home);
    simple
        .arg("semplice")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut child = simple.spawn().unwrap();
    let script = "dati\nvedi\naltri\n";
    child.stdin.take().unwrap().write_all(script.as_bytes()).unwrap();
    let said = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    assert!(said.contains(way), "{said}");
}

#[test]
fn the_simple_mode_takes_what_it_told_when_it_is_asked_again() {
    let world = World::new();
    let home = world.at("desk");
    settings(&world, &format!("aggiornamenti = {:?}\n", world.stick()));
    world.publish(3);
    let typed = |lines: &str| {
        let mut simple = sportello(&home);
        simple
            .arg("semplice")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let mut child = simple.spawn().unwrap();
        child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
        String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap()
    };
    let before = world.opened();
    let said = typed("aggiorna\nripeti\naggiorna\n");
    assert!(
        said.contains("Per essere sicuri scrivete ancora una volta «aggiorna»"),
        "{said}"
    );
    assert!(said.contains(&renew::fingerprint(&world.key.key)), "{said}");
    assert_eq!(world.opened(), before, "another word came between");
    let said = typed("aggiorna\naggiorna\ndati\n");
    assert!(
        said.contains("Fatto: Toscana") && said.contains("prossima volta"),
        "{said}"
    );
    assert_eq!(world.opened(), (3, false));
    let said = typed("aggiorna\n");
    assert!(said.contains("Non ho trovato dati più recenti"), "{said}");
}

/// Not even root may write there.
#[test]
#[cfg(target_os = "linux")]
fn where_nothing_can_be_written_it_is_told_in_a_sentence() {
    let world = World::new();
    world.publish(3);
    let stick = world.stick().display().to_string();
    let (code, _, told) = run(Path::new("/proc"), &["aggiorna", "--da", &stick, "--senza-firma"]);
    assert_eq!(code, Some(3));
    assert!(
        told.contains("non riesco a scrivere") && told.contains("restano"),
        "{told}"
    );
    assert_eq!(told.lines().count(), 1, "{told}");
}

#[test]
fn a_name_is_taken_out_by_a_list_that_the_region_signs() {
    let world = World::new();
    let at = |name: &str| world.at(name).display().to_string();
    let home = world.at("desk");
    settings(&world, "");
    let tables = world.at("tables");
    made_up::tables_of(&tables, 2, made_up::PRATO, "30/09/2026");
    let cup = "J57H22000000006";
    let winner = "Codice Univoco Submisura;Descrizione Submisura;CUP;Codice Locale Progetto;CIG;Codice interno PDA;\
                  Codice Fiscale/P.IVA;Denominazione Aggiudicatario;Data di Estrazione\r\n";
    let row = format!(
        "M4C1I1.01.00;Nidi;{cup};NIDO-0;A0123456AB;P1;01307110484;ZORBAX RESTAURI SRL;30/09/2026\r\n"
    );
    fs::write(tables.join("c.csv"), winner.to_owned() + &row).unwrap();
    let (tables, archive, list) = (at("tables"), at("whole.sqlite"), at("rimozioni.json"));
    let import = |more: &[&str], to: &str| {
        let start = ["importa", tables.as_str(), "--regione", "toscana", "--uscita", to];
        run(&home, &[&start, more].concat())
    };
    let names = |archive: &str| {
        run(&home, &["scheda", cup, "--archivio", archive])
            .1
            .contains("Zorbax")
    };
    assert_eq!(import(&[], &archive).0, Some(0));
    assert!(names(&archive));
    let remove = |more: &[&str]| run(&home, &[&["rimuovi", cup, "--archivio", &archive], more].concat());
    let (code, said, _) = remove(&[]);
    assert_eq!(code, Some(0));
    assert!(
        said.contains("1. Zorbax Restauri S.r.l.: ha vinto un contratto"),
        "{said}"
    );
    let key = world.key.secret.display().to_string();
    for wrong in [
        &["--numero", "1"][..],
        &["--numero", "9", "--elenco", &list, "--chiave", &key],
    ] {
        assert_eq!(remove(wrong).0, Some(2), "{wrong:?}");
    }
    let without = at("without.sqlite");
    let (code, said, told) = remove(&[
        "--numero", "1", "--elenco", &list, "--chiave", &key, "--uscita", &without,
    ]);
    assert_eq!(code, Some(0), "{told}");
    assert!(said.contains("ne ha ora 1") && !names(&without), "{said}");
    let listed = fs::read_to_string(&list).unwrap().to_lowercase();
    assert!(
        !listed.contains("zorbax") && !listed.contains("01307110484"),
        "{listed}"
    );
    // A later import honours the list, and after it, without being told, the archive that it replaces.
    let later = at("later.sqlite");
    assert_eq!(import(&["--rimozioni", &list], &later).0, Some(0));
    assert!(!names(&later));
    assert_eq!(import(&[], &later).0, Some(0));
    assert!(!names(&later));
    // Nor does it come back by a package.
    let stick = at("stick");
    assert_eq!(
        run(
            &home,
            &["pubblica", &stick, "--archivio", &later, "--chiave", &key]
        )
        .0,
        Some(0)
    );
    assert_eq!(run(&home, &["aggiorna", "--da", &stick]).0, Some(0));
    assert_eq!(import(&[], &at("new.sqlite")).0, Some(0));
    assert!(!names(&at("new.sqlite")));
    assert!(run(&home, &["dati"]).1.contains("Nomi tolti su richiesta"));
    // A list that was changed, or that another signed, is none.
    fs::write(
        &list,
        fs::read_to_string(&list).unwrap().replace("winner", "recipient"),
    )
    .unwrap();
    let (code, _, told) = import(&["--rimozioni", &list], &at("never.sqlite"));
    assert!(code == Some(3) && told.contains("firmato"), "{told}");
    let (code, _, told) = remove(&["--numero", "1", "--elenco", &list, "--chiave", &key]);
    assert!(code == Some(3) && told.contains("firmato"), "{told}");
}
