//! Counts of projects, and what their figures rest on.

use crate::explain::claim::{Cite, Claim};
use crate::explain::counts::{Counts, releases, unknown_amounts};
use crate::explain::fixture::{self, OLD_PROJECTS, PROJECTS};
use crate::explain::share::Share;
use crate::lang::Lang;
use crate::model::{Cents, LabelKind, Table};

fn texts(claims: impl IntoIterator<Item = Claim>) -> Vec<String> {
    claims.into_iter().map(|c| c.text).collect()
}

#[test]
fn finished_projects_are_counted_once_and_their_kinds_are_parts_of_them() {
    let catalogue = fixture::catalogue();
    let told = |counts: Counts| texts(counts.claims(&catalogue, Lang::It));
    let several = Counts {
        paid_out: 79,
        closed: 1,
        ..Counts::default()
    };
    assert_eq!(
        told(several),
        [
            "I progetti conclusi sono 80.",
            "Per 79 di questi lo dice il pagamento finale di PA digitale.",
            "Per uno di questi lo dice il codice CUP, che è chiuso.",
        ]
    );
    let alone = Counts {
        closed: 1,
        ..Counts::default()
    };
    assert_eq!(
        told(alone),
        ["Un progetto è concluso: lo dice il codice CUP, che è chiuso."]
    );
}

#[test]
fn what_holds_for_all_of_them_counts_none() {
    let catalogue = fixture::catalogue();
    let funded = Counts {
        funded: 65,
        ..Counts::default()
    };
    let all = texts(funded.claims(&catalogue, Lang::It));
    assert_eq!(all, ["Di tutti si sa soltanto che hanno i soldi."]);
    let mixed = Counts { unknown: 2, ..funded };
    let some = texts(mixed.claims(&catalogue, Lang::En));
    assert_eq!(
        some,
        [
            "65 projects have their money: we know no more of them.",
            "We do not know how far along 2 projects are.",
        ]
    );
}

#[test]
fn what_a_copy_tells_is_left_out_of_a_sum_only_where_there_is_one() {
    let catalogue = fixture::catalogue();
    let told = |share: Share| texts(unknown_amounts(&catalogue, &share, Vec::new(), Lang::It));
    let some = Share {
        projects: 9,
        total: Cents(100),
        without_amount: 4,
        copied: 2,
        copied_total: Cents(5_000_000),
        ..Share::default()
    };
    assert_eq!(
        told(some),
        [
            "Di 4 progetti l'importo non è nelle tabelle ufficiali.",
            "2 di questi importi li dice una copia non ufficiale: 50.000 euro, fuori dalla somma.",
        ]
    );
    let all = told(Share { copied: 4, ..some });
    assert_eq!(
        all[1],
        "Tutti questi importi li dice una copia non ufficiale: 50.000 euro, fuori dalla somma."
    );
    let only = Share {
        without_amount: 1,
        copied: 1,
        ..some
    };
    assert_eq!(
        told(only)[1],
        "Lo dice una copia non ufficiale: 50.000 euro, fuori dalla somma."
    );
    let no_sum = Share {
        projects: 4,
        total: Cents(0),
        ..some
    };
    assert_eq!(
        told(no_sum),
        [
            "Di nessuno l'importo è nelle tabelle ufficiali.",
            "2 di questi importi li dice una copia non ufficiale: 50.000 euro.",
        ]
    );
}

#[test]
fn figures_cite_the_newest_release_and_the_fullest_that_has_the_column() {
    let mut catalogue = fixture::catalogue();
    let total = [(Table::Projects, "Finanziamento Totale")];
    let ids = |cites: Vec<Cite>| cites.iter().map(|c| c.source).collect::<Vec<_>>();
    assert_eq!(ids(releases(&catalogue, &total)), [PROJECTS]);
    for source in &mut catalogue.sources {
        if source.id == OLD_PROJECTS {
            source.rows = 2_000;
        }
    }
    assert_eq!(ids(releases(&catalogue, &total)), [PROJECTS, OLD_PROJECTS]);
    let progress = [(Table::Projects, LabelKind::Progress.column())];
    assert_eq!(ids(releases(&catalogue, &progress)), [PROJECTS]);
}
