//! Why an archive cannot be opened or read.

/// Why a file cannot be used as a snapshot.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("there is no such file")]
    NotFound,
    #[error("the file cannot be read: {0}")]
    Io(std::io::Error),
    #[error("it is not a Sportello snapshot")]
    Foreign,
    #[error("it has format {found}; this program reads up to format {known}")]
    Newer { found: u32, known: u32 },
    #[error("it has format {found}, which this program reads no more: import the tables again")]
    Older { found: u32, known: u32 },
    #[error("it is cut short: {got} bytes of {want}")]
    Truncated { want: u64, got: u64 },
    #[error("it is damaged: its checksum does not match its content")]
    Damaged,
    #[error("the column {table}.{column} holds what cannot be read: {error}")]
    Malformed {
        table: &'static str,
        column: &'static str,
        error: String,
    },
    #[error("the database refuses: {0}")]
    Database(#[from] rusqlite::Error),
}
