//! Fresh data, without a net: a region publishes packages, a desk takes them from a folder or a stick
//! (`fetch` brings one from an address into a folder).
//!
//! A package is three files: the archive, compressed whole; a manifest that says what it is; and the
//! manifest's signature (minisign). `package` names them and reads them with a limit on each,
//! `publish` makes them, `take` puts one in the place of the archive at hand, `shelf` remembers which
//! one that is and which were before, `seek` looks for newer ones on sticks.
//!
//! What comes from a stick is believed only as far as a key that the desk trusts has signed it. A
//! serial that only grows, not a clock, says which of two packages is the newer.

mod bytes;
mod error;
mod key;
mod manifest;
mod package;
mod pointer;
mod publish;
mod removals;
mod say;
mod seek;
mod shelf;
mod take;

pub use error::RenewError;
pub use key::{Keys, Made, fingerprint, make};
pub use manifest::{Manifest, Name, code_of};
pub use package::{MOST_MANIFEST, MOST_SIGNATURE};
pub use pointer::{FILE as POINTER, MOST as MOST_POINTER, pointed};
pub use publish::{Published, Publishing, publish};
pub use removals::{removals, withhold};
pub use say::gone_back;
pub use seek::{Newer, Places};
pub use shelf::{Entry, Shelf, before, in_place_of, region_of};
pub use take::{Desk, Taken, back, copy, take, take_when_there};
