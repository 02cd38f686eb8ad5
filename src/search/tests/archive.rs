//! Nine made-up projects.

use crate::lang::Lang;
use crate::model::{
    Body, BodyId, Brief, BriefFact, BriefPlace, Cents, Comune, ComuneCode, FactKind, Measure, ProjectId,
    Province, ProvinceCode, Region, RegionCode, SourceId, Status, Submeasure,
};
use crate::search::{Index, Results};
use crate::snapshot::{Catalogue, Class};
use crate::title;
use jiff::civil::Date;
use std::sync::Arc;

pub(super) struct Made {
    pub index: Index,
    pub results: Results,
}

impl Made {
    /// The composed titles of the hits.
    pub fn titles(&self) -> Vec<String> {
        let catalogue = self.index.catalogue();
        let hits = self.results.hits.iter();
        let briefs = hits.map(|hit| &catalogue.projects[hit.project as usize]);
        briefs.map(|b| title::compose(catalogue, b, Lang::It)).collect()
    }

    pub fn first(&self) -> String {
        self.titles().into_iter().next().unwrap_or_default()
    }
}

pub(super) const CUP: &str = "J57H22001230006";
pub(super) const CIG: &str = "9123456ABC";

const MEASURES: &[&str] = &[
    "M1C1I1.04.03",
    "M2C4I2.02.00",
    "M4C1I1.01.00",
    "M5C2I2.03.01",
    "M6C1I1.01.00",
];
const COMUNI: &[(&str, &str)] = &[
    ("046028", "Seravezza"),
    ("046033", "Viareggio"),
    ("050031", "San Giuliano Terme"),
    ("100003", "Montemurlo"),
    ("100005", "Prato"),
];

/// Gives a project the name of its building.
fn name(brief: &mut Brief, name: &str) {
    let fact = BriefFact {
        kind: FactKind::Name,
        value: name,
        number: None,
    };
    brief.facts = [fact].into_iter().collect();
    brief.site = Some(name.into());
}

pub(super) fn archive() -> Index {
    let mut catalogue = Catalogue {
        region: RegionCode::parse("09"),
        region_name: "Toscana".into(),
        ..Catalogue::default()
    };
    let region = Region {
        code: RegionCode::parse("09").unwrap(),
        name: "Toscana".into(),
        in_it: "in Toscana".into(),
        of_it: "della Toscana".into(),
    };
    for (code, sigla, name) in [
        ("046", "LU", "Lucca"),
        ("050", "PI", "Pisa"),
        ("100", "PO", "Prato"),
    ] {
        let code = ProvinceCode::parse(code).unwrap();
        let province = Province {
            code,
            sigla: sigla.into(),
            name: name.into(),
            region: region.code,
        };
        catalogue.provinces.insert(code, province);
    }
    catalogue.regions.insert(region.code, region);
    for (code, name) in COMUNI {
        let code = ComuneCode::parse(code).unwrap();
        let comune = Comune {
            code,
            name: (*name).into(),
            province: code.province().unwrap(),
            population: None,
            source: SourceId(1),
        };
        catalogue.comuni.insert(code, comune);
    }
    for code in MEASURES {
        let (submeasure, name) = (Submeasure::parse(code).unwrap(), format!("Nome ufficiale {code}"));
        catalogue
            .measures
            .push(Measure::named(submeasure, name, SourceId(1)));
    }
    let mut bodies = Vec::new();
    for name in [
        "Comune di Prato",
        "Comune di Seravezza",
        "Azienda USL Toscana Centro",
        "Diocesi della Basilica",
    ] {
        bodies.push(Body {
            id: BodyId(name.into()),
            name: name.into(),
            tax_code: None,
            form: None,
            trade: None,
        });
    }
    catalogue.bodies = bodies.into();
    catalogue.classes.push(Class {
        kind: "category".into(),
        code: "05".into(),
        name: "Opere per l'asilo".into(),
    });
    let (pago, flood, nursery, flats, house) = (0, 1, 2, 3, 4);
    let (prato, seravezza, usl, diocese) = (Some(0), Some(1), Some(2), Some(3));
    let mut all = [
        brief(nursery, &["100005"], prato, Some(900_000)),
        brief(nursery, &["046028"], seravezza, Some(1_250_000)),
        brief(nursery, &["050031"], prato, Some(500_000)),
        brief(house, &["100003"], usl, Some(1_000_000)),
        brief(house, &["100005"], usl, Some(1_500_000)),
        brief(pago, &["100005"], prato, None),
        brief(flood, &["046028", "046033"], diocese, Some(50_000)),
        brief(flats, &[], prato, Some(40_000)),
        brief(flood, &[], prato, None),
    ];
    all[0].cup = CUP.into();
    all[0].status = Status::Completed;
    all[0].end = Some(Date::constant(2025, 6, 30));
    all[1].cup = "J57H22001240006".into();
    all[1].end = Some(Date::constant(2026, 6, 30));
    all[1].paid = Some(Cents(10_000_000));
    name(&mut all[2], "Scuola Dante Alighieri");
    name(&mut all[3], "Casa della Comunità Le Fornaci");
    all[6].category = Some(0);
    all[7].places[0].address = Some("Via Danthe 5".into());
    for (brief, n) in all.iter_mut().zip(0u8..) {
        brief.id = ProjectId::of("made", "up", &n.to_string(), 0);
    }
    let cig = vec![(CIG.to_owned(), all[3].id)];
    all.sort_by_key(|b| b.id);
    catalogue.projects = Vec::from(all).into();
    Index::build(Arc::new(catalogue), &cig, &[])
}

fn brief(measure: u16, comuni: &[&str], body: Option<u32>, euro: Option<i64>) -> Brief {
    let region = RegionCode::parse("09");
    let comune = |code: &&str| {
        let comune = ComuneCode::parse(code);
        BriefPlace {
            region,
            province: comune.and_then(ComuneCode::province),
            comune,
            ..BriefPlace::default()
        }
    };
    let mut places: Vec<BriefPlace> = comuni.iter().map(comune).collect();
    if places.is_empty() {
        places.push(BriefPlace {
            region,
            ..BriefPlace::default()
        });
    }
    Brief {
        places,
        body,
        total: euro.map(|e| Cents(e * 100)),
        status: Status::Funded,
        ..Brief::new(ProjectId::of("", "", "", 0), measure)
    }
}
