#![allow(clippy::unwrap_used)]

use super::*;
use crate::explain;
use crate::explain::fixture::{TODAY, catalogue, full};
use crate::lang::Lang;
use crate::model::LabelKind;
use crate::sheet::Marks;

fn text_of(project: &Project, which: Paper, lang: Lang) -> String {
    let catalogue = catalogue();
    let explanation = explain::project(&catalogue, project, lang, TODAY);
    paper(&catalogue, project, &explanation, which, TODAY).text(400, Marks::Words)
}

/// The body, the article and the code stand in every letter; nothing is left to fill but the lines.
#[test]
fn a_letter_goes_to_the_right_body_by_the_right_article() {
    let articles = [
        (Paper::Access, "articolo 5, comma 2"),
        (Paper::Duty, "articolo 5, comma 1"),
        (Paper::Office, "legge 150/2000, articolo 8"),
    ];
    for (which, article) in articles {
        let text = text_of(&full(), which, Lang::It);
        assert!(text.contains("Comune di Seravezza. (osservato)"), "{text}");
        assert!(text.contains(article), "{text}");
        assert!(text.contains(&full().cup), "{text}");
        assert!(!text.contains(['{', '}']), "{text}");
    }
}

#[test]
fn a_body_that_nobody_names_is_said_to_be_missing() {
    let mut project = full();
    project.bodies.clear();
    // All of it lies in one comune: that is where one asks first.
    let text = text_of(&project, Paper::Access, Lang::It);
    assert!(text.contains("Comune di Seravezza. ("), "{text}");
    assert!(!text.contains("Comune di Seravezza. (osservato)"), "{text}");
    assert!(text.contains("difensore civico"), "{text}");
    project.places.clear();
    let text = text_of(&project, Paper::Access, Lang::It);
    assert!(text.contains("I dati non dicono quale ente"), "{text}");
}

#[test]
fn what_must_be_published_depends_on_the_spending() {
    let mut project = full();
    for (nature, article) in [
        ("03", "articolo 38"),
        ("07", "articoli 26"),
        ("02", "articolo 37"),
    ] {
        let label = project.labels.iter_mut().find(|l| l.kind == LabelKind::Nature);
        label.unwrap().value = nature.to_owned();
        let text = text_of(&project, Paper::Duty, Lang::It);
        assert!(text.contains(article), "{nature}: {text}");
        assert_eq!(
            text_of(&project, Paper::Visit, Lang::It).contains("Il cartello del cantiere"),
            nature == "03",
        );
    }
}

#[test]
fn every_paper_is_reached_from_the_page_of_the_project() {
    let catalogue = catalogue();
    let project = full();
    let explanation = explain::project(&catalogue, &project, Lang::It, TODAY);
    let page = crate::sheet::project(&catalogue, &project, &explanation, TODAY);
    assert!(page.links().any(|l| l.to == Subject::Papers(project.id)));
    let ways: Vec<Subject> = papers(&catalogue, &explanation)
        .links()
        .map(|l| l.to.clone())
        .collect();
    assert_eq!(ways, Paper::ALL.map(|p| Subject::Paper(p, project.id)));
    for paper in Paper::ALL {
        assert_eq!(paper.names().map(Paper::named), [Some(paper); 2]);
    }
}
