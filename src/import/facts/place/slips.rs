//! What the form of the titles leaves in a street: a number without its blank, the year of a call,
//! a code, a course of study that is no avenue.

/// The street as people write it; `None` for what is none.
pub(super) fn mended(street: &str) -> Option<String> {
    let mut words: Vec<String> = street.split(' ').flat_map(apart).collect();
    // "PIAZZA P.ZZA ALFA" says it twice.
    if let Some(at) = words.windows(2).position(|w| w[0] == "P." && w[1] == "Zza") {
        if at != 1 {
            return None;
        }
        words.drain(1..3);
    }
    // "F.LLIALFI": the brothers, and their name behind them.
    if let Some(at) = words
        .windows(2)
        .position(|w| w[0] == "F." && w[1].starts_with("Lli"))
    {
        let name = words[at + 1].split_off(3);
        let mut letters = name.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        let name: String = first.chain(letters).collect();
        words.splice(at..at + 2, ["Fratelli".to_owned(), name]);
        words.retain(|word| !word.is_empty());
    }
    for word in words.iter_mut().filter(|word| *word == "F.lli") {
        *word = "Fratelli".to_owned();
    }
    // "VIA A ALFA" has lost a point: no street is "a" something.
    if words.len() > 2 && words[1] == "a" {
        words[1] = "A.".to_owned();
    }
    let second = words.get(1).map(String::as_str);
    let third = words.get(2).map(String::as_str).unwrap_or_default();
    let studies = [
        "Laurea",
        "Studio",
        "Studi",
        "Dottorato",
        "Formazione",
        "Esecuzione",
        "Opera",
    ];
    match (words[0].as_str(), second) {
        ("Corso", Some("in" | "d'Acqua" | "d'acqua" | "Master")) => return None,
        ("Corso", Some("di")) if studies.contains(&third) => return None,
        _ => {}
    }
    while words.len() > 2 && is_left_over(&words) {
        words.pop();
    }
    Some(words.join(" "))
}

/// "EUROPA7" → "Europa", "7"; "N91" → "91".
fn apart(word: &str) -> Vec<String> {
    let at = word.find(|c: char| c.is_ascii_digit()).unwrap_or(word.len());
    let (name, number) = word.split_at(at);
    let is_number = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
    let shouted = name.chars().all(char::is_uppercase);
    match name.chars().count() {
        1 if is_number && matches!(name, "N" | "n") => vec![number.to_owned()],
        4.. if is_number && shouted => {
            let mut letters = name.chars();
            let first: String = letters.next().into_iter().collect();
            vec![first + &letters.as_str().to_lowercase(), number.to_owned()]
        }
        _ => vec![word.to_owned()],
    }
}

/// At the end "PT 71/2021" is a file, "2021" the year of a call.
fn is_left_over(words: &[String]) -> bool {
    let is_year = |text: &str| text.len() == 4 && ("2015".."2031").contains(&text);
    let Some((last, before)) = words.split_last() else {
        return false;
    };
    let of_file = |(number, year): (&str, &str)| is_year(year) && number.bytes().all(|b| b.is_ascii_digit());
    let is_code = last.len() == 2 && last.bytes().all(|b| b.is_ascii_uppercase());
    let roman = last.bytes().all(|b| b"IVXLC".contains(&b));
    let year = last.split('/').next().unwrap_or_default();
    is_year(year)
        && before
            .last()
            .is_some_and(|w| !is_month(w) || year.len() < last.len())
        || last.split_once('/').is_some_and(of_file)
        || is_code && !roman && before.len() > 1
}

/// "Via 11 Settembre 2021" is a day.
fn is_month(word: &str) -> bool {
    let word = word.to_lowercase();
    (1..=12).any(|m| crate::text::number::month(m, crate::lang::Lang::It) == word)
}

#[cfg(test)]
mod tests {
    use super::mended;
    use rstest::rstest;

    #[rstest]
    #[case("Via di Alfa PT 71/2021", Some("Via di Alfa"))]
    #[case("Via EUROPA7", Some("Via Europa 7"))]
    #[case("Viale Alfa N91", Some("Viale Alfa 91"))]
    #[case("Via SP64 della Fila", Some("Via SP64 della Fila"))]
    #[case("Via Roma 2019", Some("Via Roma"))]
    #[case("Via XXV Aprile 2021/A", Some("Via XXV Aprile"))]
    #[case("Via a Alfa", Some("Via A. Alfa"))]
    #[case("Corso di Esecuzione", None)]
    #[case("Corso d'Acqua Fosso Alfa", None)]
    #[case("Via 11 Settembre 2021", Some("Via 11 Settembre 2021"))]
    #[case("Via Giardini 1355", Some("Via Giardini 1355"))]
    #[case("Piazza Giovanni XXIII", Some("Piazza Giovanni XXIII"))]
    #[case("Piazza Vittorio Emanuele II", Some("Piazza Vittorio Emanuele II"))]
    #[case("Piazza P. Zza Trattati di Roma", Some("Piazza Trattati di Roma"))]
    #[case("Piazza Alfa P. Zza Comitato 1860", None)]
    #[case("Corso in Geoscienze DM 351", None)]
    #[case("Corso di Laurea in Alfa", None)]
    #[case("Corso di Porta Alfa 3", Some("Corso di Porta Alfa 3"))]
    fn what_is_left_over_goes(#[case] street: &str, #[case] want: Option<&str>) {
        assert_eq!(mended(street).as_deref(), want);
    }
}
