//! Contrast of two of the 256 colours, as WCAG 2 computes it.
#![cfg(test)]

/// From 1 (the same) to 21 (black on white). The first sixteen colours are the owner's choice
/// and have no known value.
pub fn ratio(a: u8, b: u8) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(index: u8) -> f64 {
    assert!(index >= 16, "colour {index} is the terminal's own");
    let level = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
    let rgb = match index {
        232.. => [8 + 10 * (index - 232); 3],
        _ => {
            let n = index - 16;
            [level(n / 36), level(n / 6 % 6), level(n % 6)]
        }
    };
    let linear = rgb.map(|c| {
        let c = f64::from(c) / 255.0;
        if c <= 0.04045 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

#[test]
fn black_on_white_is_twenty_one() {
    assert!((ratio(16, 231) - 21.0).abs() < 0.01);
}
