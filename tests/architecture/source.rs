//! A file of Rust as the words that matter here: identifiers, `::` and brackets. Comments, texts
//! and what is only there for tests are gone.

/// The words of a source in order.
pub fn words(source: &str) -> Vec<String> {
    without_tests(&tokens(source))
}

fn tokens(source: &str) -> Vec<String> {
    let chars: Vec<char> = source.chars().collect();
    let mut out = Vec::new();
    let mut i = 0;
    while i < chars.len() {
        let rest = &chars[i..];
        let c = chars[i];
        if rest.starts_with(&['/', '/']) {
            i += rest.iter().position(|c| *c == '\n').unwrap_or(rest.len());
        } else if rest.starts_with(&['/', '*']) {
            let end = rest.windows(2).position(|w| w == ['*', '/']);
            i += end.map_or(rest.len(), |at| at + 2);
        } else if c == '"' {
            i += text(rest, true);
        } else if let Some(length) = raw_text(rest) {
            i += length;
        } else if c == '\'' {
            i += character(rest);
        } else if c.is_alphanumeric() || c == '_' {
            let word = rest.iter().take_while(|c| c.is_alphanumeric() || **c == '_');
            let word: String = word.collect();
            i += word.chars().count();
            out.push(word);
        } else if rest.starts_with(&[':', ':']) {
            out.push("::".to_owned());
            i += 2;
        } else {
            if !c.is_whitespace() {
                out.push(c.to_string());
            }
            i += 1;
        }
    }
    out
}

/// How long the text is that begins here with a quote.
fn text(rest: &[char], escapes: bool) -> usize {
    let mut i = 1;
    while i < rest.len() && rest[i] != '"' {
        i += if escapes && rest[i] == '\\' { 2 } else { 1 };
    }
    i + 1
}

/// `r"…"` and `r#"…"#`.
fn raw_text(rest: &[char]) -> Option<usize> {
    if rest.first() != Some(&'r') {
        return None;
    }
    let hashes = rest[1..].iter().take_while(|c| **c == '#').count();
    if rest.get(1 + hashes) != Some(&'"') {
        return None;
    }
    let mut close = vec!['"'];
    close.extend(std::iter::repeat_n('#', hashes));
    let inner = &rest[2 + hashes..];
    let end = inner.windows(close.len()).position(|w| w == close)?;
    Some(2 + hashes + end + close.len())
}

/// `'x'` and `'\n'` are passed over whole, of a lifetime only the sign.
fn character(rest: &[char]) -> usize {
    if rest.get(1) == Some(&'\\') {
        let end = rest.iter().skip(3).position(|c| *c == '\'');
        return end.map_or(1, |at| at + 4);
    }
    if rest.get(2) == Some(&'\'') { 3 } else { 1 }
}

/// Takes out every item that stands behind `#[cfg(test)]`.
fn without_tests(words: &[String]) -> Vec<String> {
    const MARK: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut out = Vec::new();
    let mut i = 0;
    while i < words.len() {
        if words[i..].len() >= MARK.len() && words[i..].iter().zip(MARK).all(|(a, b)| a == b) {
            i += MARK.len();
            i += item(&words[i..]);
        } else {
            out.push(words[i].clone());
            i += 1;
        }
    }
    out
}

/// How many words the item has: to its semicolon, or to the bracket that closes it.
fn item(words: &[String]) -> usize {
    let mut depth = 0_usize;
    for (i, word) in words.iter().enumerate() {
        match word.as_str() {
            "{" => depth += 1,
            "}" => {
                depth -= 1;
                if depth == 0 {
                    return i + 1;
                }
            }
            ";" if depth == 0 => return i + 1,
            _ => {}
        }
    }
    words.len()
}
