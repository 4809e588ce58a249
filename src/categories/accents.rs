//! Text and patterns without accents. Leaves out which letters have one, see `text::letters`.

use std::borrow::Cow;

use crate::text::without_accent;

/// Text without accents.
pub fn plain(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return text.into();
    }
    text.chars().filter_map(without_accent).collect()
}

/// A pattern that looks for letters without accents: what it has of accents is taken off, written
/// (`é`) or by its number (`\xe9`, `\u00e9`, `\x{e9}`).
pub fn plain_pattern(pattern: &str) -> Cow<'_, str> {
    if !pattern.contains('\\') {
        return plain(pattern);
    }
    let mut out = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some(at) = rest.find('\\') {
        out.push_str(&plain(&rest[..at]));
        let escape = numbered(&rest[at..]);
        let end = match escape {
            Some((length, c)) => {
                match without_accent(c) {
                    Some(letter) if letter != c => out.push(letter),
                    // An accent that stands alone is in no text any more.
                    None => out.push_str("(?:)"),
                    Some(_) => out.push_str(&rest[at..at + length]),
                }
                at + length
            }
            None => {
                let next = rest[at + 1..].chars().next().map_or(0, char::len_utf8);
                out.push_str(&rest[at..at + 1 + next]);
                at + 1 + next
            }
        };
        rest = &rest[end..];
    }
    out.push_str(&plain(rest));
    out.into()
}

/// The length in bytes of an escape at the beginning that names a letter by its number, and the letter.
fn numbered(escape: &str) -> Option<(usize, char)> {
    let digits = match escape.as_bytes().get(1)? {
        b'x' => 2,
        b'u' => 4,
        b'U' => 8,
        _ => return None,
    };
    let (from, to, length) = if escape.as_bytes().get(2) == Some(&b'{') {
        let end = escape.find('}')?;
        (3, end, end + 1)
    } else {
        (2, 2 + digits, 2 + digits)
    };
    let number = u32::from_str_radix(escape.get(from..to)?, 16).ok()?;
    Some((length, char::from_u32(number)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_loses_its_accents_however_they_are_written() {
        for (pattern, expected) in [
            ("Zoë|São", "Zoe|Sao"),
            (r"Zo\xeb|S\u00e3o|\U000000e9t\x{E9}", "Zoe|Sao|ete"),
            (r"\\xeb\é", r"\\xeb\é"),
            (r"a\x{301}b\x62\d", r"a(?:)b\x62\d"),
            (r"\x{110000}\x{zz}\u12", r"\x{110000}\x{zz}\u12"),
            (r"\", r"\"),
        ] {
            assert_eq!(plain_pattern(pattern), expected, "{pattern}");
        }
    }
}
