//! A file that was recognised: which table it holds, of which release, and how it is written.

use super::columns::{Fit, Flag, Layout, squash};
use super::day;
use super::dialect::{Sample, decode};
use super::error::ImportError;
use super::fields::Fields;
use super::files::Found;
use super::number::Decimal;
use super::received::Received;
use super::report::NotATable;
use super::shape::Shape;
use super::sources::{Origin, Release};
use crate::model::Table;
use crate::text::clean;
use jiff::civil::Date;
use std::path::PathBuf;

pub(crate) struct Input {
    pub path: PathBuf,
    pub layout: &'static Layout,
    pub release: Release,
    pub fit: Fit,
    /// Official names of the columns, in the order of the file.
    pub columns: Vec<String>,
    pub separator: u8,
    pub shape: Shape,
    /// The header as it stands, and as it is compared.
    pub header: Vec<u8>,
    pub headers: Vec<String>,
    /// Where the rows begin: so many bytes into the file, on this line.
    pub rows_at: u64,
    pub line: u64,
    /// As the first rows tell it.
    pub decimal: Option<Decimal>,
    pub size: u64,
    /// A date that the user states, or the file came with, for tables that declare none.
    pub stated: Option<Date>,
    /// Where it was fetched from.
    pub address: Option<String>,
    /// Place of the column with the date of observation.
    pub date_at: Option<usize>,
}

/// Tables that are recognised and not read.
const UNUSED: &[Table] = &[Table::Recommendations, Table::Tags, Table::MilestoneMap];

/// Official name of the column in which rows declare when they were observed.
pub(crate) const DATE: &str = "Data di Estrazione";

impl Input {
    /// Recognises a file by its headers, or tells why it is no table. `observed` has paths as
    /// [`Found::real`] has them; `received` is what is known of a file that was fetched.
    pub fn open(
        found: &Found,
        observed: &[(PathBuf, Date)],
        received: Option<Received>,
        layouts: &[&'static Layout],
    ) -> Result<Result<Input, NotATable>, ImportError> {
        Ok(Sample::read(&found.path)?
            .and_then(|sample| Input::of(found, sample, observed, received, layouts)))
    }

    fn of(
        found: &Found,
        sample: Sample,
        observed: &[(PathBuf, Date)],
        received: Option<Received>,
        layouts: &[&'static Layout],
    ) -> Result<Input, NotATable> {
        let (layout, fit) = recognise(&sample.headers, layouts)?;
        let headers: Vec<String> = sample.headers.iter().map(|h| squash(h)).collect();
        let stated = observed.iter().filter(|(path, _)| found.real.starts_with(path));
        let stated = stated
            .max_by_key(|(path, _)| path.components().count())
            .map(|(_, d)| *d)
            .or(received.as_ref().map(|received| received.day))
            .or_else(|| day::in_name(&found.path));
        let place = |names: &[&str]| names.iter().find_map(|name| place(layout, &fit, name));
        let needed = layout
            .columns
            .iter()
            .zip(&fit.at)
            .filter(|(c, _)| c.has(Flag::Needed));
        let shape = Shape {
            width: headers.len(),
            widest: sample.widest(),
            least: needed.filter_map(|(_, at)| *at).max().unwrap_or_default() + 1,
            submeasure: place(&["Codice Univoco Submisura", "Codice Intervento"]),
            cup: place(&["CUP", "codice_cup"]),
        };
        Ok(Input {
            path: found.path.clone(),
            layout,
            release: release(layout.table, &headers),
            columns: layout.official(&fit, &sample.headers),
            separator: sample.separator,
            shape,
            rows_at: sample.rows_at,
            line: sample.line,
            decimal: sample.decimal(layout, &fit),
            size: sample.size,
            stated,
            address: received.map(|received| received.address),
            date_at: place(&[DATE]),
            fit,
            header: sample.header.trim_ascii().to_vec(),
            headers,
        })
    }

    /// Where a column stands, by its official name.
    pub fn place(&self, name: &str) -> Option<usize> {
        place(self.layout, &self.fit, name)
    }

    pub fn table(&self) -> Table {
        self.layout.table
    }

    pub fn is_used(&self) -> bool {
        !UNUSED.contains(&self.table())
    }

    /// The record is the file's header once more (`Some(true)`), or the header of another table
    /// or release (`Some(false)`).
    pub fn is_header(&self, fields: &Fields, record: &[u8]) -> Option<bool> {
        let of = |i: usize| squash(&decode(fields.get(record, i)));
        let is_name = |i: usize| self.headers.contains(&of(i));
        if !self.shape.submeasure.or(self.shape.cup).is_some_and(is_name) {
            return None;
        }
        let cells: Vec<String> = (0..fields.len().min(2 * self.headers.len())).map(of).collect();
        if cells.starts_with(&self.headers) {
            return Some(true);
        }
        let known = self.headers.iter().filter(|h| cells.contains(h)).count();
        (known * 2 > self.headers.len()).then_some(false)
    }

    pub fn origin(&self, date: Option<Date>) -> Origin {
        Origin {
            date: date.or(self.stated),
            release: self.release,
            table: self.table(),
        }
    }

    /// The file as it was named.
    pub fn shown(&self) -> String {
        clean::line(&self.path.to_string_lossy())
    }

    /// The file's name without its folder.
    pub fn name(&self) -> String {
        let name = self.path.file_name().unwrap_or(self.path.as_os_str());
        clean::line(&name.to_string_lossy())
    }
}

fn place(layout: &Layout, fit: &Fit, name: &str) -> Option<usize> {
    let column = layout.columns.iter().position(|c| c.name == name)?;
    fit.at.get(column).copied().flatten()
}

/// The layout whose needed columns are all there and that knows most of the others, laid over the
/// headers of a file.
pub(crate) fn recognise(
    headers: &[String],
    layouts: &[&'static Layout],
) -> Result<(&'static Layout, Fit), NotATable> {
    let squashed: Vec<String> = headers.iter().map(|h| squash(h)).collect();
    nearest(&squashed, layouts).map_err(|(nearest, missing)| NotATable::Unknown {
        found: headers.iter().map(|h| clean::line(h)).collect(),
        nearest: nearest.official_name(),
        missing,
    })
}

/// The same of squashed headers; else the nearest layout and what it lacks.
fn nearest(
    headers: &[String],
    layouts: &[&'static Layout],
) -> Result<(&'static Layout, Fit), (Table, Vec<&'static str>)> {
    let fits: Vec<(&'static Layout, Fit)> = layouts.iter().map(|l| (*l, l.fit(headers))).collect();
    let whole = fits.iter().filter(|(_, fit)| fit.missing.is_empty());
    if let Some((layout, fit)) = whole.max_by_key(|(layout, fit)| (fit.known, layout.columns.len())) {
        return Ok((layout, fit.clone()));
    }
    let nearest = fits.iter().max_by_key(|(layout, fit)| {
        let share = |part: usize, whole: usize| part * 1000 / whole.max(1);
        let needed = layout.columns.iter().filter(|c| c.has(Flag::Needed)).count();
        (
            share(needed - fit.missing.len(), needed),
            share(fit.known, layout.columns.len()),
        )
    });
    Err(nearest.map_or((Table::Projects, Vec::new()), |(l, fit)| {
        (l.table, fit.missing.clone())
    }))
}

/// The release, by the columns that only it has or lacks.
fn release(table: Table, headers: &[String]) -> Release {
    let has = |name: &str| headers.iter().any(|h| h == name);
    let local = has("codicelocaleprogetto");
    match table {
        Table::Projects if has("finanztotale") => Release::First,
        Table::Notices => Release::First,
        Table::Places | Table::Tenders if !local => Release::First,
        Table::Measures if has("importofsc") => Release::First,
        Table::Milestones if has("oameccanismodiverifica") => Release::First,
        _ if has("datadiaggiornamento") || has("dataaggiornamento") => Release::Validati,
        Table::Places if !has("percentualedilocalizzazione") => Release::Universo,
        Table::Tenders if has("denominazioneaggiudicatario") => Release::Universo,
        _ => Release::Current,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::layouts::LAYOUTS;

    fn table(headers: &str) -> Table {
        let squashed: Vec<String> = headers.split(';').map(squash).collect();
        match nearest(&squashed, LAYOUTS) {
            Ok((layout, _)) => layout.table,
            Err((nearest, missing)) => panic!("nearest {nearest:?}, missing {missing:?}"),
        }
    }

    #[test]
    fn todays_tables_are_recognised() {
        for (headers, want) in [
            (
                "Codice Univoco Submisura;CUP;Codice Locale Progetto;Regione;Provincia;Comune;CAP;Data di Estrazione",
                Table::Places,
            ),
            (
                "Codice Univoco Submisura;CUP;Codice Locale Progetto;CIG;Codice Interno PDA;Importo Complessivo Gara;Importo Aggiudicazione",
                Table::Tenders,
            ),
            (
                "Codice Univoco Submisura;CUP;Codice Locale Progetto;CIG;Codice interno PDA;Codice Fiscale/P.IVA;Denominazione Aggiudicatario",
                Table::Winners,
            ),
            (
                "Codice Univoco Submisura;CUP;Codice Locale Progetto;Finanziamento Totale;Pagamento Totale;Pagamento PNRR",
                Table::Payments,
            ),
            (
                "Codice Univoco Submisura;CUP;Codice Locale Progetto;Codice Indicatore;Valore Programmato;Mese;Anno",
                Table::Targets,
            ),
            (
                "Codice Univoco Submisura;CUP;Codice Locale Progetto;Codice Fase;Descrizione Fase;Data Inizio Prevista;Data Fine Prevista",
                Table::Phases,
            ),
            (
                "CUP;Codice Locale Progetto;Ruolo soggetto;Codice fiscale soggetto;Denominazione",
                Table::Subjects,
            ),
        ] {
            assert_eq!(table(headers), want);
        }
    }

    #[test]
    fn what_is_missing_is_named() {
        let headers: Vec<String> = ["CUP", "Regione", "Provincia"].map(squash).to_vec();
        let Err((nearest, missing)) = nearest(&headers, LAYOUTS) else {
            panic!("it is no table");
        };
        assert!(
            nearest == Table::Places && missing.contains(&"Comune"),
            "{nearest:?} {missing:?}"
        );
    }
}
