//! Which words mean which work: one phrase a line, as [`super::super::phrase`] reads them.

use crate::model::Work::{self, *};

pub(super) const TABLE: &[(Work, &str)] = &[
    (
        Rebuilding,
        "demolizione/abbattimento ~ ricostruzione --tramezz*/mur*/pareti/solai*/copertur*/intonac*/massett*/scal*/pont*/recinzion*/pavimentazion*/tett*
        demolizione/abbattimento ~ costruzione ~ nuov*
        demoricostruzione
        sostituzione edilizia",
    ),
    (
        NewBuilding,
        "nuova/nuove costruzione/costruzioni/edificazione
        costruzione ~ edifici*/fabbricat*/scuol*/asil*/palestr*/mens*/plesso/alloggi/nido
        costruzione ~ nuovo/nuova/nuovi/nuove ~ polo/sede/struttur*/ospedal*/complesso/cas*/centro/bibliotec*/palazz*
        realizzazione/edificazione ~ nuovo/nuova/nuovi ~ edificio/edifici/fabbricat*/scuola/asilo/palestra/plesso/nido
        realizzazione/edificazione ~ nuovo/nuova/nuovi ~ ospedale -di
        realizzazione/edificazione di/della/una nuova struttura
        realizzazione/edificazione di una nuova struttura
        nuovo/nuova edificio/fabbricato/scuola/palestra/asilo/plesso/palazzetto/palasport
        -del/dei/verso/un nuovo ospedale -delle/di/santo/santa/s",
    ),
    (Reconstruction, "-demolizione/abbattimento ricostruzion*"),
    (Extension, "ampliament* -offert*/serviz* --elettric*/idric*/termic*/fognar*/spogliato*\nsopraelevazion*"),
    (NewWing, "nuovo/nuovi padiglione/padiglioni/corpo/corpi -illuminant*\ncostruzione/realizzazione di/del/un/dei/nuovo padiglione/padiglioni"),
    (
        SecondBuilding,
        "ristrutturazion*/recupero/adeguament* ~ e costruzione/realizzazione ~ nuovo/nuova edificio/fabbricato/struttura/corpo\ncostruzione/realizzazione ~ secondo edificio/fabbricato",
    ),
    (SwingBuilding, "edificio/edifici/padiglione/corpo/struttura volano\nvolano sanitari*/ospedalier*"),
    (Moving, "trasferimento/trasloco/spostamento ~ funzioni/attivita/reparti/reparto/servizi/uffici"),
    (Merging, "ricostruzion*/realizzazion*/costruzion* ~ unico plesso/complesso/edificio -di/in"),
    (
        ChangeOfUse,
        "cambio/cambi/mutamento ~ destinazione
        riconversion* -digital*/professional*/ecologic*/energetic*/industrial*
        conversione ~ edifici*/immobil*/ex",
    ),
    (Restoration, "restaur* --copertur*/facciat*/serrament*/infissi/frontone/parapett*\nrisanament*/recupero conservativ* --copertur*/facciat*/parapett*"),
    (Demolition, "-e/o demolizione --tabellon*/pont*/attraversament*/passerell*/muro/muri/mura/muretto/recinzion*/pensilin*/tettoi*/tramezz*/pareti/parete/solai*/pavimentazion*/paviment*/scal*/copertur*/tett*/barrier*/massett*/intonac*/rivestiment*/controsoffitt*/impiant*/marciapied*/pilastr*/travi/cordol*\nabbattimento edifici*/fabbricat*/struttur*/immobil*\nabbattimento di/del/della/dell/dei/degli/delle edifici*/fabbricat*/struttur*/immobil*"),
    (DoubleTrack, "raddoppio ~ binari*/ferroviari*/tratta/linea -idric*/navile/sp*\nquadruplicament* ~ binari*/ferroviari*/linea/tratta"),
    (ShorePower, "cold ironing\nelettrificazion* ~ banchin*/molo/moli/darsen*/porto"),
    (Electrification, "elettrificazion* -rural*/banchin* --banchin*/molo/moli/darsen*/porto"),
    (
        Signals,
        "segnalamento\nertms\nsistem* ~ distanziament*\nimpiant*/sistem*/apparat* ~ segnalament*\napparat* central*",
    ),
    (
        Rails,
        "rinnov*/sostituzion*/posa/rifaciment*/manutenzion* ~ binari*/armamento
        armamento ferroviari*/tranviari*
        nuov* binari*",
    ),
    (LevelCrossing, "soppression*/eliminazion*/sostituzion* ~ passagg* ~ livello"),
    (
        NewRoad,
        "realizzazion*/costruzion* strada/viabilita -ciclabil*/ciclo*/bianca
        realizzazion*/costruzion* di/della/una/nuova/nuove strada/strade/viabilita -ciclabil*/ciclo*/bianca
        realizzazion*/costruzion* di/della una/nuova strada/viabilita -ciclabil*/ciclo*/bianca
        realizzazion*/costruzion* ~ tangenzial*/bretella/svincolo/circonvallazion*
        nuova/nuovo viabilita/strada/tangenziale/bretella/svincolo
        nuov* collegament* stradal*/viari*",
    ),
    (Roundabout, "rotatoria/rotatorie\nrotonda/rotonde stradal*\nrealizzazion*/costruzion*/nuov* ~ rotonda/rotonde"),
    (RoadWidening, "allargament*/ampliament* ~ carreggiat*/strad*/viabilit*\nallargament*/adeguament*/ampliament* ~ sede stradal*/viari*/carrabil*"),
    (RoadStrengthening, "consolidament*/rinforz* ~ viabil*/carreggiat*/stradal*/rilevat*"),
    (BasaltSurface, "conglomerat*/asfalt*/tappet*/manto/usura ~ basaltic*/basalto"),
    (
        RoadSurface,
        "asfaltatur*/riasfaltatur*/bitumatur*/bitumazion*
        rifaciment*/ripristin*/manutenzion*/rinnov*/sistemazion* ~ asfalt*
        pavimentazion* stradal*/bituminos*
        manto/manti/tappeto/tappetino/tappeti stradal*/bituminos*/usura
        tappeto/tappetino/tappeti/strato di usura
        rifaciment*/ripristin* ~ manto/manti/tappeto/tappetino -di/copertura/impermeabil*/erbos*/sintetic*/della --pista/atletica/gioco/campo
        conglomerat* bituminos*
        piano/piani viabil*/stradal*
        ripristin*/rifaciment*/risanament* ~ pavimentazion* ~ sp/ss/sr/strad*",
    ),
    (NewSidewalks, "realizzazion*/costruzion*/creazion* marciapied*
        realizzazion*/costruzion*/creazion* di/del/dei/nuovi/nuovo/un marciapied*
        realizzazion*/costruzion*/creazion* di/del/dei/un nuovo/nuovi/tratto marciapied*
        nuovo/nuovi marciapied*"),
    (
        SidewalksRedone,
        "rifaciment*/ripristin*/manutenzion*/riqualificazion*/rinnov*/sistemazion*/ristrutturazion*/riparazion*/pavimentazion* ~ marciapied*",
    ),
    (Sidewalks, "marciapied*\n-del/dei/sul/sui/al/ai/lungo percors* pedonal* -e/ciclabil*\npedonalizzazion*\ncamminament* pedonal*"),
    (Crossings, "attraversament* pedonal*\nsicurezza/adeguament* ~ attraversament* stradal*\nattraversament* rialzat*"),
    (
        SafetyBarriers,
        "barrier* sicurezza/stradal*/lateral*/metallic*/protezion*/guard*/salva/salvamotociclist*/ammalorat*
        barrier* di sicurezza/protezion*/ritenuta
        guard/guardia rail
        guardrail*/guardavia",
    ),
    (Parapets, "parapett*\nringhier*\nbalaustr*"),
    (RestAreas, "area/aree sosta -camper\narea/aree di sosta -camper"),
    (Signs, "segnaletic* --orizz*\nsegnaletic* ~ vertic*\ncartellonistic*"),
    (RoadMarkings, "segnaletic* orizz*\nsegnaletic* stradal* orizz*\nstrisc* pedonal*"),
    (Rockfall, "paramassi\ncaduta massi\nret*/barrier* ~ massi\ndisgaggi*"),
    (RetainingWall, "mur*/opere/paratia/gabbion* contenimento/sostegno/scarpa/controripa\nmur*/opere di/del contenimento/sostegno/scarpa/controripa"),
    (
        LandslideWorks,
        "frana/frane/franos*/franament*
        dissest* -finanziar*
        consolidament*/stabilizzazion*/sicurezza/sistemazion*/ripristin*/mitigazion* ~ versant*/scarpat*/pendio/pendici/rupe/parete/costone
        mitigazion*/riduzion*/prevenzion*/contrast* ~ idrogeologic*
        sistemazion*/assetto idrogeologic*
        smottament*",
    ),
    (
        FloodDefence,
        "argin* -nt
        arginatur*
        difes* spondal*/idraulic*
        sistemazion*/regimazion*/sicurezza idraulic*
        rischio idraulic*/alluvion*/allagament*
        cass* ~ espansione/laminazione
        vasc* ~ laminazione
        mitigazion*/riduzion*/difes* ~ alluvion*/esondazion*
        ripristin*/consolidament*/sistemazion*/protezion*/rifaciment* ~ spond*/alveo/briglie/briglia
        pulizia/manutenzion* ~ alveo/alvei",
    ),
    (CoastDefence, "erosione costier*\nripasciment*\ndifes* ~ costa/litoral*/costier*\nmareggiat*\nscoglier* -frangiflutt*\nfrangiflutt*"),
    (Dredging, "dragaggi*\nescavo ~ fondal*"),
    (
        LandCleaning,
        "-di/consorzio/ente/comprensorio bonific* ambiental*
        -di/consorzio/comprensorio bonific* ~ sito/siti/suol*/terren*/area/aree/discaric*/falda -estern*/intern*
        sit* orfan*
        sit* contaminat*
        messa sicurezza permanente
        messa in sicurezza permanente
        capping",
    ),
    (
        Leaks,
        "perdit* idric*/reti/rete/acqua/acquedott*
        perdit* ~ rete/reti idric*
        ricerca/riduzione/individuazion*/contenimento/contrasto ~ perdite
        distrettualizzazion*",
    ),
    (WaterMeters, "contator*/misurator* -gas\nsmart meter*/metering"),
    (WaterPressure, "regola*/riduzion*/gestion*/controll* ~ pression*"),
    (MoreWater, "ricerca/recupero/sfruttament*/captazion* ~ risors* -umane/finanziari*\nnuov* risors* -umane\nnuov* pozz*/captazion*/sorgent*\nperforazion* ~ pozz*"),
    (DrinkingWater, "approvvigionamento idropotabil*/idric*\napprovvigionamento ~ acqua potabile"),
    (
        MoreStorage,
        "aument*/raddoppi*/incremento/potenziament*/adeguament*/ampliament* ~ capacita/capacit/volume/volumi ~ serbato*/accumul*/vasc*/invas*
        raddoppi*/ampliament* ~ serbato*",
    ),
    (
        Interconnection,
        "interconnession*/interconnesion* ~ idric*/idraulic*/acquedott*/serbato*/pozzi/sistem*/localit*/addu*",
    ),
    (
        NewPipes,
        "posa/realizzazion*/estension* ~ condott*/condutt*/tubazion*/collettor*/adduttric*/adduttor*/adduzion*
        posa/estension* ~ fognatur*/fognari*/acquedott*
        posa/estension*/realizzazion* ~ rete/reti fognari*/idrica/idriche
        nuov* condott*/collettor*/fognatur*/adduttric*",
    ),
    (
        PipesReplaced,
        "sostituzion*/rifaciment*/rinnov* ~ condott*/condutt*/tubazion*/collettor*/adduttric*/adduttor*/adduzion*
        sostituzion* con potenziament* ~ condott*/condutt*/tubazion*/collettor*/adduttric*/adduttor*/adduzion*
        sostituzion*/rifaciment*/rinnov* ~ fognatur*/fognari*/acquedott*
        sostituzion*/rifaciment*/rinnov* ~ rete/reti fognari*/idrica/idriche",
    ),
    (
        Pipes,
        "potenziament*/completament*/ripristin*/adeguament*/manutenzion*/risanament*/ampliament* ~ condott*/condutt*/tubazion*/collettor*/adduttric*/adduttor*/adduzion*
        ampliament*/risanament* ~ fognatur*/fognari*/acquedott*
        ampliament*/risanament* ~ rete/reti fognari*/idrica/idriche",
    ),
    (Irrigation, "irrigu*\nirrigazion*"),
    (
        Planting,
        "piantumazion*\nmessa dimora\nmessa a dimora\nforestazion*\nriforestazion*\nrimboschiment*\nimpianto ~ alber*\nnuov* alber*/alberatur*\npiantagion*",
    ),
    (
        Greenery,
        "sicurezza ~ verde/alberatur*/alberi
        opere ~ verde
        apparat*/patrimonio/sistemazion* arbore*/vegetal*
        sistemazion*/riqualificazion*/manutenzion*/realizzazion*/implementazion*/valorizzazion* ~ verde/verdi -acqua/isole
        infrastruttur* verd*
        rinverdiment*
        rinaturalizzazion*\nrinaturazion*",
    ),
    (
        WasteCollection,
        "raccolta ~ differenziat*/rifiut*
        isol* ecologic*
        cassonett*
        compostier*
        raccolta porta",
    ),
    (VacantHomes, "alloggi ~ risulta\nalloggi*/appartament*/spazialloggi sfitt*/vuoti\nrender* assegnabil* ~ alloggi"),
    (QuakeProof, "realizzazion*/costruzion* ~ struttur*/edifici*/fabbricat* antisismic*"),
    (
        Seismic,
        "-modellazion*/modello/pericolosita/risposta/geologic*/indagine/indagini/microzonazion* sismic* -inat
        antisismic* -esistent*
        vulnerabilita sismic*
        sismabonus",
    ),
    (
        Structure,
        "consolidament* ~ static*/struttur*/edifici*/ponte/viadott*/murari*/fondazion*/copertur*/mura
        risanament*/rinforz*/adeguament*/miglioramento/ripristin*/messa/manutenzion*/intervent*/lavori/opere/riqualificazion* ~ struttural*/static* -amministrativ*/imprese
        risanament*/consolidament*/sostituzion*/manutenzion*/ripristin* ~ ponte/ponti/viadott*/impalcat*",
    ),
    (
        Floors,
        "rinforz*/risanament*/sicurezza/ripristin*/rifaciment*/consolidament* ~ solai* --copertur*/tett*
        adeguament* strutturale/statico solai* --copertur*/tett*
        antisfondellament*/sfondellament*",
    ),
    (
        FireSafety,
        "antincend* -boschiv*
        anti incend*
        prevenzione/protezione incend*
        scala/scale ~ emergenza/antincendio/sicurezza
        vie ~ esodo
        cpi
        c p i",
    ),
    (Asbestos, "amiant*\neternit\ncemento amianto"),
    (
        Roof,
        "rifaciment*/sostituzion*/bonific*/smaltiment* ~ copertur*/tetto/tetti -finanziari*/mobile/rete/wifi/wi/5g/radio/costi/spese/mediatic*/campo/campi/piscin*/su/metropolitan*
        manto/manti/pacchetto ~ copertura/copertur*
        tetto/tetti coibent*/ventilat*
        rimozion* ~ copertur*/tetto -rete/mobile
        nuova copertura -rete/mobile/del/di/campo
        copertura tetto",
    ),
    (
        RoofCare,
        "restaur*/manutenzion*/risanament*/impermeabilizzazion*/ripristin*/consolidament*/revision*/ristrutturazion*/adeguament*/riparazion*/sistemazion*/riqualificazion*/recupero ~ copertur*/tetto/tetti -finanziari*/mobile/rete/wifi/wi/5g/radio/costi/spese/mediatic*/campo/campi/piscin*/su/metropolitan*
        gronda/gronde/grondaie/facciat*/intonac* ~ tetto/tetti
        intervent*/lavori urgent*/somma ~ copertur* -rete/mobile/finanziari*",
    ),
    (Windows, "infiss*\nserrament*\nfinestr*\nvetrat*\nchiusur* trasparent*"),
    (Shading, "schermatur* solar*\nelement* schermant*/oscurant*\nsistem* schermant*/oscurant*\nfrangisole\nbrise soleil\ntende solar*/oscurant*"),
    (Facade, "facciat*\nprospetti estern*\ntinteggiatur* estern*\nintonac* estern*"),
    (Insulation, "cappott*\ncoibentazion*\nisolament* termic*/termo*/coibent*\nisolament* ~ copertur*/tetto/tetti/sottotett*\ntermoisolament*\ninvolucr*"),
    (SolarPanels, "fotovoltaic*\nsolare termico\npannell* solar*\nimpiant* solar*"),
    (HeatPump, "pomp* ~ calore"),
    (
        Heating,
        "caldai*
        central* termic*
        impiant* termic*/riscaldament*
        impiant* ~ riscaldament*
        generator* ~ calore
        teleriscaldament*
        riscaldamento -global*",
    ),
    (
        NewCooling,
        "realizzazion*/installazion*/fornitur*/nuovo/nuovi impiant* ~ climatizzazion*/condizionament*/raffrescament*
        realizzazion*/installazion*/fornitur* ~ impiant* ~ climatizzazion*/condizionament*/raffrescament*",
    ),
    (Cooling, "climatizzazion*\ncondizionament* -ammin*\nraffrescament*\naria condizionata"),
    (
        Air,
        "ventilazion* meccanic*\nimpiant* ~ aerazion*\ntrattamento ~ aria\nhvac\nricambio ~ aria",
    ),
    (Led, "-for/project/per led -zeppelin"),
    (
        Lighting,
        "illuminazion*\nfont*/sorgent* luminos*\ncorpi illuminant*\nilluminotecnic*\nrelamping\npunti luce\nlampad*\napparecch* illuminant*",
    ),
    (
        EnergySaving,
        "efficientament* energetic*/energia/energitic*
        efficientament*/efficentament* ~ energetic*
        efficienza energetic*
        efficientament* ~ scuol*/edifici*/plesso/palestr*/municip*/immobil*/illuminazion* -idric*
        risparmio energetic*
        riqualificazion*/adeguament*/miglioramento/ottimizzazion*/retrofit energetic*
        prestazion* energetic*
        consum* energetic*
        contenimento ~ energetic*
        eco/ecoefficien* efficien*/per
        ecoefficien*
        ecoefficientament*
        nzeb",
    ),
    (Lift, "ascensor*\npiattaform* elevatric*\nservoscal*\nmontascal*\nelevator*\nmontalettig*"),
    (
        Accessibility,
        "barri* architettonic*
        barriere fisic*/sensorial*/cognitiv*/percettiv*
        accessibilita fisic*/sensorial*
        eliminazion*/superament*/abbattiment*/rimozion* ~ barriere -metallic*/stradal*
        peba",
    ),
    (
        Sanitary,
        "serviz*/impiant* igienic*/idrico/idraulic*
        blocc* bagn*/serviz*
        rifaciment*/ristrutturazion*/adeguament*/manutenzion* ~ bagni/bagno/wc
        impiant* ~ idrico/idricosanitari*/idrotermosanitari*/idrosanitari*/sanitario",
    ),
    (
        Wiring,
        "impiant* elettric*
        impiant* ~ elettric*
        quadr* elettric*
        rifaciment*/adeguament* ~ elettric*
        nuov*/rifaciment*/rinnov*/sostituzion*/realizzazion*/adeguament*/fornitur*/installazion*/potenziament* ~ cabina/cabine elettric*/mt/trasformazion*",
    ),
    (Systems, "adeguament*/rinnov*/ammodernament*/rifaciment* ~ impiant*/impiantistic* -termic*/sportiv*/natator*/polisportiv*/depurazion*/compostagg* --sportiv*"),
    (Waterproofing, "impermeabilizzazion*\nimpermeabilizzant*"),
    (Paving, "pavimentazion* -stradal*/bituminos*\npaviment*\nrepavimentazion*\nlastricat*\nammattonat*\nselciat*\nacciottolat*"),
    (
        Outdoors,
        "sistemazion*/riqualificazion*/manutenzion* ~ estern* -cappott*
        area/aree/spazi/spazio estern*
        sistemazion*/riqualificazion*/manutenzion* ~ cortil*/piazzal*/resede/pertinenza",
    ),
    (
        Machines,
        "ecotomograf*\necograf*\nmammograf*\ntomograf*\nangiograf*\nortopantomograf*\nortopanoramic*\ndensitometr*\nradiografic*
        telecomandat*\nrisonanza magnetic*\nrmn -nte\ngamma camer*\nacceleratore linear*\nacceleratori linear*\necocolordoppler\npet tc/ct\ntac -tic*
        sistem*/apparecchi*/apparat* radiologic*
        sistem* ~ radiologi*
        tc -a/b strati
        tc strati
        apparecchiatur* -illuminant*/elettric*
        acquist*/fornitur*/sostituzion* ~ macchinar*/apparecchi* -illuminant*
        portatile per radiologia\npolifunzional* digital*/diretta\nspect\nfluoroangiograf*\necocardiograf*\ngastroscop*\nlitotritor*\nventilator* polmonar*\nmonitor* multiparametric*",
    ),
    (
        Vehicles,
        "acquist*/fornitur*/rinnov*/sostituzion* ~ autobus/bus/scuolabus/veicol*/automezz*/treni/treno/convogli*/tram/mezzi/elettrotreni/ambulanz*/filobus/flott*/rotabil*
        acquist*/fornitur* ~ auto/autovettur*
        materiale rotabile
        rinnovo ~ parco ~ veicol*/mezzi/autobus/rotabil*
        nuov* autobus/treni/convogli/tram/filobus",
    ),
    (Charging, "colonnin*\npunti/stazion*/infrastruttur* ~ ricarica\nricarica elettric*"),
    (StreetFurniture, "arred* urban*"),
    (Furniture, "arred* -urban*/tratto/via/viale/piazza/stradal*"),
    (
        Classrooms,
        "realizzazion*/creazion*/costruzion*/aggiunta/ampliament* ~ aula/aule -innovativ*/digital*/multimedial*/magna
        -numero/n nuov* aule -innovativ*/digital*/multimedial*",
    ),
    (NewSpaces, "nuovi/nuove spazi/ambienti -verdi/pubblici/estern*/di/da"),
    (
        Labs,
        "realizzazion*/allestiment*/creazion*/ammodernament*/adeguament*/potenziament* ~ laborator* -analis*/teatral*/didattic*
        next generation labs
        laborator* ~ professioni digitali",
    ),
    (
        DigitalTools,
        "tecnologie informatiche
        attrezzatur*/dispositiv*/strument*/dotazion* digital*/informatic*/tecnologic*/multimedial*/hardware
        ambienti ~ innovativ*
        next generation classroom*
        aul* ~ innovativ*/digital*/multimedial*
        tablet/notebook/pc/computer",
    ),
    (Cameras, "videosorveglianz*\ntelecamer*"),
    (Monitoring, "monitoragg* -civic*/rendicontazion*/e/progett*\nsensore/sensori\nsensoristic*\ntelecontroll*\ntelerilevament*"),
    (
        DataNetwork,
        "cablaggi* -elettric*
        rete lan/dati/wifi/wireless/wi/telematic*
        wifi/wi -nterreg
        fibra ottica
        banda larga/ultralarga
        infrastruttur* 5g
        ricablaggi*\nultra broadband\nconnettivita -ecologic*/scolastic*",
    ),
    (
        Equipment,
        "acquist*/fornitur*/nuov*/rinnov* ~ attrezzatur*/strumentazion*/dispositiv*
        attrezzatur* -digital*/informatic*/tecnologic*/multimedial*/sportiv*
        strumentazion* -digital*",
    ),
    (CloudMigration, "migrazion* ~ cloud\nabilitazion* ~ cloud\n-nomi/nextgen/european cloud"),
    (
        Website,
        "sito/siti web/internet/istituzional*/comunal*/scolastic*/informatic*
        sito ~ web
        portale web/istituzional*/turistic*
        restyling ~ sito",
    ),
    (
        OnlineServices,
        "servizi digitali/online ~ cittadin*
        servizi online
        servizi on line
        servizi digitali -dell/amministrazion*
        esperienza ~ cittadin*
        esperienza d uso",
    ),
    (Cybersecurity, "cyber*\nsicurezza informatica\nsicurezza cibernetica\nresilienza cibernetica"),
    (Telemedicine, "-e/domiciliare telemedicin*\nteleassistenz*\ntelemonitoragg*\nteleconsult*"),
    (
        Software,
        "software*\n-contratto/contratti/accordo/accordi applicativ* -web/e\nsistem* informativ*/informatic*/gestional*\npiattaform* digital*/informatic*/telematic*/web/software\ngestional* -del\napp mobile\ncartella clinica elettronica\ncartelle cliniche elettroniche\nfascicolo sanitario elettronico",
    ),
    (Digitising, "digitalizzazion*\ndematerializzazion*\ncatalogazion*\ninformatizzazion*"),
    (Doctorates, "dottorat*\nphd\nph d"),
    (Scholarships, "borsa/borse ~ studio/dottorato/ricerca\nborsa/borse -valori/san/merci/di/telematica/italiana"),
    (
        Hiring,
        "reclutament*\nassunzion*\ncontratt* ~ ricerca\nricercator* ~ tempo determinato\nconferiment* ~ incaric*\nricercator* ~ rtd*\nrtda/rtd\nassegn* ~ ricerca\nincaric* ~ espert*/professionist*",
    ),
    (
        Training,
        "formazion* -territorio/classi/reti/superiore/orario/esecuzione\npercors* formativ*\ncors* ~ formazion*\nattivita formativ*\ncors* ~ aggiornament*\naggiornament* professional*\nupskilling\nreskilling",
    ),
    (Guidance, "orientament*\nmentoring\ntutoring\ndispersione scolastica\npcto\nmentor*"),
    (MusicGuidance, "studi musicali"),
    (
        Research,
        "progett*/attivita/programm*/contratt* ~ ricerca
        prin -cip*
        ricerca ~ sviluppo
        ricerca industriale/fondamentale/scientifica/applicata",
    ),
    (CivilService, "servizio civile"),
    (HomeCare, "assistenza domiciliar*\ncure domiciliar*\ndimission* protett*"),
    (
        SocialSupport,
        "inclusione social*\nautonomia ~ disabil*/anzian*\nvita indipendente\nhousing first\nsenza dimora\npronto intervento sociale\nsostegno ~ capacita genitorial*\nsupervision* ~ operator*\nprevenzione ~ burn\npippi\npercors* ~ autonomia\nstazion* ~ posta\nhousing temporane*",
    ),
    (TradeFairs, "fiere\nfiera"),
    (Ecommerce, "commercio elettronico\ne commerce\necommerce"),
    (FirmGreen, "transizione ~ ecologica"),
    (FirmDigital, "transizione digitale"),
    (GoingAbroad, "internazionalizzazion*"),
    (Events, "organizzazion*/realizzazion* ~ eventi/festival/mostre/rassegn*/manifestazioni\nfestival\neventi culturali/musicali/sportivi/di/e"),
    (Promotion, "promozion* ~ territori*/turis*/prodott*\nmarketing\nbranding\npromozion* turistic*/territori*\nvalorizzazion* turistic*"),
    (
        UrbanRenewal,
        "rigenerazion* urban*
        rigenerazion* -cellular*/tissutal*/dei/osse*
        riqualificazion* urban*/urbanistic*
        riqualificazion* area/aree/asse urban*
        riqualificazion* piazz*/quartier*/borgo/borghi/rione/lungomare/spazi/viale/viali -intern*/estern*
        riqualificazion* di/della/delle/del/dei/degli/dell piazz*/quartier*/borgo/borghi/rione/lungomare/spazi -intern*/estern*
        riqualificazion* ~ centro storico/abitato/urbano
        rinnovo urbano",
    ),
    (Renovation, "ristrutturazion*"),
    (
        Refit,
        "messa norma\nmessa a norma\nadeguament* normativ*/norm*\nadeguament* ~ normativ*/norme",
    ),
    (
        Adaptation,
        "rifunzionalizzazion*\nadeguament*/riqualificazion*/rinnovo/recupero funzional* --acqu*\nadeguament*/adattament* ~ locali/spazi/ambienti",
    ),
    (Safety, "messa sicurezza -permanente\nmessa in sicurezza -permanente\nmiglioramento ~ sicurezza"),
    (
        Recovery,
        "recupero -risors*/idric*/ambiental*/acqua/acque/energia/energetic*/material*/dei/delle/crediti/rifiut*/calore/conservativ*/funzional*/metan*/cultural*/scolastic*/debit*/di/motori*
        recupero ~ edifici*/immobil*/fabbricat*/palazz*/villa/castello/ex/chies*/borgo/struttur*/complesso/cas*/unita",
    ),
    (Completion, "completament* --officin*/spogliato*/laborator*/infrastruttur*/recinzion*/marciapied*/arred*/impiant*"),
    (Repair, "ripristin*\nrisanament* -conservativ*/della/finanziar*\nriparazion*\nripar*"),
    (Tidying, "sistemazion* -idraulic*/forestal*/estern*"),
    (Upgrade, "potenziament*\nadeguament* -funzional*/sismic*/normativ*\nammodernament*\nmiglioramento/miglioramenti -sismic*/energetic*/della/dell/qualita\nottimizzazion*"),
    (Renewal, "riqualificazion* -energetic*/urban*/funzional*/professional*\nrinnov* -abil*/ato/ativ*"),
    (Maintenance, "manutenzion*"),
    (Creation, "realizzazion* --intervent*\ncreazion*\npredisposizion* ~ spazi\ncostruzion* -i\nallestiment*\nistituzion* -scolastic*/e/pubblic*/cultural*"),
    (
        Design,
        "progettazion*\nstudio/studi ~ fattibilita/piano\nredazion*\nindagini/verifich* ~ struttural*/geologic*/vulnerabilit*/diagnostic*\npfte\nstudio -di/associat*",
    ),
];
