//! A file of accounts with what is right about them: voices, like statements, answers.
//!
//! Accounts are parted by `===`, in the marks of `tests/marks`; behind `---` stand the labels, an
//! attribution as account and number: `voice orr: 1.2 2.1`, `same: 1.2 2.1`,
//! `answered only in 2: 1.1`. Leaves out the measures.

use ascribe::{
    analysis::Block,
    compare::{Account, At},
    judge, to_pieces,
};

use crate::marks;

/// Accounts with their labels.
pub struct Event {
    pub name: String,
    pub accounts: Vec<Account>,
    /// Voices, each with its attributions.
    pub voices: Vec<Vec<At>>,
    /// Statements that are the same.
    pub same: Vec<Vec<At>>,
    /// Accusations that are answered in these accounts alone.
    pub answered_only: Vec<(At, Vec<u32>)>,
}

/// Reads a file. The error shows the line that cannot be read.
pub fn read(name: &str, file: &str) -> Result<Event, String> {
    let (texts, labels) = file.split_once("\n---\n").ok_or("no line of dashes")?;
    let mut numbers: Vec<Vec<usize>> = Vec::new();
    let mut event = Event {
        name: name.to_owned(),
        accounts: Vec::new(),
        voices: Vec::new(),
        same: Vec::new(),
        answered_only: Vec::new(),
    };
    for text in texts.split("\n===\n") {
        let (document, marked) = marks::read(text.trim())?;
        let (own, found): (Vec<usize>, Vec<_>) = marked.into_iter().unzip();
        let blocks = document
            .paragraphs()
            .iter()
            .map(|p| Block { text: p.span.of(document.text()).to_owned(), role: p.role });
        event.accounts.push(Account {
            blocks: blocks.collect(),
            analysis: to_pieces(&document, &judge(&document, &found)),
        });
        numbers.push(own);
    }
    let at = |text: &str| -> Option<At> {
        let (account, number) = text.split_once('.')?;
        let account = account.parse::<usize>().ok()?.checked_sub(1)?;
        let number: usize = number.parse().ok()?;
        let index = numbers.get(account)?.iter().position(|&n| n == number)?;
        Some(At { account: u32::try_from(account).ok()?, index: u32::try_from(index).ok()? })
    };
    for line in labels.lines().filter(|line| !line.is_empty()) {
        let bad = || format!("no label: {line}");
        let (what, list) = line.split_once(": ").ok_or_else(bad)?;
        let list: Vec<At> = list.split(' ').map(at).collect::<Option<_>>().ok_or_else(bad)?;
        if what.starts_with("voice ") {
            event.voices.push(list);
        } else if what == "same" {
            event.same.push(list);
        } else if let Some(accounts) = what.strip_prefix("answered only in ") {
            let numbers = accounts.split(' ').map(|n| n.parse::<u32>().ok()?.checked_sub(1));
            let accounts = numbers.collect::<Option<Vec<u32>>>().ok_or_else(bad)?;
            event.answered_only.extend(list.into_iter().map(|at| (at, accounts.clone())));
        } else {
            return Err(bad());
        }
    }
    Ok(event)
}
