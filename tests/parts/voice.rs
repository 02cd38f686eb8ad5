//! The simple mode, line by line: what it remembers and what it says.

use proptest::prelude::*;
use sportello::app::desk_answer;
use sportello::app::{Archive, DeskAsk};
use sportello::desk::Settings;
use sportello::lang::LESSONS;
use sportello::lang::{Lang, w};
use sportello::sheet::Subject;
use sportello::sheet::heard::speech;
use sportello::snapshot::Snapshot;
use sportello::voice::command::Command;
use sportello::voice::list::Target;
use sportello::voice::place::{Menu, Names, What};
use sportello::voice::state::{Content, Effect, State};
use sportello::voice::update::{desk_answered, update, welcome};

const TODAY: jiff::civil::Date = jiff::civil::date(2025, 11, 22);

thread_local! {
    static WORLD: Archive = Archive::load(Snapshot::embedded().unwrap()).unwrap();
}

fn state() -> State {
    State::new(Lang::It, Settings::default(), TODAY)
}

fn said(effects: &[Effect]) -> Vec<String> {
    let line = |effect: &Effect| match effect {
        Effect::Say(line) => Some(line.clone()),
        _ => None,
    };
    effects.iter().filter_map(line).collect()
}

/// What the lines are answered, the greeting aside.
fn talk(state: &mut State, lines: &[&str]) -> Vec<Vec<String>> {
    WORLD.with(|archive| {
        if state.last.is_empty() {
            welcome(state, archive);
        }
        lines
            .iter()
            .map(|line| said(&update(state, archive, line)))
            .collect()
    })
}

#[test]
fn every_choice_of_a_list_says_its_number_and_name() {
    let mut state = state();
    let found = talk(&mut state, &["asilo nido"]).remove(0);
    let second = found.iter().find(|l| l.starts_with("2. ")).unwrap();
    let opened = talk(&mut state, &["2"]).remove(0);
    let (number, name) = opened[0].split_once(": ").unwrap();
    assert!(number.starts_with("2 di "), "{number}");
    assert!(second.ends_with(&format!(": {name}")), "{second}");
}

/// The answer comes first; what explains its sum stands behind the results, one sentence a turn.
#[test]
fn the_first_words_of_a_list_are_how_many() {
    let mut state = state();
    let found = talk(&mut state, &["asilo nido"]).remove(0);
    let at = |begins: &str| found.iter().position(|line| line.starts_with(begins));
    assert!(found[0].contains(" progetti"), "{found:?}");
    assert!(at("2. ").is_some(), "two at least: {found:?}");
    for caveat in ["Somma dei progetti", "Non contati"] {
        assert!(at(caveat).is_none_or(|line| Some(line) > at("2. ")), "{found:?}");
    }
}

#[test]
fn settings_are_saved_and_the_home_comune_is_known_again() {
    let mut state = state();
    let effects = WORLD.with(|archive| {
        welcome(&mut state, archive);
        update(&mut state, archive, "impostazioni");
        update(&mut state, archive, "2");
        update(&mut state, archive, "montemurlo")
    });
    let saved = effects.iter().find_map(|e| match e {
        Effect::Save(settings) => Some(settings.clone()),
        _ => None,
    });
    let saved = saved.unwrap();
    assert_eq!(saved.comune.as_deref(), Some("Montemurlo"));
    assert!(matches!(state.history.here.what, What::Menu(Menu::Settings)));
    let mut again = State::new(Lang::It, saved, TODAY);
    WORLD.with(|archive| welcome(&mut again, archive));
    assert_eq!(again.home, state.home);
    let effects = WORLD.with(|archive| {
        update(&mut again, archive, "impostazioni");
        update(&mut again, archive, "4")
    });
    assert!(
        effects
            .iter()
            .any(|e| matches!(e, Effect::Save(s) if s.comune.is_none()))
    );
    let effects = WORLD.with(|archive| update(&mut again, archive, "3"));
    assert!(effects.iter().any(|e| matches!(e, Effect::Save(s) if s.linear)));
}

#[test]
fn stepping_back_from_anywhere_ends_at_the_start() {
    let mut state = state();
    talk(
        &mut state,
        &[
            "nido", "filtri", "2", "1", "1", "", "vedi", "1", "progetti", "lezioni", "1", "dati",
        ],
    );
    for _ in 0..20 {
        talk(&mut state, &["indietro"]);
    }
    assert!(matches!(state.history.here.what, What::Start));
    let said = talk(&mut state, &["indietro"]).remove(0);
    assert_eq!(said, [Lang::It.say(w::LINEAR_FIRST_PLACE)]);
}

#[test]
fn a_filter_narrows_and_is_taken_away_again() {
    let mut state = state();
    let count = |lines: &[String]| -> usize {
        let counts = |l: &&String| l.contains(" progetti") && l.starts_with(|c: char| c.is_ascii_digit());
        let line = lines.iter().find(counts).unwrap();
        line.split(' ').next().unwrap().replace('.', "").parse().unwrap()
    };
    let all = talk(&mut state, &["scuola"]).remove(0);
    let steps = talk(&mut state, &["filtri", "1", "2"]);
    let value = steps[1].iter().find(|l| l.starts_with("2. ")).unwrap();
    let expected: usize = value
        .rsplit(' ')
        .next()
        .unwrap()
        .replace('.', "")
        .parse()
        .unwrap();
    assert_eq!(count(&steps[2]), expected);
    assert!(expected < count(&all));
    let steps = talk(&mut state, &["filtri", "1"]);
    assert!(steps[0][1].contains("Togliere"), "{:?}", steps[0]);
    assert_eq!(count(&steps[1]), count(&all));
}

#[test]
fn an_exercise_is_hinted_then_told_and_right_when_right() {
    let mut state = state();
    talk(&mut state, &["lezioni 1"]);
    let ask = LESSONS[0]
        .steps
        .iter()
        .position(|s| matches!(s.kind, sportello::lang::StepKind::Ask(_)))
        .unwrap();
    let text = LESSONS[0].steps[ask].text(Lang::It);
    for _ in 0..ask {
        talk(&mut state, &[""]);
    }
    let tries = talk(&mut state, &["uno", "7", "continua"]);
    assert!(tries[0][0].contains(text.hint), "{:?}", tries[0]);
    let told = &tries[1][0];
    let answer = told.trim_end_matches('.').rsplit(' ').next().unwrap().to_owned();
    assert!(tries[2][0].contains("Passo"), "{:?}", tries[2]);
    let mut again = self::state();
    talk(&mut again, &["lezioni 1"]);
    for _ in 0..ask {
        talk(&mut again, &[""]);
    }
    let right = talk(&mut again, &[&answer]).remove(0);
    assert_eq!(right[0], text.right);
}

#[test]
fn a_lesson_is_stepped_through_to_its_end() {
    for n in 1..=LESSONS.len() {
        let mut state = state();
        talk(&mut state, &[&format!("lezioni {n}")]);
        let steps = LESSONS[n - 1].steps.len();
        let said = talk(&mut state, &vec!["continua"; steps]);
        assert_eq!(said[steps - 1][0], Lang::It.say(w::LINEAR_LESSON_END), "{n}");
    }
}

#[test]
fn the_proof_is_said_when_it_changes() {
    let mut state = state();
    let read = talk(&mut state, &["casa comunità montemurlo", "1", "3"]);
    let with = |lines: &[String]| lines.iter().filter(|l| l.ends_with(')')).count();
    assert!(with(&read[2]) > 0 && with(&read[2]) < read[2].len() - 2);
    let read = talk(&mut state, &["prove", "3"]);
    assert_eq!(with(&read[1]), 0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Whatever is typed, nothing breaks: every line is sayable, and the way back leads home.
    #[test]
    fn anything_can_be_typed(lines in proptest::collection::vec(prop_oneof![
        3 => (0usize..12).prop_map(|n| n.to_string()),
        6 => proptest::sample::select(Command::ALL).prop_map(|c| Lang::It.say(c.word()).to_owned()),
        2 => proptest::sample::select(vec!["asilo", "comune prato", "misura nido", "glossario cup", "", "perché 2", "lezioni 2", "M4C1", "comune:zzz"]).prop_map(str::to_owned),
        1 => any::<String>(),
    ], 1..25)) {
        WORLD.with(|archive| {
            let mut state = state();
            welcome(&mut state, archive);
            for line in &lines {
                for said in said(&update(&mut state, archive, line)) {
                    prop_assert!(said.chars().count() <= speech::LONGEST, "{line:?}: {said}");
                    prop_assert!(!said.contains(|c: char| c.is_control()), "{line:?}: {said:?}");
                }
            }
            for _ in 0..=lines.len() * 2 {
                update(&mut state, archive, "indietro");
            }
            prop_assert!(matches!(state.history.here.what, What::Start));
            Ok(())
        })?;
    }
}

/// Answers of a desk that is kept in a file of its own.
fn at_the_desk(lines: &[&str]) -> Vec<Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    let mut store = sportello::desk::Store::new(Some(folder.path().join("banco.db")));
    let mut state = state();
    let one = |line: &&str| {
        WORLD.with(|archive| {
            let mut out = update(&mut state, archive, line);
            let asks: Vec<DeskAsk> = out
                .iter()
                .filter_map(|effect| match effect {
                    Effect::Desk(ask) => Some(ask.clone()),
                    _ => None,
                })
                .collect();
            for ask in asks {
                let answer = desk_answer(&mut store, archive.catalogue(), &ask, Lang::It, TODAY);
                out.extend(desk_answered(&mut state, archive, answer));
            }
            said(&out)
        })
    };
    lines.iter().map(one).collect()
}

#[test]
fn the_desk_is_kept_by_words_alone() {
    let said = at_the_desk(&[
        "nota",
        "comune prato",
        "segna",
        "preferito",
        "nota",
        "nota chiamare il 333 1234567",
        "nota il martedì, all'URP",
        "inizio",
        "segna",
        "togli il segno",
        "togli il segno",
        "banco",
        "1",
        "cancella nota",
        "cancella nota",
        "preferito",
        "nota",
    ]);
    let has = |n: usize, text: &str| assert!(said[n].join(" ").contains(text), "{n}: {:?}", said[n]);
    has(0, "Aprite prima");
    has(2, "Segnato: 1 oggi");
    has(3, "Tra i preferiti: Prato.");
    has(4, "Scrivete «nota»");
    has(5, "numero di telefono");
    has(6, "Nota scritta.");
    has(8, "Segnato: 2 oggi");
    has(9, "ancora una volta «togli il segno»");
    has(10, "Tolto: 1 oggi.");
    has(11, "Persone servite: 1 oggi, 1 questo mese.");
    has(11, "Per un comune: 1 oggi");
    has(11, "1. Preferito: Prato");
    has(11, "2. Nota su Prato: il martedì, all'URP");
    has(12, "È tra i preferiti.");
    has(12, "La vostra nota: il martedì, all'URP.");
    has(13, "ancora una volta");
    has(14, "Nota cancellata.");
    has(15, "Non è più tra i preferiti: Prato.");
    has(16, "Scrivete «nota»");
}

/// The names of the table that every face is tried with.
#[test]
fn forty_names_are_understood_as_they_are_everywhere() {
    for row in include_str!("../names.csv").lines() {
        let (typed, names) = row.split_once(';').unwrap();
        let mut state = state();
        talk(&mut state, &[&format!("comune {typed}")]);
        WORLD.with(|archive| {
            let name = |what: &What| match what {
                What::Page(Subject::Comune(code)) => archive.catalogue().comune_name(*code),
                _ => None,
            };
            let mut found: Vec<&str> = match (&state.history.here.what, &state.content) {
                (What::Menu(Menu::Names(Names::Comuni, _)), Content::List(list)) => {
                    let to = list.items.iter().filter_map(|item| match &item.to {
                        Target::Open(what) => name(what),
                        _ => None,
                    });
                    to.collect()
                }
                (what, _) => name(what).into_iter().collect(),
            };
            found.sort_unstable();
            let wanted: Vec<&str> = names.split('|').filter(|name| !name.is_empty()).collect();
            assert_eq!(found, wanted, "{typed}");
        });
    }
    let mut state = state();
    let said = talk(&mut state, &["comune barberino val d'elsa"]).concat();
    let told = "Barberino Val d'Elsa dal 1º gennaio 2019 fa parte di Barberino Tavarnelle.";
    assert_eq!(said.first().map(String::as_str), Some(told));
}

/// Enter does not give an answer away; "continua" tells it.
#[test]
fn an_exercise_waits_for_its_answer() {
    let mut state = state();
    let said = talk(&mut state, &["lezioni 1", "", "", "", "", "continua"]);
    assert!(
        said[2].iter().any(|line| line.contains("Quanti progetti")),
        "{said:?}"
    );
    for waits in &said[3..5] {
        assert_eq!(waits.len(), 1, "{waits:?}");
        assert!(waits[0].starts_with("Scrivete la risposta."), "{waits:?}");
    }
    assert!(said[5][0].contains("La risposta è"), "{said:?}");
}

#[test]
fn a_lesson_that_is_over_says_which_comes_next() {
    let mut state = state();
    let mut lines = vec!["lezioni 1"];
    lines.extend(["continua"; 20]);
    let said = talk(&mut state, &lines);
    let end: Vec<&String> = said
        .iter()
        .flatten()
        .filter(|line| line.contains("«lezioni 2»"))
        .collect();
    assert!(!end.is_empty(), "{said:?}");
}

/// What cannot be taken back is asked for twice; anything between is a no.
#[test]
fn what_is_taken_away_is_asked_once_more() {
    let mut state = state();
    state.desk.served.day = 1;
    let asks = |state: &mut State, line: &str| {
        WORLD.with(|archive| {
            let effects = update(state, archive, line);
            effects
                .iter()
                .any(|effect| matches!(effect, Effect::Desk(DeskAsk::Uncount)))
        })
    };
    assert!(!asks(&mut state, "togli"));
    assert!(!asks(&mut state, "dove"));
    assert!(!asks(&mut state, "togli"));
    assert!(asks(&mut state, "togli"));
    assert!(!asks(&mut state, "togli"));
    state.desk.served.day = 0;
    assert!(asks(&mut state, "togli"), "that there was nobody is told at once");
}

/// The workshop of the screen, heard: one answer at a time, without the words of evidence.
#[test]
fn a_page_is_heard_as_a_talk() {
    let mut state = state();
    let said = talk(&mut state, &["casa comunità montemurlo", "1", "laboratorio", ""]);
    assert!(said[2][0].starts_with("Laboratorio: "), "{said:?}");
    assert!(said[2][1].starts_with("1 di "), "{said:?}");
    let proof = |line: &String| line.ends_with("(osservato)") || line.ends_with("(derivato)");
    assert!(!said[2..].iter().flatten().any(proof), "{said:?}");
}

/// Half a minute is what one listens to, at 175 words a minute; what was asked comes within fifteen
/// seconds, at most one command after the question.
#[test]
fn no_turn_is_longer_than_half_a_minute() {
    let walks: [&[&str]; 14] = [
        &[
            "mappa",
            "altri",
            "altri",
            "mappa euro",
            "altri",
            "mappa euro per abitante",
            "altri",
        ],
        &["misura", "altri", "altri", "altri", "altri"],
        &["misura scuola", "altri", "1", "altri", "fonti", "altri", "altri"],
        &["banda larga", "altri", "altri"],
        &[
            "scuola prato",
            "altri",
            "altri",
            "1",
            "soldi",
            "altri",
            "gare",
            "altri",
            "altri",
            "fonti",
            "altri",
            "altri",
        ],
        &["reggello", "1", "altri", "altri", "", "altri", "fonti", "altri"],
        &["osp figline quando", "1", "indice", "indice", "altri", "vedi"],
        &["dati", "altri", "altri", "altri", "altri", "fonti", "altri"],
        &["comune", "altri", "comune prato", "progetti", "altri"],
        &["glossario", "altri", "domande", "altri", "1"],
        &["fotovoltaico", "filtri", "1", "altri"],
        &["comandi", "altri", "altri", "altri"],
        &[
            "aiuto",
            "reggello",
            "aiuto",
            "1",
            "aiuto",
            "impostazioni",
            "aiuto",
            "banco",
            "novità",
            "altri",
        ],
        &["zzzzqqq", "ponte di atlantide", "tema"],
    ];
    let mut slow = Vec::new();
    for walk in walks {
        for (line, turn) in walk.iter().zip(talk(&mut state(), walk)) {
            let seconds = speech::seconds(&turn.join("\n"));
            if seconds >= 30.0 {
                slow.push(format!("{seconds:.1} s after «{line}» of {walk:?}: {turn:#?}"));
            }
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

/// Who asks hears the answer of the first project within a quarter of a minute, also where others were
/// found.
#[test]
fn a_question_is_answered_before_other_projects_are_told() {
    for (line, answer) in [
        ("a che punto è la scuola di pelago", "era in corso"),
        ("cosa fanno alla scuola di pelago", "una scuola nuova"),
        ("osp figline quando", "Non si sa quando finisce"),
        (
            "quando finisce l'ospedale di comunità di figline",
            "Non si sa quando finisce",
        ),
    ] {
        let said = talk(&mut state(), &[line]).remove(0);
        let at = said.iter().position(|own| own.contains(answer)).unwrap();
        let before = speech::seconds(&said[..at].join("\n"));
        assert!(before < 15.0, "{before}: {said:?}");
    }
}

#[test]
fn a_second_note_stands_behind_the_first() {
    let long = format!("nota {}", "parola ".repeat(30));
    let lines = ["comune prato", "nota il martedì", "nota alle nove", &long, "nota"];
    let said = at_the_desk(&lines);
    assert!(said[3].join(" ").starts_with("La nota è piena."), "{:?}", said[3]);
    assert_eq!(said[4], ["La vostra nota: il martedì; alle nove."]);
}

#[test]
fn a_question_is_answered_where_one_is_or_asks_of_which() {
    let mut state = state();
    let lines = ["comune vinci", "quanti soldi", "chi paga", "quando finiscono"];
    let said = talk(&mut state, &lines);
    for (n, heading) in [
        (1, "I progetti del comune."),
        (2, "I progetti del comune."),
        (3, "A che punto sono."),
    ] {
        assert!(said[n][0].ends_with(heading), "{n}: {:?}", said[n]);
    }
    let lines = ["cerca scuola prato", "quando è pronta", "altro", "-1", "1"];
    let said = talk(&mut state, &lines);
    assert!(said[1][0].starts_with("Di quale?"), "{:?}", said[1]);
    assert!(said[2][0].starts_with("3. "), "{:?}", said[2]);
    assert_eq!(said[3], ["I numeri cominciano da 1."]);
    assert!(said[4][0].starts_with("1 di "), "{:?}", said[4]);
}

#[test]
fn a_note_that_may_name_a_person_is_told_so() {
    let said = at_the_desk(&["comune prato", "nota richiamare Giuseppe"]);
    assert!(
        said[1].join(" ").contains("il nome di una persona"),
        "{:?}",
        said[1]
    );
}
