//! The terminal program: a screen that leads the eye, says what can be pressed, and forgives.
//!
//! ```text
//! terminal event → update(&mut State, Event) → effects → worker → event …
//!                        State → view(&State, Rect, &mut Buffer) → painter → one write
//! ```
//!
//! - [`update`] decides; [`view`] draws; [`frame`] says where, for the view and the mouse alike.
//! - [`screen`]: one folder a screen; [`dispatch`] asks the one at hand; [`widget`], [`theme`], [`glyphs`] serve them.
//! - [`action`] and [`keymap`]: what can be done and which keys do it, from `assets/keys.toml`.
//! - [`backend`]: what the screens ask of the rest of the program; [`desk`]: of the person's own data.
//! - [`runtime`] and [`terminal`] alone touch the world: threads, signals, the terminal's modes.

pub mod action;
pub mod area;
pub mod backend;
pub mod desk;
pub mod dispatch;
pub mod event;
pub mod field;
pub mod frame;
pub mod gather;
pub mod glyphs;
pub mod hints;
pub mod keymap;
pub mod painter;
pub mod runtime;
pub mod screen;
pub mod state;
pub mod terminal;
pub mod theme;
pub mod then;
pub mod update;
pub mod view;
pub mod widget;

pub use runtime::{Options, TuiError, run};
