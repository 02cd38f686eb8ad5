//! The words that each kind of thing goes by in official texts: folded, singular and plural, short
//! and whole, with and without the accents that tables drop.

use crate::model::Thing::{self, *};

/// Phrases parted by `|`. `None` stands for what sounds like a thing and is none.
pub(crate) const PHRASES: &[(Option<Thing>, &str)] = &[
    (
        Some(Nursery),
        "asilo nido|asili nido|nido d infanzia|nidi d infanzia|nido comunale|nidi comunali|nido infanzia|nido|nidi|micronido|micro nido|micronidi|asilo nidi|sezione primavera|sezioni primavera|nido intercomunale",
    ),
    (
        Some(InfantSchool),
        "scuola dell infanzia|scuole dell infanzia|scuola infanzia|scuola d infanzia|scuola per l infanzia|scuola di infanzia|scuole infanzia|scuola materna|scuole materne|asilo infantile|scuola dell inf|sc infanzia|sc dell infanzia|sc materna|asilo|asili",
    ),
    (
        Some(PrimarySchool),
        "scuola primaria|scuole primarie|scuola elementare|scuole elementari|sc primaria|sc elementare|scuola prim|primaria statale|elementare statale|plesso elementare|plesso primaria",
    ),
    (
        Some(LowerSecondarySchool),
        "scuola secondaria di primo grado|scuola secondaria di i grado|scuola secondaria di 1 grado|scuola secondaria di 1o grado|scuola secondaria i grado|scuola secondaria primo grado|scuole secondarie di primo grado|scuole secondarie di i grado|scuola media|scuole medie|secondaria di i grado|secondaria di primo grado|secondaria di 1 grado|secondaria i grado|secondaria primo grado|s m s|sc media|media statale|scuola secondaria inferiore|scuola secondaria diprimo grado",
    ),
    (
        Some(UpperSecondarySchool),
        "scuola secondaria di secondo grado|scuola secondaria di ii grado|scuola secondaria di 2 grado|scuole secondarie di secondo grado|scuole secondarie di ii grado|secondaria di ii grado|secondaria di secondo grado|liceo|licei|istituto tecnico|istituti tecnici|istituto professionale|istituto superiore|istituti superiori|istituto di istruzione superiore|istituto d istruzione superiore|istituto istruzione superiore|istituto statale di istruzione superiore|istruzione superiore|scuola superiore|scuole superiori|i i s|iis|iiss|isis|isiss|itis|i t i s|itc|i t c|itcg|itt|itg|ipsia|i p s i a|ipsar|ipssar|ipseoa|istituto magistrale|istituto d arte|istituto alberghiero|istituto nautico|istituto agrario|istituto industriale|istituto commerciale|i p s s|ipsseoa|i s i s|i t|i p|l s|l c",
    ),
    (
        Some(ChildhoodCentre),
        "polo scolastico dell infanzia|polo scolastico dellinfanzia|polo scolastico 06|polo scolastico zero sei|polo 06|polo zero sei|polo infanzia 06|polo infanzia 0 6|polo dellinfanzia|nuovo polo scolastico 06|polo dell infanzia|polo per l infanzia|poli dell infanzia|polo infanzia|poli per l infanzia|polo di infanzia|polo d infanzia|poli di infanzia|polo dinfanzia|polo scolastico 0 6|polo 0 6|centro gioco dell infanzia|centro polifunzionale per l infanzia",
    ),
    (
        Some(School),
        "edificio scolastico|complesso edilizio scolastico|plesso scolastico|istituto comprensivo|istituti comprensivi|istituto omnicomprensivo|istituto scolastico|istituti scolastici|polo scolastico|complesso scolastico|immobile scolastico|i c|scuola|edilizia scolastica|fabbricato scolastico|circolo didattico|istituto statale|edif scolastico|aule scolastiche|convitto",
    ),
    (
        Some(Schools),
        "edifici scolastici|plessi scolastici|scuole|alcune scuole dell infanzia|alcune scuole materne",
    ),
    (
        Some(SchoolGym),
        "palestra scolastica|palestre scolastiche|palestra della scuola|palestra dell istituto|palestra del liceo|palestra a servizio della scuola|palestra annessa alla scuola|palestra della scuola|palestra scuola",
    ),
    (
        Some(Canteen),
        "mensa scolastica|mense scolastiche|locale refezione|locali refezione|sala refezione|mensa|mense|refettorio|locale mensa|locali mensa|sala mensa",
    ),
    (
        Some(Kitchen),
        "centro di cottura|centro cottura|cucina centralizzata|cucina comunale",
    ),
    (
        Some(University),
        "edificio universitario|edifici universitari|sede universitaria|polo universitario|campus universitario|aule universitarie|facolta di",
    ),
    (
        Some(StudentHousing),
        "residenza universitaria|residenze universitarie|studentato|studentati|casa dello studente|case dello studente|alloggi per studenti|alloggi studenti|alloggi per gli studenti|alloggi universitari|studenti universitari|residenza per studenti|residenze per studenti|posti letto per studenti",
    ),
    (Some(Laboratory), "laboratorio|laboratori"),
    (Some(Gym), "palestra|palestre|palestra comunale"),
    (
        Some(SportsHall),
        "palazzetto dello sport|palazzetto sport|palasport|palazzo dello sport|palazzetto|pala sport|palazzetti",
    ),
    (
        Some(SwimmingPool),
        "piscina|piscine|impianto natatorio|impianti natatori|centro natatorio|piscina comunale|vasca natatoria|palanuoto",
    ),
    (
        Some(SportsField),
        "campo sportivo|campi sportivi|campo di calcio|campo da calcio|campo calcio|campi da calcio|campi di calcio|campo da rugby|campo rugby|campo da gioco|campo polivalente|campi da gioco|campo di atletica|pista di atletica|pista atletica|pista d atletica|campo da basket|campo da tennis|campi da tennis|campo tennis|campo baseball|campo da baseball|campo calcetto|campo da calcetto|campo polisportivo|campo comunale|campo di gioco|campetto|campi sportivi polivalenti",
    ),
    (Some(GolfCourse), "campo da golf|campi da golf|campo di golf"),
    (Some(Stadium), "stadio|stadi|stadium"),
    (
        Some(SportsCentre),
        "impianto sportivo|impianti sportivi|centro sportivo|centri sportivi|cittadella dello sport|cittadella sportiva|polo sportivo|complesso sportivo|area sportiva|aree sportive|impiantistica sportiva|palaghiaccio|ippodromo|velodromo|bocciodromo|autodromo|poligono di tiro|centro federale|pista di pattinaggio",
    ),
    (
        Some(SkatePark),
        "skate park|skatepark|skateplaza|pump track|pumptrack",
    ),
    (Some(Library), "biblioteca|biblioteche|mediateca|bibliot"),
    (
        Some(Archive),
        "archivio di stato|archivi di stato|archivio storico|archivi storici|archivio comunale",
    ),
    (
        Some(Theatre),
        "teatro|teatri|cineteatro|cine teatro|cinema teatro|teatro tenda|sala teatrale|sale teatrali|politeama",
    ),
    (
        Some(Cinema),
        "cinema|sala cinematografica|sale cinematografiche|multisala|cinematografo|multiplex|cinematografi",
    ),
    (
        Some(Museum),
        "museo|musei|pinacoteca|ecomuseo|polo museale|casa museo|galleria nazionale|gallerie nazionali|area museale|spazio museale|edificio museale|edifico museale|complesso museale|antiquarium|illuminazione museale",
    ),
    (
        Some(Auditorium),
        "auditorium|sala concerti|sala conferenze|centro congressi|palazzo dei congressi|anfiteatro",
    ),
    (Some(CommonRoom), "sala polivalente|sale polivalenti"),
    (
        Some(CulturalCentre),
        "centro culturale|centri culturali|polo culturale|centro civico|casa della cultura|casa della musica|scuola di musica|scuola civica di musica|centro polifunzionale culturale|conservatorio di musica",
    ),
    (
        Some(Church),
        "chiesa|chiese|basilica|cattedrale|santuario|duomo|pieve|parrocchia|chiesetta|chiesa parrocchiale|abbazia|collegiata|cappella|battistero|eremo|sinagoga|oratorio",
    ),
    (
        Some(Convent),
        "convento|monastero|certosa|chiostro|seminario vescovile|ex seminario|complesso conventuale|complesso monumentale",
    ),
    (
        Some(Castle),
        "castello|castelli|fortezza|rocca|forte|fortificazione|fortificazioni|fortilizio|maniero",
    ),
    (
        Some(Tower),
        "torre civica|torre campanaria|torre|campanile|torre dell orologio|torre medievale",
    ),
    (Some(Villa), "villa"),
    (Some(Palace), "palazzo|palazzi"),
    (
        Some(Walls),
        "mura urbane|mura urbiche|mura storiche|cinta muraria|mura cittadine|mura medievali|antiche mura|mura|bastione|bastioni",
    ),
    (
        Some(ArchaeologicalSite),
        "area archeologica|aree archeologiche|parco archeologico|sito archeologico|siti archeologici|scavi archeologici|necropoli|teatro romano|villa romana|anfiteatro romano|zona archeologica",
    ),
    (
        Some(RuralBuilding),
        "casa colonica|fabbricato rurale|fabbricati rurali|edificio rurale|edifici rurali|architettura rurale|casale|cascina|masseria|trullo|trulli|malga|baita|borgo rurale|abitazione rurale|fienile|annesso agricolo",
    ),
    (
        Some(Village),
        "borgo|borghi|centro storico|centri storici|borgo storico|borgo medievale",
    ),
    (
        Some(Park),
        "parco urbano|parco pubblico|parco comunale|parchi urbani|parco naturale|parco nazionale|parco regionale|parco fluviale|parco storico|parco|parchi|villa comunale|area verde|aree verdi|verde pubblico|verde urbano|spazi verdi|parco giochi inclusivo e verde",
    ),
    (
        Some(Garden),
        "giardino|giardini|giardino storico|giardino pubblico|giardini pubblici",
    ),
    (
        Some(BotanicalGarden),
        "orto botanico|orti botanici|giardino botanico",
    ),
    (
        Some(Playground),
        "parco giochi|area giochi|aree giochi|area gioco|spazio giochi|spazi gioco|parchi gioco|giochi inclusivi|area ludica|aree ludiche",
    ),
    (
        Some(Forest),
        "bosco|boschi|area boscata|rimboschimento|forestazione urbana|forestazione|foresta|alto fusto|superfici boscate|patrimonio forestale|superficie forestale|foreste|castagneto|castagneti",
    ),
    (
        Some(Path),
        "sentiero|sentieri|rete sentieristica|percorso pedonale|percorsi pedonali|cammino|passeggiata|percorso naturalistico|percorsi naturalistici|sentieristica|pista pedonale|passerella pedonale",
    ),
    (
        Some(HealthHouse),
        "casa della comunita|case della comunita|casa della comunit|case della comunit|casa di comunita|case di comunita|casa di comunit|case di comunit|casa comunita|casa comunit|cdc|casa della salute|c d c|case comunita|casa della comunit a|casa della comunit hub|casa della comunit spoke",
    ),
    (
        Some(CommunityHospital),
        "ospedale di comunita|ospedali di comunita|ospedale di comunit|ospedali di comunit|ospedale della comunita|ospedale della comunit|ospedali della comunita|ospedale comunita|ospedale comunit|odc|osco|o d c|os co",
    ),
    (
        Some(CareCoordinationCentre),
        "centrale operativa territoriale|centrali operative territoriali|centro operativo territoriale|centri operativi territoriali|centrale operativa|centrali operative|cot|c o t|centrale op territoriale",
    ),
    (
        Some(Hospital),
        "presidio ospedaliero|presidi ospedalieri|presidio ospedaliera|ospedale|ospedali|policlinico|p o|nosocomio|stabilimento ospedaliero|polo ospedaliero|complesso ospedaliero|struttura ospedaliera|istituto ospedaliero|irccs|dea i livello|dea ii livello|dea di i livello|dea di ii livello|dea|monoblocco|centro ospedaliero|po ospedaliero|casa di cura|padiglione|padiglioni",
    ),
    (
        Some(HospitalWard),
        "reparto|reparti|degenza|degenze|radiologia|medicina nucleare|radioterapia|cardiologia|emodinamica|oncologia|senologia|ostetricia|pediatria|neonatologia|chirurgia|dialisi|endoscopia|centro trasfusionale",
    ),
    (
        Some(EmergencyRoom),
        "pronto soccorso|area di emergenza|dipartimento di emergenza|sub intensiva e pronto soccorso",
    ),
    (
        Some(OperatingTheatre),
        "sala operatoria|sale operatorie|blocco operatorio|blocchi operatori|comparto operatorio|sala ibrida",
    ),
    (
        Some(IntensiveCare),
        "terapia intensiva|terapie intensive|posti letto di terapia intensiva|terapia semintensiva|terapia semi intensiva|terapia sub intensiva|posti letto ti|rianimazione|subintensiva",
    ),
    (
        Some(Clinic),
        "poliambulatorio|poliambulatori|ambulatorio|ambulatori|struttura sanitaria|strutture sanitarie|presidio sanitario|presidio territoriale di assistenza|pta|p t a|centro medico|centro sanitario|centro di salute mentale|csm|centro erogazione servizi|punto prelievi|guardia medica|continuita assistenziale|continuit assistenziale|presidio socio sanitario|presidio sociosanitario|polo sanitario|polo territoriale|struttura sociosanitaria|residenza sanitaria|palazzo della salute|centro erogazioni servizi",
    ),
    (
        Some(HealthPost),
        "presidio sanitario territoriale|presidio sanitari territoriale|presidi sanitari territoriali",
    ),
    (
        Some(HealthDistrict),
        "distretto sanitario|nuovo distretto di|distretti sanitari|sede distrettuale|distretto socio sanitario|distretto sociosanitario|distretto sanitario di base|sede del distretto|presidio distrettuale",
    ),
    (Some(FamilyClinic), "consultorio|consultori|consultorio familiare"),
    (
        Some(CareHome),
        "casa di riposo|rsa|r s a|casa protetta|residenza sanitaria assistenziale|residenza protetta|casa alloggio anziani|casa di accoglienza per anziani|residenza assistenziale|casa residenza anziani",
    ),
    (Some(Pharmacy), "farmacia|farmacie"),
    (
        Some(CtScanner),
        "tac|t a c|tomografo computerizzato|tomografia computerizzata|tomografi computerizzati|tc|tomografo a 128 strati|tac a 128 strati|tc 128 strati|tomografo assiale|ct scans|tomografo computerizato|tomografo computerizzata|tomografo",
    ),
    (
        Some(MriScanner),
        "risonanza magnetica|tomografo risonanza magnetica|tomografo risonanza|tomografo rm|tomografo rmn|tomografo di risonanza magnetica|rmn|rm|tomografo a risonanza magnetica|risonanze magnetiche|r m n|risonanza|rmn 1 5t",
    ),
    (
        Some(Mammograph),
        "mammografo|mammografi|mammografia|mammografo digitale|tomosintesi",
    ),
    (
        Some(Ultrasound),
        "ecotomografo|ecotomografi|ecografo|ecografi|ecocardiografo|ecotomografia|ecografia|ecotomografo multidisciplinare|ecotomografi multidisciplinari",
    ),
    (
        Some(XRay),
        "sistema radiologico|sistemi radiologici|radiologico fisso|telecomandato|ortopantomografo|ortopantomografi|apparecchio radiologico|portatile per radioscopia|radiologico|sistema polifunzionale per radiologia|polifunzionale per radiologia|polifunzionale radiologico|arco a c|telecomandati|apparecchiatura radiologica|sistema rx|rx",
    ),
    (
        Some(Angiograph),
        "angiografo|angiografi|sistema angiografico|angiografico|angiografi vascolari|angiografia",
    ),
    (
        Some(LinearAccelerator),
        "acceleratore lineare|acceleratori lineari|linac|acceleratore",
    ),
    (
        Some(PetScanner),
        "pet tc|pet ct|pet tac|pet rm|pet|tomografo pet|ct pet",
    ),
    (
        Some(GammaCamera),
        "gamma camera|gammacamera|spect|gamma camera tc|spect tc|gamma camere|spect ct",
    ),
    (
        Some(Road),
        "marciapiede|marciapiedi|strada provinciale|strada statale|strada comunale|strada|piani viabili|piano viabile|sede stradale|manto stradale|pavimentazione stradale|rotatoria|rotonda|svincolo|sottopasso|variante stradale|sp|s p|ss|s s|sr|arteria stradale|bretella|asse viario|opere stradali|tratto stradale|tracciato stradale|piano stradale|rete viaria|incrocio|fondo stradale|corpo stradale|asse stradale",
    ),
    (
        Some(Roads),
        "strade provinciali|strade comunali|strade vicinali|strade statali|strade|viabilita comunale|viabilit comunale|viabilita|viabilit|tratti stradali|pavimentazioni stradali|sicurezza stradale|carreggiate stradali|mobilita debole",
    ),
    (
        Some(Bridge),
        "ponte|viadotto|cavalcavia|passerella|ponticello|cavalcaferrovia|sovrappasso",
    ),
    (Some(Bridges), "ponti|viadotti|passerelle|ponti e viadotti"),
    (Some(RoadTunnel), "galleria stradale|traforo|tunnel|galleria"),
    (
        Some(CarPark),
        "parcheggio|parcheggi|area di sosta|aree di sosta|autorimessa|parcheggio scambiatore|autoparco",
    ),
    (
        Some(CyclePath),
        "pista ciclabile|piste ciclabili|ciclovia|ciclovie|percorso ciclabile|percorsi ciclabili|ciclabile|ciclabili|rete ciclabile|bicipolitana|ciclostazione|ciclostazioni",
    ),
    (
        Some(FootCyclePath),
        "ciclopedonale|ciclopedonali|pista ciclopedonale|piste ciclopedonali|percorso ciclopedonale|percorsi ciclopedonali|rete ciclopedonale|pista ciclo pedonale|piste ciclo pedonali|percorso ciclo pedonale|percorsi ciclo pedonali|percorso ciclabile e pedonale|percorsi ciclabili e pedonali|percorso pedonale e ciclabile|percorsi pedonali e ciclabili|pista ciclabile e pedonale|piste ciclabili e pedonali",
    ),
    (Some(Square), "piazza|piazze|piazzetta|piazzale"),
    (
        Some(StreetLamps),
        "pubblica illuminazione|illuminazione pubblica|impianti di illuminazione pubblica|illuminazione stradale|corpi illuminanti stradali|lampioni|punti luce|illumin pubblica|impianto di pubblica illuminazione|iluminazione pubblica|illuminaizone pubblica|pubblica iluminazione",
    ),
    (
        Some(ChargingPoint),
        "colonnina|colonnine|colonnine di ricarica|stazione di ricarica|stazioni di ricarica|punti di ricarica|infrastruttura di ricarica|infrastrutture di ricarica|ricarica elettrica|impianti di ricarica|ricarica di veicoli|ricarica veicoli",
    ),
    (
        Some(RailLine),
        "linea ferroviaria|linee ferroviarie|ferrovia|ferrovie|tratta ferroviaria|rete ferroviaria|raddoppio ferroviario|binari|binario|armamento ferroviario|alta velocita|linea av|ferroviaria",
    ),
    (
        Some(Station),
        "stazione ferroviaria|stazioni ferroviarie|stazione di|stazione fs|stazione|stazioni|fermata ferroviaria|autostazione",
    ),
    (
        Some(Interchange),
        "nodo intermodale|polo intermodale|hub intermodale|centro intermodale|punto intermodale|punti intermodali|nodo di interscambio|hub di scambio intermodale|punto di interscambio",
    ),
    (
        Some(Tramway),
        "tramvia|tranvia|tram|linea tranviaria|linea tramviaria|linee tramviarie|sistema tramviario|rete tranviaria|metrotranvia|metrotramvia|tram treno|tranviaria|tramviaria",
    ),
    (
        Some(Metro),
        "metropolitana|linea metropolitana|metro c|linea m1|linea m4|metropolitana leggera",
    ),
    (
        Some(Bus),
        "autobus|bus|filobus|minibus|scuolabus|brt|filovia|filoviaria",
    ),
    (
        Some(ElectricBus),
        "bus elettrici|bus elettrico|autobus elettrici|autobus elettrico|minibus elettrici|autobus urbano elettrico|autobus urbani elettrici",
    ),
    (
        Some(BusDepot),
        "deposito autobus|deposito bus|deposito tpl|deposito atac",
    ),
    (
        Some(Train),
        "treni|treno|elettrotreni|materiale rotabile|convogli|elettrotreno|carrozze|rotabili",
    ),
    (
        Some(Port),
        "porto|porti|area portuale|ambito portuale|porto canale|darsena|banchina portuale|diga foranea|porticciolo|approdo|porto turistico",
    ),
    (
        Some(Pier),
        "molo|banchina|banchine|pontile|pontili|cold ironing|terminal|terminal crociere",
    ),
    (
        Some(Airport),
        "aeroporto|aeroporti|aerostazione|aviosuperficie|scalo aeroportuale",
    ),
    (
        Some(FreightTerminal),
        "interporto|terminal intermodale|scalo merci|piattaforma logistica|retroporto",
    ),
    (
        Some(Aqueduct),
        "reti adduzione|reti di adduzione|rete di adduzione|opere di adduzione|adduzioni|acquedotto|acquedotti|rete idrica|reti idriche|condotta idrica|adduttrice|condotta adduttrice|reti di distribuzione idrica|rete di distribuzione idrica|sistema acquedottistico|acquedottistico|adduzione idrica|condotte idriche|distribuzione idrica|infrastrutture idriche primarie|sistema idrico|perdite idriche|reti di distribuzione|rete acquedottistica|schema idrico|infrastrutture idriche|reti idrico|servizio idrico",
    ),
    (
        Some(Sewer),
        "fognatura|fognature|rete fognaria|reti fognarie|collettore fognario|collettori fognari|collettore|fognario|fognaria|impianto di sollevamento fognario|collettamento|rete fognante|reti fognanti",
    ),
    (
        Some(DepurationPlant),
        "depuratore|depuratori|impianto di depurazione|impianti di depurazione|depurazione|imp depurazione|idv",
    ),
    (
        Some(WaterTreatmentPlant),
        "potabilizzatore|potabilizzatori|impianto di potabilizzazione|dissalatore|impianto di dissalazione",
    ),
    (
        Some(Reservoir),
        "invaso|invasi|diga|serbatoio|serbatoi|bacino di accumulo|vasca di accumulo|bacino irriguo|laghetto|laghetti|cassa di espansione|casse di espansione|vasca di laminazione|bacino di laminazione|traversa di derivazione",
    ),
    (
        Some(IrrigationNetwork),
        "rete irrigua|reti irrigue|impianto irriguo|impianti irrigui|irriguo|distretto irriguo|distretti irrigui|irrigazione|condotta irrigua|comprensorio irriguo|irrigua|canalette irrigue|irrigui|irrigue",
    ),
    (
        Some(PumpingStation),
        "impianto di sollevamento|impianti di sollevamento|stazione di sollevamento|stazione di pompaggio|impianto di pompaggio|impianti di pompaggio|stazioni di pompaggio|stazioni di sollevamento|impianto idrovoro|impianti idrovori|idrovora|sollevamento",
    ),
    (
        Some(Canal),
        "canale|canali|roggia|bealera|canale irriguo|scolo consorziale",
    ),
    (
        Some(RiverBank),
        "argine|argini|arginatura|arginature|sponda|sponde|opere idrauliche|alveo|difesa spondale|difese spondali|sistemazione idraulica|sicurezza idraulica|riassetto idraulico|regimazione idraulica|rischio idraulico|sistemazioni idrauliche|corsi d acqua|corso d acqua|torrente|fiume|fosso|rio|briglie|briglia|rischio alluvione",
    ),
    (
        Some(Slope),
        "versante|versanti|frana|frane|movimento franoso|dissesto idrogeologico|dissesto|consolidamento del versante|smottamento|parete rocciosa|pareti rocciose|scarpata|caduta massi|pendio|costone|movimenti franosi|dissesti idrogeologici|rischio idrogeologico",
    ),
    (
        Some(Promenade),
        "passeggiata sul mare|passeggiata a mare|lungomare",
    ),
    (
        Some(Coast),
        "litorale|arenile|spiaggia|costa|erosione costiera|difesa della costa|ripascimento|scogliera",
    ),
    (Some(Dump), "discarica|discariche|ex discarica"),
    (
        Some(WasteCentre),
        "centro di raccolta|centri di raccolta|isola ecologica|isole ecologiche|ecocentro|ecocentri|stazione ecologica|ecoisola|centro raccolta|centro comunale di raccolta|ccr|piattaforma ecologica|centro del riuso|centro di riuso|centro per il riuso|ricicleria",
    ),
    (
        Some(RecyclingPlant),
        "impianto di trattamento rifiuti|impianto di selezione|impianto di riciclo|impianto di recupero|trattamento rifiuti|trattamento dei rifiuti|impianto di trattamento|selezione automatica|impianto di riciclaggio|trattamento raee|riciclo|trattamento e recupero|recupero di materia|impianto integrato di trattamento rifiuti",
    ),
    (
        Some(CompostPlant),
        "compostaggio|impianto di compostaggio|compostiera|compostiere|compostiera di comunita|forsu|digestione anaerobica|digestore anaerobico|compost",
    ),
    (
        Some(WasteBins),
        "cassonetti|contenitori intelligenti|contenitori stradali|raccolta differenziata|cassonetti intelligenti|raccolta dei rifiuti|raccolta rifiuti|isole ecologiche informatizzate|ecopunti|cestini",
    ),
    (
        Some(ContaminatedSite),
        "siti orfani|sito orfano|sito contaminato|siti contaminati|area contaminata|bonifica ambientale|bonifica del sito",
    ),
    (
        Some(SolarPlant),
        "impianto fotovoltaico|fotovoltaico|fotovoltaici|pannelli solari|pannelli fotovoltaici|agrivoltaico|agrisolare|pannelli fotovoltaici|fotovoltaica|solare termico",
    ),
    (Some(SolarPlants), "impianti fotovoltaici|impianti solari"),
    (
        Some(HydroPlant),
        "centrale idroelettrica|impianto idroelettrico|mini idroelettrico|minihydro|idroelettrico|idroelettrica|mini hydro",
    ),
    (
        Some(BiogasPlant),
        "biogas|biometano|impianto di biometano|impianto di biogas|biodigestore",
    ),
    (
        Some(HydrogenPlant),
        "idrogeno|hydrogen valley|idrogeno verde|elettrolizzatore|stazione di rifornimento a idrogeno",
    ),
    (
        Some(DistrictHeating),
        "teleriscaldamento|rete di teleriscaldamento|centrale termica a biomassa|centrale a biomassa|caldaia a biomassa|caldaia a cippato",
    ),
    (
        Some(PowerGrid),
        "rete elettrica|reti elettriche|smart grid|cabina primaria|cabine primarie|rete di distribuzione elettrica|cabine|elettrodotto|reti di media tensione",
    ),
    (
        Some(Broadband),
        "banda ultra larga|banda ultralarga|banda larga|fibra ottica|infrastruttura 5g|rete 5g|connettivita|connettivit|5g",
    ),
    (
        Some(DataCentre),
        "data center|data centre|datacenter|centro elaborazione dati|ced",
    ),
    (
        Some(Housing),
        "unit abitative|civile abitazione|alloggi sociali|edilizia residenziale pubblica|erp|alloggi popolari|alloggi|alloggio|case popolari|edifici residenziali|edificio residenziale|edilizia residenziale|social housing|housing sociale|edilizia sociale|condominio|abitazioni|appartamenti|complesso residenziale|case comunali|caseggiato|caseggiati|fabbricati erp|fabbricato erp|edilizia popolare|e r p|unita abitative|residenze|complesso edilizio|stecca",
    ),
    (
        Some(TownFlats),
        "appartamenti comunali|appartamenti del comune|appartamenti di proprieta comunale",
    ),
    (
        Some(ElderHousing),
        "unita abitative per anziani|unit abitative per anziani|alloggi per anziani|alloggi per gli anziani|alloggi protetti per anziani|alloggi destinati ad anziani|appartamenti per anziani|mini alloggi per anziani|minialloggi per anziani|mini appartamenti per anziani|miniappartamenti per anziani|case per anziani|residenze per anziani|residenza per anziani",
    ),
    (
        Some(CoHousing),
        "cohousing|co housing|condominio solidale|coabitazione",
    ),
    (
        Some(Shelter),
        "housing first|stazione di posta|stazioni di posta|centro servizi per la poverta|dormitorio|centro di accoglienza|casa rifugio|insediamenti abusivi|centro antiviolenza|accoglienza temporanea|housing temporaneo|senza dimora|gruppo appartamento|gruppi appartamento|ghetto",
    ),
    (
        Some(AccessiblePath),
        "percorso accessibile|percorsi accessibili|percorso per disabili",
    ),
    (
        Some(MeetingPlace),
        "punto di aggregazione|punto aggregazione|luogo di aggregazione|spazio di aggregazione|spazi di aggregazione|luogo di ritrovo",
    ),
    (
        Some(CommunityCentre),
        "centro operativo per servizi essenziali|centro sociale|centro polifunzionale|centri polifunzionali|centro di aggregazione|centro aggregazione|casa del popolo|centro polivalente|community hub|centro servizi|centro comunitario|casa di quartiere|centro di comunita|casa delle associazioni|hub di quartiere|centro multifunzionale|social hub",
    ),
    (
        Some(FamilyCentre),
        "centro per la famiglia|centro polifunzionale per servizi alle famiglie|centro polifunzionale per servizio alle famiglie|centro polifunzionale per servizi alla famiglia|centro polifunzionale per i servizi alla famiglia|centro polifunzionale per i servizi alle famiglie|centro polifunzionale di servizi per le famiglie|centro polifunzionale di servizi alle famiglie|centro polifunzionale di servizi alla famiglia|centro polifunzionale di servizi per la famiglia|centro polivalente per giovani famiglie|centro polivalente per le famiglie|centro polivalente per la famiglia|centro famiglie|centro per le famiglie|centro polifunzionale per la famiglia|centro polifunzionale per le famiglie|centri per la famiglia|centri per le famiglie",
    ),
    (
        Some(ElderCentre),
        "centro anziani|centro per anziani|centro sociale anziani|centro diurno anziani|centro sociale per anziani",
    ),
    (
        Some(YouthCentre),
        "centro giovani|centro giovanile|ostello della gioventu|centro di aggregazione giovanile|spazio giovani|casa dei giovani|centro per i giovani",
    ),
    (Some(DayCentre), "centro diurno|centri diurni"),
    (
        Some(DisabilityCentre),
        "centro diurno disabili|centro diurno per disabili|centri diurni per disabili|centro diurno per persone con disabilita|centro disabili|centro per disabili",
    ),
    (
        Some(TownHall),
        "municipio|palazzo comunale|sede municipale|casa comunale|palazzo municipale|sede comunale|palazzo di citta|palazzo civico",
    ),
    (
        Some(Court),
        "tribunale|palazzo di giustizia|palazzo giustizia|aula bunker|aule bunker|cittadella giudiziaria|uffici giudiziari|corte d appello|procura della repubblica|edificio giudiziario|cittadella della giustizia|polo giudiziario|giudice di pace",
    ),
    (
        Some(Prison),
        "carcere|casa circondariale|casa di reclusione|istituto penitenziario|istituto penale|penitenziario|istituti penitenziari|case circondariali",
    ),
    (
        Some(Barracks),
        "caserma|caserme|ex caserma|caserma dei carabinieri|comando stazione carabinieri|caserma carabinieri|commissariato",
    ),
    (
        Some(FireStation),
        "vigili del fuoco|distaccamento dei vigili del fuoco",
    ),
    (
        Some(CivilProtectionCentre),
        "protezione civile|centro operativo comunale|coc",
    ),
    (
        Some(Office),
        "uffici comunali|uffici|sede uffici|ufficio postale|sede della provincia|palazzo della provincia|palazzo uffici|sede amministrativa|centro per l impiego|centri per l impiego|coworking|co working",
    ),
    (
        Some(PublicBuilding),
        "edificio pubblico|edificio comunale|immobile comunale|immobile pubblico|fabbricato comunale|stabile comunale|edificio di proprieta comunale|edificio di proprieta del comune|immobile di proprieta comunale|immobile di proprieta del comune|fabbricato di proprieta comunale|fabbricato di proprieta del comune|stabile di proprieta comunale|fabbricato ex circoscrizione|ex circoscrizione|casa del fascio",
    ),
    (
        Some(PublicBuildings),
        "edifici pubblici|edifici comunali|immobili comunali|immobili pubblici|fabbricati comunali|stabili comunali|patrimonio edilizio comunale|patrimonio edilizio pubblico|edifici di proprieta comunale|edifici di proprieta del comune|immobili di proprieta comunale|immobili di proprieta del comune|immobili e impianti comunali|edifici del comune|strutture di proprieta comunale|centrali termiche degli edifici",
    ),
    (
        Some(Market),
        "mercato coperto|mercato ortofrutticolo|mercato comunale|mercato rionale|mercato agroalimentare|mercato ittico|mercati|mercato|area mercatale|area mercato|piazza mercato|centro agroalimentare|foro boario|mercato all ingrosso|fiera campionaria|polo fieristico",
    ),
    (
        Some(Farm),
        "azienda agricola|agriturismo|fattoria didattica|fattoria sociale|fattoria|stalla|stalle|serra|serre|vigneto|oliveto|orti urbani|orti sociali|orti sociali urbani|pescheto|agricoltura sociale",
    ),
    (Some(Mill), "mulino|molino|ex mulino|frantoio|frantoi"),
    (
        Some(Factory),
        "ex fabbrica|stabilimento|opificio|manifattura|ex manifattura|area industriale|ex area industriale|area industriale dismessa|capannone|fornace|filanda|lanificio|cotonificio|cartiera|zona industriale|area produttiva|capannoni|setificio|ex fornace|tabacchificio",
    ),
    (
        Some(Hotel),
        "albergo|hotel|ostello|albergo diffuso|foresteria|colonia|camping|campeggio",
    ),
    (
        Some(MountainHut),
        "rifugio|rifugi|rifugi montani|rifugio alpino|rifugio montano|bivacco|bivacchi",
    ),
    (
        Some(Cemetery),
        "cimitero|cimiteri|cimitero comunale|camposanto|cimiteriale|cappelle cimiteriali|cappella cimiteriale|loculi",
    ),
    (
        Some(Slaughterhouse),
        "mattatoio|macello|macelli|ex mattatoio|ex macello",
    ),
    (
        Some(Fountain),
        "fontana|fontane|lavatoio|lavatoi|fontanile|abbeveratoio",
    ),
    (
        Some(PublicSpace),
        "area urbana|aree urbane|spazio pubblico|spazi pubblici|spazio urbano|spazi urbani",
    ),
    (Some(ToyLibrary), "ludoteca|ludoteche"),
    (Some(Well), "pozzo|pozzi"),
    (Some(Spring), "sorgente|sorgenti"),
    (
        Some(WaterKiosk),
        "fontanello|fontanelli|casa dell acqua|case dell acqua",
    ),
    (
        Some(Warehouse),
        "magazzino|magazzini|deposito|rimessa|autorimessa comunale|magazzino comunale",
    ),
    (
        None,
        "stazioni per monitoraggio|stazione per monitoraggio|stazione di monitoraggio|stazioni di monitoraggio|stazioni per il monitoraggio|stazione meteo|flotte bus e treni verdi|flotte bus e treni|flotte di bus e treni|bus e treni verdi|flotte bus treni|opificio delle pietre dure|scuola superiore sant anna|citta metropolitana|citt metropolitana|area metropolitana|aree metropolitane|citta metropolitane|sale teatrali e nei cinema|sale teatrali e cinematografiche|cinema e teatri|teatri e cinema|cinema e nei teatri|teatri e sale cinematografiche|teatri cinema e musei|musei cinema e teatri|teatri e nei cinema|parco tecnologico|parco macchine|parco mezzi|parco contatori|parco tecnologico e digitale|parco veicoli|parco autobus|azienda ospedaliera|azienda ospedaliero universitaria|azienda ospedaliera universitaria|aziende ospedaliere|mercato del lavoro|mercato elettronico|scuola secondaria|scuola 4 0|piano scuola|piano scuole|ministero dell istruzione|ufficio tecnico|ufficio scolastico|corso d opera|ponte radio|rio de|san rocco|rocca di papa|centro storico e|protezione sociale|porto empedocle|porto torres|porto recanati|porto mantovano|porto azzurro|porto san giorgio|porto sant elpidio|porto tolle|porto viro|porto cesareo|porto ercole|porto santo stefano|porto venere|ponte a elsa|ponte san pietro|ponte dell olio|ponte di legno|castel|fiume veneto|lago di|forte dei marmi|bosco marengo|mulino a vento|parco geominerario|nuovo distretto irriguo|direzione lavori|forno|via|san|tempo pieno|piano nazionale|stazione appaltante|stazioni appaltanti|stazione unica appaltante|stazione carabinieri|ex ospedale psichiatrico|casa italia|borgo a|borgo san lorenzo|borgo valsugana|torre del|torre annunziata|torre a mare|tutela del mare|sala operativa|sede legale|accordo quadro|centro di competenza|centro di responsabilita|centro operativo|beni strumentali|opera di presa|locali tecnici|laboratorio territoriale|deposito temporaneo|depositi|corte dei conti|forte rischio|di forte|monte|alto adige|emergenza|ferrovia dello stato|ferrovie dello stato|rete ferroviaria italiana|rete nazionale|cantiere|locale|edilizia|teatro di|pet therapy|scuola edile|rocca priora|rocca san casciano|ufficio di piano|rete dei servizi|polo di riferimento|residenza anagrafica|sede|stecca di|stazione bike|stazioni bike|stazione di bike",
    ),
];
