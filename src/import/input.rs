//! A file that was recognised: which table it holds, of which release, and how it is written.

use super::columns::{Fit, Flag, Layout, squash};
use super::dialect::Sample;
use super::error::ImportError;
use super::files::Found;
use super::number::Decimal;
use super::scan::Wanted;
use super::sources::{Origin, Release};
use super::{LAYOUTS, UNUSED};
use crate::model::{RegionCode, Table};
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
    pub skip: u64,
    /// As the first rows tell it.
    pub decimal: Option<Decimal>,
    pub size: u64,
    /// A date that the user states for tables that declare none.
    pub stated: Option<Date>,
    /// Place of the column with the date of observation.
    pub date_at: Option<usize>,
}

/// Official name of the column in which rows declare when they were observed.
pub(crate) const DATE: &str = "Data di Estrazione";

impl Input {
    /// Recognises a file by its headers. `observed` has paths as [`Found::real`] has them.
    pub fn open(found: &Found, observed: &[(PathBuf, Date)]) -> Result<Input, ImportError> {
        let sample = Sample::read(&found.path)?;
        let squashed: Vec<String> = sample.headers.iter().map(|h| squash(h)).collect();
        let (layout, fit) = recognise(&squashed).map_err(|(nearest, missing)| ImportError::Unknown {
            path: found.path.clone(),
            found: sample.headers.clone(),
            nearest,
            missing,
        })?;
        let stated = observed.iter().filter(|(path, _)| found.real.starts_with(path));
        let stated = stated
            .max_by_key(|(path, _)| path.components().count())
            .map(|(_, d)| *d);
        let date = layout.columns.iter().position(|c| c.name == DATE);
        Ok(Input {
            path: found.path.clone(),
            layout,
            release: release(layout.table, &squashed),
            columns: layout.official(&fit, &sample.headers),
            separator: sample.separator,
            skip: sample.skip,
            decimal: sample.decimal(layout, &fit),
            size: sample.size,
            stated,
            date_at: date.and_then(|i| fit.at.get(i).copied().flatten()),
            fit,
        })
    }

    pub fn table(&self) -> Table {
        self.layout.table
    }

    pub fn is_used(&self) -> bool {
        !UNUSED.contains(&self.table())
    }

    /// The place of a column, by its official name.
    fn place(&self, name: &str) -> Option<usize> {
        let column = self.layout.columns.iter().position(|c| c.name == name);
        column.and_then(|c| self.fit.at.get(c).copied().flatten())
    }

    /// The rows of a table of places that lie in the region.
    pub fn in_region(&self, region: Option<RegionCode>) -> Wanted {
        let column = ["Regione", "Codice Regione", "cod_regione"];
        let column = match self.table() {
            Table::PncPlaces => self.place(column[1]),
            _ => column.iter().find_map(|name| self.place(name)),
        };
        column.map_or(Wanted::All, |at| Wanted::Region(at, region))
    }

    /// The rows that speak of the region's keys, as far as their table has the key.
    pub fn wanted(&self, region: Option<RegionCode>) -> Wanted {
        if region.is_none() {
            return Wanted::All;
        }
        let submeasure = ["Codice Univoco Submisura", "Codice Intervento"];
        let submeasure = submeasure.iter().find_map(|name| self.place(name));
        match (self.table(), submeasure, self.place("CUP")) {
            (Table::Candidatures, _, _) => self.in_region(region),
            (_, Some(submeasure), Some(cup)) => Wanted::Pair(submeasure, cup),
            (_, None, Some(cup)) => Wanted::Cup(cup),
            _ => Wanted::All,
        }
    }

    pub fn origin(&self, date: Option<Date>) -> Origin {
        Origin {
            date: date.or(self.stated),
            release: self.release,
            table: self.table(),
        }
    }

    /// The file's name without its folder.
    pub fn name(&self) -> String {
        let name = self.path.file_name().unwrap_or(self.path.as_os_str());
        crate::text::clean::line(&name.to_string_lossy())
    }
}

/// The layout whose needed columns are all there and that knows most of the others; else the
/// nearest one and what it lacks.
fn recognise(headers: &[String]) -> Result<(&'static Layout, Fit), (Table, Vec<&'static str>)> {
    let fits: Vec<(&'static Layout, Fit)> = LAYOUTS.iter().map(|l| (*l, l.fit(headers))).collect();
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

    fn table(headers: &str) -> Table {
        let squashed: Vec<String> = headers.split(';').map(squash).collect();
        match recognise(&squashed) {
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
        let Err((nearest, missing)) = recognise(&headers) else {
            panic!("it is no table");
        };
        assert!(
            nearest == Table::Places && missing.contains(&"Comune"),
            "{nearest:?} {missing:?}"
        );
    }
}
