//! The commands. One entry here, and a file for what it does, is a whole command: the parser, the
//! help, the completions and the pages for `man` follow from it.

use super::entry::{Argument, Entry, Kind, Name, Takes};
use super::form::Form;
use super::{
    account, check, complete, data, desk, export, find, help, import, manual, page, register, schema, sheet,
    simple, words,
};
use crate::lang::w;
use crate::sheet::Subject;

const fn name(it: &'static str, en: &'static str) -> Name {
    Name { it, en }
}

const fn argument(it: &'static str, en: &'static str, takes: Takes, help: crate::lang::Word) -> Argument {
    Argument {
        name: name(it, en),
        takes,
        help,
    }
}

const fn form(forms: &'static [Form]) -> Argument {
    argument(
        "formato",
        "format",
        Takes::Value(Kind::Form(forms)),
        w::CLI_ARG_FORMAT,
    )
}

const COMUNE: Argument = argument("comune", "town", Takes::Value(Kind::Comune), w::CLI_FILTER_COMUNE);
const PROVINCE: Argument = argument(
    "provincia",
    "province",
    Takes::Value(Kind::Province),
    w::CLI_FILTER_PROVINCIA,
);
const MISSION: Argument = argument(
    "missione",
    "mission",
    Takes::Value(Kind::Mission),
    w::CLI_FILTER_MISSIONE,
);
const MEASURE: Argument = argument(
    "misura",
    "measure",
    Takes::Value(Kind::Measure),
    w::CLI_FILTER_MISURA,
);
const STATUS: Argument = argument("stato", "status", Takes::Value(Kind::Status), w::CLI_FILTER_STATO);
const BODY: Argument = argument("ente", "body", Takes::Value(Kind::Body), w::CLI_FILTER_ENTE);
const FROM: Argument = argument(
    "importo-da",
    "amount-from",
    Takes::Value(Kind::Amount),
    w::CLI_FILTER_FROM,
);
const TO: Argument = argument(
    "importo-a",
    "amount-to",
    Takes::Value(Kind::Amount),
    w::CLI_FILTER_TO,
);
/// Codes or searches, one a line, from a file or from standard input.
const LIST: Argument = argument("da", "from", Takes::Value(Kind::File), w::CLI_ARG_LIST);
const OUTPUT_FOLDER: Argument = argument("uscita", "output", Takes::Needed(Kind::Folder), w::CLI_ARG_FOLDER);

/// What a page can become.
const PAGE: Argument = form(&[Form::Text, Form::Markdown, Form::Html, Form::Json]);

/// Every command, in the order of the help.
pub const COMMANDS: &[Entry] = &[
    Entry {
        name: name("cerca", "search"),
        about: w::CLI_CMD_CERCA,
        examples: w::CLI_EXAMPLE_CERCA,
        arguments: &[
            argument(
                "parole",
                "words",
                Takes::Words(Kind::Words, 0, usize::MAX),
                w::CLI_ARG_WORDS,
            ),
            COMUNE,
            PROVINCE,
            MISSION,
            MEASURE,
            STATUS,
            BODY,
            FROM,
            TO,
            LIST,
            argument("limite", "limit", Takes::Value(Kind::Number), w::CLI_ARG_LIMIT),
            form(&[Form::Text, Form::Json, Form::Jsonl, Form::Csv]),
        ],
        run: find::run,
    },
    Entry {
        name: name("scheda", "show"),
        about: w::CLI_CMD_SCHEDA,
        examples: w::CLI_EXAMPLE_SCHEDA,
        arguments: &[
            argument(
                "codici",
                "codes",
                Takes::Words(Kind::Codes, 0, usize::MAX),
                w::CLI_ARG_SHEET_CODES,
            ),
            LIST,
            form(&[Form::Text, Form::Markdown, Form::Html, Form::Json, Form::Jsonl]),
        ],
        run: sheet::run,
    },
    Entry {
        name: name("comune", "town"),
        about: w::CLI_CMD_COMUNE,
        examples: w::CLI_EXAMPLE_COMUNE,
        arguments: &[
            argument(
                "nome",
                "name",
                Takes::Words(Kind::Comune, 1, usize::MAX),
                w::CLI_ARG_COMUNE,
            ),
            PAGE,
        ],
        run: account::comune,
    },
    Entry {
        name: name("misura", "measure"),
        about: w::CLI_CMD_MISURA,
        examples: w::CLI_EXAMPLE_MISURA,
        arguments: &[
            argument(
                "nome",
                "name",
                Takes::Words(Kind::Measure, 1, usize::MAX),
                w::CLI_ARG_MEASURE,
            ),
            PAGE,
        ],
        run: account::measure,
    },
    Entry {
        name: name("glossario", "glossary"),
        about: w::CLI_CMD_GLOSSARIO,
        examples: w::CLI_EXAMPLE_GLOSSARIO,
        arguments: &[
            argument(
                "nome",
                "name",
                Takes::Words(Kind::Term, 0, usize::MAX),
                w::CLI_ARG_TERM,
            ),
            PAGE,
        ],
        run: words::glossary,
    },
    Entry {
        name: name("domande", "questions"),
        about: w::CLI_CMD_DOMANDE,
        examples: w::CLI_EXAMPLE_DOMANDE,
        arguments: &[
            argument(
                "parole",
                "words",
                Takes::Words(Kind::Words, 0, usize::MAX),
                w::CLI_ARG_QUESTION,
            ),
            PAGE,
        ],
        run: words::questions,
    },
    Entry {
        name: name("dati", "data"),
        about: w::CLI_CMD_DATI,
        examples: w::CLI_EXAMPLE_DATI,
        arguments: &[form(&[Form::Text, Form::Json])],
        run: data::run,
    },
    Entry {
        name: name("novita", "news"),
        about: w::CLI_CMD_NEWS,
        examples: w::CLI_EXAMPLE_NEWS,
        arguments: &[PAGE],
        run: |context, out| Ok(page::own(context, &Subject::News, out)),
    },
    Entry {
        name: name("banco", "desk"),
        about: w::CLI_CMD_BANCO,
        examples: w::CLI_EXAMPLE_BANCO,
        arguments: &[
            argument(
                "segna",
                "count",
                Takes::Words(Kind::Count, 0, 2),
                w::CLI_ARG_COUNT,
            ),
            form(&[Form::Text, Form::Json, Form::Csv]),
        ],
        run: desk::run,
    },
    Entry {
        name: name("verifica", "check"),
        about: w::CLI_CMD_VERIFICA,
        examples: w::CLI_EXAMPLE_VERIFICA,
        arguments: &[
            argument(
                "codici",
                "codes",
                Takes::Words(Kind::Codes, 0, usize::MAX),
                w::CLI_ARG_CODES,
            ),
            LIST,
            form(&[Form::Text, Form::Json]),
        ],
        run: check::run,
    },
    Entry {
        name: name("esporta", "export"),
        about: w::CLI_CMD_ESPORTA,
        examples: w::CLI_EXAMPLE_ESPORTA,
        arguments: &[
            COMUNE,
            PROVINCE,
            MISSION,
            MEASURE,
            STATUS,
            BODY,
            FROM,
            TO,
            argument("schede", "sheets", Takes::Nothing, w::CLI_ARG_SHEETS),
            form(&[Form::Csv, Form::Jsonl]),
        ],
        run: export::run,
    },
    Entry {
        name: name("importa", "import"),
        about: w::CLI_CMD_IMPORTA,
        examples: w::CLI_EXAMPLE_IMPORTA,
        arguments: &[
            argument(
                "dati",
                "data",
                Takes::Words(Kind::Files, 1, usize::MAX),
                w::CLI_ARG_INPUTS,
            ),
            argument(
                "regione",
                "region",
                Takes::Needed(Kind::Region),
                w::CLI_ARG_REGION,
            ),
            argument("uscita", "output", Takes::Needed(Kind::File), w::CLI_ARG_OUT),
            argument(
                "osservato",
                "observed",
                Takes::Each(Kind::Dated),
                w::CLI_ARG_OBSERVED,
            ),
            form(&[Form::Text, Form::Json]),
        ],
        run: import::run,
    },
    Entry {
        name: name("registro", "register"),
        about: w::CLI_CMD_REGISTRO,
        examples: w::CLI_EXAMPLE_REGISTRO,
        arguments: &[OUTPUT_FOLDER],
        run: register::run,
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
        arguments: &[
            argument(
                "capitolo",
                "chapter",
                Takes::Words(Kind::Chapter, 0, usize::MAX),
                w::CLI_ARG_CHAPTER,
            ),
            argument("man", "man", Takes::Nothing, w::CLI_ARG_MAN),
            argument(
                "uscita",
                "output",
                Takes::Value(Kind::Folder),
                w::CLI_ARG_MAN_FOLDER,
            ),
        ],
        run: manual::run,
    },
    Entry {
        name: name("completamenti", "completions"),
        about: w::CLI_CMD_COMPLETAMENTI,
        examples: w::CLI_EXAMPLE_COMPLETAMENTI,
        arguments: &[argument(
            "shell",
            "shell",
            Takes::Words(Kind::Shell, 1, 1),
            w::CLI_ARG_SHELL,
        )],
        run: complete::run,
    },
    Entry {
        name: name("schema", "schema"),
        about: w::CLI_CMD_SCHEMA,
        examples: w::CLI_EXAMPLE_SCHEMA,
        arguments: &[argument(
            "comando",
            "command",
            Takes::Words(Kind::Command, 1, 1),
            w::CLI_ARG_SCHEMA,
        )],
        run: schema::run,
    },
    Entry {
        name: name("aiuto", "help"),
        about: w::CLI_CMD_AIUTO,
        examples: w::CLI_EXAMPLE_AIUTO,
        arguments: &[argument(
            "comando",
            "command",
            Takes::Words(Kind::Command, 0, 1),
            w::CLI_ARG_COMMAND,
        )],
        run: help::run,
    },
];
