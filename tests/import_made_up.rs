//! Rows made up in the official layouts, through the whole import: today's headers, and each
//! quirk that the tables are known for.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "import_made_up/bounded.rs"]
mod bounded;
#[path = "import_made_up/copied.rs"]
mod copied;
#[path = "import_made_up/folder.rs"]
mod folder;
#[path = "import_made_up/joining.rs"]
mod joining;
#[path = "import_made_up/layouts.rs"]
mod layouts;
#[path = "import_made_up/linking.rs"]
mod linking;
#[path = "import_made_up/merging.rs"]
mod merging;
#[path = "import_made_up/national.rs"]
mod national;
#[path = "import_made_up/reading.rs"]
mod reading;
#[path = "import_made_up/refusing.rs"]
mod refusing;
#[path = "import_made_up/removed.rs"]
mod removed;
#[path = "import_made_up/story.rs"]
mod story;
