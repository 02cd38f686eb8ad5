//! Parts of the screen and of the app, each tried by itself: what goes in, what comes out.

#![allow(clippy::unwrap_used)]

mod parts {
    mod bars;
    mod big;
    mod canvas;
    mod histogram;
    mod map;
    mod share;
    mod timeline;
    mod walk;
}

#[path = "parts/support.rs"]
mod support;
