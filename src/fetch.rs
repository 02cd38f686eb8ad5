//! What is fetched from the net, and only when it was asked for: the official tables, and a package of
//! fresh data from an address. No other room opens a socket.
//!
//! - `wire`: one request, by the system's proxy and certificates, with a time-out on every read;
//!   `trouble`: what can go wrong with it, in a sentence; `patience`: when it is tried again.
//! - `list`: the addresses of the tables. `part`: a file that is not whole yet. `table`: one table, from
//!   its address to its place; `tables`: all of them.
//! - `package`: a package, brought into a folder of its own and taken as from a stick.

mod list;
mod package;
mod part;
mod patience;
mod table;
mod tables;
mod trouble;
mod wire;

pub use list::{Address, List};
pub use package::{NotTaken, folder, is_address, package};
pub use patience::Watch;
pub use table::Got;
pub use tables::{Fetching, tables};
pub use trouble::Trouble;
