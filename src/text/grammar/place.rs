//! Prepositions before comuni, provinces and regions.

/// `a Prato`, `ad Arezzo`, `a L'Aquila`, `a La Spezia`: "ad" before a- only.
///
/// ```
/// use sportello::text::grammar::at;
/// assert_eq!(at("Arezzo"), "ad Arezzo");
/// assert_eq!(at("Empoli"), "a Empoli");
/// assert_eq!(at("L'Aquila"), "a L'Aquila");
/// ```
pub fn at(comune: &str) -> String {
    let ad = comune.starts_with(['A', 'a', 'À', 'à']);
    format!("{} {comune}", if ad { "ad" } else { "a" })
}

/// `in provincia di Lucca`; `nella Città metropolitana di Firenze` for those that are one.
///
/// ```
/// use sportello::text::grammar::in_province;
/// assert_eq!(in_province("Lucca"), "in provincia di Lucca");
/// assert_eq!(in_province("Firenze"), "nella Città metropolitana di Firenze");
/// ```
pub fn in_province(name: &str) -> String {
    if METROPOLITAN.contains(&name) {
        format!("nella Città metropolitana di {name}")
    } else {
        format!("in provincia di {name}")
    }
}

const METROPOLITAN: [&str; 16] = [
    "Bari",
    "Bologna",
    "Cagliari",
    "Catania",
    "Firenze",
    "Genova",
    "Messina",
    "Milano",
    "Napoli",
    "Palermo",
    "Reggio Calabria",
    "Reggio di Calabria",
    "Roma",
    "Torino",
    "Venezia",
    "Sassari",
];

/// `la Toscana`, `il Lazio`, `le Marche`, `l'Umbria`.
pub fn the_region(name: &str) -> String {
    format!("{}{name}", forms(name)[0])
}

/// `della Toscana`, `del Lazio`, `delle Marche`, `dell'Umbria`.
pub fn of_region(name: &str) -> String {
    format!("{}{name}", forms(name)[1])
}

/// `in Toscana`, `nel Lazio`, `nelle Marche`, `in Umbria`.
pub fn in_region(name: &str) -> String {
    format!("{}{name}", forms(name)[2])
}

fn forms(region: &str) -> [&'static str; 3] {
    match region.chars().next() {
        _ if region == "Marche" => ["le ", "delle ", "nelle "],
        _ if ["Lazio", "Molise", "Piemonte", "Veneto"].contains(&region) => {
            let inside = if region == "Lazio" { "nel " } else { "in " };
            ["il ", "del ", inside]
        }
        _ if region.starts_with("Trentino") => ["il ", "del ", "in "],
        _ if region.starts_with("Friuli") => ["il ", "del ", "in "],
        Some('A' | 'E' | 'U') => ["l'", "dell'", "in "],
        _ => ["la ", "della ", "in "],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Prato", "a Prato")]
    #[case("Abetone Cutigliano", "ad Abetone Cutigliano")]
    #[case("La Spezia", "a La Spezia")]
    #[case("Orbetello", "a Orbetello")]
    fn at_a_comune(#[case] name: &str, #[case] wanted: &str) {
        assert_eq!(at(name), wanted);
    }

    #[rstest]
    #[case("Toscana", "la Toscana", "della Toscana", "in Toscana")]
    #[case("Lazio", "il Lazio", "del Lazio", "nel Lazio")]
    #[case("Marche", "le Marche", "delle Marche", "nelle Marche")]
    #[case("Umbria", "l'Umbria", "dell'Umbria", "in Umbria")]
    #[case(
        "Trentino-Alto Adige",
        "il Trentino-Alto Adige",
        "del Trentino-Alto Adige",
        "in Trentino-Alto Adige"
    )]
    fn regions(#[case] name: &str, #[case] the: &str, #[case] of: &str, #[case] inside: &str) {
        assert_eq!(
            (
                the_region(name).as_str(),
                of_region(name).as_str(),
                in_region(name).as_str()
            ),
            (the, of, inside)
        );
    }
}
