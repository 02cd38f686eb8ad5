//! The words that names of buildings and places are made of, and those that betray a description.
//! All are folded; one list a role.

use super::span;
use crate::import::facts::list::List;
use crate::text::tokens::Tokens;

/// Says what kind of thing it is, and is no name of its own.
pub(super) fn is_generic(word: &str) -> bool {
    ADJECTIVES.has(word) || NOUNS.has(word)
}

/// Written small inside a name.
pub(super) fn is_small(word: &str) -> bool {
    ADJECTIVES.has(word)
}

static ADJECTIVES: List = List::new("
    ex nido infanzia primaria primarie secondaria elementare elementari media medie materna statale statali
    comunale comunali provinciale regionale superiore inferiore comprensivo onnicomprensivo omnicomprensivo tecnico tecnica
    professionale scientifico classico artistico linguistico musicale magistrale istruzione grado primo secondo paritaria
    scolastico scolastica scolastici sportivo sportiva sportivi polivalente polifunzionale polisportivo civico civica civici culturale
    pubblico pubblica ospedaliero ospedaliera ospedalieri sanitario sanitaria sanitari distrettuale territoriale
    operativa ferroviaria ferroviario monumentale archeologico archeologica archeologici diocesano urbano urbana fluviale calcio rugby
    atletica ciclabile ciclopedonale coperta coperto natatorio diurno sociale giovanile parrocchiale universitaria universitario
    museale termale congressi visite sociosanitario sociosanitaria conventuale integrato arte nuoto tennis basket hub spoke
    civile civili commerciale industriale alberghiero agrario familiare urbani didattico medica sanita studentesca nazionale agraria nautico scoperta scoperto aperto intercomunale storico storica baseball
    teatrale pluriuso cinematografica cinematografico multimediale ordinario minorenni minori
    economico tecnologico geometri ippico municipale militare turistico pedonale leggera pedagogico psicopedagogico");
static NOUNS: List = List::new("
    comunita comunit salute riposo casa campo impianto polo centro area pista strada sede plesso edificio centrale sport albergo deposito
    colonia collegio seminario scalo fabbrica opificio conservatorio nuovo nuova nuovi vecchio vecchia socio i ii campus anziani
    marittimo marittima palazzina locale locali torri est ovest nord sud asilo scuola scuole ospedale teatro cinema palestra mensa
    biblioteca museo parco giardino giardini villa palazzo castello piazza torre ponte porto stazione chiesa convento istituto liceo
    presidio poliambulatorio caserma mercato municipio cimitero stadio piscina palazzetto auditorium residenza complesso quartiere
    fermata linea tribunale archivio cantoniera raccolta depurazione musica infantile distretto consultorio ambulatorio reparto h vigili guardia convitto universita medie campi hotel citta uoc irccs azienda");

pub(super) fn is_particle(word: &str) -> bool {
    span::is_particle(word) || matches!(word, "s" | "sull" | "col")
}

/// May stand between the works and the name.
pub(super) fn may_precede(word: &str) -> bool {
    PRECEDING.has(word)
}

static PRECEDING: List = List::new("
    succursale     energetico energetica sismico sismica statico straordinaria ordinaria sicurezza conservativo funzionale edilizia strutturale
    impiantistico antincendio edificio immobile fabbricato plesso sede nuova nuovo nuove nuovi gran locali interni esterni copertura
    coperture facciate facciata tetto mensa spazi messa norma opere manutenzione lavori infissi serramenti impianti impianto area
    esterna esterne aree pertinenze padiglione palazzina corpo ala struttura presso cot odc cdc cot_ pnrr funzionalizzazione creazione
    esistente parte piano terra primo secondo bando antisismico antisismica parziale totale ampliamento spogliatoi tribune tribuna
    immobili denominato denominata detto detta cosiddetto sito sita ubicato ubicata tecnologico definitivo esecutivo completo generale
    attuazione normativo igienico sanitario architettonico barriere architettoniche idrico elettrico termico riscaldamento illuminazione
    interno interna all_ compendio immobiliare porzione posti letto casa comunita comunit hub spoke realizzazione n uffici cortile
    copertura palestra refettorio sala corte chiostro parco giardino fotovoltaico solare led terreno pressi blocco fondazione irccs edifici sostenibile innovativo
    inclusivo completamento dismesso dismessa storico circolo didattico missione ricerca componente investimento
    annesso dellannesso situ bio ambito cabina elettrica cohousing paese attivita attivit culturali bastione prevenzione
    intermodale punto incendi ricompresi sociali lotto termica caldaia cucina bagni relamping luci");

/// The works are beside a building, lead to it or are for it: its name is not theirs.
pub(super) fn is_beside(word: &str) -> bool {
    BESIDE.has(word)
}

static BESIDE: List = List::new("
    servizio servizi collegamento collegamenti pressi adiacente adiacenti adiacenza vicino vicinanze vicinanza prossimita accesso
    accessi parcheggio parcheggi strada strade stradale viabilita antistante antistanti limitrofo limitrofa limitrofi limitrofe
    fronte retro retrostante retrostanti marciapiede marciapiedi pista percorso percorsi ciclabile ciclopedonale piazzale piazza rotatoria
    attraversamento sottopasso ponte passerella tratto tratta tra fra verso fino confine aderenza contiguo contigua trasferimento
    trasloco trasporto alunni studenti attivita convenzione azienda sede proprieta corso corsi zona quartiere via viale rete reti fognatura lampioni temporanea temporaneo provvisoria provvisorio delocalizzazione altri altre vari varie
    diversi diverse alcuni alcune comprensivo appartenente
    prospiciente prospicienti uscita condotta adduttrice app workshop");

/// Words of names that end in a consonant.
pub(super) fn may_end_so(word: &str) -> bool {
    CONSONANTS.has(word)
}

static CONSONANTS: List = List::new("
    est nord sud ovest auditorium forum campus lennon macomer stadium anton park king jean robert mozart david gard kant alfred gustav
    hospital best sport fort saint vincent staffard montessori anffas dunant gandhi brand curiel pitt roosevelt fleming bobbio
    brandt gerard kirkland sant alessandri fossalt richard riccard edmond leopold mond scout spirit abgut sacred montecatini giscard geymonat varraud");

pub(super) fn cannot_end(word: &str) -> bool {
    LAST.has(word)
}

static LAST: List = List::new("
    ex nuovo nuova san santa santo don via sede edificio plesso primo secondo viale piazza corso de della loc padre suor madre beato
    mons monsignor dott prof gen cap piazzale ten col on dr e hub spoke scuola istituto piazza centro area presidio polo plesso
    azienda uoc irccs");

/// Ends a name: an address, a purpose, a number.
pub(super) fn is_stop(word: &str) -> bool {
    STOPS.has(word) || word.contains(|c: char| c.is_ascii_digit()) && !span::is_number(word)
}

static STOPS: List = List::new("
    via viale vicolo corso lungarno piazzale loc localita localit frazione fraz snc n nr num numero km sito sita siti
    site ubicato ubicata posto posta posti per con mediante tramite attraverso denominato denominata comune comuni lotto
    stralcio tratto tratta fase id cup cig pnrr missione misura nel nella nell nei nelle presso zza pza cap prov provincia
    codice cod foglio ed edifici strada zona destinato destinata adibito adibita finalizzato finalizzata dove attualmente gia gi
    oggetto tra fra sul sulla lungo mq sp sr asl ausl usl asp aou aulss dea uo sala reparto blocco ala padiglione pad settore corpo
    tronco ristrutturazione cluster pinqua edif succursale sez sezione istanza cat piano terra ulss asst ats dgr distretto cdc cot odc
    m6 dm legge plessi p_ infissi spogliatoi con intervento interventi lavori linea sede plesso succ progressivo regione propriet come anno fine valere rilievi spazi limitrofi generazione
    camera detto detta capoluogo relativamente limitatamente unitamente int verso come indirizzo sempl proprieta parziale centrali ovvero titolarita demanio hub spoke radiologia diagnostica cardiologia emodinamica territorio localizzato consistente consistenti
    incarico affidamento connessi connesse migl miglioramento");

/// A firm, a private body or an office: the name that follows is no site's.
pub(super) fn is_firm_word(t: &Tokens, i: usize) -> bool {
    let spelt = |letters: &[&str]| {
        t.is_phrase(i, letters) && (1..letters.len()).all(|k| t.is_followed_by(i + k, "."))
    };
    FIRMS.has(t.at(i)) || spelt(&["s", "r", "l"]) || spelt(&["s", "p", "a"])
}

static FIRMS: List = List::new(
    "
    srl spa sas srls scarl ditta impresa cooperativa coop societa farmacia farmacie dott dottssa associazione
    onlus azienda_ sig eredi titolare studio farma scrl",
);

/// Words of descriptions: a name that holds one is none.
pub(super) fn is_common(word: &str) -> bool {
    COMMON.has(word) || word.len() > 6 && word.ends_with("mente")
}

static COMMON: List = List::new("
    fisica studi normale ricerca ricerche energetico energetica sismico sismica esistente esistenti alloggi autobus fotovoltaico
    annesso annessa annessi adiacente adiacenti attivita servizi servizio dismesso dismessa elettrica elettrico idrico idrica irriguo
    fognatura fognario rete impianti edilizia immobile immobili sicurezza sistema territorio varie vari diversi diverse refettorio aule
    aula laboratori laboratorio uso potabile collegamento outdoor indoor parte inclusivo inclusiva inclusivi verde medicina piano pubblici
    contiguo contigua attuale fieristico presa ambito previa terreno prevista previsto destinare arredi smart welfare coesione online
    luoghi vita rifornimento che detto detta forma alternativa centri comunitaria assistenziale assistenziali accessibilita barriere
    architettoniche climatici digitale digitali tecnologie sicuro sicura sostenibile sostenibili innovativo innovativa resiliente futuro
    classi anni bambini posti eta ragazzi famiglie minori disabili persone sede_ proprieta proprieta_ titolarita struttura strutture
    demanio demaniale nazionali emergenza pronto soccorso degenza intensiva terapia chirurgia dialisi radiologia gara progettazione lavori
    opere interventi intervento affidamento incarico esecuzione definitivo definitiva esecutivo esecutiva programma bando avviso fondi
    finanziamento efficientamento climatizzazione illuminazione copertura coperture tetto infissi serramenti facciate facciata spogliatoi
    tribuna tribune pavimentazione parcheggio parcheggi stradale stradali viabilita percorsi percorso sentieri rifiuti trattamento
    raccolta differenziata compostaggio energia produzione irrigazione acqua acque reflue distribuzione bacino opera zone aree esterna
    esterne esterni esterno interna interne interni interno secondarie istituti licei scolastiche sportive sportivi multifunzionale
    multidisciplinare attrezzato attrezzata attrezzature completamento ampliamento ex_ residenziale residenziali popolari abitativo
    accoglienza innovazione turismo turistica sentieristica paesaggio rigenerazione riqualificata moderno moderna funzionale funzionali
    tecnici tecnica_ completo quale quali sua suo loro cui oltre nonche circa tutti tutte alcune alcuni due tre quattro cinque sei
    provinciali regionali comunali_ presente seguenti relativo relativa relativi mobilita elettrici elettriche utenti studenti universitari
    primarie_ unico unica uffici ufficio piani livello livelli capienza capacita ricettivita ricettiva ente enti capoluogo stesso
    lavoro formazione giovani_ donne sportello domiciliare telemedicina interconnessione interconnessioni device assistenza cure cura
    prossimita presa_ carico persona intermedie continuita pari metri qualita abitare accordo quadro specialistico specialistica
    amministrativo amministrativa tecnologica tecnologici logistica logistico intermodale interscambio bici ciclisti gioco giochi
    pubbliche privato privata principale principali femminile maschile sezioni moduli modulo container prefabbricato nzeb legno
    ubicati ubicate afferente afferenti appartenente situato situata collocato collocata insistente denominati rivolto volta normativa antisismica norma diprimo altri altre compresa compreso artisti interrato boscata accumulo
    segnalamento teleriscaldamento antincendio idro biodiversita rinascita collegato fondazione criticita collocati ovvero anche
    ricreativo costruendo realizzando completa dedicata dedicato mirato mirata mediante volti atta atto riparto risorse longobardo medievale antico antica budget infrastrutturale giustizia base industria artigianato abitato giudici intergenerazionale quantistica scienza tecnologia vivo viva cittadini zooprofilattico
    sec liceale consiliare consigliare consiglio riunioni conferenze operatoria ibrida macchine gessi endoscopica convegni proiezione
    ricevimento veglia lettura attesa interconnessi non presenti fini connessi connesse un una libera
    pluripiano inteso
    astrofisica nazionale_ scherma asilo_ scarico estensione fognature meteoriche tunnel tecno tecnolo tecnologico nazionae interconnesione adulti");

/// Before a saint's or a priest's name.
pub(super) fn is_title(word: &str) -> bool {
    matches!(
        word,
        "san" | "santa" | "santo" | "santi" | "s" | "don" | "papa" | "beato" | "beata" | "ss"
    )
}

pub(super) fn is_month(word: &str) -> bool {
    MONTHS.has(word)
}

static MONTHS: List = List::new(
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre giornate",
);

/// Long general words, in which letters go astray.
pub(super) const LONG: &[&str] = &[
    "ospedaliero",
    "ospedaliera",
    "territoriale",
    "comunale",
    "sportivo",
    "scolastico",
    "scolastica",
    "comprensivo",
    "elementare",
    "primaria",
    "infanzia",
    "secondaria",
    "superiore",
    "polivalente",
    "polifunzionale",
    "comunita",
    "poliambulatorio",
    "scientifico",
    "ospedale",
    "presidio",
    "istituto",
    "istruzione",
    "distretto",
    "operativa",
    "omnicomprensivo",
    "universitaria",
    "universitario",
    "ferroviario",
    "tecnico",
    "tecnica",
    "classico",
    "ferroviaria",
    "professionale",
    "secondario",
    "scientifica",
    "archeologico",
    "polispecialistico",
    "statale",
    "nazionale",
    "riuniti",
];

/// Common given names: after "di" they point to a person.
pub(super) fn is_given_name(word: &str) -> bool {
    crate::import::person::is_given_name(word)
}
