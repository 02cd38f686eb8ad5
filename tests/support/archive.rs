//! A small archive with projects that nobody has: made-up rows, real measures and comuni.

use jiff::civil::date;
use sportello::model::*;
use sportello::snapshot::Writer;

const COMUNI: [(&str, &str, u32); 6] = [
    ("100005", "Prato", 197_000),
    ("100003", "Montemurlo", 18_900),
    ("050026", "Pisa", 89_000),
    ("050032", "San Giuliano Terme", 31_000),
    ("046028", "Seravezza", 12_500),
    ("052015", "Montepulciano", 13_300),
];
const MEASURES: [&str; 8] = [
    "M4C1I1.01.00",
    "M6C1I1.01.00",
    "M1C1I1.04.03",
    "M2C2I4.01.01",
    "M5C2I2.01.00",
    "M2C4I2.02.00",
    "M4C1I3.03.00",
    "M1C3I2.01.00",
];
const SITES: [Option<&str>; 5] = [
    Some("Asilo Il Girasole"),
    None,
    Some("Scuola Galileo"),
    None,
    Some("Villa del Parco, ala nuova verso il fiume"),
];

pub fn bytes() -> Vec<u8> {
    let region = RegionCode::parse("09").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.sqlite");
    let writer = Writer::new(&path, Some(region), "Toscana").unwrap();
    for (id, table, day) in [
        (1, Table::Projects, date(2023, 2, 28)),
        (2, Table::Payments, date(2025, 3, 31)),
        (3, Table::Istat, date(2023, 1, 1)),
    ] {
        writer.source(&source(id, table, day)).unwrap();
    }
    places(&writer, region);
    for code in MEASURES {
        writer.measure(&measure(code)).unwrap();
    }
    for n in 0..60 {
        writer.project(&project(n)).unwrap();
    }
    writer.finish().unwrap().name(&path).unwrap();
    std::fs::read(&path).unwrap()
}

fn source(id: u32, table: Table, day: jiff::civil::Date) -> Source {
    Source {
        id: SourceId(id),
        table,
        name: table.official_name().into(),
        publisher: "Italia Domani".into(),
        date: Some(day),
        rows: 60,
        licence: "CC BY 4.0".into(),
        url: "https://www.italiadomani.gov.it".into(),
        columns: ["CUP", "Finanziamento PNRR", "Finanziamento Totale"]
            .map(String::from)
            .to_vec(),
    }
}

fn places(writer: &Writer, region: RegionCode) {
    let name = |code, name: &str| Region {
        code,
        name: name.into(),
        in_it: format!("in {name}"),
        of_it: format!("della {name}"),
    };
    writer.region(&name(region, "Toscana")).unwrap();
    for (code, sigla, name) in [
        ("100", "PO", "Prato"),
        ("050", "PI", "Pisa"),
        ("046", "LU", "Lucca"),
        ("052", "SI", "Siena"),
    ] {
        let province = Province {
            code: ProvinceCode::parse(code).unwrap(),
            sigla: sigla.into(),
            name: name.into(),
            region,
        };
        writer.province(&province).unwrap();
    }
    for (code, name, population) in COMUNI {
        let code = ComuneCode::parse(code).unwrap();
        let comune = Comune {
            code,
            name: name.into(),
            province: code.province().unwrap(),
            population: Some(population),
            source: SourceId(3),
        };
        writer.comune(&comune).unwrap();
    }
}

fn measure(code: &str) -> Measure {
    Measure {
        total: Some(Cents(100_000_000_000)),
        ..Measure::named(
            Submeasure::parse(code).unwrap(),
            format!("Misura {code}"),
            SourceId(1),
        )
    }
}

fn project(n: usize) -> Project {
    let measure = MEASURES[n % MEASURES.len()];
    let (istat, name, _) = COMUNI[n * 5 % COMUNI.len()];
    let comune = ComuneCode::parse(istat).unwrap();
    let cup = format!("C{:02}H2200{:06}", n % 90 + 10, n * 7919);
    let body = Body {
        id: BodyId(format!("n:comune di {}", name.to_lowercase()).into()),
        name: format!("Comune di {name}"),
        tax_code: None,
        form: None,
        trade: None,
    };
    let money = Cents(12_345_600 * (n as i64 + 1));
    let amount = |kind, fund, value, source| {
        let source = SourceId(source);
        (kind, fund, Observed { value, source })
    };
    let mut amounts = vec![
        amount(AmountKind::Funding, Fund::Pnrr, money, 1),
        amount(AmountKind::Funding, Fund::Total, Cents(money.0 * 5 / 4), 1),
        amount(AmountKind::Funding, Fund::Comune, Cents(money.0 / 4), 1),
    ];
    if n.is_multiple_of(3) {
        amounts.push(amount(AmountKind::Payment, Fund::Total, Cents(money.0 / 2), 2));
    }
    let site = SITES[n % SITES.len()].map(|site| Fact {
        kind: FactKind::Name,
        value: site.into(),
        number: None,
        source: SourceId(1),
        column: TextColumn::Title,
    });
    let id = ProjectId::of(measure, &cup, &format!("p{n}"), 0);
    Project {
        cup,
        local_code: format!("P-{n}"),
        seen: vec![SourceId(1), SourceId(2)],
        facts: site.into_iter().collect(),
        amounts,
        places: vec![Place {
            region: RegionCode::parse("09"),
            province: comune.province(),
            comune: Some(comune),
            address: n.is_multiple_of(4).then(|| format!("via Nuova {n}")),
            ..Place::nation(SourceId(1))
        }],
        bodies: vec![(Role::Implementer, body, SourceId(1))],
        ..Project::new(id, Submeasure::parse(measure).unwrap())
    }
}
