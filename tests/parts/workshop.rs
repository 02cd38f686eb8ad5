//! What of a page is said aloud.

use sportello::explain::Claim;
use sportello::lang::Lang;
use sportello::model::Evidence;
use sportello::sheet::{Block, Page};
use sportello::sheet::{Part, PartId, Told};
use sportello::tui::screen::workshop::{Slides, parts};

fn named(own: Vec<(&str, Block)>) -> Vec<(usize, String)> {
    let mut page = Page::new("Una scuola", Lang::It);
    page.parts = own
        .into_iter()
        .map(|(heading, block)| Part::new(PartId::Answer, heading).with(vec![block]))
        .collect();
    let one = |part: &Slides<'_>| (part.number, part.heading.to_owned());
    parts(&page).iter().map(one).collect()
}

#[test]
fn tables_links_and_small_print_are_no_part_of_a_talk() {
    let paragraph = |text: &str| Block::Paragraph(text.into());
    let claim = |text: &str| {
        Block::Claim(Told {
            claim: Claim {
                text: text.into(),
                evidence: Evidence::Observed,
                cites: Vec::new(),
                missing: None,
            },
            notes: Vec::new(),
            why: Vec::new(),
            ways: Vec::new(),
        })
    };
    let found = named(vec![
        ("", paragraph("Prima di tutto.")),
        ("Che cos'è", claim("È una scuola.")),
        ("I soldi", Block::Pairs(vec![("PNRR".into(), "1".into())])),
        ("Quando", claim("Presto.")),
        ("Da dove vengono i dati", paragraph("Una tabella.")),
    ]);
    assert_eq!(found, [(1, "Che cos'è".to_owned()), (3, "Quando".to_owned())]);
    let found = named(vec![("Che cosa vuol dire", paragraph("Un codice."))]);
    assert_eq!(found, [(1, "Che cosa vuol dire".to_owned())]);
}
