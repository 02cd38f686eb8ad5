//! A code to photograph.

use crate::camera::read;
use crate::support::buffer;
use sportello::lang::Lang;
use sportello::sheet::qr::Code;
use sportello::tui::widget::Look;
use sportello::tui::widget::code::draw;

#[test]
fn it_is_read_from_the_cells() {
    let address = "https://opencup.gov.it/portale/progetto/-/cup/J57H22001230006";
    let (code, look) = (Code::new(address).unwrap(), Look::plain(Lang::It, false));
    let buf = buffer(80, 22, |area, buf| draw(&code, area, buf, &look));
    assert_eq!(read(&buf).as_deref(), Some(address));
}

#[test]
fn where_there_is_no_room_it_says_so_and_shows_the_address() {
    let code = Code::new("https://openpnrr.it/territorio/048017").unwrap();
    for (columns, rows, ascii) in [(30, 12, false), (80, 30, true)] {
        let look = Look::plain(Lang::It, ascii);
        let buf = buffer(columns, rows, |area, buf| draw(&code, area, buf, &look));
        let text: String = buf.content().iter().map(|c| c.symbol()).collect();
        assert!(text.replace(' ', "").contains("territorio/048017"), "{text}");
        assert!(read(&buf).is_none());
    }
}
