-- The snapshot of one region: the only schema, used by the importer, by the register's reader
-- (build.rs) and by the program. Every table is also a CSV table of the register, in the order
-- of its primary key. Amounts are integer euro cents; dates are ISO 8601; `source` is the number
-- of the table and date that a fact comes from. Columns marked "not in a register" hold official
-- text: they are filled for files that a person imports and left empty in the register.

PRAGMA application_id = 0x53504f52; -- "SPOR"
PRAGMA user_version = 1;            -- format of the snapshot
PRAGMA page_size = 4096;

-- region, region_name, checksum, program
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  "table" TEXT NOT NULL,            -- code of the official table
  name TEXT NOT NULL,               -- its official name
  publisher TEXT NOT NULL,
  date TEXT,                        -- date of observation; empty when the table declares none
  rows INTEGER NOT NULL,            -- rows that speak of the projects at hand
  licence TEXT NOT NULL,
  url TEXT NOT NULL,
  columns TEXT NOT NULL             -- official names of its columns, separated by '; '
) STRICT;

-- Places

CREATE TABLE region (code TEXT PRIMARY KEY, name TEXT NOT NULL, in_it TEXT NOT NULL, of_it TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE province (code TEXT PRIMARY KEY, sigla TEXT NOT NULL, name TEXT NOT NULL, region TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE comune (code TEXT PRIMARY KEY, name TEXT NOT NULL, province TEXT NOT NULL, population INTEGER, source INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- Measures

CREATE TABLE measure (
  code TEXT PRIMARY KEY,            -- sub-measure: M4C1I1.01.00, or E.2.0.0 of the PNC
  name TEXT NOT NULL,
  measure TEXT, measure_name TEXT, mission_name TEXT, component_name TEXT,
  loan_or_grant TEXT, administration TEXT, total INTEGER, source INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE spending (measure TEXT PRIMARY KEY, spent INTEGER NOT NULL, source INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE milestone (
  measure TEXT NOT NULL, code TEXT NOT NULL, seq INTEGER NOT NULL,
  is_target INTEGER NOT NULL, european INTEGER NOT NULL,
  year INTEGER, quarter INTEGER, goal REAL, unit TEXT, source INTEGER NOT NULL,
  PRIMARY KEY (measure, code, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE call (
  id TEXT PRIMARY KEY, measure TEXT, kind TEXT, code TEXT,
  title TEXT,                       -- not in a register
  issuer TEXT, audience TEXT, opened TEXT, closed TEXT, status TEXT, amount INTEGER, source INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- Names of the codes of the CUP classification and of the indicators.
CREATE TABLE class (kind TEXT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (kind, code)) STRICT, WITHOUT ROWID;

-- Projects

CREATE TABLE project (id TEXT PRIMARY KEY, submeasure TEXT NOT NULL, cup TEXT NOT NULL, local_code TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE alias (project TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (project, value)) STRICT, WITHOUT ROWID;
CREATE TABLE seen (project TEXT NOT NULL, source INTEGER NOT NULL, PRIMARY KEY (project, source)) STRICT, WITHOUT ROWID;
CREATE TABLE label (project TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, source INTEGER NOT NULL, PRIMARY KEY (project, kind)) STRICT, WITHOUT ROWID;
CREATE TABLE amount (project TEXT NOT NULL, kind TEXT NOT NULL, fund TEXT NOT NULL, cents INTEGER NOT NULL, source INTEGER NOT NULL, PRIMARY KEY (project, kind, fund)) STRICT, WITHOUT ROWID;
CREATE TABLE date (project TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, source INTEGER NOT NULL, PRIMARY KEY (project, kind)) STRICT, WITHOUT ROWID;
CREATE TABLE phase (
  project TEXT NOT NULL, code TEXT NOT NULL, name TEXT,
  start_planned TEXT, start_actual TEXT, end_planned TEXT, end_actual TEXT, source INTEGER NOT NULL,
  PRIMARY KEY (project, code)
) STRICT, WITHOUT ROWID;
CREATE TABLE place (
  project TEXT NOT NULL, seq INTEGER NOT NULL,
  region TEXT, province TEXT, comune TEXT, -- empty: the whole of it
  address TEXT, cap TEXT,
  share INTEGER,                    -- hundredths of a per cent
  source INTEGER NOT NULL,
  PRIMARY KEY (project, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE body (id TEXT PRIMARY KEY, name TEXT NOT NULL, tax_code TEXT, form TEXT) STRICT, WITHOUT ROWID;
CREATE TABLE role (project TEXT NOT NULL, role TEXT NOT NULL, body TEXT NOT NULL, source INTEGER NOT NULL, PRIMARY KEY (project, role, body)) STRICT, WITHOUT ROWID;
CREATE TABLE tender (
  project TEXT NOT NULL, seq INTEGER NOT NULL,
  cig TEXT NOT NULL, pda TEXT NOT NULL, framework_cig TEXT, object_kind TEXT,
  object TEXT,                      -- not in a register
  mode TEXT, procedure TEXT, published TEXT, absence_code TEXT, absence TEXT,
  base INTEGER, award INTEGER, awarded TEXT, source INTEGER NOT NULL,
  PRIMARY KEY (project, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE winner (
  project TEXT NOT NULL, tender INTEGER NOT NULL, seq INTEGER NOT NULL,
  body TEXT,                        -- empty: a natural person, who is not named
  subcontractor INTEGER NOT NULL, role TEXT, source INTEGER NOT NULL,
  PRIMARY KEY (project, tender, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE target (
  project TEXT NOT NULL, indicator TEXT NOT NULL, seq INTEGER NOT NULL,
  unit TEXT, planned REAL, achieved REAL, year INTEGER, month INTEGER, source INTEGER NOT NULL,
  PRIMARY KEY (project, indicator, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE candidature (
  project TEXT NOT NULL, seq INTEGER NOT NULL, ipa TEXT NOT NULL, call TEXT,
  amount INTEGER, sent TEXT, funded TEXT, status TEXT, status_date TEXT, source INTEGER NOT NULL,
  PRIMARY KEY (project, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE disagreement (
  project TEXT NOT NULL, field TEXT NOT NULL, seq INTEGER NOT NULL,
  kept TEXT NOT NULL, kept_source INTEGER NOT NULL, other TEXT NOT NULL, other_source INTEGER NOT NULL,
  PRIMARY KEY (project, field, seq)
) STRICT, WITHOUT ROWID;
-- title, summary; not in a register
CREATE TABLE official_text (project TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, source INTEGER NOT NULL, PRIMARY KEY (project, kind)) STRICT, WITHOUT ROWID;

-- What the import found wrong, counted, for the page on the data.
CREATE TABLE quality (source INTEGER NOT NULL, problem TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (source, problem)) STRICT, WITHOUT ROWID;

CREATE INDEX project_cup ON project (cup);
CREATE INDEX tender_cig ON tender (cig);
CREATE INDEX project_submeasure ON project (submeasure);
