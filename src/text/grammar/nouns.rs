//! Gender and number of the words that names of bodies, offices and buildings begin with.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Gender and number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noun {
    M,
    F,
    Mp,
    Fp,
}

/// What the first word of a folded name is; `None` when the list does not know it.
pub(super) fn noun(folded: &str) -> Option<Noun> {
    let mut words = folded.split(' ');
    let first = match words.next()? {
        // "ex Convento": the article follows the building.
        "ex" => words.next()?,
        word => word,
    };
    NOUNS.get(first).copied()
}

static NOUNS: LazyLock<HashMap<&str, Noun>> = LazyLock::new(|| {
    let lists = [
        (MASCULINE, Noun::M),
        (FEMININE, Noun::F),
        (MASCULINE_PLURAL, Noun::Mp),
        (FEMININE_PLURAL, Noun::Fp),
    ];
    let pairs = lists
        .into_iter()
        .map(|(list, noun)| (list.split_ascii_whitespace(), noun));
    pairs
        .flat_map(|(words, noun)| words.map(move |w| (w, noun)))
        .collect()
});

const MASCULINE: &str = "
    ordine mimit  mattatoio manicomio opificio lanificio cotonificio albergo hotel dopolavoro sanatorio preventorio molino foro frantoio tabacchificio zuccherificio studentato stadium potabilizzatore serbatoio ippodromo casale forte arsenale consultorio bocciodromo ecomuseo piazzale casino cineteatro
    bastione cinema ipsia iti isis macello nuovo plesso scalo vecchio
    acquedotto acquario aeroporto ambito ambulatorio anfiteatro archivio argine asilo ateneo
    auditorium bacino bagno borgo bosco campo campus canale canile capoluogo carcere castello
    cavalcavia cammino centro cimitero circolo cnr collegio comitato commissario complesso
    comparto comprensorio comune conservatorio consiglio consorzio convento convitto cortile corso
    deposito depuratore dicastero dipartimento distretto duomo edificio educandato ente eremo
    fabbricato fiume fondo fosso gabinetto garante gestore giardino gruppo ic iis impianto
    incubatore inail infn ingv inps inaf interporto invaso irccs isia ispettorato istat istituto
    itis laboratorio lago largo liceo lotto lungarno lungomare magazzino mercato ministero molo
    monastero monte monumento mulino municipio museo nido nucleo oratorio orto ospedale osservatorio
    ostello padiglione palasport palazzetto palazzo parcheggio parco pala percorso poliambulatorio
    policlinico politecnico polo ponte porto portale presidio progetto provveditorato quartiere
    raccordo refettorio reparto rifugio rio santuario seminario servizio settore sentiero sistema
    sito sottopasso sportello stabilimento stadio stato teatro terminal torrente traforo tratto
    tribunale ufficio varco velodromo viadotto viale villaggio vivaio";

const FEMININE: &str = "
    istruzione manifattura fornace filanda cartiera fabbrica distilleria foresteria canonica latteria aeronautica ludoteca masseria piazzetta cantoniera
    abbazia accademia agenzia amministrazione anci aoup aou area arcidiocesi arena arpa arpat asl asp
    associazione aula ausl autorita autostrada azienda badia banca basilica biblioteca camera cantina
    cappella casa cascina caserma cassa cattedrale centrale certosa chiesa ciclabile ciclopista ciclovia
    citta cittadella collegiata colonia commissione comunita confederazione congregazione cooperativa
    corte croce diga diocesi direzione discarica enea facolta farmacia fattoria federazione ferrovia fondazione
    fontana fonte fortezza frazione galleria gestione giunta guardia impresa infrastruttura isola
    legione linea localita loggia marina mensa metropolitana miniera motorizzazione necropoli opera
    palazzina palestra parrocchia passerella piattaforma piazza pieve pinacoteca piscina pista polizia
    porta prefettura presidenza procura propositura provincia questura ragioneria regione residenza
    rete riserva rocca rsa scuola sede segreteria sezione sinagoga societa soprintendenza
    sovrintendenza stazione strada struttura superstrada tenuta terrazza torre tramvia tranvia unione
    universita usl via villa zona";

const MASCULINE_PLURAL: &str = "
    macelli magazzini
    archivi borghi campi centri cimiteri comuni enti giardini impianti istituti laboratori licei ministeri
    monti musei ospedali palazzi parchi ponti porti servizi sportelli teatri uffici vigili";

const FEMININE_PLURAL: &str = "
    ceramiche officine
    accademie acque agenzie aree associazioni aziende biblioteche case chiese ciclovie ferrovie fondazioni
    gallerie infrastrutture linee mura opere palestre piste poste province regioni scuole strade terme
    ville";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_stands_in_two_lists() {
        let mut all: Vec<&str> = [MASCULINE, FEMININE, MASCULINE_PLURAL, FEMININE_PLURAL]
            .iter()
            .flat_map(|l| l.split_ascii_whitespace())
            .collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }

    #[test]
    fn the_first_word_decides() {
        assert_eq!(noun("citta metropolitana di firenze"), Some(Noun::F));
        assert_eq!(noun("ex convento di san francesco"), Some(Noun::M));
        assert_eq!(noun("zephir"), None);
    }
}
