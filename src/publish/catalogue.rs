//! The catalogue of the open data, by the Italian profile DCAT-AP_IT, as RDF in Turtle: two data sets,
//! the register and the explanations, with who holds them, how often they are made anew, of which
//! place and time they are, and under which licence.

use crate::snapshot::Catalogue;
use jiff::civil::Date;
use std::fmt::Write;

/// Who holds the data, and where the folder will be on the web.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    name: String,
    /// Its code in the index of public administrations.
    ipa: String,
    /// Without a slash at its end.
    address: String,
}

impl Holder {
    /// Nothing where the code or the address cannot be one.
    pub fn new(name: &str, ipa: &str, address: &str) -> Option<Holder> {
        let of_code = |c: char| c.is_ascii_alphanumeric() || "_-".contains(c);
        let of_address = |c: char| c.is_ascii_graphic() && !"<>\"{}|^`\\".contains(c);
        let address = address.trim_end_matches('/');
        let host = address
            .strip_prefix("https://")
            .or_else(|| address.strip_prefix("http://"));
        let is_good = !name.trim().is_empty()
            && !ipa.is_empty()
            && ipa.chars().all(of_code)
            && host.is_some_and(|host| !host.is_empty() && host.chars().all(of_address));
        is_good.then(|| Holder {
            name: name.trim().to_owned(),
            ipa: ipa.to_owned(),
            address: address.to_owned(),
        })
    }
}

const PREFIXES: &str = "\
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcatapit: <http://dati.gov.it/onto/dcatapit#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix locn: <http://www.w3.org/ns/locn#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
";
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority";
const LICENCE: &str = "https://w3id.org/italia/controlled-vocabulary/licences/A21_CCBY40";

/// A file of a data set: its name, its format in the European list of types.
type File = (String, &'static str);

/// The whole catalogue.
pub fn turtle(of: &Catalogue, holder: &Holder, tables: &[&str], today: Date) -> String {
    let region = &of.region_name;
    let mut register: Vec<File> = vec![("registro/datapackage.json".to_owned(), "JSON")];
    register.extend(
        tables
            .iter()
            .map(|table| (format!("registro/{table}.csv"), "CSV")),
    );
    let sets = [
        (
            "registro",
            format!("Progetti del PNRR e del PNC in {region}: registro"),
            "Codici, importi, pagamenti, luoghi, date, gare e obiettivi dei progetti, uniti dalle tabelle aperte di \
             Italia Domani, del PNC e di PA digitale 2026. datapackage.json descrive ogni tabella e ogni colonna.",
            register,
        ),
        (
            "schede",
            format!("Progetti del PNRR e del PNC in {region}: spiegazioni"),
            "Una riga per progetto: le risposte alle domande dei cittadini in parole semplici, ognuna con la tabella, la \
             colonna e il giorno da cui viene.",
            vec![("schede.jsonl".to_owned(), "JSON")],
        ),
    ];
    let Holder { name, ipa, address } = holder;
    let (home, agent) = (
        format!("{address}/catalogo.ttl"),
        format!("{address}/catalogo.ttl#titolare"),
    );
    let mut out = PREFIXES.to_owned();
    let ids: Vec<String> = sets.iter().map(|(id, ..)| format!("<{home}#{id}>")).collect();
    _ = write!(
        out,
        "
<{home}#catalogo> a dcatapit:Catalog, dcat:Catalog ;
    dct:title {} ;
    dct:description {} ;
    dct:publisher <{agent}> ;
    dct:language <{AUTHORITY}/language/ITA> ;
    dct:modified \"{today}\"^^xsd:date ;
    foaf:homepage <{address}/> ;
    dcat:dataset {} .

<{address}/> a foaf:Document .

<{agent}> a dcatapit:Agent, foaf:Agent ;
    dct:identifier {} ;
    foaf:name {} .

<{LICENCE}> a dcatapit:LicenseDocument, dct:LicenseDocument ;
    foaf:name \"Creative Commons Attribuzione 4.0 Internazionale (CC BY 4.0)\"@it ;
    owl:versionInfo \"4.0\" ;
    dct:type <http://purl.org/adms/licencetype/Attribution> .
",
        literal(&format!("Progetti del PNRR in {region}, dati aperti")),
        literal("I dati aperti che Sportello ricava dalle tabelle del PNRR e del PNC."),
        ids.join(", "),
        plain(ipa),
        literal(name),
    );
    for (id, title, about, files) in sets {
        data_set(
            &mut out,
            of,
            (id, &title, about),
            &files,
            (holder, &home, &agent),
            today,
        );
    }
    out
}

fn data_set(
    out: &mut String,
    of: &Catalogue,
    (id, title, about): (&str, &str, &str),
    files: &[File],
    (holder, home, agent): (&Holder, &str, &str),
    today: Date,
) {
    let code = crate::renew::code_of(of.region);
    let file = |name: &str| format!("<{home}#{}>", name.replace(['/', '.'], "-"));
    let parts: Vec<String> = files.iter().map(|(name, _)| file(name)).collect();
    let (oldest, newest) = of.dates();
    _ = write!(
        out,
        "
<{home}#{id}> a dcatapit:Dataset, dcat:Dataset ;
    dct:identifier {} ;
    dct:title {} ;
    dct:description {} ;
    dct:issued \"{today}\"^^xsd:date ;
    dct:modified \"{today}\"^^xsd:date ;
    dcat:theme <{AUTHORITY}/data-theme/GOVE> ;
    dcat:keyword \"PNRR\"@it, \"PNC\"@it, \"progetti\"@it, \"NextGenerationEU\"@it ;
    dct:accrualPeriodicity <{AUTHORITY}/frequency/QUARTERLY> ;
    dct:language <{AUTHORITY}/language/ITA> ;
    dct:rightsHolder <{agent}> ;
    dct:publisher <{agent}> ;
    dct:spatial <{home}#luogo> ;
",
        plain(&format!("{}:sportello-{code}-{id}", holder.ipa)),
        literal(title),
        literal(about),
    );
    if let (Some(oldest), Some(newest)) = (oldest, newest) {
        _ = writeln!(
            out,
            "    dct:temporal [ a dct:PeriodOfTime ; \
             dcatapit:startDate \"{oldest}\"^^xsd:date ; dcat:startDate \"{oldest}\"^^xsd:date ; \
             dcatapit:endDate \"{newest}\"^^xsd:date ; dcat:endDate \"{newest}\"^^xsd:date ] ;"
        );
    }
    _ = writeln!(out, "    dcat:distribution {} .", parts.join(", "));
    if id == "registro" {
        let place = literal(&of.region_name);
        _ = writeln!(
            out,
            "\n<{home}#luogo> a dct:Location ;\n    locn:geographicName {place} ."
        );
    }
    for (name, format) in files {
        let address = format!("{}/{name}", holder.address);
        _ = write!(
            out,
            "
{} a dcatapit:Distribution, dcat:Distribution ;
    dct:title {} ;
    dct:format <{AUTHORITY}/file-type/{format}> ;
    dcat:accessURL <{address}> ;
    dcat:downloadURL <{address}> ;
    dct:license <{LICENCE}> ;
    dct:modified \"{today}\"^^xsd:date .
",
            file(name),
            literal(name),
        );
    }
}

/// A text in Italian.
fn literal(text: &str) -> String {
    format!("{}@it", plain(text))
}

fn plain(text: &str) -> String {
    let mut out = String::from("\"");
    for c in crate::text::clean::line(text).chars() {
        if c == '"' || c == '\\' {
            out.push('\\');
        }
        out.push(c);
    }
    out + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_code_and_no_address_holds_nothing() {
        let good = Holder::new("Regione Prova", "r_prova", "https://dati.example.it/pnrr/");
        assert_eq!(
            good.map(|holder| holder.address),
            Some("https://dati.example.it/pnrr".to_owned())
        );
        for (name, ipa, address) in [
            ("", "r_prova", "https://dati.example.it"),
            ("Regione", "", "https://dati.example.it"),
            ("Regione", "r prova", "https://dati.example.it"),
            ("Regione", "r_prova", "ftp://dati.example.it"),
            ("Regione", "r_prova", "https://"),
            ("Regione", "r_prova", "https://dati.example.it/> a <x"),
        ] {
            assert_eq!(Holder::new(name, ipa, address), None, "{name} {ipa} {address}");
        }
    }

    #[test]
    fn a_text_ends_where_it_ends() {
        assert_eq!(literal("L'\"Alfa\" \\ beta"), "\"L'\\\"Alfa\\\" \\\\ beta\"@it");
        assert!(!plain("a\nb").contains('\n'));
    }
}
