//! The JSON of every command is what `sportello schema` promises, key by key.

use super::{json, made_up, official, say, sportello};
use serde_json::{Map, Value};

/// What a value breaks of a schema. A word of JSON Schema that is not known here is a fault: else
/// it would promise what nobody checks.
fn faults(schema: &Value, root: &Value, value: &Value, at: &str, out: &mut Vec<String>) {
    let object = schema.as_object().unwrap();
    for (word, rule) in object {
        let holds = match word.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" => true,
            "$ref" => {
                let name = rule.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                faults(&root["$defs"][name], root, value, at, out);
                true
            }
            "type" => types(rule).iter().any(|kind| is(value, kind)),
            "enum" => rule.as_array().unwrap().contains(value),
            "required" => {
                let keys = value.as_object().map(Map::len).unwrap_or_default();
                let all = rule.as_array().unwrap();
                keys == 0 || all.iter().all(|key| value.get(key.as_str().unwrap()).is_some())
            }
            "properties" => {
                for (key, rule) in rule.as_object().unwrap() {
                    if let Some(inner) = value.get(key) {
                        faults(rule, root, inner, &format!("{at}.{key}"), out);
                    }
                }
                true
            }
            "additionalProperties" => {
                let known = &object["properties"];
                let keys = value.as_object().into_iter().flat_map(Map::keys);
                rule == &Value::Bool(false) && keys.into_iter().all(|key| known.get(key).is_some())
            }
            "items" => {
                for (n, inner) in value.as_array().into_iter().flatten().enumerate() {
                    faults(rule, root, inner, &format!("{at}[{n}]"), out);
                }
                true
            }
            "anyOf" => rule.as_array().unwrap().iter().any(|one| {
                let mut found = Vec::new();
                faults(one, root, value, at, &mut found);
                found.is_empty()
            }),
            _ => panic!("{word}: not a word that is checked"),
        };
        if !holds {
            out.push(format!("{at}: {word} {rule}"));
        }
    }
}

fn types(rule: &Value) -> Vec<&str> {
    match rule {
        Value::Array(all) => all.iter().map(|t| t.as_str().unwrap()).collect(),
        one => vec![one.as_str().unwrap()],
    }
}

fn is(value: &Value, kind: &str) -> bool {
    match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "integer" => value.as_i64().is_some(),
        "number" => value.is_number(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("{other}: no type"),
    }
}

fn broken(command: &str, value: &Value) -> Vec<String> {
    let schema = json(&["schema", command]);
    let mut out = Vec::new();
    faults(&schema, &schema, value, command, &mut out);
    out
}

#[test]
fn what_is_printed_is_what_is_promised() {
    for args in [
        &["cerca", "asilo", "serravezza", "--json"][..],
        &["cerca", "nido", "astronave", "prato", "--json"],
        &["scheda", "J44E21001030001", "--json"],
        &["scheda", "J44E21001030001", "D15F22000610002", "--json"],
        &["comune", "prato", "--json"],
        &["misura", "M6C1I1.01.00", "--json"],
        &["misura", "M6C1", "--json"],
        &["glossario", "--json"],
        &["domande", "--json"],
        &["dati", "--json"],
        &["novita", "--json"],
        &["raccolta", "--json"],
        &["verifica", "J44E21001030001", "9326801FA7", "X1", "--json"],
        &["banco", "--json"],
    ] {
        let printed: Value = serde_json::from_str(&say(args).out).unwrap();
        assert_eq!(broken(args[0], &printed), Vec::<String>::new(), "{args:?}");
    }
    // The projects of a list are those of an export.
    let home = tempfile::tempdir().unwrap();
    let run = |args: &[&str]| {
        let output = sportello(home.path()).args(args).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    run(&["raccolta", "prova", "--metti", "J44E21001030001"]);
    for args in [&["raccolta", "--json"][..], &["raccolta", "prova", "--json"]] {
        let printed: Value = serde_json::from_str(&run(args)).unwrap();
        assert!(
            printed.as_array().is_some_and(|rows| rows.len() == 1),
            "{printed}"
        );
        assert_eq!(broken("raccolta", &printed), Vec::<String>::new(), "{args:?}");
    }
    let lines = say(&["esporta", "--provincia", "prato", "--formato", "jsonl"]).out;
    assert!(lines.lines().count() > 50);
    for line in lines.lines() {
        let printed: Value = serde_json::from_str(line).unwrap();
        assert_eq!(broken_row(&printed), Vec::<String>::new(), "{line}");
    }
}

/// The report of an import, on the publishers' own files.
#[test]
fn the_report_of_an_import_is_what_is_promised() {
    let Some(folder) = official::tables() else {
        return;
    };
    let home = tempfile::tempdir().unwrap();
    let tables = home.path().join("tables");
    std::fs::create_dir(&tables).unwrap();
    for entry in std::fs::read_dir(folder.join("padigitale-2026-08")).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, tables.join(path.file_name().unwrap())).unwrap();
    }
    std::fs::write(tables.join("altro.csv"), "a;b\n1;2\n").unwrap();
    let args = [
        "importa",
        "tables",
        "--regione",
        "toscana",
        "--uscita",
        "x.sqlite",
        "--json",
    ];
    let output = sportello(home.path())
        .current_dir(home.path())
        .args(args)
        .output()
        .unwrap();
    let printed: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(
        printed["projects"].as_u64().is_some_and(|count| count > 100),
        "{printed}"
    );
    assert_eq!(
        printed["passed_over"].as_array().map(Vec::len),
        Some(1),
        "{printed}"
    );
    assert_eq!(broken("importa", &printed), Vec::<String>::new());
}

/// What is missing in the data: in the page, as JSON and as CSV the same numbers.
#[test]
fn the_quality_of_the_data_is_told_as_promised() {
    let home = tempfile::tempdir().unwrap();
    made_up::tables(&home.path().join("tables"), 4);
    let run = |args: &[&str]| {
        let output = sportello(home.path())
            .current_dir(home.path())
            .args(args)
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    run(&[
        "importa",
        "tables",
        "--regione",
        "toscana",
        "--uscita",
        "a.sqlite",
    ]);
    let of = |form: &str| run(&["qualita", "--archivio", "a.sqlite", "--formato", form]);
    let printed: Value = serde_json::from_str(&of("json")).unwrap();
    assert_eq!(broken("qualita", &printed), Vec::<String>::new());
    assert_eq!(printed["projects"], 4);
    let gap = printed["first"]
        .as_array()
        .unwrap()
        .iter()
        .find(|gap| gap["gap"] == "end")
        .unwrap();
    assert_eq!(
        (&gap["missing"], &gap["projects"], &gap["question"]),
        (&"not_in_archive".into(), &4.into(), &"when".into())
    );
    // What two desks were asked and did not find; a name is in neither, whoever wrote the file.
    for (name, asked) in [
        (
            "uno.json",
            r#"[{"words": "orario ambulatorio", "times": 3, "last": "2026-11-02"}]"#,
        ),
        (
            "due.json",
            r#"[{"words": "orario ambulatorio", "times": 2}, {"words": "maria rossi nido", "times": 9}]"#,
        ),
    ] {
        std::fs::write(home.path().join(name), asked).unwrap();
    }
    let with = |form: &str, file: &str| {
        run(&[
            "qualita",
            "--archivio",
            "a.sqlite",
            "--formato",
            form,
            "--domande",
            "uno.json",
            "--domande",
            file,
        ])
    };
    let printed: Value = serde_json::from_str(&with("json", "due.json")).unwrap();
    assert_eq!(broken("qualita", &printed), Vec::<String>::new());
    assert_eq!(
        printed["asked"][0],
        serde_json::json!({"words": "orario ambulatorio", "times": 5})
    );
    assert!(
        !printed["asked"].to_string().contains("rossi"),
        "{}",
        printed["asked"]
    );
    let told = with("testo", "due.json");
    assert!(told.contains("«orario ambulatorio»: 5"), "{told}");
    assert!(with("csv", "due.json").contains("asked,orario ambulatorio,,,,,5,"));
    assert_eq!(with("testo", "a.sqlite"), "");
    let text = of("testo");
    let says = "di 4 progetti non si sa quando finisce";
    assert!(text.replace('\n', " ").contains(says), "{text}");
    let csv = of("csv");
    assert!(
        csv.contains(
            "first,Data Fine Progetto Prevista | Data Fine Progetto Effettiva,not_in_archive,when,4,4,"
        ),
        "{csv}"
    );
    assert!(
        csv.contains("column,Pagamento Totale,,,4,4,,") && csv.contains("column,Comune,,,4,4,,"),
        "{csv}"
    );
    assert!(of("html").contains("Che cosa pubblicare o correggere per primo"));
}

/// What changed between two archives.
#[test]
fn what_changed_is_told_as_promised() {
    let home = tempfile::tempdir().unwrap();
    let run = |args: &[&str]| {
        let output = sportello(home.path())
            .current_dir(home.path())
            .args(args)
            .output()
            .unwrap();
        assert!(output.stderr.is_empty() || args[0] == "importa", "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    for rows in [2, 3] {
        let (tables, out) = (format!("tables-{rows}"), format!("{rows}.sqlite"));
        made_up::tables(&home.path().join(&tables), rows);
        run(&["importa", &tables, "--regione", "toscana", "--uscita", &out]);
    }
    for args in [
        ["2.sqlite", "3.sqlite"],
        ["3.sqlite", "2.sqlite"],
        ["2.sqlite", "2.sqlite"],
    ] {
        let args = [&["confronta"], &args[..], &["--json"]].concat();
        let printed: Value = serde_json::from_str(&run(&args)).unwrap();
        assert_eq!(broken("confronta", &printed), Vec::<String>::new(), "{args:?}");
    }
    let csv = run(&["confronta", "2.sqlite", "3.sqlite", "--csv"]);
    assert!(
        csv.starts_with("change,id,cup,submeasure,istat,title,field,old,new"),
        "{csv}"
    );
    assert_eq!(csv.lines().count(), 2, "{csv}");
    let text = run(&["confronta", "2.sqlite", "3.sqlite", "--comune", "prato"]);
    assert!(
        text.contains("Dal 30 giugno 2026 a Prato: un progetto nuovo."),
        "{text}"
    );
}

fn broken_row(value: &Value) -> Vec<String> {
    static SCHEMA: std::sync::LazyLock<Value> = std::sync::LazyLock::new(|| json(&["schema", "esporta"]));
    let mut out = Vec::new();
    faults(&SCHEMA, &SCHEMA, value, "esporta", &mut out);
    out
}

#[test]
fn a_key_more_or_less_or_of_another_kind_is_seen() {
    let good = serde_json::from_str::<Value>(&say(&["dati", "--json"]).out).unwrap();
    assert!(broken("dati", &good).is_empty());
    for (key, value) in [
        ("projects", Value::from("many")),
        ("new", Value::from(1)),
        ("oldest", Value::from(2022)),
    ] {
        let mut bad = good.clone();
        bad[key] = value;
        assert_eq!(broken("dati", &bad).len(), 1, "{key}");
    }
    let mut bad = good.clone();
    bad.as_object_mut().unwrap().remove("comuni");
    assert_eq!(broken("dati", &bad).len(), 1);
    let mut bad = good;
    bad["sources"][0]["rows"] = Value::from(1.5);
    assert_eq!(broken("dati", &bad), ["dati.sources[0].rows: type \"integer\""]);
}

#[test]
fn a_command_without_a_schema_says_which_have_one() {
    let said = say(&["schema", "registro"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(said.err.contains("cerca, scheda"), "{}", said.err);
    assert_eq!(say(&["schema", "search"]).out, say(&["schema", "cerca"]).out);
}
