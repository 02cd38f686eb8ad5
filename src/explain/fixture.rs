//! A made-up region with made-up projects, in the layout of the official tables.

#![allow(clippy::unwrap_used)]

use crate::model::*;
use crate::snapshot::Catalogue;
use jiff::civil::{Date, date};

/// The day on which the tests are told.
pub const TODAY: Date = Date::constant(2026, 12, 1);

/// Numbers of the sources.
pub const PROJECTS: SourceId = SourceId(1);
pub const PLACES: SourceId = SourceId(2);
pub const PAYMENTS: SourceId = SourceId(3);
pub const TENDERS: SourceId = SourceId(4);
pub const WINNERS: SourceId = SourceId(5);
pub const TARGETS: SourceId = SourceId(6);
pub const CANDIDATURES: SourceId = SourceId(7);
pub const CALLS: SourceId = SourceId(8);
pub const ISTAT: SourceId = SourceId(9);
pub const OLD_PROJECTS: SourceId = SourceId(10);
pub const OLD_PLACES: SourceId = SourceId(11);
pub const MEASURES: SourceId = SourceId(12);
pub const MILESTONES: SourceId = SourceId(13);

fn source(id: SourceId, table: Table, day: Option<Date>, columns: &[&str]) -> Source {
    let publisher = match table {
        Table::Candidatures | Table::Calls => "PA digitale 2026",
        Table::Istat => "ISTAT",
        _ => "Italia Domani",
    };
    Source {
        id,
        table,
        name: table.official_name().into(),
        publisher: publisher.into(),
        date: day,
        rows: 10,
        licence: "CC BY 4.0".into(),
        url: "https://www.italiadomani.gov.it".into(),
        columns: columns.iter().map(|c| (*c).to_owned()).collect(),
    }
}

fn sources() -> Vec<Source> {
    let mut all: Vec<&str> = Fund::ALL.iter().map(|f| f.column()).collect();
    all.extend(["CUP", "Codice Univoco Submisura", "Soggetto Attuatore"]);
    let old = all.clone();
    all.extend(ProjectDateKind::ALL.iter().map(|k| k.column()));
    all.extend(LabelKind::ALL.iter().map(|k| k.column()));
    let new = Some(date(2026, 6, 13));
    let paid = Some(date(2025, 3, 31));
    let first = Some(date(2023, 2, 28));
    vec![
        source(PROJECTS, Table::Projects, new, &all),
        source(
            PLACES,
            Table::Places,
            new,
            &["CUP", "Descrizione Comune", "Indirizzo"],
        ),
        source(
            PAYMENTS,
            Table::Payments,
            paid,
            &["CUP", "Pagamento Totale", "Pagamento PNRR"],
        ),
        source(TENDERS, Table::Tenders, new, &["CUP", "CIG"]),
        source(WINNERS, Table::Winners, new, &["CUP", "CIG"]),
        source(TARGETS, Table::Targets, paid, &["CUP"]),
        source(
            CANDIDATURES,
            Table::Candidatures,
            Some(date(2026, 8, 22)),
            &["ente", "importo_finanziamento", "stato_candidatura", "codice_cup"],
        ),
        source(CALLS, Table::Calls, Some(date(2026, 8, 22)), &["titolo"]),
        source(ISTAT, Table::Istat, Some(date(2023, 1, 1)), &["Popolazione"]),
        source(OLD_PROJECTS, Table::Projects, first, &old),
        source(OLD_PLACES, Table::Places, Some(date(2023, 3, 1)), &["CUP"]),
        source(MEASURES, Table::Measures, None, &["Importo Totale"]),
        source(MILESTONES, Table::Milestones, None, &["Anno di Conseguimento"]),
    ]
}

fn measure(code: &str, name: &str, administration: &str, loan: &str) -> Measure {
    Measure {
        mission_name: Some("Missione di prova".into()),
        loan_or_grant: Some(loan.into()),
        administration: Some(administration.into()),
        total: Some(Cents(400_000_000_000)),
        spending: Some(Spending {
            spent: Cents(100_000_000_000),
            source: MEASURES,
        }),
        ..Measure::named(Submeasure::parse(code).unwrap(), name.into(), MEASURES)
    }
}

pub fn region() -> RegionCode {
    RegionCode::parse("09").unwrap()
}

pub fn comune(code: &str) -> ComuneCode {
    ComuneCode::parse(code).unwrap()
}

/// Prato, Montemurlo, Arezzo, Seravezza and their provinces, in Toscana; Umbria beside.
pub fn catalogue() -> Catalogue {
    let mut out = Catalogue {
        region: Some(region()),
        region_name: "Toscana".into(),
        sources: sources(),
        ..Catalogue::default()
    };
    for (code, name) in [("09", "Toscana"), ("10", "Umbria")] {
        let code = RegionCode::parse(code).unwrap();
        let region = Region {
            code,
            name: name.into(),
            in_it: format!("in {name}"),
            of_it: format!("della {name}"),
        };
        out.regions.insert(code, region);
    }
    for (code, sigla, name) in [
        ("100", "PO", "Prato"),
        ("051", "AR", "Arezzo"),
        ("046", "LU", "Lucca"),
        ("048", "FI", "Firenze"),
    ] {
        let code = ProvinceCode::parse(code).unwrap();
        let province = Province {
            code,
            sigla: sigla.into(),
            name: name.into(),
            region: region(),
        };
        out.provinces.insert(code, province);
    }
    for (code, name, people) in [
        ("100005", "Prato", 195_820),
        ("100003", "Montemurlo", 18_800),
        ("051002", "Arezzo", 96_500),
        ("046028", "Seravezza", 12_500),
        ("046017", "Lucca", 89_000),
        ("048014", "Empoli", 48_500),
    ] {
        let code = comune(code);
        let comune = Comune {
            code,
            name: name.into(),
            province: code.province().unwrap(),
            population: Some(people),
            source: ISTAT,
        };
        out.comuni.insert(code, comune);
    }
    let salute = "Ministero della Salute";
    let digitale = "Presidenza del Consiglio dei ministri, Dipartimento per la trasformazione digitale";
    out.measures = vec![
        measure("E.2.0.0", "Ecosistemi", salute, "Sovvenzione"),
        measure("M1C1I1.04.03", "Adozione", digitale, "Sovvenzione"),
        measure(
            "M4C1I1.01.00",
            "Asili",
            "Ministero dell'Istruzione e del Merito",
            "Prestito",
        ),
        measure("M6C1I1.01.00", "Case", salute, "Prestito"),
    ];
    let milestone = |year, quarter, goal| Milestone {
        code: "M6C1-3".into(),
        is_target: goal > 0.0,
        european: true,
        year: Some(year),
        quarter: Some(quarter),
        goal: Some(goal),
        unit: Some("Numero".into()),
        source: MILESTONES,
    };
    out.milestones.insert(
        Submeasure::parse("M6C1I1.01.00").unwrap(),
        vec![milestone(2022, 2, 0.0), milestone(2026, 2, 1_038.0)],
    );
    out
}

pub fn place(code: &str) -> Place {
    let comune = comune(code);
    Place {
        region: Some(region()),
        province: comune.province(),
        comune: Some(comune),
        ..Place::nation(PLACES)
    }
}

pub fn body(name: &str) -> Body {
    Body {
        id: BodyId(format!("n:{name}").into()),
        name: name.into(),
        tax_code: None,
        form: None,
        trade: None,
    }
}

/// A project of which the tables say nothing but that it exists.
pub fn bare(submeasure: &str, seen: &[SourceId]) -> Project {
    Project {
        cup: "J57H22001230006".into(),
        local_code: "L-1".into(),
        seen: seen.to_vec(),
        places: vec![place("100005")],
        ..Project::new(
            ProjectId::of(submeasure, "x", "y", 0),
            Submeasure::parse(submeasure).unwrap(),
        )
    }
}

pub fn label(kind: LabelKind, value: &str, name: Option<&str>) -> Label {
    Label {
        kind,
        value: value.into(),
        name: name.map(str::to_owned),
        source: PROJECTS,
    }
}

pub fn money(kind: AmountKind, fund: Fund, cents: i64) -> (AmountKind, Fund, Observed<Cents>) {
    let source = match kind {
        AmountKind::Funding => PROJECTS,
        AmountKind::Payment => PAYMENTS,
        AmountKind::OfCup => PROJECTS,
    };
    let value = Cents(cents);
    (kind, fund, Observed { value, source })
}

pub fn on(kind: ProjectDateKind, value: Date) -> ProjectDate {
    ProjectDate {
        kind,
        value,
        source: PROJECTS,
    }
}

/// A nursery with every kind of fact, as today's tables can state them.
pub fn full() -> Project {
    let mut p = bare("M4C1I1.01.00", &[PROJECTS, PLACES, PAYMENTS, TENDERS, TARGETS]);
    p.places = vec![Place {
        address: Some("via Roma 1".into()),
        cap: Some("55047".into()),
        ..place("046028")
    }];
    p.bodies = vec![(Role::Implementer, body("Comune di Seravezza"), PROJECTS)];
    p.labels = vec![
        label(
            LabelKind::Nature,
            "03",
            Some("Realizzazione di lavori pubblici (opere ed impiantistica)"),
        ),
        label(LabelKind::Type, "03.01", Some("Nuova realizzazione")),
        label(LabelKind::Category, "05.08.082", Some("Asili nido")),
        label(LabelKind::Progress, "In corso", None),
        label(LabelKind::Phase, "Esecuzione Lavori", None),
        label(LabelKind::PhaseStatus, "In corso", None),
        label(LabelKind::CupStatus, "Attivo", None),
    ];
    p.facts = vec![Fact {
        kind: FactKind::Name,
        value: "Asilo nido Il Girasole".into(),
        number: None,
        source: PROJECTS,
        column: TextColumn::Title,
    }];
    p.amounts = vec![
        money(AmountKind::Funding, Fund::Total, 125_034_050),
        money(AmountKind::Funding, Fund::Pnrr, 100_000_000),
        money(AmountKind::Funding, Fund::Comune, 25_034_050),
        money(AmountKind::Payment, Fund::Total, 30_000_000),
    ];
    p.dates = vec![
        on(ProjectDateKind::StartPlanned, date(2023, 5, 1)),
        on(ProjectDateKind::StartActual, date(2023, 5, 8)),
        on(ProjectDateKind::EndPlanned, date(2026, 3, 31)),
    ];
    p.tenders = vec![Tender {
        cig: "A04AA69960".into(),
        pda: "1".into(),
        procedure: Some("Procedura aperta".into()),
        published: Some(date(2023, 1, 11)),
        base: Some(Cents(100_000_000)),
        award: Some(Cents(88_000_000)),
        awarded: Some(date(2023, 4, 1)),
        source: Some(TENDERS),
        winners: vec![
            Award {
                body: Some(body("Alfa Costruzioni S.r.l.")),
                unnamed: Unnamed::Person,
                trade: None,
                subcontractor: false,
                role: None,
                source: WINNERS,
            },
            Award {
                body: None,
                unnamed: Unnamed::Person,
                trade: None,
                subcontractor: false,
                role: None,
                source: WINNERS,
            },
        ],
        ..Tender::default()
    }];
    p.targets = vec![Target {
        indicator: "T0182".into(),
        name: "Nr. di posti attivati per gli asili nido".into(),
        unit: Some("Numero".into()),
        planned: Some(60.0),
        achieved: Some(0.0),
        year: Some(2025),
        month: Some(3),
        source: TARGETS,
    }];
    p
}

/// A candidature of PA digitale that stands alone.
pub fn digital() -> Project {
    let mut p = bare("M1C1I1.04.03", &[CANDIDATURES]);
    p.bodies = vec![(Role::Applicant, body("Comune di Montemurlo"), CANDIDATURES)];
    p.places = vec![Place {
        source: CANDIDATURES,
        ..place("100003")
    }];
    p.candidatures = vec![Candidature {
        ipa: "c_x999".into(),
        window: None,
        call: Some(Call {
            id: "c1".into(),
            measure: None,
            kind: None,
            code: None,
            title: None,
            issuer: None,
            audience: None,
            opened: Some(date(2022, 4, 4)),
            closed: Some(date(2022, 9, 2)),
            status: None,
            amount: None,
            source: CALLS,
        }),
        amount: Some(Cents(2_524_600)),
        sent: Some(date(2022, 6, 8)),
        funded: Some(date(2022, 9, 11)),
        status: Some('E'),
        status_date: Some(date(2024, 2, 1)),
        source: CANDIDATURES,
    }];
    p
}
