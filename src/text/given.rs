//! Common given names in Italy: beside a surname they tell a person from a body.

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

static NAMES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| LIST.split_ascii_whitespace().collect());

const LIST: &str = "
    abdel achille ada adalberto adele adelina adriana adriano agata agnese agostino alba alberta alberto aldo alessandra alessandro alessia
    alessio alexander alexandra alfiero alfonso alfredo alice alina allegra alma alvaro amalia amanda ambra ambrogio amedeo amelia amerigo
    amos andrea angela angelica angelina angelo aniello anita anna annalisa annamaria annarita antonella antonello antonia antonietta
    antonino antonio arianna armando arnaldo arrigo arturo assunta athos attilio augusto aurelio aurora azzurra barbara bartolomeo beatrice
    benedetta benedetto beniamino benito bernardino bernardo berta biagio bianca brigida bruna brunella bruno camilla camillo carla carlo
    carlotta carmela carmelo carmen carmine carolina caterina cecilia celeste cesare chiara cinzia ciro clara claudia claudio clelia
    clemente concetta consuelo corinna corrado cosimo costantino costanza cristian cristiana cristiano cristina damiano daniel daniela
    daniele danilo dario davide debora deborah delia demetrio denis denise desiree diana diego dina dino domenica domenico donatella donato
    dora doriana edda edgardo edoardo egidio elda elena eleonora elia eliana elio elisa elisabetta eloisa elsa elvira emanuela emanuele
    emilia emiliano emilio emma enea enrica enrico enza enzo ercole erica erika ermanno ernesto ester ettore eugenia eugenio eva evelina
    ezio fabiana fabiano fabio fabiola fabrizia fabrizio fausta fausto federica federico felice ferdinando fernanda fernando filippa filippo
    filomena fiorella fiorenza fiorenzo flavia flavio flora franca francesca francesco franco fulvia fulvio gabriele gabriella gaetana
    gaetano gaia gaspare gemma gennaro gerardo germana germano giacinto giacomo giada giambattista giampaolo giampiero giancarlo gianfranco
    gianluca gianluigi gianmarco gianna gianni gianpaolo gianpiero gilberto gilda gina gino gioacchino gioia giordano giorgia giorgio
    giovanna giovanni girolamo giuditta giulia giuliana giuliano giulio giuseppa giuseppe giuseppina giusi giustino gloria grazia graziana
    graziano graziella gregorio guenther guerrino guglielmo guido gustavo ida ignazio igor ilaria ileana ilenia ines innocenzo irene iris
    irma isabella isidoro italo ivan ivana ivano ivo jacopo jessica katia katiuscia lamberto lara laura lauro lavinia lea leandro leda
    leonardo leone leonello leonetto leopoldo letizia lia licia lidia liliana lina lino lisa livia livio loredana lorella lorena lorenza
    lorenzo loretta loriana loris luana luca lucia luciana luciano lucio lucrezia ludovica ludovico luigi luigia luigina luisa luisella
    maddalena mafalda manfredi manfredo manlio manola manuel manuela manuele mara marcella marcello marco margherita maria marianna mariano
    marika marina marino mario marisa marta martina martino marzia massimiliano massimo matilde matteo mattia maura maurizia maurizio mauro
    melania melissa mia michael michela michelangelo michele michelina milena mimmo miranda mirco mirella miriam mirko mirta modesto moira
    monia monica morena moreno mose nadia natale natalia natalino nazareno nella nello nerina nicla nico nicola nicoletta nicolo nina nino
    noemi nora norma nunzia nunzio odetta olga olimpia olivia omar orazio oreste orietta orlando ornella oscar osvaldo ottavia ottavio
    pamela paola paolina paolo pasquale pasqualina patrizia patrizio petra piera piergiorgio pierluigi piero pierpaolo pietro pina pino pio
    primo quinto rachele raffaele raffaella raimondo ramona raul rebecca regina remo renata renato renzo riccardo rinaldo rino rita roberta
    roberto rocco rodolfo rolando romano romeo romina romolo rosa rosalba rosalia rosanna rosario rosella rosetta rosina rossana rossano
    rossella ruben ruggero sabatino sabina sabrina salvatore samanta samantha samuel samuele sandra sandro santina santo sara saverio
    sebastiano serafino serena sergio settimio severino sibilla silvana silvano silvestro silvia silvio simona simone sofia sonia stefania
    stefano stella susanna tamara tania tatiana teodoro teresa tina tito tiziana tiziano tobia tommaso tonino tosca tullio ubaldo ugo ulisse
    umberto urbano valentina valentino valeria valerio valter vanda vanessa vasco vera veronica vincenza vincenzo virgilio virginia vito
    vittoria vittorio viviana walter wanda william ylenia zeno zita";

/// Whether a folded word is one.
pub fn is_given_name(word: &str) -> bool {
    NAMES.contains(word)
}
