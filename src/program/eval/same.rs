//! Whether two names are one person's or body's, as the scorer of kinds and actors has it.
//!
//! It is what "right" means in its figures, so its words are its own and not the engine's. Leaves out what
//! is counted by it; see `judged`.

use std::collections::BTreeSet;

/// Words before a name that change nothing about whose it is.
const TITLES: &str = "mr mrs ms miss dr prof rev hon sir lord lady dame king queen prince princess pope justice judge \
    mayor governor gov senator sen congressman congresswoman rep president minister secretary chancellor gen capt col \
    lt sgt former the a an of";

/// Places and bodies by a second name, both in lower case and without full stops.
const SECOND_NAMES: [(&str, &str); 11] = [
    ("us", "united states"),
    ("usa", "united states"),
    ("america", "united states"),
    ("washington", "united states"),
    ("uk", "united kingdom"),
    ("britain", "united kingdom"),
    ("great britain", "united kingdom"),
    ("eu", "european union"),
    ("un", "united nations"),
    ("moscow", "russia"),
    ("beijing", "china"),
];

/// Whether `said` names the one whom `name` and the aliases name: the same words, whatever their order,
/// titles, case and possessives; the same last word, where one has no word that the other lacks; or an
/// acronym of it.
pub fn same<'a>(said: &str, name: &'a str, aliases: impl IntoIterator<Item = &'a String>) -> bool {
    let said = words(said);
    let names = std::iter::once(name).chain(aliases.into_iter().map(String::as_str));
    !said.is_empty() && names.map(words).any(|name| one(&said, &name))
}

fn one(a: &[String], b: &[String]) -> bool {
    let (all_a, all_b): (BTreeSet<&String>, BTreeSet<&String>) =
        (a.iter().collect(), b.iter().collect());
    let within = all_a.is_subset(&all_b) || all_b.is_subset(&all_a);
    !b.is_empty()
        && (all_a == all_b || (a.last() == b.last() && within) || acronym(a, b) || acronym(b, a))
}

/// Whether `short` is one word of the first letters of `long`'s.
fn acronym(short: &[String], long: &[String]) -> bool {
    let letters = || long.iter().filter_map(|word| word.chars().next());
    long.len() > 1 && matches!(short, [word] if word.chars().eq(letters()))
}

/// The words that make a name, in lower case; its titles too where it has nothing else.
fn words(name: &str) -> Vec<String> {
    let plain = plain(&name.to_lowercase().replace('.', ""));
    let whole = plain.join(" ");
    let known = SECOND_NAMES.iter().find(|(second, _)| *second == whole);
    let all = match known {
        Some((_, first)) => first.split(' ').map(str::to_owned).collect(),
        None => plain,
    };
    let title = |word: &String| TITLES.split_whitespace().any(|title| title == word);
    if all.iter().all(title) {
        return all;
    }
    all.into_iter().filter(|word| !title(word)).collect()
}

/// Its words, which may have hyphens and ampersands inside, without possessives and inner apostrophes.
fn plain(name: &str) -> Vec<String> {
    let inside = |c: Option<&char>| c.is_some_and(|&c| c.is_alphanumeric() || c == '_');
    let chars: Vec<char> = name.chars().collect();
    let (mut out, mut at) = (vec![String::new()], 0);
    while let Some(&c) = chars.get(at) {
        at += 1;
        let apostrophe = matches!(c, '\'' | '’');
        if apostrophe && chars.get(at) == Some(&'s') && !inside(chars.get(at + 1)) {
            at += 1;
        } else if apostrophe && inside(chars.get(at)) {
            continue;
        } else if inside(Some(&c)) || matches!(c, '&' | '-') {
            if let Some(word) = out.last_mut() {
                word.push(c);
            }
        } else {
            out.push(String::new());
        }
    }
    out.retain(|word| !word.is_empty());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Holds each pair to being one or two; the second has the aliases of the Port of Lund.
    #[track_caller]
    fn check(one: bool, cases: &[(&str, &str, &str)]) {
        let aliases = ["the Harbour Board".to_owned(), "HB".to_owned()];
        for (said, name, why) in cases {
            assert_eq!(same(said, name, &aliases), one, "{said} and {name}: {why}");
        }
    }

    #[test]
    fn names_are_the_same() {
        let cases = [
            ("Tove Lund", "tove lund", "case"),
            ("Mayor Tove Lund’s", "Tove Lund", "titles and possessives"),
            ("Lund, Tove", "Tove Lund", "another order"),
            ("Lund", "Tove Lund", "the last word"),
            ("Tove Maria Lund", "Tove Lund", "a word more"),
            ("T.M.L.", "Tove Maria Lund", "initials"),
            ("Northern Fisheries Council", "NFC", "an acronym in the gold"),
            ("America", "the U.S.", "a place's second names"),
            ("O'Dell", "O’Dell", "either apostrophe"),
            ("the Mayor", "Mayor", "nothing but titles"),
            ("Harbour Board", "Port of Lund", "an alias"),
            ("H.B.", "Port of Lund", "an alias that is an acronym"),
        ];
        check(true, &cases);
    }

    #[test]
    fn names_are_others() {
        let cases = [
            ("Tove", "Tove Lund", "a first name alone"),
            ("Tove Lind", "Tove Lund", "another last word"),
            ("Arne Lund", "Tove Lund", "each has a word that the other lacks"),
            ("NFB", "Northern Fisheries Council", "another acronym"),
            ("n", "Norway", "a letter of one word is no acronym"),
            ("’s", "Tove Lund", "no word at all"),
            ("Tove Lund", "…", "no word in the gold"),
            ("the Mayor", "Tove Lund", "a title is no name"),
        ];
        check(false, &cases);
    }
}
