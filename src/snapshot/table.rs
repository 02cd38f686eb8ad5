//! The tables of a snapshot, one file for each small family: its insert, its queries and what a
//! row becomes. What the columns are [`super::schema`] says.

pub(super) mod amount;
pub(super) mod body;
pub(super) mod call;
pub(super) mod candidature;
pub(super) mod class;
pub(super) mod date;
pub(super) mod disagreement;
pub(super) mod fact;
pub(super) mod label;
pub(super) mod measure;
pub(super) mod meta;
pub(super) mod milestone;
pub(super) mod phase;
pub(super) mod place;
pub(super) mod project;
pub(super) mod quality;
pub(super) mod removed;
pub(super) mod role;
pub(super) mod source;
pub(super) mod target;
pub(super) mod tender;
pub(super) mod territory;
pub(super) mod text;
pub(super) mod unread;
pub(super) mod words;
