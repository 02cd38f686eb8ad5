//! The words of the interface: one constant each, in [`w`], said in the language at hand.

use super::Lang;

/// A word, sentence or template of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Word(u16);

/// One constant for every entry of `assets/lang/it.toml`: `[search] hint` is `w::SEARCH_HINT`.
pub mod w {
    use super::Word;
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

impl Lang {
    pub fn say(self, word: Word) -> &'static str {
        let table = match self {
            Lang::It => w::IT,
            Lang::En => w::EN,
        };
        table.get(usize::from(word.0)).copied().unwrap_or_default()
    }

    /// A template with its `{names}` filled in, in one pass: what a value holds is never read as
    /// a template.
    pub fn fill(self, word: Word, values: &[(&str, &str)]) -> String {
        let template = self.say(word);
        let mut out = String::with_capacity(template.len() + 32);
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let (name, behind) = after.split_once('}').unwrap_or((after, ""));
            let value = values.iter().find(|(n, _)| *n == name);
            debug_assert!(value.is_some(), "nothing for {name} in {template:?}");
            out.push_str(value.map_or("", |(_, value)| value));
            rest = behind;
        }
        out.push_str(rest);
        out
    }
}

impl Word {
    /// The entry's name in `assets/lang`: `search.hint`. It lets data files point at words.
    pub fn key(self) -> &'static str {
        w::KEYS.get(usize::from(self.0)).copied().unwrap_or_default()
    }

    pub fn from_key(key: &str) -> Option<Word> {
        let found = w::KEYS.binary_search(&key).ok()?;
        u16::try_from(found).ok().map(Word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_fill_the_same_names() {
        let names = |text: &str| {
            let mut found: Vec<String> = text
                .split('{')
                .skip(1)
                .filter_map(|rest| rest.split_once('}'))
                .map(|(name, _)| name.to_owned())
                .collect();
            found.sort();
            found
        };
        for ((it, en), key) in w::IT.iter().zip(w::EN).zip(w::KEYS) {
            assert_eq!(names(it), names(en), "{key}");
            assert!(!it.is_empty() && !en.is_empty(), "{key}");
        }
    }
}
