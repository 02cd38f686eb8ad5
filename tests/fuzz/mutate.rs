//! Random changes of what is in a corpus, each made again by its seed.

/// Numbers that look random, from a seed (SplitMix64).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`; 0 where there is none.
    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    fn byte(&mut self) -> u8 {
        self.next() as u8
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// A part of something so long, at most `most`.
    fn part(&mut self, len: usize, most: usize) -> std::ops::Range<usize> {
        let from = self.below(len + 1);
        let len = self.below((len - from).min(most) + 1);
        from..from + len
    }
}

pub struct Mutator {
    pub corpus: Vec<Vec<u8>>,
    pub words: Vec<Vec<u8>>,
}

impl Mutator {
    /// The changed input of a seed.
    pub fn input(&self, seed: u64) -> Vec<u8> {
        let mut dice = Dice(seed);
        let mut bytes = dice.one(&self.corpus).clone();
        for _ in 0..=dice.below(8) {
            self.change(&mut dice, &mut bytes);
        }
        bytes
    }

    fn change(&self, dice: &mut Dice, bytes: &mut Vec<u8>) {
        let at = dice.below(bytes.len() + 1);
        match dice.below(9) {
            0 => bytes
                .iter_mut()
                .skip(at)
                .take(1)
                .for_each(|b| *b ^= 1 << dice.below(8)),
            1 => bytes.iter_mut().skip(at).take(1).for_each(|b| *b = dice.byte()),
            2 => insert(bytes, at, &dice.next().to_le_bytes()[..dice.below(8)]),
            3 => insert(bytes, at, dice.one::<Vec<u8>>(&self.words)),
            // A word in the place of what is there.
            4 => {
                let part = dice.part(bytes.len(), 12);
                drop(bytes.splice(part, dice.one(&self.words).iter().copied()));
            }
            5 => drop(bytes.drain(dice.part(bytes.len(), 64))),
            6 => bytes.truncate(at),
            7 => {
                let part = bytes[dice.part(bytes.len(), 64)].to_vec();
                insert(bytes, at, &part.repeat(1 << dice.below(7)));
            }
            _ => {
                let other = dice.one(&self.corpus);
                insert(bytes, at, &other[dice.part(other.len(), 4096)]);
            }
        }
    }
}

fn insert(bytes: &mut Vec<u8>, at: usize, more: &[u8]) {
    drop(bytes.splice(at..at, more.iter().copied()));
}

/// The words of a dictionary of libFuzzer: one in quotes a line, with `\"`, `\\` and `\x0d`.
pub fn words(text: &str) -> Vec<Vec<u8>> {
    let quoted = |line: &str| Some(line.strip_prefix('"')?.strip_suffix('"')?.to_owned());
    let word = |line: String| {
        let mut out = Vec::new();
        let mut rest = line.as_str();
        while let Some(sign) = rest.chars().next() {
            let taken = match (sign, rest.get(1..2)) {
                ('\\', Some("x")) => {
                    out.push(u8::from_str_radix(&rest[2..4], 16).unwrap());
                    4
                }
                ('\\', Some(sign)) => {
                    out.extend(sign.bytes());
                    2
                }
                _ => {
                    out.extend(sign.to_string().bytes());
                    sign.len_utf8()
                }
            };
            rest = &rest[taken..];
        }
        out
    };
    text.lines().filter_map(quoted).map(word).collect()
}

#[test]
fn a_seed_makes_the_same_input_again_and_another_another() {
    let mutator = Mutator {
        corpus: vec![b"one".to_vec(), b"another".to_vec()],
        words: words("# no word\n\"\\xef\\\"a\"\n"),
    };
    assert_eq!(mutator.words, [b"\xef\"a"]);
    let inputs: Vec<Vec<u8>> = (0..1000).map(|seed| mutator.input(seed)).collect();
    assert!((0..1000).all(|seed| mutator.input(seed) == inputs[seed as usize]));
    let distinct: std::collections::HashSet<&Vec<u8>> = inputs.iter().collect();
    assert!(distinct.len() > 700, "{}", distinct.len());
}
