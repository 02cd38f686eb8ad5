//! Typing errors made by rule from written queries, the same at every run.

/// SplitMix64: small, and the same on every machine.
pub struct Dice(u64);

impl Dice {
    /// Seeded by a text, so that a query added to the file leaves the errors of the others alone.
    pub fn of(text: &str) -> Dice {
        let fnv = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        Dice(text.bytes().fold(0xcbf2_9ce4_8422_2325, fnv))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from `from` to `to - 1`.
    pub fn between(&mut self, from: usize, to: usize) -> usize {
        from + (self.next() % (to - from) as u64) as usize
    }

    fn letter(&mut self) -> char {
        char::from(b'a' + (self.next() % 26) as u8)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    Insertion,
    Deletion,
    Substitution,
    Transposition,
}

pub const SLIPS: [Slip; 4] = [
    Slip::Insertion,
    Slip::Deletion,
    Slip::Substitution,
    Slip::Transposition,
];

/// The word with one error; always another word.
fn slip(word: &str, slip: Slip, dice: &mut Dice) -> String {
    loop {
        let mut chars: Vec<char> = word.chars().collect();
        let len = chars.len();
        match slip {
            Slip::Insertion => chars.insert(dice.between(0, len + 1), dice.letter()),
            Slip::Deletion => {
                chars.remove(dice.between(0, len));
            }
            Slip::Substitution => chars[dice.between(0, len)] = dice.letter(),
            Slip::Transposition => {
                let at = dice.between(0, len - 1);
                chars.swap(at, at + 1);
            }
        }
        let out: String = chars.into_iter().collect();
        if out != word {
            return out;
        }
    }
}

fn words(query: &str) -> Vec<&str> {
    query.split(' ').collect()
}

/// The places of words that errors are made in: at least `least` letters, and nothing but letters.
fn places(words: &[&str], least: usize) -> Vec<usize> {
    let fits = |word: &str| word.chars().count() >= least && word.chars().all(char::is_alphabetic);
    (0..words.len()).filter(|i| fits(words[*i])).collect()
}

fn with(words: &[&str], at: usize, word: &str) -> String {
    let mut out = words.to_vec();
    out[at] = word;
    out.join(" ")
}

/// Each word of `least` to `most` letters with each kind of error once.
fn each_word(query: &str, least: usize, most: usize) -> Vec<String> {
    let words = words(query);
    let mut dice = Dice::of(query);
    let mut out = Vec::new();
    for at in places(&words, least) {
        if words[at].chars().count() > most {
            continue;
        }
        for kind in SLIPS {
            let word = slip(words[at], kind, &mut dice);
            out.push(with(&words, at, &word));
        }
    }
    out
}

pub fn one(query: &str) -> Vec<String> {
    each_word(query, 4, usize::MAX)
}

pub fn four_letters(query: &str) -> Vec<String> {
    each_word(query, 4, 4)
}

/// Two errors in one word of eight letters or more: each kind of error, then any.
pub fn two_in_a_long_word(query: &str) -> Vec<String> {
    let words = words(query);
    let mut dice = Dice::of(query);
    let mut out = Vec::new();
    for at in places(&words, 8) {
        for first in SLIPS {
            let once = slip(words[at], first, &mut dice);
            let second = SLIPS[dice.between(0, SLIPS.len())];
            let twice = slip(&once, second, &mut dice);
            if twice != words[at] {
                out.push(with(&words, at, &twice));
            }
        }
    }
    out
}

/// An error in each of two words, four times.
pub fn two_in_two_words(query: &str) -> Vec<String> {
    let words = words(query);
    let mut dice = Dice::of(query);
    let places = places(&words, 4);
    if places.len() < 2 {
        return Vec::new();
    }
    let mut out = Vec::new();
    for first in SLIPS {
        let one = dice.between(0, places.len());
        let other = (one + dice.between(1, places.len())) % places.len();
        let second = SLIPS[dice.between(0, SLIPS.len())];
        let mut wrong = words.clone();
        let (a, b) = (
            slip(words[places[one]], first, &mut dice),
            slip(words[places[other]], second, &mut dice),
        );
        wrong[places[one]] = &a;
        wrong[places[other]] = &b;
        out.push(wrong.join(" "));
    }
    out
}

/// Every two neighbours run together.
pub fn run_together(query: &str) -> Vec<String> {
    let words = words(query);
    let join = |at: usize| {
        let mut out: Vec<String> = words.iter().map(|w| (*w).to_owned()).collect();
        let next = out.remove(at + 1);
        out[at].push_str(&next);
        out.join(" ")
    };
    (0..words.len().saturating_sub(1)).map(join).collect()
}

/// Each word split once, neither part under two letters.
pub fn split(query: &str) -> Vec<String> {
    let words = words(query);
    let mut dice = Dice::of(query);
    let mut out = Vec::new();
    for at in places(&words, 4) {
        let chars: Vec<char> = words[at].chars().collect();
        let cut = dice.between(2, chars.len() - 1);
        let (head, tail) = chars.split_at(cut);
        let (head, tail): (String, String) = (head.iter().collect(), tail.iter().collect());
        out.push(with(&words, at, &format!("{head} {tail}")));
    }
    out
}
