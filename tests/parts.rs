//! Parts of the screen and of the app, each tried by itself: what goes in, what comes out.

#![allow(clippy::unwrap_used)]

mod parts {
    mod asked;
    mod bars;
    mod big;
    mod canvas;
    mod code;
    mod commands;
    mod field;
    mod glyphs;
    mod histogram;
    mod input;
    mod keymap;
    mod lesson;
    mod map;
    mod map_screen;
    mod names;
    mod painter;
    mod ranking;
    mod runtime;
    mod search;
    mod share;
    mod slide;
    mod speech;
    mod spoken;
    mod spoken_sums;
    mod theme;
    mod timeline;
    mod trail;
    mod typeset;
    mod voice;
    mod voice_command;
    mod walk;
    mod workshop;
}

#[path = "support/camera.rs"]
mod camera;
#[path = "parts/support.rs"]
mod support;
