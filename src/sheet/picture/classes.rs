//! Values in five classes that can be said, for a map.

/// Limits for five classes with about as many comuni in each, rounded to figures that can be
/// said (one digit and zeros, or one and a half); fewer where values are few or alike.
pub fn classes(values: impl IntoIterator<Item = i64>) -> Vec<i64> {
    let mut values: Vec<i64> = values.into_iter().collect();
    values.sort_unstable();
    let mut limits: Vec<i64> = (1..5)
        .filter_map(|fifth| values.get(values.len() * fifth / 5).copied())
        .map(round)
        .collect();
    limits.dedup();
    limits.retain(|limit| values.last().is_some_and(|most| limit < most));
    limits
}

fn round(value: i64) -> i64 {
    let size = value.unsigned_abs();
    let digit = 10u64.pow(size.checked_ilog10().unwrap_or(0));
    let grain = if size / digit == 1 {
        (digit / 2).max(1)
    } else {
        digit
    };
    let rounded = i64::try_from((size + grain / 2) / grain * grain).unwrap_or(i64::MAX);
    rounded * value.signum()
}
