//! One reader of untrusted bytes a file: `feed` gives it any, and fails on what must not be.

pub mod archive;
pub mod import;
pub mod keys;
pub mod package;
pub mod query;
pub mod settings;
