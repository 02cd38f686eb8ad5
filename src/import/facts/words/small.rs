//! Words that find nothing, and those that names stand behind.

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

static SMALL: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    "del dello della dei degli delle dell dal dallo dalla dai dagli dalle dall nel nello nella nei negli nelle nell sul
     sullo sulla sui sugli sulle sull con per tra fra che chi cui non una uno gli alla allo alle agli all come anche
     ove sia sono suo sua suoi sue loro tutti tutte tutto tutta ogni altro altra altri altre presso mediante tramite
     quale quali questo questa tali tale ecc etc nonche nonch relativo relativa relativi relative fini fine sensi ambito
     pnrr pnc xxx snc cup cig prog progetto progetti intervento interventi lavori lavoro opere opera missione componente
     investimento misura submisura finanziamento finanziato fondi piano nazionale ripresa resilienza avviso bando decreto
     legge art lotto stralcio codice numero due tre quattro cinque sei sette otto nove dieci the and for con cod num inv
     previsti previste previsto prevista vari varie vario varia essere parte attraverso dopo prima oltre senza sede sito
     sita siti site ubicato ubicata denominato denominata definire territorio comunale comune comuni"
        .split_ascii_whitespace()
        .collect()
});

static HEADS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    "via viale piazza piazzale corso largo vicolo strada contrada localita loc frazione fraz lungarno borgo rione
     quartiere ponte porta porto parco giardino scuola scuole istituto liceo asilo nido infanzia primaria secondaria
     plesso palestra mensa stadio palazzetto piscina campo teatro cinema museo biblioteca archivio auditorium chiesa
     pieve abbazia convento monastero castello torre rocca villa palazzo casa cascina fattoria podere ospedale presidio
     policlinico poliambulatorio padiglione distretto residenza rsa stazione aeroporto cimitero mercato centro complesso
     edificio caserma san santa santo sant don padre monte fiume torrente lago fosso rio canale acquedotto diga isola
     itis ipsia itc ipsar itg ics medie elementare materna comprensivo tecnico statale professionale classico scientifico"
        .split_ascii_whitespace()
        .collect()
});

/// Whether the word says nothing that would tell two projects apart.
pub(super) fn is_small(word: &str) -> bool {
    SMALL.contains(word)
}

/// Whether the name of a building, a street or a place may stand behind the word.
pub(super) fn is_head(word: &str) -> bool {
    HEADS.contains(word)
}

/// Whether a person is introduced so.
pub(super) fn is_title_of_person(word: &str) -> bool {
    const TITLES: &[&str] = &[
        "dott",
        "dottssa",
        "dottor",
        "dottoressa",
        "dssa",
        "prof",
        "professor",
        "professoressa",
        "profssa",
        "ing",
        "arch",
        "geom",
        "avv",
        "sig",
        "sigra",
        "rag",
        "geol",
        "rup",
        "dirigente",
        "titolare",
        "coordinatore",
        "docente",
        "esperto",
        "esperta",
        "tutor",
        "ditta",
        "incaricato",
        "professionista",
        "collaboratore",
    ];
    TITLES.contains(&word)
}
