//! Letters without their accents, one for one: of Latin as Europe, Turkey and Vietnam write it; and
//! Hebrew and Arabic without their points.
//!
//! Leaves out case, ligatures and what a comparison folds besides; see `compare::fold`.

/// The letter without its accent; none for an accent that stands alone, and for the marks that turn the
/// direction of a text. One letter for one, so that
/// places can be told. A ligature is no accent and stays.
#[must_use]
pub fn without_accent(c: char) -> Option<char> {
    /// From U+00C0, from U+0100: the letter under the accent, or a dot where there is none.
    const LATIN_1: &[u8; 64] = b"AAAAAA.CEEEEIIII.NOOOOO.OUUUUY..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y";
    const EXTENDED: &[u8; 128] =
        b"AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi..JjKk.LlLlLlL\
        lLlNnNnNnn..OoOoOo..RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZz.";
    let at = u32::from(c);
    let under = match at {
        0x300..=0x36f => return None,
        // Points of Hebrew and Arabic.
        0x591..=0x5bd | 0x5bf | 0x5c1..=0x5c2 | 0x5c4..=0x5c5 | 0x5c7 => return None,
        0x610..=0x61a | 0x64b..=0x65f | 0x670 => return None,
        0x61c | 0x200e..=0x200f | 0x202a..=0x202e | 0x2066..=0x2069 => return None,
        0xc0..=0xff => LATIN_1[at as usize - 0xc0],
        0x100..=0x17f => EXTENDED[at as usize - 0x100],
        0x218 => b'S',
        0x219 => b's',
        0x21a => b'T',
        0x21b => b't',
        // Vietnamese, which stacks them.
        0x1ea0..=0x1eb7 => b"Aa"[at as usize % 2],
        0x1eb8..=0x1ec7 => b"Ee"[at as usize % 2],
        0x1ec8..=0x1ecb => b"Ii"[at as usize % 2],
        0x1ecc..=0x1ee3 => b"Oo"[at as usize % 2],
        0x1ee4..=0x1ef1 => b"Uu"[at as usize % 2],
        0x1ef2..=0x1ef9 => b"Yy"[at as usize % 2],
        _ => return Some(c),
    };
    Some(if under == b'.' { c } else { char::from(under) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_accent_of_the_tables_is_one_letter() {
        let plain: String = "ÀÿĀžŁłŒßİıẠếỹȘțe\u{301}Ж\u{200f}ש\u{5b8}م\u{64f}"
            .chars()
            .filter_map(without_accent)
            .collect();
        assert_eq!(plain, "AyAzLlŒßIiAeySteЖשم");
    }
}
