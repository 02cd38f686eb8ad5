//! The commands: one table of words, in both languages at all times, and what a typed line means.
//! Where the full screen has the same action, the word is the full screen's.

use crate::lang::{Lang, Word, w};
use crate::search::{is_thanks, says_little};
use crate::sheet::Subject;
use crate::text::fold::fold;
use crate::text::number::spoken;

/// What may follow a command on its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    Nothing,
    Number,
    Text,
}

macro_rules! commands {
    ($($name:ident $word:ident $says:ident $takes:ident;)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Command { $($name,)* }

        impl Command {
            pub const ALL: &[Command] = &[$(Command::$name,)*];

            /// The word that calls it.
            pub fn word(self) -> Word {
                match self { $(Command::$name => w::$word,)* }
            }

            /// What it does, for the help.
            pub fn says(self) -> Word {
                match self { $(Command::$name => w::$says,)* }
            }

            /// What may follow it.
            pub fn takes(self) -> Takes {
                match self { $(Command::$name => Takes::$takes,)* }
            }
        }
    };
}

commands! {
    Help KEYS_HELP_SHORT LINEAR_SAYS_HELP Nothing;
    Repeat LINEAR_CMD_REPEAT LINEAR_SAYS_REPEAT Nothing;
    Where LINEAR_CMD_WHERE LINEAR_SAYS_WHERE Nothing;
    Back KEYS_BACK_SHORT LINEAR_SAYS_BACK Nothing;
    Forward LINEAR_CMD_FORWARD LINEAR_SAYS_FORWARD Nothing;
    Home KEYS_HOME_SHORT LINEAR_SAYS_HOME Nothing;
    Search LINEAR_CMD_SEARCH LINEAR_SAYS_SEARCH Text;
    Open KEYS_OPEN_SHORT LINEAR_SAYS_OPEN Number;
    More LINEAR_CMD_MORE LINEAR_SAYS_MORE Nothing;
    Down KEYS_DOWN_SHORT LINEAR_SAYS_DOWN Nothing;
    Up KEYS_UP_SHORT LINEAR_SAYS_UP Nothing;
    Filters KEYS_FILTERS_SHORT LINEAR_SAYS_FILTERS Nothing;
    Sort KEYS_SORT_SHORT LINEAR_SAYS_SORT Nothing;
    Exact KEYS_EXACT_SHORT LINEAR_SAYS_EXACT Nothing;
    Continue LINEAR_CMD_CONTINUE LINEAR_SAYS_CONTINUE Nothing;
    All LINEAR_CMD_ALL LINEAR_SAYS_ALL Nothing;
    Brief LINEAR_CMD_BRIEF LINEAR_SAYS_BRIEF Nothing;
    Parts LINEAR_CMD_PARTS LINEAR_SAYS_PARTS Nothing;
    Why LINEAR_CMD_WHY LINEAR_SAYS_WHY Number;
    Proofs LINEAR_CMD_PROOFS LINEAR_SAYS_PROOFS Nothing;
    Money LINEAR_CMD_MONEY LINEAR_SAYS_MONEY Nothing;
    Time LINEAR_CMD_TIME LINEAR_SAYS_TIME Nothing;
    Tenders LINEAR_CMD_TENDERS LINEAR_SAYS_TENDERS Nothing;
    Places LINEAR_CMD_PLACES LINEAR_SAYS_PLACES Nothing;
    Sources LINEAR_CMD_SOURCES LINEAR_SAYS_SOURCES Nothing;
    Cup LINEAR_CMD_CUP LINEAR_SAYS_CUP Nothing;
    Letters LINEAR_CMD_LETTERS LINEAR_SAYS_LETTERS Text;
    See LINEAR_CMD_SEE LINEAR_SAYS_SEE Nothing;
    Projects LINEAR_CMD_PROJECTS LINEAR_SAYS_PROJECTS Nothing;
    Words KEYS_WORDS_SHORT LINEAR_SAYS_WORDS Nothing;
    Comune LINEAR_CMD_COMUNE LINEAR_SAYS_COMUNE Text;
    Map KEYS_MAP_SHORT LINEAR_SAYS_MAP Text;
    Measure LINEAR_CMD_MEASURE LINEAR_SAYS_MEASURE Text;
    Glossary LINEAR_CMD_GLOSSARY LINEAR_SAYS_GLOSSARY Text;
    Questions LINEAR_CMD_QUESTIONS LINEAR_SAYS_QUESTIONS Nothing;
    Learn LINEAR_CMD_LEARN LINEAR_SAYS_LEARN Nothing;
    Lessons LINEAR_CMD_LESSONS LINEAR_SAYS_LESSONS Number;
    Hint LINEAR_CMD_HINT LINEAR_SAYS_HINT Nothing;
    Workshop KEYS_WORKSHOP_SHORT LINEAR_SAYS_WORKSHOP Nothing;
    Data KEYS_DATA_SHORT LINEAR_SAYS_DATA Nothing;
    News KEYS_NEWS_SHORT LINEAR_SAYS_NEWS Nothing;
    Update LINEAR_CMD_UPDATE LINEAR_SAYS_UPDATE Nothing;
    Desk KEYS_DESK_SHORT LINEAR_SAYS_DESK Nothing;
    Count KEYS_COUNT_SHORT LINEAR_SAYS_COUNT Nothing;
    Uncount KEYS_UNCOUNT_SHORT LINEAR_SAYS_UNCOUNT Nothing;
    Request LINEAR_CMD_REQUEST LINEAR_SAYS_REQUEST Text;
    Report LINEAR_CMD_REPORT LINEAR_SAYS_REPORT Text;
    Favourite KEYS_FAVOURITE_SHORT LINEAR_SAYS_FAVOURITE Nothing;
    Note KEYS_NOTE_SHORT LINEAR_SAYS_NOTE Text;
    Print KEYS_PRINT_SHORT LINEAR_SAYS_PRINT Nothing;
    Gather KEYS_GATHER_SHORT LINEAR_SAYS_GATHER Number;
    Gathered KEYS_GATHERED_SHORT LINEAR_SAYS_GATHERED Nothing;
    GatheredEmpty KEYS_GATHERED_EMPTY_SHORT LINEAR_SAYS_GATHERED_EMPTY Nothing;
    SaveList LINEAR_CMD_SAVE_LIST LINEAR_SAYS_SAVE_LIST Text;
    Export KEYS_EXPORT_SHORT LINEAR_SAYS_EXPORT Nothing;
    Erase LINEAR_CMD_ERASE LINEAR_SAYS_ERASE Nothing;
    Forget LINEAR_CMD_FORGET LINEAR_SAYS_FORGET Text;
    Settings KEYS_SETTINGS_SHORT LINEAR_SAYS_SETTINGS Nothing;
    Language LINEAR_CMD_LANGUAGE LINEAR_SAYS_LANGUAGE Text;
    Palette KEYS_PALETTE_SHORT LINEAR_SAYS_PALETTE Nothing;
    Quit KEYS_QUIT_SHORT LINEAR_SAYS_QUIT Nothing;
}

impl Command {
    /// The command that does what an action of the full screen does, by the action's name.
    pub fn of_action(id: &str) -> Option<Command> {
        let key = format!("keys.{id}.short");
        let same = |command: &&Command| command.word().key() == key;
        match id {
            "learn" => Some(Command::Learn),
            "language" => Some(Command::Language),
            _ => Command::ALL.iter().find(same).copied(),
        }
    }

    /// The page that it opens, whatever place one is at.
    pub fn page(self) -> Option<Subject> {
        match self {
            Command::Data => Some(Subject::Data),
            Command::News => Some(Subject::News),
            _ => None,
        }
    }
}

/// Other words that people use for a command, folded.
const ALIASES: &[(&str, Command)] = &[
    ("altro", Command::More),
    ("altre", Command::More),
    ("comuni", Command::Comune),
    ("towns", Command::Comune),
    ("misure", Command::Measure),
    ("measures", Command::Measure),
    ("preferiti", Command::Desk),
    ("favourites", Command::Desk),
    ("english", Command::Language),
    ("italiano", Command::Language),
    ("exit", Command::Quit),
    // The key of the full screen; as the beginning of "esci" it would end the program.
    ("esc", Command::Back),
];

/// What a line means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    Empty,
    Number(usize),
    /// "-1"
    NoNumber,
    Command(Command, String),
    Thanks,
    /// The beginning of several commands.
    Ambiguous(Vec<Command>),
    Text,
}

/// Numbers of more digits are codes, to be searched.
const DIGITS: usize = 4;

/// Reads a line. `answering`: an exercise waits for its answer, so only whole commands count.
pub fn parse(line: &str, answering: bool) -> Typed {
    let line = line.trim();
    if line.is_empty() {
        return Typed::Empty;
    }
    // A question mark, and what an arrow key sends.
    if line.bytes().all(|b| b == b'?') || line.contains('\u{1b}') {
        return Typed::Command(Command::Help, String::new());
    }
    let digits = line.trim_end_matches('.');
    if digits.len() <= DIGITS
        && digits.bytes().all(|b| b.is_ascii_digit())
        && let Ok(number) = digits.parse()
    {
        return Typed::Number(number);
    }
    if let Some(below) = digits.strip_prefix('-')
        && below.len() <= DIGITS
        && below.parse::<usize>().is_ok()
    {
        return Typed::NoNumber;
    }
    let folded = fold(line);
    if let Some(number) = spoken(&folded) {
        return Typed::Number(number);
    }
    // "Un comune", "le misure".
    let named = folded
        .split_once(' ')
        .filter(|(article, _)| says_little(article) && exact(article).is_none());
    if let Some(command) = exact(&folded).or_else(|| exact(named?.1)) {
        return Typed::Command(command, language_of(&folded));
    }
    if is_thanks(&folded) {
        return Typed::Thanks;
    }
    if let Some((first, rest)) = line.split_once(char::is_whitespace).filter(|_| !answering) {
        let rest = rest.trim();
        let number = rest.bytes().all(|b| b.is_ascii_digit());
        let whole = exact(&fold(first));
        let begun = || match begun(&fold(first)).as_slice() {
            [one] if number => Some(*one),
            _ => None,
        };
        if let Some(command) = whole.or_else(begun) {
            match command.takes() {
                Takes::Text if whole.is_some() => return Typed::Command(command, rest.to_owned()),
                Takes::Number if number => return Typed::Command(command, rest.to_owned()),
                _ => {}
            }
        }
        return Typed::Text;
    }
    if answering {
        return Typed::Text;
    }
    match begun(&folded).as_slice() {
        [] => Typed::Text,
        [one] => Typed::Command(*one, String::new()),
        several => Typed::Ambiguous(several.to_vec()),
    }
}

/// The commands' words in both languages, folded.
fn words() -> impl Iterator<Item = (String, Command)> {
    let own = Command::ALL.iter().flat_map(|command| {
        let say = |lang: Lang| (fold(lang.say(command.word())), *command);
        Lang::ALL.map(say)
    });
    own.chain(
        ALIASES
            .iter()
            .map(|(word, command)| ((*word).to_owned(), *command)),
    )
}

fn exact(folded: &str) -> Option<Command> {
    words()
        .find(|(word, _)| word == folded)
        .map(|(_, command)| command)
}

/// The commands that begin so, in the order of the table.
fn begun(folded: &str) -> Vec<Command> {
    let found: Vec<Command> = words()
        .filter(|(word, _)| !folded.is_empty() && word.starts_with(folded))
        .map(|(_, command)| command)
        .collect();
    let named = |command: &&Command| found.contains(command);
    Command::ALL.iter().filter(named).copied().collect()
}

/// "english" and "italiano" say which language is meant.
fn language_of(folded: &str) -> String {
    match folded {
        "english" => "en".to_owned(),
        "italiano" => "it".to_owned(),
        _ => String::new(),
    }
}
