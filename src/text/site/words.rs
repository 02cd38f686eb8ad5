//! The words that names of buildings and places are made of, and those that betray a description.
//! All are folded; one list a role.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

thread_local! {
    /// The lists of this file as sets, by where they stand: a title asks for dozens of words.
    static SETS: RefCell<HashMap<(usize, usize), HashSet<&'static str>>> = RefCell::default();
}

fn listed(list: &'static str, word: &str) -> bool {
    SETS.with_borrow_mut(|sets| {
        let set = sets
            .entry((list.as_ptr().addr(), list.len()))
            .or_insert_with(|| list.split_ascii_whitespace().collect());
        set.contains(word)
    })
}

/// Heads that stand in the tables abbreviated.
pub(super) const ABBREVIATIONS: &[(&str, &str)] = &[
    ("P.O.", "PRESIDIO OSPEDALIERO"),
    ("P. O.", "PRESIDIO OSPEDALIERO"),
    ("PO", "PRESIDIO OSPEDALIERO"),
    ("CDC", "CASA DELLA COMUNITA'"),
    ("IST.", "ISTITUTO"),
    ("SC.", "SCUOLA"),
    ("I.C.", "ISTITUTO COMPRENSIVO"),
    ("OSP.", "OSPEDALE"),
    ("C/O", "PRESSO"),
];

/// A name can begin here. Some words need the next one to be a building.
pub(super) fn is_head(word: &str, next: &str, after: &str) -> bool {
    match word {
        "casa" => {
            (["della", "di"].contains(&next) && ["comunita", "comunit", "salute"].contains(&after))
                || after == "riposo"
        }
        "campo" => {
            listed("sportivo calcio rugby atletica comunale", next) || listed("calcio rugby atletica", after)
        }
        "impianto" | "complesso" | "polo" | "centro" | "area" => listed(AFTER_WEAK, next),
        "pista" => listed("ciclabile ciclopedonale atletica", next),
        "centrale" => next == "operativa",
        "ex" => listed(HEADS, next) || listed(EX, next),
        "strada" => listed("provinciale statale regionale", next),
        _ => listed(HEADS, word),
    }
}

const HEADS: &str = "
    abbazia acquedotto aeroporto anfiteatro archivio asilo auditorium badia basilica biblioteca borgo canale
    cappella caserma castello cattedrale certosa chiesa cimitero cinema cineteatro ciclovia collegiata
    convento convitto depuratore diga discarica duomo eremo fiume fortezza fosso giardino giardini interporto invaso
    istituto lago liceo mercato monastero mulino municipio museo necropoli nido oratorio orto ospedale
    padiglione palasport palazzetto palazzo palestra parco piazza pieve pinacoteca piscina plesso poliambulatorio
    policlinico ponte porto presidio quartiere residenza rifugio rio rocca santuario scuola sinagoga stadio stazione
    studentato teatro torre torrente tramvia tranvia viadotto villa villaggio";
const EX: &str = "
    manifattura macelli mattatoio carcere fornace filanda cartiera conservatorio seminario colonia scalo
    tribunale manicomio opificio lanificio cotonificio fabbrica macello deposito albergo collegio";
const AFTER_WEAK: &str = "
    sportivo sportiva natatorio civico culturale diurno polifunzionale polivalente sociale giovanile anziani
    scolastico scolastica ospedaliero monumentale archeologica archeologico museale universitario congressi visite
    sociosanitario parrocchiale conventuale termale";

/// Each place has one at most: its comune's name is enough of a name.
pub(super) fn is_landmark(head: &str) -> bool {
    listed(
        "abbazia aeroporto anfiteatro badia borgo castello cattedrale certosa collegiata duomo fortezza interporto
         necropoli ospedale pieve pinacoteca porto rocca stazione teatro torre villa museo parco presidio palazzo",
        head,
    )
}

/// A name with this head and a number behind it is an address.
pub(super) fn is_street(head: &str) -> bool {
    listed("piazza borgo strada ponte", head)
}

/// Says what kind of thing it is, and is no name of its own.
pub(super) fn is_generic(word: &str) -> bool {
    let word = unelided(word);
    listed(ADJECTIVES, word) || listed(NOUNS, word) || listed(HEADS, word)
}

/// Written small inside a name.
pub(super) fn is_small(word: &str) -> bool {
    listed(ADJECTIVES, unelided(word))
}

/// "dell infanzia" → "infanzia".
fn unelided(word: &str) -> &str {
    match word.split_once(' ') {
        Some((head, tail)) if is_particle(head) => tail,
        _ => word,
    }
}

const ADJECTIVES: &str = "
    ex nido infanzia primaria primarie secondaria elementare elementari media medie materna statale statali
    comunale comunali provinciale regionale superiore inferiore comprensivo onnicomprensivo tecnico tecnica
    professionale scientifico classico artistico linguistico musicale magistrale istruzione grado primo secondo paritaria
    scolastico scolastica scolastici sportivo sportiva sportivi polivalente polifunzionale polisportivo civico civica civici culturale
    pubblico pubblica ospedaliero ospedaliera ospedalieri sanitario sanitaria sanitari distrettuale territoriale
    operativa comunale ferroviaria ferroviario monumentale storico storica archeologico archeologica
    archeologici diocesano urbano urbana fluviale calcio rugby atletica ciclabile
    ciclopedonale coperta coperto natatorio diurno sociale giovanile parrocchiale universitaria
    universitario museale termale congressi visite sociosanitario sociosanitaria conventuale integrato arte nuoto tennis basket hub spoke
    civile civili commerciale industriale alberghiero agrario nautico scoperta scoperto aperto intercomunale";
const NOUNS: &str = "
    comunita comunit salute riposo casa campo impianto polo centro area pista strada sede plesso edificio centrale sport albergo deposito colonia collegio seminario scalo fabbrica opificio conservatorio
    nuovo nuova nuovi socio i ii campus anziani medicea mediceo medicei marittimo marittima palazzina locale locali torri est ovest nord sud";

pub(super) fn is_particle(word: &str) -> bool {
    listed(
        "di del dello della dell dei degli delle da dal dalla dall dai a ad al allo alla all ai alle in nel nella nell e ed
         il lo la l i gli le su sul sulla sull presso d s",
        word,
    )
}

/// May stand between the works and the name.
pub(super) fn may_precede(word: &str) -> bool {
    listed(
        "energetico energetica sismico sismica statico straordinaria ordinaria sicurezza conservativo funzionale
         edilizia strutturale impiantistico antincendio edificio immobile fabbricato plesso sede nuova nuovo nuove nuovi
         gran locali interni esterni copertura coperture facciate facciata tetto mensa spazi",
        word,
    )
}

/// Words of names that end in a consonant.
pub(super) fn may_end_so(word: &str) -> bool {
    listed(
        "est nord sud ovest auditorium forum campus lennon macomer stadium anton park king jean",
        word,
    )
}

pub(super) fn cannot_end(word: &str) -> bool {
    listed(
        "ex nuovo nuova san santa santo don via sede edificio plesso primo secondo",
        word,
    )
}

/// Begins of words that speak of works, and of what one does to a site.
pub(super) fn is_works(word: &str) -> bool {
    const STEMS: &[&str] = &[
        "realizz",
        "lavor",
        "ristruttur",
        "costruz",
        "costruen",
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
        "riduzion",
        "abbattim",
        "allestim",
        "ammodern",
        "rinnov",
        "trasform",
        "implement",
        "digitalizz",
        "migraz",
        "attivaz",
        "creazion",
        "predispos",
        "opere",
        "messa",
        "rimozion",
        "superam",
        "eliminaz",
        "verific",
        "edificazion",
        "riorganizz",
        "riuso",
        "rilancio",
        "ottimizz",
        "estension",
        "prolungam",
        "riassett",
        "regimaz",
        "difesa",
        "mitigaz",
    ];
    STEMS.iter().any(|s| word.starts_with(s))
}

/// Ends a name: an address, a purpose, a number.
pub(super) fn is_stop(word: &str) -> bool {
    listed(
        "via viale vicolo corso largo lungarno piazzale loc localita localit frazione fraz snc n nr num numero km sito sita siti
         site ubicato ubicata posto posta posti per con mediante tramite attraverso denominato denominata comune comuni lotto
         stralcio tratto tratta fase id cup cig pnrr missione misura nel nella nell nei nelle presso p zza pza cap prov provincia
         codice cod foglio ed edifici piazza strada area zona destinato destinata adibito adibita finalizzato finalizzata dove attualmente gia gi
         oggetto in tra fra sul sulla lungo mq sp sr ss asl ausl usl asp aou aulss dea uo
         sala reparto blocco ala padiglione pad settore corpo tronco",
        word,
    ) || word.contains(|c: char| c.is_ascii_digit())
}

/// The segment speaks of a firm or a private body.
pub(super) fn is_firm_word(word: &str) -> bool {
    listed(
        "srl spa snc sas srls scarl ditta impresa cooperativa coop societa soc farmacia farmacie dott dottssa associazione
         fondazione onlus consorzio azienda sig eredi titolare studio farma",
        word,
    ) || listed_phrase(word)
}

/// "s r l" and the like, folded from a form with points.
fn listed_phrase(word: &str) -> bool {
    ["s r l", "s p a", "s n c", "s a s", "s r l s"].contains(&word)
}

/// Words of descriptions: a name that holds one is none.
pub(super) fn is_common(word: &str) -> bool {
    listed(COMMON, unelided(word)) || word.ends_with("mente")
}

const COMMON: &str = "
    nazionale fisica studi normale ricerca ricerche energetico energetica sismico sismica scolastici esistente
    esistenti alloggi autobus fotovoltaico annesso annessa annessi adiacente adiacenti attivita servizi servizio dismesso dismessa pedonale
    elettrica elettrico idrico idrica irriguo fognatura fognario rete impianti edilizia immobile immobili
    sicurezza sistema territorio varie vari diversi diverse mensa refettorio aule aula laboratori laboratorio
    uso potabile collegamento outdoor indoor parte inclusivo inclusiva inclusivi verde medicina piano pubblici
    contiguo contigua attuale fieristico presa ambito previa terreno prevista previsto distretto destinare arredi smart welfare coesione online luoghi vita
    rifornimento che detto detta forma alternativa nazionale centri comunitaria assistenziale assistenziali
    accessibilita barriere architettoniche climatici digitale digitali tecnologico tecnologie";

/// Before a saint's or a priest's name.
pub(super) fn is_title(word: &str) -> bool {
    listed("san santa santo santi s don papa beato beata", word)
}

/// Common given names: after "di" they point to a person.
pub(super) fn is_given_name(word: &str) -> bool {
    listed(
        "alberto alessandra alessandro alessia alessio alfredo andrea angela angelo anna antonella antonio barbara bruno carla
         carlo chiara claudia claudio cristina daniela daniele davide debora elena eleonora elisa elisabetta emanuele
         enrico enzo fabio fabrizio federica federico filippo fiorella franca francesca francesco franco gabriele
         gianfranco gianluca gianni giorgio giovanna giovanni giulia giulio giuseppe giuseppina grazia ilaria ivano
         laura leonardo lorenzo luca lucia luciano luigi marcello marco maria mario marta martina massimiliano massimo matteo mauro michele
         monica nicola paola paolo patrizia piero pietro raffaele renato riccardo roberta roberto rosa rosanna sara
         sergio silvia simona simone stefania stefano teresa tommaso umberto valentina valeria vincenzo vittorio walter",
        word,
    )
}
