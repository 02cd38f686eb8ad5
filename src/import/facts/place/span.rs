//! How far the name of a street or a locality reaches, and how it is written.

use super::head;
use crate::import::facts::list::List;
use crate::text::repair;
use crate::text::tokens::{Gap, Tokens};

/// Most words of a name.
const MAX_WORDS: usize = 7;
/// Most words of a name in capitals inside a sentence, where nothing tells its end.
const MAX_SHOUTED: usize = 4;

/// The end of the name that begins at `from`. In a sentence (`running`) the name ends at the
/// first word that is not written like a name.
pub(super) fn end(t: &Tokens, from: usize, limit: usize, running: bool, hamlet: bool) -> usize {
    let shouted = (from..limit.min(from + 6)).all(|i| !t.raw(i).chars().any(char::is_lowercase));
    let initial = |i: usize| t.at(i).len() == 1 && t.is_followed_by(i + 1, ".");
    // "G. ALFA": a family name follows.
    let short = hamlet || initial(from) && t.at(from) != "s";
    let most = match (running && shouted, short) {
        (true, true) => 1,
        (true, false) => MAX_SHOUTED,
        (false, _) => MAX_WORDS,
    };
    let mut i = from;
    let mut own = 0;
    while i < limit && (own < most || own == most && is_ordinal(t, i)) {
        let word = t.at(i);
        let first = i == from;
        if !first && (t.is_phrase(i, &["s", "n", "c"]) || t.is_phrase(i, &["s", "nc"])) {
            break;
        }
        if initial(i) && (first || !breaks(t, i)) {
            i += 1;
            continue;
        }
        let particle = PARTICLES.has(word);
        if !first && breaks(t, i) {
            break;
        }
        if is_number(word) && !is_day(t, i) {
            break;
        }
        let named = (from..i).any(|k| !PARTICLES.has(t.at(k)));
        let allowed = if first {
            FIRST_OK.has(word)
        } else if named {
            goes_on(t, i)
        } else {
            BEHIND_PARTICLE.has(word)
        };
        if STOPS.has(word) && !allowed {
            break;
        }
        if word == "c" && t.at(i + 1) == "o" && t.gap(i + 1) == Gap::Slash {
            break;
        }
        if !first && begins_another(t, i, limit) && !follows_particle(t, i, from) {
            break;
        }
        let another = |at: usize| head::at(t, at).is_some() || NEW.has(t.at(at));
        if !first && word == "e" && (another(i + 1) || PARTICLES.has(t.at(i + 1))) {
            break;
        }
        if is_works(word) && named && !is_surname(t, i) {
            break;
        }
        // "PONTE A ALFA".
        let of_a_bridge = word == "a" && i > 0 && t.at(i - 1) == "ponte";
        if running
            && !first
            && !of_a_bridge
            && RUNNING_STOPS.has(word)
            && !is_kept(t, i)
            && !is_numeral(t, i, from)
        {
            break;
        }
        let small = t.raw(i).chars().next().is_some_and(char::is_lowercase);
        if running && !shouted && small && !particle {
            break;
        }
        // "SAN ALFA", "CASTEL BETA", "ALFA DI BETA" are one name.
        own += usize::from(!particle && !BEGINNINGS.has(word) && !span_goes_on(t, i + 1));
        i += 1;
    }
    if running && shouted && hamlet && own == most {
        i = end_of_hamlet(t, from, i, limit);
    }
    let reached = i;
    while i > from
        && (PARTICLES.has(t.at(i - 1)) || LAST_STOPS.has(t.at(i - 1)) && !is_kept(t, i - 1))
        && !is_numeral(t, i - 1, from)
    {
        i -= 1;
    }
    // "VIA MARTIRI DELL": the text ends in the middle of the name.
    let is_cut = i < reached && reached == t.len() && PARTICLES.has(t.at(reached - 1));
    if is_cut { from } else { i }
}

/// The end of a hamlet's name in capitals whose first word ends before `at`: "SAN ALFIO IN BETULLA
/// PIAZZA ALFA", and "ALFA BETINA" where the clause ends.
fn end_of_hamlet(t: &Tokens, from: usize, at: usize, limit: usize) -> usize {
    let plain = |i: usize| {
        let word = t.at(i);
        let others = [&STOPS, &RUNNING_STOPS, &NEW, &PARTICLES];
        i < limit
            && t.gap(i) == Gap::Blank
            && word.len() > 4
            && word.bytes().all(|b| b.is_ascii_alphabetic())
            && !others.iter().any(|list| list.has(word))
            && !is_works(word)
            && head::at(t, i).is_none()
    };
    let of_comune = |i: usize| ["nel", "in"].contains(&t.at(i)) && t.at(i + 1) == "comune";
    let ends = |i: usize| i >= limit || breaks(t, i) || of_comune(i) || t.at(i) == "comune";
    if t.at(at) == "in" && is_beginning(t.at(from)) && plain(at + 1) {
        let is_end = ends(at + 2) || head::at(t, at + 2).is_some();
        return if is_end { at + 2 } else { at };
    }
    if plain(at) && ends(at + 1) { at + 1 } else { at }
}

/// "PIAZZA DON ALFA VIALE 2" is one street: behind the second head stands no name.
fn begins_another(t: &Tokens, i: usize, limit: usize) -> bool {
    head::at(t, i).is_some_and(|h| {
        let next = i + h.len;
        h.len > 1 || next < limit && !is_number(t.at(next)) && t.gap(next) < Gap::Sign
    })
}

/// "POGGIO AL PINO", "CADUTI SUL LAVORO", "OSPEDALE CIVICO".
fn goes_on(t: &Tokens, i: usize) -> bool {
    let before = t.at(i - 1);
    match t.at(i) {
        "al" | "alla" | "ai" | "alle" => BEGINNINGS.has(before) && !is_works(t.at(i + 1)),
        "per" | "nei" | "nelle" | "nel" => before == "caduti",
        "civico" => before == "ospedale",
        _ => false,
    }
}

/// "PORTA NUOVA", "CASA SANTA": the last word is not left over.
fn is_kept(t: &Tokens, i: usize) -> bool {
    i > 0 && KEEPERS.has(t.at(i - 1)) && t.gap(i) == Gap::Blank
}

/// "VITTORIO EMANUELE II".
fn is_ordinal(t: &Tokens, i: usize) -> bool {
    t.gap(i) == Gap::Blank && t.raw(i).bytes().all(|b| b"IVX".contains(&b))
}

/// "SALVO D'ACQUISTO": no works.
fn is_surname(t: &Tokens, i: usize) -> bool {
    t.gap(i) == Gap::Apostrophe && t.at(i - 1) == "d"
}

/// A particle that belongs to the name follows.
fn span_goes_on(t: &Tokens, i: usize) -> bool {
    ["di", "del", "della", "dei", "delle", "degli", "dell", "d"].contains(&t.at(i)) && !breaks(t, i)
}

/// "PAPA SERGIO I": no article.
fn is_numeral(t: &Tokens, i: usize, from: usize) -> bool {
    t.raw(i) == "I" && i > from && !PARTICLES.has(t.at(i - 1))
}

fn follows_particle(t: &Tokens, i: usize, from: usize) -> bool {
    i > from
        && (PARTICLES.has(t.at(i - 1)) || t.gap(i) == Gap::Apostrophe)
        && !["e", "ed", "a", "in"].contains(&t.at(i - 1))
}

/// A sign before the word at `i` ends the name.
fn breaks(t: &Tokens, i: usize) -> bool {
    match t.gap(i) {
        Gap::Star | Gap::Sign | Gap::Slash => true,
        // Behind an initial, "S." or "F.LLI" the name goes on.
        Gap::Point => {
            let before = t.at(i - 1);
            before.len() > 4 || before.len() == 4 && before.ends_with(['a', 'e', 'i', 'o'])
        }
        // "12-14" is no name; "MARIO-ROSSI" is.
        Gap::Hyphen => is_number(t.at(i)),
        Gap::Blank | Gap::Apostrophe | Gap::Quote => false,
    }
}

pub(crate) fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// "25 APRILE": the figure belongs to the name.
fn is_day(t: &Tokens, i: usize) -> bool {
    t.at(i).len() <= 2 && MONTHS.has(t.at(i + 1))
}

pub(crate) fn is_particle(word: &str) -> bool {
    PARTICLES.has(word)
}

/// The words from `from` to `to` in ordinary case, behind `label`.
pub(crate) fn written(t: &Tokens, label: &str, from: usize, to: usize) -> String {
    let raw: String = t
        .whole(from, to)
        .chars()
        .filter(|c| !"\"“”«»„()[]".contains(*c))
        .collect();
    let raw = raw.replace(['’', '‘', '`', '´', '?'], "'");
    let quoted = (from..to).any(|i| t.gap(i) == Gap::Quote);
    let plain = raw.trim_matches([' ', ',', '-']);
    let plain = if quoted {
        plain.trim_matches('\'')
    } else {
        plain.trim_start_matches('\'')
    }
    .to_owned();
    let loud = !plain.chars().any(|c| c.is_ascii_lowercase()) || !plain.chars().any(char::is_uppercase);
    let joined = match (loud, label.is_empty()) {
        (true, true) => repair::name(&plain.to_uppercase()),
        (true, false) => repair::name(&format!("{} {}", label.to_uppercase(), plain.to_uppercase())),
        (false, true) => plain,
        (false, false) => format!("{label} {plain}"),
    };
    family(&pointed(&apart(&joined)))
}

/// "G ALFA" has lost the point of its initial.
pub(crate) fn pointed(name: &str) -> String {
    let words: Vec<&str> = name.split(' ').collect();
    let initial =
        |w: &str| w.len() == 1 && w.bytes().all(|b| b.is_ascii_uppercase() && !b"AEIO".contains(&b));
    let last = words.len() - 1;
    let point = |(i, word): (usize, &&str)| match i < last && initial(word) {
        true => format!("{word}."),
        false => (*word).to_owned(),
    };
    words.iter().enumerate().map(point).collect::<Vec<_>>().join(" ")
}

/// Family names that begin with a preposition: behind an initial, and the known ones.
pub(crate) fn family(name: &str) -> String {
    const NAMES: &[&str] = &[
        "Di Venere",
        "Di Summa",
        "Di Vittorio",
        "De Filippo",
        "De Sica",
        "De Gasperi",
        "De Amicis",
        "Da Vinci",
        "De Andrè",
        "De Nicola",
        "Di Girolamo",
        "De Lellis",
        "Di Giacomo",
        "Di Biasio",
        "De Marinis",
        "De Sanctis",
        "De Curtis",
        "Da Verrazzano",
    ];
    let words: Vec<&str> = name.split(' ').collect();
    let large = |w: &str| {
        w.chars()
            .take(1)
            .flat_map(char::to_uppercase)
            .chain(w.chars().skip(1))
            .collect::<String>()
    };
    let mut out: Vec<String> = Vec::with_capacity(words.len());
    for (i, word) in words.iter().enumerate() {
        let small = ["di", "de", "da", "dal", "del", "della", "dalla"].contains(word);
        let initial = i > 0 && words[i - 1].len() == 2 && words[i - 1].ends_with('.') && words[i - 1] != "S.";
        let pair = words.get(i + 1).map(|next| format!("{} {next}", large(word)));
        let known = i + 2 == words.len() && pair.is_some_and(|p| NAMES.contains(&p.as_str()));
        out.push(if small && (initial || known) {
            large(word)
        } else {
            (*word).to_owned()
        });
    }
    // A general, and no sports committee.
    out.join(" ").replace("CONI Zugna", "Coni Zugna")
}

/// An initial stands apart from the name: "G.Verdi" → "G. Verdi".
pub(crate) fn apart(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut out = String::with_capacity(name.len() + 2);
    for (i, &c) in chars.iter().enumerate() {
        out.push(c);
        let letter = |at: usize| chars.get(at).is_some_and(|c| c.is_alphabetic());
        if c == '.' && letter(i + 1) && letter(i + 2) && !name[..].contains("F.lli") {
            out.push(' ');
        }
    }
    out
}

/// A word that has lost its accented end: in capitals, with an end that Italian words lack.
pub(crate) fn has_lost_its_end(t: &Tokens, from: usize, to: usize) -> bool {
    (from..to).any(|i| {
        let raw = t.raw(i);
        let whole =
            raw.chars().count() > 3 && !PARTICLES.has(t.at(i)) && !raw.chars().any(char::is_lowercase);
        let fixed = crate::text::fold::fold(&repair::name(raw));
        whole
            && !repair::is_known_acronym(raw)
            && ["t", "ll", "ol", "il", "ul", "rr", "ss", "cc", "v", "p", "f", "h"]
                .iter()
                .any(|e| fixed.ends_with(e))
            && !CONSONANTS.has(&fixed)
    })
}

pub(crate) fn is_works(word: &str) -> bool {
    WORKS.iter().any(|s| word.starts_with(s))
}

const WORKS: &[&str] = &[
    "realizz",
    "lavori",
    "lavoraz",
    "ristruttur",
    "costruz",
    "ricostr",
    "adegu",
    "efficient",
    "manuten",
    "riqualific",
    "demoli",
    "intervent",
    "progett",
    "fornitur",
    "acquist",
    "completam",
    "restaur",
    "recuper",
    "ampliam",
    "miglior",
    "consolid",
    "rifacim",
    "sistemaz",
    "sostituz",
    "potenz",
    "ripristin",
    "valorizz",
    "installaz",
    "bonific",
    "risanam",
    "riconver",
    "rifunzion",
    "rigeneraz",
    "abbattim",
    "allestim",
    "ammodern",
    "trasform",
    "rimozion",
    "superam",
    "eliminaz",
    "edificazion",
    "riorganizz",
    "riuso",
    "prolungam",
    "destina",
    "adibi",
    "finalizzat",
    "finanziat",
    "denominat",
    "mediant",
    "collegam",
];

static PARTICLES: List = List::new(
    "di del dello della dell dei degli delle d da dal dalla dallo dall dai dagli dalle a ad al allo alla all ai agli alle
     in nel nella nell nei nelle e ed il lo la l i gli le su sul sulla sull con per de",
);
static STOPS: List = List::new(
    "n nr nn num numero civ civico snc sn km kmq loc presso angolo ang tratto tra fra nel nella nell nei nelle comune comuni cap int
     interno lotto lotti zona area cup cig pnrr per con piano foglio fg part particella particelle mappale mapp altezza incrocio
     intersezione sito sita ubicato ubicata posto posta stralcio fase ambito dal al alla presso adiacente adiacenze lungo fino
     ss sp sr snc vari varie diversi diverse e_ sede edificio id missione misura prov provincia capoluogo mediante cot cdc odc
     sez sezione localita fraz frazione asl ausl usl dove nonche limitrofa limitrofe limitrofo dismesso dismessa attuale opere come sensi art
     verso spazio spazi ex pad",
);
/// Stops that can begin a name: "Via al Monte", "Via Lungo Dora", "Via Fra Alfa".
static FIRST_OK: List = List::new("al alla dal fra lungo per ss nell nella tra sn o c piano ex sensi");
/// Behind "e" these begin something else.
static NEW: List = List::new("nuovo nuova nuovi nuove area aree zona parco giardino giardini limitrofe");
/// Behind these "nuova" and "santa" end a name.
static KEEPERS: List = List::new("porta strada casa case terra fonte via villa borgata cascina piazza ripa");
/// "Via dei Lotti".
static BEHIND_PARTICLE: List =
    List::new("lotti lotto ambito piano edificio sede misura capoluogo comune zona localita provincia");
static LAST_STOPS: List = List::new("n nr civico ex nuovo nuova km snc san santa santo sant via s");
static RUNNING_STOPS: List = List::new(
    "capienza capienze fascia scuola scuole istituto ospedale edificio immobile struttura presso in a ad e ed ex da nuovo nuova nuove impianto impianti complesso
     esistente esistenti quale con di_ casa centro palestra mensa polo asilo nido piscina alloggi copertura i ii iii_ id progetto cat
     attraverso tramite compreso compresa inclusi inclusa annualita annualit anno verde pubblico pubblica liceo",
);
static BEGINNINGS: List = List::new(
    "san santa sant santo s castel castello castelnuovo monte ponte pian piano colle villa borgo poggio casa ca torre pieve badia fonte
     val valle case podere montalto porto marina bagno bagni fornaci serra campo isola cascina casal nuova madonna capo fosso rio passo
     pian pie bosco",
);
/// A place's name often begins with it: "Castel", "Bosco".
pub(crate) fn is_beginning(word: &str) -> bool {
    BEGINNINGS.has(word)
}

static MONTHS: List = List::new(
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre martiri giornate",
);
static CONSONANTS: List = List::new(
    "est ovest nord sud robert mozart kant scott bennet hospital end fleming luther king kennet saint dunant roosevelt nobel bosch bach
     joseph smith west san sant loew filzi josef park bell campbell churchill russell maxwell hess strauss gauss weiss ross liszt heinz
     franz fritz gustav sport proust bachelet ribet marat murat monz graz forst dorf adolf rudolf wolf cristoph krall tirol sisemol raoul gramsch piazz schwarz hofer kolping elisabeth judith ruth",
);
