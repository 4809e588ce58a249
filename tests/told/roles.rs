//! Who has a role, and of what it is: titles, parties, places, ranks.
//!
//! Who holds it is worked out from nearby text, since the sentence has no name; a description that nobody
//! holds is an unnamed source. Leaves out how a line is made; see the door.

use super::check;

#[test]
fn a_title_is_a_role() {
    check(
        "[1 Dr. Tarn] <1 said> {1 the ward was full}. On Tuesday [2 the doctor] <2 said> {2 it had emptied}.",
        &[
            "“Dr. Tarn” → Tarn (Person), Stated",
            "“the doctor” → Tarn (Person), Inferred from “Dr. Tarn”",
            "Tarn (Person): “Tarn” Same ×1, “the doctor” Role ×1",
        ],
    );
}

#[test]
fn one_role_of_two_parties_is_two_people() {
    check(
        "The Republican nominee, Wexley Tarn, met the Democratic nominee, Orrin Vask. [1 The Republican nominee] <1 said> {1 it was cordial}. [2 The Democratic nominee] <2 said> {2 it was short}.",
        &[
            "“The Republican nominee” → Wexley Tarn (Person), Inferred from “Wexley Tarn”",
            "“The Democratic nominee” → Orrin Vask (Person), Inferred from “Orrin Vask”",
            "Wexley Tarn (Person): “Wexley Tarn” Same ×1, “The Republican nominee” Role ×1",
            "Orrin Vask (Person): “Orrin Vask” Same ×1, “The Democratic nominee” Role ×1",
        ],
    );
}

#[test]
fn a_role_before_a_name_counts_with_its_party() {
    check(
        "Republican nominee Wexley Tarn spoke, and Democratic nominee Orrin Vask listened. [1 The Republican nominee] <1 said> {1 it was cordial}.",
        &[
            "“The Republican nominee” → Wexley Tarn (Person), Inferred from “Wexley Tarn”",
            "Wexley Tarn (Person): “Wexley Tarn” Same ×1, “The Republican nominee” Role ×1",
        ],
    );
}

#[test]
fn one_role_of_two_places_is_two_people() {
    check(
        "The Ohio senator, Wexley Tarn, met the Texas senator, Orrin Vask. [1 The Ohio senator] <1 said> {1 it was cordial}. [2 The Texas senator] <2 said> {2 it was short}.",
        &[
            "“The Ohio senator” → Wexley Tarn (Person), Inferred from “Wexley Tarn”",
            "“The Texas senator” → Orrin Vask (Person), Inferred from “Orrin Vask”",
            "Wexley Tarn (Person): “Wexley Tarn” Same ×1, “The Ohio senator” Role ×1",
            "Orrin Vask (Person): “Orrin Vask” Same ×1, “The Texas senator” Role ×1",
        ],
    );
}

#[test]
fn the_mayor_is_not_the_former_one() {
    // Of the former one nobody is sure; the present one is certainly another.
    check(
        "Orrin Vask, the mayor of Lunde, met former mayor Wexley Tarn. [1 The former mayor] <1 said> {1 it was cordial}. [2 The mayor] <2 said> {2 it was short}.",
        &[
            "“The former mayor” → nobody (Unresolved), Unclear",
            "“The mayor” → Orrin Vask (Person), Inferred from “the mayor”",
            "Orrin Vask (Person): “Orrin Vask” Same ×1, “The mayor” Role ×1",
        ],
    );
}

#[test]
fn the_nominee_for_president_is_not_the_one_for_vice_president() {
    check(
        "The Democratic vice presidential nominee, Orrin Vask, spoke in Lunde. [1 The Democratic presidential nominee] <1 said> {1 it was cordial}.",
        &[
            "“The Democratic presidential nominee” → Democratic presidential nominee (Unnamed), Stated",
            "Democratic presidential nominee (Unnamed, unnamed): “Democratic presidential nominee” Same ×1",
        ],
    );
}

#[test]
fn what_tells_more_of_them_is_no_part_of_a_name() {
    for more in ["close to the talks", "familiar with the plan", "briefed on the plan"] {
        check(
            &format!(
                "[1 Two officials {more}] <1 said> {{1 the bridge was safe}}. [2 They] <2 added> {{2 that it would open}}."
            ),
            &[
                &format!("“Two officials {more}” → Two officials (Unnamed), Stated"),
                "“They” → Two officials (Unnamed), Inferred from “Two officials”",
                "Two officials (Unnamed, unnamed): “Two officials” Same ×1, “They” Pronoun ×1",
            ],
        );
    }
}

#[test]
fn people_are_somebody() {
    check(
        "[1 Two people familiar with the plan] <1 said> {1 the bridge was safe}.",
        &[
            "“Two people familiar with the plan” → Two people familiar with the plan (Unnamed), Stated",
            "Two people familiar with the plan (Unnamed, unnamed): “Two people familiar with the plan” Same ×1",
        ],
    );
}
