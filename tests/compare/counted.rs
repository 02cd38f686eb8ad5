//! The same changes counted another way: by the rows of the two files, in SQL, with nothing of the
//! program but the files.

use super::*;
use rusqlite::Connection;

/// Projects of both files by their id, and which they are in the old one where the local code was
/// spelt otherwise; without those of the whole nation.
const PAIRS: &str = "CREATE TEMP TABLE pair AS
    SELECT n.id AS new, coalesce(
        (SELECT id FROM old.project WHERE id = n.id),
        (SELECT o.id FROM old.project o JOIN main.alias a ON a.value = o.id WHERE a.project = n.id),
        (SELECT o.project FROM old.alias o WHERE o.value = n.id)) AS old
    FROM main.project n;
    DELETE FROM pair WHERE old IS NULL OR
        (NOT EXISTS (SELECT 1 FROM main.place p WHERE p.project = new AND (p.region IS NOT NULL OR p.named IS NOT NULL))
         AND NOT EXISTS (SELECT 1 FROM old.place p WHERE p.project = old AND (p.region IS NOT NULL OR p.named IS NOT NULL)))";

/// How many projects have the amount in both files and otherwise, and how much more that is; and
/// how many have it in the new file alone, and how much.
const AMOUNT: &str = "SELECT
    count(*) FILTER (WHERE o.cents IS NOT NULL AND abs(n.cents - o.cents) > 1e-6 * max(n.cents, o.cents)),
    coalesce(sum(n.cents - o.cents) FILTER (WHERE o.cents IS NOT NULL AND abs(n.cents - o.cents) > 1e-6 * max(n.cents, o.cents)), 0),
    count(*) FILTER (WHERE o.cents IS NULL),
    coalesce(sum(n.cents) FILTER (WHERE o.cents IS NULL), 0)
    FROM pair
    JOIN main.amount n ON n.project = pair.new AND n.kind = ?1 AND n.fund = 'total'
    LEFT JOIN old.amount o ON o.project = pair.old AND o.kind = ?1 AND o.fund = 'total'";

/// Projects of which the set of tax codes that won is another one.
const WINNERS: &str = "SELECT count(*) FROM pair WHERE
    (SELECT group_concat(code) FROM (SELECT DISTINCT b.tax_code AS code FROM main.winner w JOIN main.body b ON b.id = w.body
        WHERE w.project = pair.new AND NOT w.subcontractor AND b.tax_code IS NOT NULL ORDER BY 1))
    IS NOT
    (SELECT group_concat(code) FROM (SELECT DISTINCT b.tax_code AS code FROM old.winner w JOIN old.body b ON b.id = w.body
        WHERE w.project = pair.old AND NOT w.subcontractor AND b.tax_code IS NOT NULL ORDER BY 1))";

/// Winners without a tax code in one of the files: they are compared by name alone.
const NAMELESS: &str = "SELECT count(DISTINCT pair.new) FROM pair WHERE EXISTS
        (SELECT 1 FROM main.winner w JOIN main.body b ON b.id = w.body WHERE w.project = pair.new AND NOT w.subcontractor AND b.tax_code IS NULL)
    OR EXISTS
        (SELECT 1 FROM old.winner w JOIN old.body b ON b.id = w.body WHERE w.project = pair.old AND NOT w.subcontractor AND b.tax_code IS NULL)";

#[test]
fn three_regions_of_the_publishers_tables_are_right_by_an_independent_count() {
    let Some(data) = official::tables() else {
        return;
    };
    let [before, after] =
        ["italiadomani-2023-02-validati", "italiadomani-2025-03"].map(|name| data.join(name));
    let folder = tempfile::tempdir().unwrap();
    for region in ["toscana", "lombardia", "emilia-romagna"] {
        let [one, two] = ["old", "new"].map(|name| folder.path().join(format!("{region}-{name}.sqlite")));
        let old = imported(std::slice::from_ref(&before), region, &one);
        let new = imported(&[before.clone(), after.clone()], region, &two);
        let told = between(&old, &new);
        let db = Connection::open(&two).unwrap();
        db.execute("ATTACH ?1 AS old", [one.to_str().unwrap()]).unwrap();
        db.execute_batch(PAIRS).unwrap();
        let count = |sql: &str| db.query_row(sql, [], |row| row.get::<_, usize>(0)).unwrap();
        assert_eq!(told.both, count("SELECT count(*) FROM pair"), "{region}");
        let amount = |kind: &str| -> (usize, i64, usize, i64) {
            db.query_row(AMOUNT, [kind], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })
            .unwrap()
        };
        let all = told.all;
        let funding = (
            all.funding,
            all.funding_eur.0,
            all.funding_known,
            all.funding_known_eur.0,
        );
        let paid = (
            all.payments,
            all.payments_eur.0,
            all.payments_known,
            all.payments_known_eur.0,
        );
        println!(
            "{region}: {} of both, funding {funding:?}, payments {paid:?}, winners {}",
            told.both, all.winners
        );
        assert_eq!(funding, amount("funding"), "{region}");
        assert_eq!(paid, amount("payment"), "{region}");
        let (winners, nameless) = (count(WINNERS), count(NAMELESS));
        assert!(
            all.winners.abs_diff(winners) <= nameless,
            "{region}: {} of {winners}",
            all.winners
        );
        // By comune: the payments that are known now of projects which lie in one alone.
        for (code, sums) in told.comuni.iter().filter(|(_, sums)| sums.payments_known > 0) {
            let (known, eur): (usize, i64) = db
                .query_row(
                    "SELECT count(*), coalesce(sum(n.cents), 0) FROM pair
                     JOIN main.amount n ON n.project = pair.new AND n.kind = 'payment' AND n.fund = 'total'
                     WHERE NOT EXISTS (SELECT 1 FROM old.amount o WHERE o.project = pair.old AND o.kind = 'payment' AND o.fund = 'total')
                     AND EXISTS (SELECT 1 FROM main.place p WHERE p.project = pair.new AND p.comune = ?1)
                     AND NOT EXISTS (SELECT 1 FROM main.place p WHERE p.project = pair.new AND p.comune IS NOT ?1)",
                    [code.as_str()],
                    |row| Ok((row.get(0)?, row.get(1)?)),
                )
                .unwrap();
            assert_eq!(
                (sums.payments_known, sums.payments_known_eur.0),
                (known, eur),
                "{region} {code}"
            );
        }
        assert!(
            all.payments_known > 50 && all.winners > 20,
            "{region}: nothing was compared"
        );
    }
}
