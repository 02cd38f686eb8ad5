//! Every dependency has a licence that `deny.toml` allows and comes from the registry; read from
//! the lock file, with no network.

#![allow(clippy::unwrap_used)]

use serde_json::Value;
use std::process::Command;

/// An SPDX expression fits when one alternative of every conjunct is allowed.
fn fits(expression: &str, allowed: &[String]) -> bool {
    let plain = expression.replace('/', " OR ").replace(['(', ')'], "");
    plain.split(" AND ").all(|part| {
        part.split(" OR ")
            .any(|one| allowed.iter().any(|a| a == one.trim()))
    })
}

#[test]
fn dependencies_have_allowed_licences() {
    let root = env!("CARGO_MANIFEST_DIR");
    let deny: toml::Table = std::fs::read_to_string(format!("{root}/deny.toml"))
        .unwrap()
        .parse()
        .unwrap();
    let list = deny["licenses"]["allow"].as_array().unwrap();
    let allowed: Vec<String> = list.iter().map(|v| v.as_str().unwrap().to_owned()).collect();
    // Only this platform's packages: those of others may never have been downloaded here.
    let rustc = Command::new("rustc").arg("-vV").output().unwrap();
    let version = String::from_utf8(rustc.stdout).unwrap();
    let host = version.lines().find_map(|l| l.strip_prefix("host: ")).unwrap();
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--locked",
            "--offline",
            "--format-version",
            "1",
            "--filter-platform",
            host,
        ])
        .current_dir(root)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 50);
    for package in packages {
        let name = package["name"].as_str().unwrap();
        let licence = package["license"].as_str().unwrap_or_default();
        assert!(
            fits(licence, &allowed),
            "{name}: licence {licence:?} is not in deny.toml"
        );
        if let Some(source) = package["source"].as_str() {
            assert!(source.starts_with("registry+"), "{name} comes from {source}");
        }
    }
}

/// A list that is not ours says beside it whose it is, and under which licence.
#[test]
fn the_list_of_words_has_its_licence_beside_it() {
    let root = env!("CARGO_MANIFEST_DIR");
    let told = std::fs::read_to_string(format!("{root}/assets/words/README.md")).unwrap();
    assert!(told.contains("SPDX-License-Identifier: CC-BY-SA-4.0"));
    for source in ["wordfreq", "pyspellchecker", "Faker"] {
        assert!(told.contains(source), "{source}");
    }
    let readme = std::fs::read_to_string(format!("{root}/README.md")).unwrap();
    assert!(readme.contains("assets/words/README.md"));
}

#[test]
fn one_allowed_alternative_is_enough() {
    let allowed = ["MIT".to_owned(), "Unicode-3.0".to_owned()];
    assert!(fits("Apache-2.0 OR MIT", &allowed));
    assert!(fits("(MIT OR Apache-2.0) AND Unicode-3.0", &allowed));
    assert!(!fits("MIT AND GPL-3.0", &allowed));
    assert!(!fits("", &allowed));
}
