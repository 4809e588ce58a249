//! Who is one person: names and parts of them, titles, roles, pronouns.
//!
//! Leaves out how a line is made; see the door.

use super::check;

#[test]
fn a_name_is_stated_and_a_pronoun_inferred_from_the_name() {
    check(
        "[1 Ada Brook] <1 said> {1 the bridge was safe}. [2 She] <2 added> {2 that it would open}.",
        &[
            "“Ada Brook” → Ada Brook (Person), Stated",
            "“She” → Ada Brook (Person), Inferred from “Ada Brook”",
            "Ada Brook (Person): “Ada Brook” Same ×1, “She” Pronoun ×1",
        ],
    );
}

#[test]
fn a_quotation_without_a_speaker_goes_on_from_the_one_before() {
    check(
        "[1 Ada Brook] <1 said> {1 the bridge was safe}.\n\n{2 “It will open on Monday.”}",
        &[
            "“Ada Brook” → Ada Brook (Person), Stated",
            "“” → Ada Brook (Person), Inferred from “Ada Brook”",
            "Ada Brook (Person): “Ada Brook” Same ×1",
        ],
    );
}

#[test]
fn a_pronoun_tells_the_gender_of_a_name_that_does_not() {
    check(
        "Wexley Tarn lost her seat in March. Orrin Vask kept his in Lunde. [1 She] <1 said> {1 the count was fair}.",
        &[
            "“She” → Wexley Tarn (Person), Inferred from “Wexley Tarn”",
            "Wexley Tarn (Person): “Wexley Tarn” Same ×1, “She” Pronoun ×1",
        ],
    );
}

#[test]
fn a_title_before_the_name_tells_the_gender() {
    check(
        "Mr. Vask met Ms. Tarn on Monday. [1 She] <1 said> {1 the talks went well}. [2 He] <2 said> {2 little had been settled}.",
        &[
            "“She” → Tarn (Person), Inferred from “Ms. Tarn”",
            "“He” → Vask (Person), Inferred from “Mr. Vask”",
            "Tarn (Person): “Tarn” Same ×1, “She” Pronoun ×1",
            "Vask (Person): “Vask” Same ×1, “He” Pronoun ×1",
        ],
    );
}

#[test]
fn an_article_alone_is_nobody() {
    check(
        "[1 \"The\"] <1 said> {1 so}. [2 The] <2 said> {2 so}.",
        &["“\"The\"” → nobody (Unresolved), Unclear", "“The” → nobody (Unresolved), Unclear"],
    );
}

#[test]
fn words_in_quotation_marks_alone_are_a_name() {
    check(
        "[1 “Nightjar”] <1 said> {1 so}.",
        &[
            "““Nightjar”” → Nightjar (Organization), Stated",
            "Nightjar (Organization, unnamed): “Nightjar” Same ×1",
        ],
    );
}

#[test]
fn a_last_name_that_is_a_state_too_is_the_person() {
    check(
        "Jim Jordan met the builders. [1 Jordan] <1 said> {1 the bridge was safe}.",
        &[
            "“Jordan” → Jim Jordan (Person), Stated",
            "Jim Jordan (Person): “Jim Jordan” Same ×1, “Jordan” PartOfName ×1",
        ],
    );
}

#[test]
fn names_in_a_headline_of_capitals_are_those_of_the_text() {
    check(
        "# [1 Ada Brook] <1 Denies> {1 Hiding The Reports Of Halden Ferries}\n\n[2 Brook] <2 said> {2 the boats were sound}. [3 Ada Brook, the mayor of Lunde,] <3 said> {3 so}.",
        &[
            "“Ada Brook” → Ada Brook (Person), Stated",
            "“Brook” → Ada Brook (Person), Stated",
            "“Ada Brook, the mayor of Lunde,” → Ada Brook (Person), Stated",
            "Ada Brook (Person): “Ada Brook” Same ×2, “Brook” PartOfName ×1",
        ],
    );
}

#[test]
fn a_name_with_an_initial_is_the_same_person() {
    check(
        "Ada M. Brook met the builders. [1 Ada Brook] <1 said> {1 the bridge was safe}.",
        &[
            "“Ada Brook” → Ada M. Brook (Person), Stated",
            "Ada M. Brook (Person): “Ada M. Brook” Same ×1, “Ada Brook” PartOfName ×1",
        ],
    );
}

#[test]
fn the_woman_is_the_one_who_has_no_name() {
    check(
        "A woman fell from the pier on Monday as Ada Brook spoke. [1 The woman] <1 said> {1 she had slipped}.",
        &[
            "“The woman” → The woman (Unnamed), Stated",
            "The woman (Unnamed, unnamed): “woman” Same ×2",
        ],
    );
}

#[test]
fn an_office_of_something_is_no_part_of_the_name() {
    check(
        "[1 Secretary of State Anna Brook] <1 said> {1 the talks had failed}. [2 The mayor of Stadvik Peter Lund] <2 said> {2 they had not}. \
         [3 President of the United States Nora Vik] <3 said> {3 nothing was lost}.",
        &[
            "“Secretary of State Anna Brook” → Anna Brook (Person), Stated",
            "“The mayor of Stadvik Peter Lund” → Peter Lund (Person), Stated",
            "“President of the United States Nora Vik” → Nora Vik (Person), Stated",
            "Anna Brook (Person): “Anna Brook” Same ×1",
            "Peter Lund (Person): “Peter Lund” Same ×1",
            "Nora Vik (Person): “Nora Vik” Same ×1",
        ],
    );
}
