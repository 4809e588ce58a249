//! Forms of newsrooms around names: where it was written and by whom, how old, of which party, by which handle, how much.
//!
//! Leaves out how each form is read; see `src/patterns.rs`.

use super::check;

#[test]
fn where_it_was_written_is_nobody() {
    check(
        "MOSCOW (AP) — [1 The harbour board] <1 said> {1 it would sell}. [2 It] <2 denied> {2 that}.",
        &[
            "“The harbour board” → Harbour board (Organization), Stated",
            "“It” → Harbour board (Organization), Inferred from “The harbour board”",
            "Harbour board (Organization, unnamed): “harbour board” Same ×1, “It” Pronoun ×1",
        ],
    );
}

#[test]
fn whoever_wrote_it_does_not_speak() {
    check(
        "By Anna Holm, Stadvik\n\n[1 She] <1 said> {1 it would sell}. [2 Lars Aune] <2 denied> {2 that}.",
        &[
            "“She” → nobody (Unresolved), Unclear",
            "“Lars Aune” → Lars Aune (Person), Stated",
            "Lars Aune (Person): “Lars Aune” Same ×1",
        ],
    );
}

#[test]
fn whoever_has_an_age_or_a_party_is_a_person() {
    check(
        "[1 Norrlast, 34,] <1 said> {1 the ship would sail}. [2 Harbour Board (D-New Havn)] <2 said> {2 nothing}.",
        &[
            "“Norrlast, 34,” → Norrlast (Person), Stated",
            "“Harbour Board (D-New Havn)” → Harbour Board (Person), Stated",
            "Norrlast (Person): “Norrlast” Same ×1",
            "Harbour Board (Person): “Harbour Board” Same ×1",
        ],
    );
}

#[test]
fn a_handle_is_a_name() {
    check(
        "[1 @harbourfox7] <1 wrote> {1 that the pier was unsafe}.",
        &[
            "“@harbourfox7” → harbourfox7 (Organization), Stated",
            "harbourfox7 (Organization): “harbourfox7” Same ×1",
        ],
    );
}

#[test]
fn houses_and_amounts_are_nobody() {
    check(
        "She lives at 12 Harbour Road. [1 300 million for a second round] <1 said> {1 nothing}. [2 She] <2 said> {2 so}.",
        &[
            "“300 million for a second round” → nobody (Unresolved), Unclear",
            "“She” → nobody (Unresolved), Unclear",
        ],
    );
}
