//! Thirteen kinds of sentence that say more than the tables do, each found by a rule of its own
//! that reads the facts beside the text.

use jiff::civil::Date;
use sportello::explain::{Answer, Claim, Explanation, Question};
use sportello::model::{
    AmountKind, Brief, Disagreement, DisagreementKind, Fund, LabelKind, Project, ProjectDateKind, Sign,
    Status, Tender,
};
use sportello::sheet::{Block, PartId};
use sportello::snapshot::Catalogue;
use sportello::text::fold::fold;
use std::collections::BTreeMap;

/// A project beside what is said of it.
pub struct Sheet<'a> {
    pub catalogue: &'a Catalogue,
    pub brief: &'a Brief,
    pub project: &'a Project,
    pub it: &'a Explanation,
    pub today: Date,
}

impl Sheet<'_> {
    fn texts(&self) -> impl Iterator<Item = &str> {
        self.it.claims().map(|c| c.text.as_str())
    }

    fn says(&self, words: &[&str]) -> bool {
        self.texts().any(|t| words.iter().any(|w| t.contains(w)))
    }

    fn answer(&self, question: Question) -> &Answer {
        self.it.answer(question)
    }

    fn seen(&self, source: sportello::model::SourceId) -> Option<Date> {
        self.catalogue.source(source)?.date
    }
}

type Rule = (&'static str, fn(&Sheet<'_>) -> bool);

/// Each rule says whether a sheet has the fault.
pub const RULES: &[Rule] = &[
    ("1 status of the list denied", status_denied),
    ("1 status of the list not said", status_unsaid),
    ("2 a measure that left speaks as if it had not", left_measure),
    (
        "3 no tender, of contracts that are not known to be so",
        without_tender,
    ),
    ("3 the last contract, where another may be later", last_contract),
    ("4 one person, where there are more", one_person),
    ("5 a contract was given, where no row says so", given),
    ("6 targets for an office", office_target),
    ("6 a target below one", below_one),
    ("7 an update called an error", update),
    ("7 a pair told twice", twice),
    ("8 above a hundred without a reason", above_hundred),
    ("8 a negative payment not told", negative),
    ("9 cents and hundredths", cents),
    ("10 more than one desk", desks),
    ("11 a tender that the table lacks", tender_left_out),
    ("12 a start or an end to come told as done", to_come),
    ("12 an end before its start in time", before_start),
    ("12 under way beside finished", both),
    ("13 a street without its comune", street_alone),
    ("13 one told as many", one_as_many),
    ("13 a body with a short name left unnamed", unnamed),
];

fn street_alone(s: &Sheet<'_>) -> bool {
    const STREETS: [&str; 6] = ["via", "viale", "piazza", "corso", "largo", "strada"];
    let known = s.project.places.iter().any(|p| p.comune.is_some());
    let first = s.answer(Question::What).claims.first();
    known
        && first.is_some_and(|claim| {
            let head = claim.text.strip_prefix("Il progetto in ");
            head.is_some_and(|head| {
                STREETS
                    .iter()
                    .any(|street| head.starts_with(&format!("{street} ")))
            })
        })
}

fn one_as_many(s: &Sheet<'_>) -> bool {
    s.says(&[
        " 1 chilometri ",
        " 1 metri ",
        " 1 posti ",
        " 1 edifici ",
        " 1 case ",
        " 1 borse ",
    ])
}

fn unnamed(s: &Sheet<'_>) -> bool {
    let mut bodies = s.project.bodies.iter();
    s.says(&["uesto ente "]) && bodies.all(|(_, body, _)| body.name.chars().count() <= 60)
}

fn status_denied(s: &Sheet<'_>) -> bool {
    let denied = |c: &Claim| c.missing.is_some();
    s.brief.status != Status::Unknown && s.answer(Question::Progress).claims.iter().any(denied)
}

fn status_unsaid(s: &Sheet<'_>) -> bool {
    let told = |words: &[&str]| {
        let claims = &s.answer(Question::Progress).claims;
        claims.iter().any(|c| words.iter().any(|w| c.text.contains(w)))
    };
    !match s.brief.status {
        Status::Completed if s.brief.sign == Some(Sign::Reached) => told(&[
            " risultava",
            "Fatto: ",
            "Fatto tutto: ",
            "Fatto più del previsto: ",
        ]),
        Status::Completed => told(&["concluso", "finito"]),
        Status::Ongoing => told(&["procedeva", "in corso"]),
        Status::Paid => told(&["risultavano pagati tutti"]),
        Status::Funded => told(&["assegnati", "non era ancora partito"]),
        Status::Withdrawn => told(&["annullato", "rinunciato", "ritirato"]),
        Status::Unknown => true,
    }
}

fn left_measure(s: &Sheet<'_>) -> bool {
    let measure = s.catalogue.measure(s.project.submeasure.as_str());
    let left = measure.and_then(|m| m.programme.as_ref()?.left);
    left.is_some()
        && s.says(&[
            " euro dal PNRR",
            ", tutti dal PNRR",
            "Mettono i soldi il PNRR",
            "La misura, guidata",
            "Il PNRR paga",
            "Il PNRR mette",
            "Il PNRR dà",
            "I soldi vengono dal PNRR",
            "a parte dei soldi viene dal PNRR",
            "fa parte del PNRR",
            "Fa parte del PNRR",
            "L'Italia ha promesso all'Europa",
        ])
}

fn is_direct(tender: &Tender) -> bool {
    tender.procedure.as_deref().is_some_and(|p| {
        let p = p.to_lowercase();
        (p.contains("affidamento diretto") || p.contains("economia"))
            && !p.contains("in house")
            && !p.contains("adesione")
    })
}

/// The first words of a firm's name, which a sentence may have repaired at its end.
fn plain(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().take(2).collect();
    words.join(" ")
}

/// "Senza gara" is said of one contract, whose winner the sentence names, or of a number of them.
fn without_tender(s: &Sheet<'_>) -> bool {
    let tenders = &s.project.tenders;
    if tenders.iter().all(is_direct) {
        return false;
    }
    // The rows of a code are one contract.
    let direct = |t: &Tender| tenders.iter().any(|row| row.cig == t.cig && is_direct(row));
    let of_one = |text: &str| {
        let folded = fold(text);
        let is_told = |t: &Tender| {
            t.winners.iter().any(|a| match &a.body {
                Some(body) => folded.contains(&fold(&plain(&body.name))),
                None => [
                    "non nominiamo",
                    "non danno il nome",
                    "non nominano",
                    "non hanno nome",
                ]
                .iter()
                .any(|way| text.contains(way)),
            })
        };
        let nobody = text.contains("non si sa a chi");
        tenders.iter().any(|t| direct(t) && (nobody || is_told(t)))
    };
    let counted = |text: &str| {
        let before = text.split(" senza gara").next().unwrap_or_default();
        before.ends_with(|c: char| c.is_ascii_digit())
    };
    let mut said = s.texts().filter(|t| t.contains("senza gara"));
    said.any(|t| !counted(t) && !of_one(t))
}

fn last_contract(s: &Sheet<'_>) -> bool {
    // The rows of one code are one contract.
    let lacks = |has: fn(&Tender) -> bool| {
        let tenders = &s.project.tenders;
        tenders.iter().any(|t| {
            let same = |other: &&Tender| std::ptr::eq(*other, t) || other.cig == t.cig && !t.cig.is_empty();
            // One that was held again, or is listed under two kinds of code, for the same price or with
            // what is put on top of it, is told once.
            let on_top = |a: i64, b: i64| {
                [100, 104, 110, 122]
                    .iter()
                    .any(|tax| (a * tax - b * 100).abs() <= 100)
            };
            let of_one = |a: i64, b: i64| on_top(a, b) || on_top(b, a);
            let again = |other: &Tender| {
                let prices = t.base.zip(other.base);
                prices.is_some_and(|(a, b)| of_one(a.0, b.0)) && has(other)
            };
            !tenders.iter().filter(same).any(has) && !tenders.iter().any(again)
        })
    };
    let last = |beginnings: &[&str], word: &str| {
        let begins = |t: &str| beginnings.iter().any(|l| t.starts_with(l));
        s.texts().any(|t| begins(t) && t.contains(word))
    };
    last(&["L'ultimo dei ", "L'ultimo degli "], "assegnato") && lacks(|t| t.awarded.is_some())
        || last(&["Dei ", "Degli "], "registrata la procedura") && lacks(|t| t.published.is_some())
}

/// One person is said of a contract that has one.
fn one_person(s: &Sheet<'_>) -> bool {
    let persons = |t: &Tender| {
        let is_person = |a: &&sportello::model::Award| a.body.is_none() && !a.subcontractor;
        t.winners.iter().filter(is_person).count()
    };
    let said = s
        .texts()
        .filter(|t| t.starts_with("Un professionista o piccola ditta") && !t.contains("subappalto"));
    said.count() > s.project.tenders.iter().filter(|t| persons(t) == 1).count()
}

fn given(s: &Sheet<'_>) -> bool {
    let row = |t: &Tender| t.awarded.is_some() || t.award.is_some_and(|a| a.0 > 0);
    let won = |t: &Tender| row(t) || !t.winners.is_empty();
    s.says(&["un contratto era già dato"]) && !s.project.tenders.iter().any(row)
        || s.says(&["ha avuto il contratto", "ha avuto l'unico contratto"])
            && !s.project.tenders.iter().any(won)
}

/// A number that only an office counts, told as a promise. What it stands for, once it is reached,
/// is told without the number.
fn office_target(s: &Sheet<'_>) -> bool {
    const COUNTED: &[&str] = &[
        "contratto firmato",
        "contratti firmati",
        "accordo firmato",
        "con almeno una gara",
        "1 progetto ",
        "1 lavoro ",
        "1 ente ",
        "1 impresa ",
        "1 Casa della Comunità",
    ];
    s.answer(Question::Progress).claims.iter().any(|c| {
        ["programma", "Fatto:", "Fatto tutto:"]
            .iter()
            .any(|w| c.text.contains(w))
            && COUNTED.iter().any(|w| c.text.contains(w))
    })
}

fn below_one(s: &Sheet<'_>) -> bool {
    s.answer(Question::Progress)
        .claims
        .iter()
        .any(|c| c.text.contains("programma: 0,") || c.text.contains(" e 0,") || c.text.contains(" su 0,"))
}

fn is_update(project: &Project) -> bool {
    let update = |d: &Disagreement| d.kind == DisagreementKind::Update;
    project
        .disagreements
        .iter()
        .any(|d| d.field.starts_with("funding.") && update(d))
        && !project.disagreements.iter().any(|d| !update(d))
}

fn update(s: &Sheet<'_>) -> bool {
    let told =
        s.it.oddities
            .iter()
            .any(|c| c.text.contains("non danno un finanziamento"));
    told && is_update(s.project)
}

fn twice(s: &Sheet<'_>) -> bool {
    let mut pairs = BTreeMap::new();
    for claim in &s.it.oddities {
        let figures: Vec<&str> = claim
            .text
            .split(' ')
            .filter(|w| w.contains('.') && w.starts_with(|c: char| c.is_ascii_digit()))
            .collect();
        if figures.len() > 1 {
            *pairs.entry(figures.join(" ")).or_insert(0) += 1;
        }
    }
    pairs.values().any(|n| *n > 1)
}

/// A share that is told as a figure above 100.
fn above_hundred(s: &Sheet<'_>) -> bool {
    let above = |t: &str| {
        let head = t.split(" per cento").next().unwrap_or_default();
        let figure = head
            .rsplit(|c: char| !c.is_ascii_digit() && c != '.')
            .next()
            .unwrap_or_default();
        let n: u64 = figure.replace('.', "").parse().unwrap_or(0);
        t.contains(" per cento") && (n > 100 || t.contains("più del 100"))
    };
    let told = s.answer(Question::HowMuch).claims.iter().any(|c| above(&c.text));
    let reason = ["Il motivo", "perché", "perchè"];
    told && !s.says(&reason)
}

fn negative(s: &Sheet<'_>) -> bool {
    let below = |(kind, fund, a): &(
        AmountKind,
        Fund,
        sportello::model::Observed<sportello::model::Cents>,
    )| {
        *kind == AmountKind::Payment && matches!(fund, Fund::Total | Fund::Pnrr) && a.value.0 < 0
    };
    s.project.amounts.iter().any(below) && !s.says(&["sotto zero", "negativ", "restitu"])
}

fn cents(s: &Sheet<'_>) -> bool {
    s.texts().any(|t| {
        t.contains("0,01 per cento")
            || t.contains(" 0 per cento")
            || ["0,", "1,"].iter().any(|head| {
                t.match_indices(&format!(" {head}")).any(|(at, _)| {
                    let rest = &t[at + 1 + head.len()..];
                    let cents = rest.split(' ').next().unwrap_or_default();
                    cents.len() == 2
                        && cents.bytes().all(|b| b.is_ascii_digit())
                        && rest[2..].starts_with(" euro")
                })
            })
    })
}

fn desks(s: &Sheet<'_>) -> bool {
    s.texts().filter(|t| t.contains("otete chiedere")).count() > 1
}

/// Pages are made only for those that could be cut.
fn tender_left_out(s: &Sheet<'_>) -> bool {
    if s.project.tenders.len() <= 20 {
        return false;
    }
    let page = sportello::sheet::project(s.catalogue, s.project, s.it, s.today);
    let tenders = page.parts.iter().filter(|p| p.id == PartId::Tenders);
    let rows = tenders.flat_map(|p| &p.blocks).map(|b| match b {
        Block::Table(table) => table.rows.len(),
        _ => 0,
    });
    rows.sum::<usize>() != s.project.tenders.len()
}

fn to_come(s: &Sheet<'_>) -> bool {
    let later = |kind| {
        let date = s.project.date(kind)?;
        Some(s.seen(date.source)? < date.value)
    };
    let start = later(ProjectDateKind::StartActual) == Some(true)
        && s.says(&["Il progetto è iniziato", "l'inizio è stato"]);
    let end = later(ProjectDateKind::EndActual) == Some(true) && s.says(&["Il progetto è finito"]);
    let phase = s.project.phases.iter().any(|p| {
        let seen = s.seen(p.source);
        [p.start_actual, p.end_actual]
            .into_iter()
            .flatten()
            .any(|d| seen.is_some_and(|seen| d > seen))
    });
    start || end || phase && s.it.oddities.is_empty()
}

fn before_start(s: &Sheet<'_>) -> bool {
    let (start, end) = (
        s.project.date(ProjectDateKind::StartActual),
        s.project.date(ProjectDateKind::EndActual),
    );
    matches!((start, end), (Some(start), Some(end)) if end.value < start.value)
        && s.says(&["entro la data prevista"])
}

fn both(s: &Sheet<'_>) -> bool {
    let going = s.says(&["procedeva", "era in corso."]);
    let over = s
        .answer(Question::When)
        .claims
        .iter()
        .any(|c| c.text.contains("è finito"));
    let label = s.project.label(LabelKind::Progress).is_some();
    label && going && over && s.it.oddities.is_empty()
}
