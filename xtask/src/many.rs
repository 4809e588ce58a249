//! `many`: a great file of articles for `ascribe annotate`, made of the development articles.
//!
//! Repeats them, each copy with its paragraphs turned round and its numbers changed, so that no two
//! are alike and no cache helps. Leaves out annotating. The articles are not in the repository; where
//! they are absent one line says so.

use std::{
    fs::{self, File},
    io::{BufWriter, Write as _},
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

/// Arguments of `many`.
#[derive(clap::Args)]
pub struct Args {
    /// How many articles.
    #[arg(long, default_value_t = 100_000)]
    articles: usize,
    /// Most words of each, cut between paragraphs; all of them when left out.
    #[arg(long, value_name = "N")]
    words: Option<usize>,
    /// Folder with eval/ (the annotated articles).
    #[arg(long, value_name = "DIR", default_value = "../shared")]
    shared: PathBuf,
    /// The file to write, JSON Lines.
    #[arg(long, value_name = "FILE", default_value = "target/many.jsonl")]
    out: PathBuf,
}

/// Writes the file that the arguments ask for.
pub fn run(args: &Args) -> Result<()> {
    let most = args.words.unwrap_or(usize::MAX);
    write(&args.shared, args.articles, most, &args.out).map(|_| ())
}

/// Writes `count` articles of about `most` words; false where there are none to repeat.
pub fn write(shared: &Path, count: usize, most: usize, to: &Path) -> Result<bool> {
    let path = shared.join("eval/polnear-dev.jsonl");
    let Ok(dev) = fs::read_to_string(&path) else {
        println!("skipped: no annotated articles under {}", shared.display());
        return Ok(false);
    };
    let texts = dev
        .lines()
        .map(|line| {
            let article: Value = serde_json::from_str(line)?;
            Ok(article["text"].as_str().unwrap_or_default().to_owned())
        })
        .collect::<Result<Vec<_>>>()?;
    ensure!(!texts.is_empty(), "{} is empty", path.display());
    let file = File::create(to).with_context(|| format!("could not write {}", to.display()))?;
    let mut out = BufWriter::new(file);
    let mut words = 0;
    for number in 0..count {
        let text = perturbed(&texts[number % texts.len()], number / texts.len(), most);
        words += text.split_whitespace().count();
        writeln!(out, "{}", json!({ "id": format!("many-{number}"), "text": text }))?;
    }
    out.flush()?;
    println!("{count} articles of {} words on average in {}", words / count.max(1), to.display());
    Ok(true)
}

/// The text with its paragraphs turned by `copy` places and `copy` added to every digit, up to the
/// paragraph that reaches `most` words.
fn perturbed(text: &str, copy: usize, most: usize) -> String {
    let paragraphs: Vec<&str> = text.split("\n\n").filter(|p| !p.trim().is_empty()).collect();
    let (mut out, mut words) = (String::with_capacity(text.len()), 0);
    for at in 0..paragraphs.len() {
        if words >= most {
            break;
        }
        let paragraph = paragraphs[(at + copy) % paragraphs.len()];
        words += paragraph.split_whitespace().count();
        if !out.is_empty() {
            out.push_str("\n\n");
        }
        out.extend(paragraph.chars().map(|c| match c.to_digit(10) {
            Some(digit) => char::from(b'0' + ((digit as usize + copy) % 10) as u8),
            None => c,
        }));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::perturbed;

    #[test]
    fn copies_differ_and_keep_their_words() {
        let text = "One in 1900.\n\nTwo of 9.\n\nThree.";
        assert_eq!(perturbed(text, 0, usize::MAX), text);
        assert_eq!(perturbed(text, 1, usize::MAX), "Two of 0.\n\nThree.\n\nOne in 2011.");
        assert_eq!(perturbed(text, 0, 4), "One in 1900.\n\nTwo of 9.");
    }
}
