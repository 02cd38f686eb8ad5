//! What a text asks, from `assets/asks.toml`: "quando finisce la piscina di Massarosa" asks *when*
//! of the swimming pool of Massarosa; "fammi vedere la mappa" asks for a command; what no table
//! tells is known too, so that it can be said.

use crate::explain::Question;
use crate::lang::{Lang, QUESTIONS, Word};
use crate::search::{bounded, is_common, says_little};
use crate::text::fold::fold;
use serde::Deserialize;
use std::ops::Range;
use std::sync::LazyLock;

const FILE: &str = include_str!("../../assets/asks.toml");

/// Words of the longest name that is looked for.
const LONGEST_NAME: usize = 24;

/// A text as a question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    /// The text with the words of the question blanked, every other in its place: to be searched.
    pub text: String,
    pub question: Option<Question>,
    /// It asks what a word means.
    pub means: bool,
    /// The words, folded, without those of the question.
    pub rest: Vec<String>,
    pub wish: Option<Wish>,
    /// It has several words.
    pub is_spoken: bool,
}

/// What is asked for that is no project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// A question on the plan itself, by its id.
    Answer(&'static str),
    /// Something that the program does, by the name of its action.
    Do(String),
    /// What the data do not tell: the sentence that says so.
    Cannot(Word),
}

#[derive(Deserialize)]
struct File {
    question: Vec<Phrases>,
    define: Phrases,
    why: Phrases,
    answer: Vec<Phrases>,
    command: Vec<Phrases>,
    cannot: Vec<Phrases>,
}

#[derive(Default, Deserialize)]
struct Phrases {
    #[serde(default, alias = "id", alias = "say")]
    code: String,
    /// The question that prevails where it is asked as well.
    #[serde(default)]
    unless: String,
    it: Vec<String>,
    en: Vec<String>,
}

/// A file that cannot be read asks nothing; a test sees to it that ours can.
static ASKS: LazyLock<Option<File>> = LazyLock::new(|| toml::from_str(FILE).ok());

impl Phrases {
    /// Those of the language, then the others: at a desk both are spoken.
    fn of(&self, lang: Lang) -> impl Iterator<Item = Vec<&str>> {
        let (own, other) = match lang {
            Lang::It => (&self.it, &self.en),
            Lang::En => (&self.en, &self.it),
        };
        own.iter().chain(other).map(|phrase| phrase.split(' ').collect())
    }
}

impl Asked {
    /// Reads a text, as far as a search reads it.
    pub fn read(text: &str, lang: Lang) -> Asked {
        let text = bounded(text);
        let own = Asked {
            text: text.to_owned(),
            ..Asked::default()
        };
        let words = words(text);
        // Filters and quoted words are no talk.
        let (Some(asks), false) = (&*ASKS, text.contains([':', '=', '<', '>', '"', '«', '“'])) else {
            return own;
        };
        let folded: Vec<&str> = words.iter().map(|(word, _)| word.as_str()).collect();
        let define = side_by_side(&asks.define, &folded, lang);
        let why = side_by_side(&asks.why, &folded, lang).is_some();
        let found = asks.question.iter();
        let found = found.filter_map(|phrases| Some((phrases, side_by_side(phrases, &folded, lang)?)));
        let (yielding, asked): (Vec<_>, Vec<_>) = found.clone().partition(|(phrases, _)| {
            let mut others = found.clone().map(|(other, _)| &other.code);
            !phrases.unless.is_empty() && others.any(|code| *code == phrases.unless)
        });
        let asked = asked
            .into_iter()
            .max_by_key(|(_, range)| (range.len(), std::cmp::Reverse(range.start)));
        let by_code = |code: &str| Question::ALL.into_iter().find(|q| q.code() == code);
        let question = asked.as_ref().and_then(|(phrases, _)| by_code(&phrases.code));
        let ranges: Vec<Range<usize>> = match &define {
            Some(range) => vec![range.clone()],
            None => asked
                .into_iter()
                .chain(yielding)
                .map(|(_, range)| range)
                .collect(),
        };
        let is_asked = |at: &usize| ranges.iter().any(|range| range.contains(at));
        let rest: Vec<String> = (0..folded.len())
            .filter(|at| !is_asked(at))
            .map(|at| folded[at].to_owned())
            .collect();
        // Where nothing else was said the words themselves are looked for.
        let says_more = define.is_some() && !rest.is_empty() || rest.iter().any(|word| !says_little(word));
        let mut blanked = text.to_owned();
        for at in (0..words.len()).filter(|at| says_more && is_asked(at)) {
            let span = words[at].1.clone();
            blanked.replace_range(span.clone(), &" ".repeat(span.len()));
        }
        Asked {
            text: blanked,
            question,
            means: define.is_some(),
            wish: wish(asks, &folded, why, lang),
            is_spoken: folded.len() > 1,
            rest,
        }
    }

    /// Whether it tells nothing of what is asked about: "quando finisce?"
    pub fn is_bare(&self) -> bool {
        self.rest.iter().all(|word| says_little(word))
    }

    /// The longest row of words that is something, where all others say little.
    pub fn whole<T>(&self, look: impl Fn(&str) -> Option<T>) -> Option<T> {
        let count = self.rest.len();
        let says = |word: &String| !says_little(word);
        let first = self.rest.iter().position(says).unwrap_or(count);
        let last = self.rest.iter().rposition(says).map_or(0, |last| last + 1);
        let ranges = (1..=count.min(LONGEST_NAME))
            .rev()
            .flat_map(|len| (0..=count - len).map(move |at| at..at + len));
        ranges
            .filter(|range| range.start <= first && last <= range.end)
            .find_map(|range| look(&self.rest[range].join(" ")))
    }
}

/// The words by which people ask for an action, in both languages.
pub fn phrases_of(action: &str) -> String {
    let commands = ASKS.iter().flat_map(|asks| &asks.command);
    let own = commands.filter(|phrases| phrases.code == action);
    let words = own.flat_map(|phrases| phrases.it.iter().chain(&phrases.en));
    words.map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// What is asked for that is no project. A command is one only where nothing else is said.
fn wish(asks: &File, folded: &[&str], why: bool, lang: Lang) -> Option<Wish> {
    let alone = |hits: &[usize]| {
        let others = (0..folded.len()).filter(|at| !hits.contains(at));
        const ABOUT: &[&str] = &[
            "programma",
            "pagina",
            "schermo",
            "sportello",
            "program",
            "page",
            "vada",
        ];
        others
            .into_iter()
            .all(|at| says_little(folded[at]) || ABOUT.contains(&folded[at]) || folded[at].len() < 3)
    };
    let command = asks
        .command
        .iter()
        .find(|p| any_there(p, folded, lang).is_some_and(|hits| alone(&hits)));
    if let Some(command) = command {
        return Some(Wish::Do(command.code.clone()));
    }
    let longest = |list: &'static [Phrases]| {
        let found = list
            .iter()
            .filter_map(|p| Some((all_there(p, folded, lang)?.len(), p)));
        found.max_by_key(|(len, _)| *len)
    };
    let asks: &'static File = ASKS.as_ref()?;
    let cannot = longest(&asks.cannot);
    let answer = longest(&asks.answer);
    let say = |code: &str| Word::from_key(&format!("box.cannot.{code}")).map(Wish::Cannot);
    match (answer, cannot) {
        (Some((own, _)), Some((other, cannot))) if other > own => say(&cannot.code),
        (Some((_, answer)), _) => {
            let question = QUESTIONS.iter().find(|q| q.id == answer.code)?;
            Some(Wish::Answer(question.id))
        }
        (None, Some((_, cannot))) => say(&cannot.code),
        (None, None) if why => say("why"),
        (None, None) => None,
    }
}

/// The words of a text, folded, with their places.
fn words(text: &str) -> Vec<(String, Range<usize>)> {
    let mut out = Vec::new();
    let mut start = None;
    let ends = text.char_indices().chain([(text.len(), ' ')]);
    for (at, c) in ends {
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                out.push((fold(&text[from..at]), from..at));
                start = None;
            }
            _ => {}
        }
    }
    out
}

/// Where the longest phrase stands side by side.
fn side_by_side(phrases: &Phrases, folded: &[&str], lang: Lang) -> Option<Range<usize>> {
    let mut best: Option<Range<usize>> = None;
    for phrase in phrases.of(lang) {
        let at = folded
            .windows(phrase.len())
            .position(|window| window.iter().zip(&phrase).all(|(word, asked)| fits(word, asked)));
        if let Some(at) = at
            && best.as_ref().is_none_or(|best| phrase.len() > best.len())
        {
            best = Some(at..at + phrase.len());
        }
    }
    best
}

/// The places of the words of the longest phrase of which all are there.
fn all_there(phrases: &Phrases, folded: &[&str], lang: Lang) -> Option<Vec<usize>> {
    let found = phrases.of(lang).filter_map(|phrase| places(&phrase, folded));
    found.max_by_key(Vec::len)
}

/// The places of the words of all phrases that are there whole.
fn any_there(phrases: &Phrases, folded: &[&str], lang: Lang) -> Option<Vec<usize>> {
    let found = phrases.of(lang).filter_map(|phrase| places(&phrase, folded));
    found.reduce(|one, other| [one, other].concat())
}

/// Where the words of a phrase stand, if all are there.
fn places(phrase: &[&str], folded: &[&str]) -> Option<Vec<usize>> {
    let place = |asked: &&str| folded.iter().position(|word| fits(word, asked));
    phrase.iter().map(place).collect()
}

/// Whether a word is the one of a phrase, or it but for an error; a right word is no error:
/// "elezioni" are no "lezioni".
fn fits(word: &str, asked: &str) -> bool {
    const LEAST: usize = 5;
    match asked.strip_suffix('*') {
        Some(begin) => word.starts_with(begin),
        None => {
            let long = word.len().min(asked.len()) >= LEAST;
            word == asked || long && !is_common(word) && strsim::osa_distance(word, asked) <= 1
        }
    }
}
