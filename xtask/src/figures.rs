//! The published error rates, for the options page: read from the model's card at build, so that
//! nobody copies a figure. Leaves out measuring them: `training/card.py` writes the card.

use std::{fs, path::Path};

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use crate::root::root;

const CARD: &str = "models/README.md";

/// Writes `figures.json` into a package: what was measured on, and the share of a hundred for each rate.
/// An error names the line of the card that is not there.
pub fn write(out: &Path) -> Result<()> {
    let card =
        fs::read_to_string(root().join(CARD)).with_context(|| format!("could not read {CARD}"))?;
    fs::write(out.join("figures.json"), read(&card)?.to_string())?;
    Ok(())
}

fn read(card: &str) -> Result<Value> {
    let (articles, statements) = card
        .lines()
        .find_map(measured_on)
        .with_context(|| format!("{CARD} says on how many articles it was measured on no line"))?;
    let whole = rates(card, "attribution, strict")?;
    let words = rates(card, "token, content")?;
    Ok(json!({ "articles": articles, "statements": statements, "whole": whole, "words": words }))
}

/// "84 articles, 2,192 attributions, by …" as its two numbers.
fn measured_on(line: &str) -> Option<(u32, u32)> {
    let (articles, rest) = line.split_once(" articles, ")?;
    let (attributions, _) = rest.split_once(" attributions")?;
    Some((articles.parse().ok()?, attributions.replace(',', "").parse().ok()?))
}

/// Precision and recall of a row of the card's table, as shares of a hundred.
fn rates(card: &str, row: &str) -> Result<Value> {
    let percent = |cell: &str| cell.parse::<f64>().ok().map(|share| (share * 100.).round());
    card.lines()
        .find_map(|line| {
            let mut cells = line.split('|').map(str::trim).skip(1);
            let found = cells.next()? == row;
            let (right, found_of_all) = (percent(cells.next()?)?, percent(cells.next()?)?);
            found.then(|| json!({ "right": right, "found": found_of_all }))
        })
        .with_context(|| format!("{CARD} has no row \"{row}\" with precision and recall"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARD_LINES: &str = "84 articles, 2,192 attributions, by a scorer.\n\
        | | precision | recall | F1 |\n| token, content | 0.886 | 0.920 | **0.902** |\n\
        | attribution, strict | 0.718 | 0.693 | **0.705** |\n";

    #[test]
    fn takes_the_rates_from_the_rows_that_are_named() -> Result<()> {
        let expected = json!({
            "articles": 84, "statements": 2192,
            "whole": { "right": 72., "found": 69. }, "words": { "right": 89., "found": 92. },
        });
        assert_eq!(read(CARD_LINES)?, expected);
        Ok(())
    }

    #[test]
    fn a_card_without_a_row_is_an_error_that_names_it() {
        let error = read(&CARD_LINES.replace("strict", "loose")).err();
        assert!(error.is_some_and(|error| error.to_string().contains("attribution, strict")));
    }

    #[test]
    fn the_card_of_this_repository_has_them() -> Result<()> {
        read(&fs::read_to_string(root().join(CARD))?)?;
        Ok(())
    }
}
