//! How much of a sheet is its project's own: sentences that stand in no other sheet of the same
//! measure. Counted a second time with names, figures and dates masked, so that a stock sentence
//! with a comune put in is not taken for one of the project.

use sportello::explain::{Explanation, Question};
use sportello::lang::Lang;
use sportello::model::{AmountKind, Award, FactKind, Fund, LabelKind, Project, TextColumn};
use sportello::text::number::month;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::{self, Display, Formatter};

struct Sheet {
    measure: String,
    texts: Vec<String>,
    masked: Vec<String>,
    /// With the block of the measure.
    words: usize,
    title: String,
    /// The first sentence of *what*: a place of `texts`.
    first: usize,
    /// A fact was read in the project's title or summary.
    has_title: bool,
    is_work: bool,
    /// All that its texts and its place say, for works.
    facts: String,
    /// Whether name or street stand in the title or the first two sentences; none without them.
    names_it: Option<bool>,
    /// All that its tables say, masked like the sentences.
    tuple: String,
}

/// The sheets of an archive.
#[derive(Default)]
pub struct Own(Vec<Sheet>);

/// Shares are per cent of a sheet, on average over sheets.
#[derive(Debug, Default)]
pub struct Figures {
    pub shared: f64,
    pub shared_of_titled: f64,
    pub masked: f64,
    pub masked_of_titled: f64,
    /// What not even a perfect writer can go below: sheets whose facts, masked, are another's too
    /// share all of their sentences.
    pub floor: f64,
    pub floor_of_titled: f64,
    /// Sentences of its own in the sheet at the middle.
    pub own: usize,
    pub own_of_titled: usize,
    pub words: usize,
    pub titled: usize,
    /// Distinct first sentences of *what*, as per cent of the projects with a title.
    pub first: f64,
    pub first_masked: f64,
    /// Titles that no other project has: per cent of the works, and of those whose facts differ.
    pub titles_of_works: f64,
    pub titles_of_differing: f64,
    pub longest_title: usize,
    /// Per cent of the works that have a name or a street.
    pub named: f64,
}

impl Own {
    pub fn add(&mut self, project: &Project, e: &Explanation, names: &[String], lang: Lang) {
        let claims = e.answers.iter().flat_map(|a| &a.claims).chain(&e.oddities);
        let texts: Vec<String> = claims.map(|c| c.text.clone()).collect();
        let first = e.answer(Question::What).claims.first().map(|c| c.text.clone());
        let words = e.claims().map(|c| c.text.split_whitespace().count()).sum();
        let of_texts = |c: TextColumn| matches!(c, TextColumn::Title | TextColumn::Summary);
        let nature = project.label(LabelKind::Nature).map(|l| l.value.as_str());
        let mut facts: Vec<String> = project
            .facts
            .iter()
            .map(|f| format!("{:?} {} {:?}", f.kind, f.value, f.number))
            .collect();
        facts.extend(
            project
                .places
                .iter()
                .map(|p| format!("{:?} {:?}", p.comune, p.address)),
        );
        facts.sort_unstable();
        facts.dedup();
        self.0.push(Sheet {
            measure: project.submeasure.as_str().to_owned(),
            masked: texts.iter().map(|t| mask(t, names, lang)).collect(),
            first: first
                .and_then(|f| texts.iter().position(|t| *t == f))
                .unwrap_or(0),
            texts,
            words,
            title: e.title.clone(),
            has_title: project.facts.iter().any(|f| of_texts(f.column)),
            is_work: nature == Some("03"),
            facts: facts.join("\n"),
            names_it: names_it(project, e),
            tuple: tuple(project),
        });
    }

    pub fn figures(&self) -> Figures {
        let sheets = &self.0;
        let alike = counted(sheets, |s| &s.texts);
        let alike_masked = counted(sheets, |s| &s.masked);
        let shared = |s: &Sheet, texts: &[String], alike: &HashMap<(String, String), usize>| {
            let is_shared = |t: &&String| alike[&(s.measure.clone(), (*t).clone())] > 1;
            texts.iter().filter(is_shared).count()
        };
        let (mut all, mut titled) = (Vec::new(), Vec::new());
        for s in sheets {
            let n = shared(s, &s.texts, &alike);
            let masked = shared(s, &s.masked, &alike_masked);
            let row = (
                share(n, s.texts.len()),
                share(masked, s.texts.len()),
                s.texts.len() - n,
            );
            all.push(row);
            if s.has_title {
                titled.push(row);
            }
        }
        let mean = |rows: &[(f64, f64, usize)], of: fn(&(f64, f64, usize)) -> f64| {
            rows.iter().map(of).sum::<f64>() / rows.len().max(1) as f64
        };
        let tuples = counted(sheets, |s| std::slice::from_ref(&s.tuple));
        let twin = |s: &&Sheet| tuples[&(s.measure.clone(), s.tuple.clone())] > 1;
        let with_title: Vec<&Sheet> = sheets.iter().filter(|s| s.has_title).collect();
        let distinct = |of: fn(&Sheet) -> &[String]| {
            let firsts: HashSet<&String> = with_title.iter().filter_map(|s| of(s).get(s.first)).collect();
            share(firsts.len(), with_title.len())
        };
        let works: Vec<&Sheet> = sheets.iter().filter(|s| s.is_work).collect();
        let titles = tally(sheets.iter().map(|s| &s.title));
        let facts = tally(works.iter().map(|s| &s.facts));
        let differing: Vec<&&Sheet> = works.iter().filter(|s| facts[&s.facts] == 1).collect();
        let own = |s: &&&Sheet| titles[&s.title] == 1;
        let named: Vec<bool> = works.iter().filter_map(|s| s.names_it).collect();
        Figures {
            shared: mean(&all, |r| r.0),
            shared_of_titled: mean(&titled, |r| r.0),
            masked: mean(&all, |r| r.1),
            masked_of_titled: mean(&titled, |r| r.1),
            floor: share(sheets.iter().filter(twin).count(), sheets.len()),
            floor_of_titled: share(with_title.iter().copied().filter(twin).count(), with_title.len()),
            own: median(all.iter().map(|r| r.2)),
            own_of_titled: median(titled.iter().map(|r| r.2)),
            words: median(sheets.iter().map(|s| s.words)),
            titled: titled.len(),
            first: distinct(|s| &s.texts),
            first_masked: distinct(|s| &s.masked),
            titles_of_works: share(
                works.iter().filter(|s| titles[&s.title] == 1).count(),
                works.len(),
            ),
            titles_of_differing: share(
                differing.iter().copied().filter(|s| own(s)).count(),
                differing.len(),
            ),
            longest_title: sheets.iter().map(|s| s.title.chars().count()).max().unwrap_or(0),
            named: share(named.iter().filter(|n| **n).count(), named.len()),
        }
    }
}

impl Figures {
    /// The bars that do not hold.
    pub fn broken(&self) -> Vec<String> {
        let most = [
            ("shared", self.shared, 55.0),
            ("shared of those with a title", self.shared_of_titled, 35.0),
            ("words", self.words as f64, 230.0),
            ("longest title", self.longest_title as f64, 72.0),
        ];
        let least = [
            // A page of ten sentences, of which more than half are its project's own.
            ("own sentences", self.own as f64, 6.0),
            ("first sentences, distinct", self.first, 60.0),
            ("titles of differing works", self.titles_of_differing, 97.0),
            ("titles of works", self.titles_of_works, 89.0),
            ("name or street said", self.named, 90.0),
        ];
        let above = most.iter().filter(|(_, n, bar)| n > bar);
        let below = least.iter().filter(|(_, n, bar)| n < bar);
        above
            .chain(below)
            .map(|(what, n, bar)| format!("{what}: {n:.1}, bar {bar}"))
            .collect()
    }
}

impl Display for Figures {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let rows = [
            ("shared", self.shared),
            ("  of those with a title", self.shared_of_titled),
            ("shared, masked", self.masked),
            ("  of those with a title", self.masked_of_titled),
            ("lowest that facts allow", self.floor),
            ("  of those with a title", self.floor_of_titled),
            ("own sentences, median", self.own as f64),
            ("  of those with a title", self.own_of_titled as f64),
            ("words, median", self.words as f64),
            ("projects with a title", self.titled as f64),
            ("first sentences, distinct", self.first),
            ("  masked", self.first_masked),
            ("titles of works, own", self.titles_of_works),
            ("  of those whose facts differ", self.titles_of_differing),
            ("longest title", self.longest_title as f64),
            ("name or street said", self.named),
        ];
        rows.iter()
            .try_for_each(|(what, n)| writeln!(f, "   {what:<30} {n:>8.1}"))
    }
}

fn share(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

fn median(values: impl Iterator<Item = usize>) -> usize {
    let mut all: Vec<usize> = values.collect();
    all.sort_unstable();
    all.get(all.len() / 2).copied().unwrap_or(0)
}

fn tally<'a>(texts: impl Iterator<Item = &'a String>) -> BTreeMap<&'a String, usize> {
    let mut out = BTreeMap::new();
    texts.for_each(|t| *out.entry(t).or_insert(0) += 1);
    out
}

/// In how many sheets of its measure a sentence stands.
fn counted(sheets: &[Sheet], of: fn(&Sheet) -> &[String]) -> HashMap<(String, String), usize> {
    let mut out = HashMap::new();
    for s in sheets {
        for text in of(s).iter().collect::<HashSet<_>>() {
            *out.entry((s.measure.clone(), text.clone())).or_insert(0) += 1;
        }
    }
    out
}

/// The sentence with a mark for every name, amount, number of residents, date and code, and no
/// article before a name. Quantities of what is made, shares and counts stay.
fn mask(text: &str, names: &[String], lang: Lang) -> String {
    let mut names: Vec<&String> = names.iter().filter(|n| text.contains(n.as_str())).collect();
    names.sort_by_key(|n| std::cmp::Reverse(n.len()));
    let text = names
        .iter()
        .fold(text.to_owned(), |out, name| out.replace(name.as_str(), "¤"));
    let words: Vec<&str> = text.split(' ').collect();
    let months: Vec<&str> = (1..=12).map(|n| month(n, lang)).collect();
    let mut kept: Vec<String> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).copied().unwrap_or_default();
        let is_masked = is_figure(word, next, &months) || is_code(word) || months.contains(word);
        let bare = match (is_masked, word.split_once("'¤")) {
            (true, _) => format!("#{}", tail(word)),
            (false, Some((_, rest))) => format!("¤{rest}"),
            (false, None) => (*word).to_owned(),
        };
        if bare.starts_with('¤')
            && kept
                .last()
                .is_some_and(|w| JOINTS.contains(&w.to_lowercase().as_str()))
        {
            kept.pop();
        }
        kept.push(bare);
    }
    kept.join(" ")
}

/// What joins a name to its sentence.
const JOINTS: [&str; 20] = [
    "il", "lo", "la", "i", "gli", "le", "a", "ad", "al", "alla", "allo", "ai", "di", "del", "della", "dello",
    "dal", "dalla", "the", "of",
];

/// A number of an amount, of residents, of a date or of an age.
fn is_figure(word: &str, next: &str, months: &[&str]) -> bool {
    const BEHIND: [&str; 9] = [
        "euro", "mila", "milion", "miliard", "million", "billion", "abitant", "resident", "mesi",
    ];
    let digits = word.trim_matches(|c: char| !c.is_ascii_digit());
    let year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    let behind = BEHIND.iter().any(|b| next.starts_with(b)) || months.contains(&next) || next == "anni";
    !digits.is_empty() && (year || behind || word.contains('€'))
}

/// A CUP.
fn is_code(word: &str) -> bool {
    let code: Vec<char> = word.chars().filter(char::is_ascii_alphanumeric).collect();
    code.len() == 15 && code.iter().any(char::is_ascii_digit) && !code.iter().any(char::is_ascii_lowercase)
}

/// The stops behind a word.
fn tail(word: &str) -> &str {
    let end = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    &word[end.len()..]
}

/// All that the tables say of a project but names, amounts, dates and codes: kinds, quantities,
/// shares, counts, states, and which of the rest there are.
fn tuple(p: &Project) -> String {
    let mut out: Vec<String> = Vec::new();
    let coded = [
        FactKind::Thing,
        FactKind::Work,
        FactKind::Service,
        FactKind::Study,
        FactKind::Quantity,
    ];
    for fact in &p.facts {
        let value = match coded.contains(&fact.kind) {
            true => fact.value.as_str(),
            false => "",
        };
        out.push(format!("{:?} {value} {:?}", fact.kind, fact.number));
    }
    let total = p
        .amount(AmountKind::Funding, Fund::Total)
        .map_or(0, |a| a.value.0);
    for (kind, fund, amount) in &p.amounts {
        let share = (100 * amount.value.0).checked_div(total).unwrap_or(0);
        out.push(format!("{kind:?} {fund:?} {share}"));
    }
    let keyed = [LabelKind::Call, LabelKind::Unlisted, LabelKind::Validation];
    for label in p.labels.iter().filter(|l| !keyed.contains(&l.kind)) {
        out.push(format!("{:?} {}", label.kind, label.value));
    }
    out.extend(p.dates.iter().map(|d| format!("{:?}", d.kind)));
    for t in &p.tenders {
        let (base, award) = (t.base.map_or(0, |c| c.0), t.award.map_or(0, |c| c.0));
        let share = (100 * award).checked_div(base).unwrap_or(0);
        let trade = |a: &Award| {
            a.body
                .as_ref()
                .and_then(|b| b.trade.as_ref())
                .map(|t| t.code.clone())
        };
        let winners = t
            .winners
            .iter()
            .map(|a| (trade(a), a.body.is_some(), a.subcontractor));
        let winners: Vec<_> = winners.collect();
        let (object, way) = (&t.object_kind, &t.procedure);
        out.push(format!(
            "{object:?} {way:?} {share} {} {winners:?}",
            t.awarded.is_some()
        ));
    }
    let trades = p
        .bodies
        .iter()
        .filter_map(|(role, body, _)| Some((role, body.trade.as_ref()?)));
    out.extend(trades.map(|(role, trade)| format!("{role:?} {}", trade.code)));
    for t in &p.targets {
        out.push(format!("{} {:?} {:?}", t.indicator, t.planned, t.achieved));
    }
    for p in &p.phases {
        let days = [p.start_planned, p.start_actual, p.end_planned, p.end_actual];
        out.push(format!("{} {:?}", p.code, days.map(|d| d.is_some())));
    }
    for c in &p.candidatures {
        let days = [c.sent, c.funded, c.status_date].map(|d| d.is_some());
        out.push(format!("{:?} {days:?}", c.status));
    }
    out.extend(
        p.places
            .iter()
            .map(|place| format!("{:?} {}", place.share, place.comune.is_some())),
    );
    out.extend(
        p.disagreements
            .iter()
            .map(|d| format!("{:?} {}", d.kind, d.field)),
    );
    out.push(p.siblings.len().to_string());
    out.sort_unstable();
    out.join("\n")
}

/// Whether the project's building, site or street is said in the title or the first two sentences.
fn names_it(project: &Project, e: &Explanation) -> Option<bool> {
    let mut said = e.title.clone();
    for claim in e.answer(Question::What).claims.iter().take(2) {
        said.push('\n');
        said.push_str(&claim.text);
    }
    let said = sportello::text::fold::fold(&said);
    let kinds = [FactKind::Name, FactKind::Street];
    let mut facts = project
        .facts
        .iter()
        .filter(|f| kinds.contains(&f.kind))
        .peekable();
    facts.peek()?;
    Some(facts.any(|f| said.contains(&sportello::text::fold::fold(&f.value))))
}
