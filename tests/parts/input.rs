//! Lines from people.

use sportello::voice::input::line;
use std::io;

#[test]
fn lines_end_where_they_end() {
    let mut from = io::BufReader::with_capacity(3, &b"casa\r\n\n1"[..]);
    let mut next = || line(&mut from).unwrap();
    assert_eq!(next().as_deref(), Some("casa"));
    assert_eq!(next().as_deref(), Some(""));
    assert_eq!(next().as_deref(), Some("1"));
    assert_eq!(next(), None);
}

#[test]
fn a_line_without_end_is_cut_and_broken_letters_are_survived() {
    let text = [b"x".repeat(100_000), b"\n\xff\xfe\n".to_vec()].concat();
    let mut from = &text[..];
    assert_eq!(line(&mut from).unwrap().unwrap().len(), 2_000);
    assert_eq!(line(&mut from).unwrap().as_deref(), Some(""));
    assert_eq!(line(&mut from).unwrap(), None);
}
