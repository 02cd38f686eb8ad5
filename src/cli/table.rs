//! The commands. One entry here, and a file for what it does, is a whole command: the parser, the
//! help, the completions and the pages for `man` follow from it.

use super::entry::Takes::{Each, Needed, Nothing, Words};
use super::entry::{Argument, Entry, Kind, any, argument, form, name, one, some, value};
use super::filters::{COMUNE, FILTERS, MEASURE};
use super::form::Form;
use super::{
    account, check, compare, complete, data, desk, download, export, find, gathered, help, import, manual,
    page, print, quality, register, removal, renew, schema, sheet, simple, words,
};
use crate::lang::w;
use crate::sheet::Subject;

/// Codes or searches, one a line, from a file or from standard input.
const LIST: Argument = value("da", "from", Kind::FILE, w::CLI_ARG_LIST);
const OUTPUT_FOLDER: Argument = argument("uscita", "output", Needed(Kind::FOLDER), w::CLI_ARG_FOLDER);

const CODES: Argument = any("codici", "codes", Kind::CODES, w::CLI_ARG_SHEET_CODES);

/// What a page can become.
const PAGE: Argument = form(&[Form::Text, Form::Markdown, Form::Html, Form::Json]);

/// A page, or what programs and spreadsheets read of it.
const READ_OR_KEPT: &[Form] = &[Form::Text, Form::Markdown, Form::Html, Form::Json, Form::Csv];

/// Every command, in the order of the help.
pub const COMMANDS: &[Entry] = &[
    Entry {
        name: name("cerca", "search"),
        about: w::CLI_CMD_CERCA,
        examples: w::CLI_EXAMPLE_CERCA,
        arguments: &[
            &[any("parole", "words", Kind::WORDS, w::CLI_ARG_WORDS)],
            FILTERS,
            &[LIST],
            &[value("limite", "limit", Kind::NUMBER, w::CLI_ARG_LIMIT)],
            &[form(&[Form::Text, Form::Json, Form::Jsonl, Form::Csv])],
        ],
        run: find::run,
    },
    Entry {
        name: name("scheda", "show"),
        about: w::CLI_CMD_SCHEDA,
        examples: w::CLI_EXAMPLE_SCHEDA,
        arguments: &[&[
            CODES,
            LIST,
            form(&[Form::Text, Form::Markdown, Form::Html, Form::Json, Form::Jsonl]),
        ]],
        run: sheet::run,
    },
    Entry {
        name: name("stampa", "print"),
        about: w::CLI_CMD_PRINT,
        examples: w::CLI_EXAMPLE_PRINT,
        arguments: &[&[
            CODES,
            COMUNE,
            MEASURE,
            LIST,
            form(&[Form::Pdf, Form::Html, Form::Markdown, Form::Text]),
            value("modulo", "paper", Kind::PAPER, w::CLI_ARG_PRINT_PAPER),
            value("raccolta", "gathered", Kind::WORDS, w::CLI_ARG_PRINT_GATHERED),
            value("uscita", "output", Kind::FILE, w::CLI_ARG_PRINT_OUT),
        ]],
        run: print::run,
    },
    Entry {
        name: name("qr", "qr"),
        about: w::CLI_CMD_QR,
        examples: w::CLI_EXAMPLE_QR,
        arguments: &[&[CODES, COMUNE, LIST]],
        run: print::qr,
    },
    Entry {
        name: name("comune", "town"),
        about: w::CLI_CMD_COMUNE,
        examples: w::CLI_EXAMPLE_COMUNE,
        arguments: &[&[some("nome", "name", Kind::COMUNE, w::CLI_ARG_COMUNE), PAGE]],
        run: account::comune,
    },
    Entry {
        name: name("misura", "measure"),
        about: w::CLI_CMD_MISURA,
        examples: w::CLI_EXAMPLE_MISURA,
        arguments: &[&[some("nome", "name", Kind::MEASURE, w::CLI_ARG_MEASURE), PAGE]],
        run: account::measure,
    },
    Entry {
        name: name("glossario", "glossary"),
        about: w::CLI_CMD_GLOSSARIO,
        examples: w::CLI_EXAMPLE_GLOSSARIO,
        arguments: &[&[any("nome", "name", Kind::TERM, w::CLI_ARG_TERM), PAGE]],
        run: words::glossary,
    },
    Entry {
        name: name("domande", "questions"),
        about: w::CLI_CMD_DOMANDE,
        examples: w::CLI_EXAMPLE_DOMANDE,
        arguments: &[&[any("parole", "words", Kind::WORDS, w::CLI_ARG_QUESTION), PAGE]],
        run: words::questions,
    },
    Entry {
        name: name("dati", "data"),
        about: w::CLI_CMD_DATI,
        examples: w::CLI_EXAMPLE_DATI,
        arguments: &[&[PAGE]],
        run: data::run,
    },
    Entry {
        name: name("novita", "news"),
        about: w::CLI_CMD_NEWS,
        examples: w::CLI_EXAMPLE_NEWS,
        arguments: &[&[PAGE]],
        run: |context, out| Ok(page::own(context, &Subject::News, out)),
    },
    Entry {
        name: name("banco", "desk"),
        about: w::CLI_CMD_BANCO,
        examples: w::CLI_EXAMPLE_BANCO,
        arguments: &[desk::ARGUMENTS],
        run: desk::run,
    },
    Entry {
        name: name("raccolta", "gathered"),
        about: w::CLI_CMD_GATHERED,
        examples: w::CLI_EXAMPLE_GATHERED,
        arguments: &[&[
            any("nome", "name", Kind::WORDS, w::CLI_ARG_GATHERED),
            argument("metti", "put", Each(Kind::CODES), w::CLI_ARG_GATHERED_PUT),
            argument("togli", "take", Each(Kind::CODES), w::CLI_ARG_GATHERED_TAKE),
            argument("cancella", "erase", Nothing, w::CLI_ARG_GATHERED_DROP),
            form(&[Form::Text, Form::Markdown, Form::Html, Form::Json, Form::Csv]),
        ]],
        run: gathered::run,
    },
    Entry {
        name: name("verifica", "check"),
        about: w::CLI_CMD_VERIFICA,
        examples: w::CLI_EXAMPLE_VERIFICA,
        arguments: &[&[
            any("codici", "codes", Kind::CODES, w::CLI_ARG_CODES),
            LIST,
            form(&[Form::Text, Form::Json]),
        ]],
        run: check::run,
    },
    Entry {
        name: name("esporta", "export"),
        about: w::CLI_CMD_ESPORTA,
        examples: w::CLI_EXAMPLE_ESPORTA,
        arguments: &[
            FILTERS,
            &[argument("schede", "sheets", Nothing, w::CLI_ARG_SHEETS)],
            &[form(&[Form::Csv, Form::Jsonl])],
        ],
        run: export::run,
    },
    Entry {
        name: name("scarica", "download"),
        about: w::CLI_CMD_DOWNLOAD,
        examples: w::CLI_EXAMPLE_DOWNLOAD,
        arguments: &[download::DOWNLOAD],
        run: download::run,
    },
    Entry {
        name: name("importa", "import"),
        about: w::CLI_CMD_IMPORTA,
        examples: w::CLI_EXAMPLE_IMPORTA,
        arguments: &[&[
            some("dati", "data", Kind::FILES, w::CLI_ARG_INPUTS),
            argument("regione", "region", Needed(Kind::REGION), w::CLI_ARG_REGION),
            argument("uscita", "output", Needed(Kind::FILE), w::CLI_ARG_OUT),
            argument("osservato", "observed", Each(Kind::DATED), w::CLI_ARG_OBSERVED),
            value("rimozioni", "removals", Kind::FILE, w::CLI_ARG_REMOVALS),
            form(&[Form::Text, Form::Json]),
        ]],
        run: import::run,
    },
    Entry {
        name: name("registro", "register"),
        about: w::CLI_CMD_REGISTRO,
        examples: w::CLI_EXAMPLE_REGISTRO,
        arguments: &[&[OUTPUT_FOLDER]],
        run: register::run,
    },
    Entry {
        name: name("aggiorna", "update"),
        about: w::CLI_CMD_RENEW,
        examples: w::CLI_EXAMPLE_RENEW,
        arguments: &[renew::RENEW],
        run: renew::renew,
    },
    Entry {
        name: name("confronta", "compare"),
        about: w::CLI_CMD_CHANGES,
        examples: w::CLI_EXAMPLE_CHANGES,
        arguments: &[&[
            argument("archivi", "archives", Words(Kind::FILE, 0, 2), w::CLI_ARG_CHANGES),
            COMUNE,
            MEASURE,
            form(READ_OR_KEPT),
        ]],
        run: compare::run,
    },
    Entry {
        name: name("qualita", "quality"),
        about: w::CLI_CMD_QUALITY,
        examples: w::CLI_EXAMPLE_QUALITY,
        arguments: &[&[
            argument("domande", "asked", Each(Kind::FILE), w::CLI_ARG_QUALITY_ASKED),
            form(READ_OR_KEPT),
        ]],
        run: quality::run,
    },
    Entry {
        name: name("pubblica", "publish"),
        about: w::CLI_CMD_PUBLISH,
        examples: w::CLI_EXAMPLE_PUBLISH,
        arguments: &[renew::PUBLISH],
        run: renew::publish,
    },
    Entry {
        name: name("rimuovi", "remove"),
        about: w::CLI_CMD_REMOVE,
        examples: w::CLI_EXAMPLE_REMOVE,
        arguments: &[removal::ARGUMENTS],
        run: removal::run,
    },
    Entry {
        name: name("chiave", "key"),
        about: w::CLI_CMD_KEY,
        examples: w::CLI_EXAMPLE_KEY,
        arguments: &[&[one("file", "file", Kind::FILE, w::CLI_ARG_KEY_FILE)]],
        run: renew::key,
    },
    Entry {
        name: name("semplice", "linear"),
        about: w::CLI_CMD_SEMPLICE,
        examples: w::CLI_EXAMPLE_SEMPLICE,
        arguments: &[],
        run: simple::run,
    },
    Entry {
        name: name("manuale", "manual"),
        about: w::CLI_CMD_MANUALE,
        examples: w::CLI_EXAMPLE_MANUALE,
        arguments: &[&[
            any("capitolo", "chapter", Kind::CHAPTER, w::CLI_ARG_CHAPTER),
            argument("man", "man", Nothing, w::CLI_ARG_MAN),
            value("uscita", "output", Kind::FOLDER, w::CLI_ARG_MAN_FOLDER),
        ]],
        run: manual::run,
    },
    Entry {
        name: name("completamenti", "completions"),
        about: w::CLI_CMD_COMPLETAMENTI,
        examples: w::CLI_EXAMPLE_COMPLETAMENTI,
        arguments: &[&[one("shell", "shell", Kind::SHELL, w::CLI_ARG_SHELL)]],
        run: complete::run,
    },
    Entry {
        name: name("schema", "schema"),
        about: w::CLI_CMD_SCHEMA,
        examples: w::CLI_EXAMPLE_SCHEMA,
        arguments: &[&[one("comando", "command", Kind::COMMAND, w::CLI_ARG_SCHEMA)]],
        run: schema::run,
    },
    Entry {
        name: name("aiuto", "help"),
        about: w::CLI_CMD_AIUTO,
        examples: w::CLI_EXAMPLE_AIUTO,
        arguments: &[&[argument(
            "comando",
            "command",
            Words(Kind::COMMAND, 0, 1),
            w::CLI_ARG_COMMAND,
        )]],
        run: help::run,
    },
];
