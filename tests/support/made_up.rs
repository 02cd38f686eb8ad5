//! Made-up tables in the official layout.

use std::fmt::Write;
use std::fs;
use std::path::Path;

/// `rows` projects in a comune: codes and names of region, province and comune as the tables write
/// them, and the day of the tables.
pub fn tables_of(folder: &Path, rows: usize, place: &str, day: &str) {
    let mut places = String::from(
        "Codice Univoco Submisura;Descrizione Submisura;CUP;Codice Locale Progetto;Regione;Descrizione Regione;\
         Provincia;Descrizione Provincia;Comune;Descrizione Comune;Indirizzo;CAP;Data di Estrazione\r\n",
    );
    let mut payments = String::from(
        "Codice Univoco Submisura;Descrizione Submisura;CUP;Codice Locale Progetto;Finanziamento Totale;\
         Finanziamento PNRR;Pagamento Totale;Pagamento PNRR;Data di Estrazione\r\n",
    );
    for i in 0..rows {
        let key = format!("M4C1I1.01.00;Nidi;J57H22{i:05}0006;NIDO-{i}");
        write!(places, "{key};{place};;59100;{day}\r\n").unwrap();
        write!(payments, "{key};1000,00;900,00;100,00;90,00;{day}\r\n").unwrap();
    }
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join("a.csv"), places).unwrap();
    fs::write(folder.join("b.csv"), payments).unwrap();
}

/// The same in Prato.
pub fn tables(folder: &Path, rows: usize) {
    tables_of(folder, rows, PRATO, "30/06/2026");
}

pub const PRATO: &str = "09;TOSCANA;100;PRATO;005;PRATO";
