//! Bodies, states and groups, those who speak for them, and several at once.
//!
//! What has no name is shown with a capital, as the article's words have it. Leaves out how a line is made;
//! see the door.

use super::check;

#[test]
fn a_spokesperson_speaks_for_a_body() {
    check(
        "[1 A spokeswoman for Halden Ferries] <1 said> {1 the boat was sound}. [2 She] <2 said> {2 it had been tested}.",
        &[
            "“A spokeswoman for Halden Ferries” → Spokeswoman for Halden Ferries (Spokesperson), Stated",
            "“She” → Spokeswoman for Halden Ferries (Spokesperson), Inferred from “A spokeswoman”",
            "Spokeswoman for Halden Ferries (Spokesperson, unnamed), for Halden Ferries: “spokeswoman for Halden Ferries” Same ×1, “She” Pronoun ×1",
            "Halden Ferries (Organization): “Halden Ferries” Same ×1",
        ],
    );
}

#[test]
fn somebody_of_somebody_is_a_person_or_a_group() {
    check(
        "Owen Slate, 19, is missing. [1 His mother] <1 said> {1 he left on Tuesday}. [2 His neighbours] <2 said> {2 they saw him go}. [3 They] <3 said> {3 he looked well}.",
        &[
            "“His mother” → Owen Slate’s mother (Unnamed), Stated",
            "“His neighbours” → Owen Slate’s neighbours (Group), Stated",
            "“They” → Owen Slate’s neighbours (Group), Inferred from “His neighbours”",
            "Owen Slate’s neighbours (Group, unnamed): “Owen Slate’s neighbours” Same ×1, “They” Pronoun ×1",
            "Owen Slate’s mother (Unnamed, unnamed): “Owen Slate’s mother” Same ×1",
        ],
    );
}

#[test]
fn residents_are_a_group_without_a_name() {
    check(
        "[1 Residents of Elm Court] <1 said> {1 the lift was broken}. [2 They] <2 said> {2 nobody came}.",
        &[
            "“Residents of Elm Court” → Residents of Elm Court (Group), Stated",
            "“They” → Residents of Elm Court (Group), Inferred from “Residents”",
            "Residents of Elm Court (Group, unnamed): “Residents of Elm Court” Same ×1, “They” Pronoun ×1",
        ],
    );
}

#[test]
fn two_states_together_are_each_of_them() {
    check(
        "[1 Germany and France] <1 said> {1 the data was gone}. [2 They] <2 accused> {2 Oculon of hiding it}.",
        &[
            "“Germany and France” → Germany and France (Organization), Stated",
            "“They” → Germany and France (Organization), Inferred, at Oculon",
            "Germany and France (Organization), being Germany + France, accuses Oculon: “Germany and France” Same ×1, “They” Pronoun ×1",
            "Oculon (Organization), accused by Germany + France: “Oculon” Same ×1",
            "Germany (Organization), accuses Oculon: “Germany” Same ×1",
            "France (Organization), accuses Oculon: “France” Same ×1",
        ],
    );
}

#[test]
fn a_body_and_a_description_together_are_a_group_in_part_unnamed() {
    check(
        "[1 Halden Ferries and the harbour pilots] <1 said> {1 the fog was thick}.",
        &[
            "“Halden Ferries and the harbour pilots” → Halden Ferries and the harbour pilots (Group), Stated",
            "Halden Ferries and the harbour pilots (Group, unnamed), being Halden Ferries + Harbour pilots: “Halden Ferries and the harbour pilots” Same ×1",
            "Halden Ferries (Organization): “Halden Ferries” Same ×1",
            "Harbour pilots (Group, unnamed): “harbour pilots” Same ×1",
        ],
    );
}

#[test]
fn a_seat_of_government_speaks_for_itself_where_its_state_does_not_act() {
    check(
        "[1 The White House] <1 said> {1 the road would be mended}.",
        &[
            "“The White House” → White House (Organization), Stated",
            "White House (Organization): “White House” Same ×1",
        ],
    );
}

#[test]
fn a_seat_of_government_speaks_through_its_spokesman() {
    check(
        "[1 The White House] <1 denied> {1 that the road was closed}, [2 spokesman Orrin Vask] <2 said>{2 .}",
        &[
            "“The White House” → White House (Organization), Stated, through Orrin Vask",
            "“spokesman Orrin Vask” → Orrin Vask (Spokesperson), Stated",
            "Orrin Vask (Spokesperson): “Orrin Vask” Same ×1",
            "White House (Organization): “White House” Same ×1",
        ],
    );
}

#[test]
fn a_capital_stands_for_its_state() {
    check(
        "[1 Moscow] <1 denied> {1 that its ships were there}. [2 Russia] <2 said> {2 they were in port}.",
        &[
            "“Moscow” → Russia (Organization), Stated",
            "“Russia” → Russia (Organization), Stated",
            "Russia (Organization): “Moscow” Seat ×1, “Russia” Same ×1",
        ],
    );
}

#[test]
fn where_something_was_said_is_no_other_name_of_the_state() {
    check(
        "[1 Russia] <1 said> {1 its ships were in port}. [2 A minister] <2 told> reporters in Moscow {2 that he would sail}.",
        &[
            "“Russia” → Russia (Organization), Stated",
            "“A minister” → The minister (Unnamed), Stated",
            "Russia (Organization): “Russia” Same ×1",
            "The minister (Unnamed, unnamed): “minister” Same ×1",
        ],
    );
}

#[test]
fn a_group_by_name_is_meant_by_they() {
    check(
        "[1 Republicans] <1 said> {1 the count was fair}. [2 They] <2 said> {2 it should end}.",
        &[
            "“Republicans” → Republicans (Group), Stated",
            "“They” → Republicans (Group), Inferred from “Republicans”",
            "Republicans (Group): “Republicans” Same ×1, “They” Pronoun ×1",
        ],
    );
}

#[test]
fn an_acronym_that_is_introduced_is_the_body() {
    check(
        "[1 The Harbour Safety Board (HSB)] <1 said> {1 the pier was closed}. [2 The HSB] <2 warned> {2 of falling stones}.",
        &[
            "“The Harbour Safety Board (HSB)” → Harbour Safety Board (Organization), Stated",
            "“The HSB” → Harbour Safety Board (Organization), Stated",
            "Harbour Safety Board (Organization): “HSB” Acronym ×2, “Harbour Safety Board” Same ×1",
        ],
    );
}

#[test]
fn two_states_together_accuse_each_for_itself_and_a_body_speaks_through_its_spokesman() {
    check(
        "[1 Germany and France] <1 accused> {1 Halden Ferries of dumping oil}. [2 Halden Ferries] <2 denied> {2 it}, [3 spokesman Orrin Vask] <3 said>{3 .}",
        &[
            "“Germany and France” → Germany and France (Organization), Stated, at Halden Ferries",
            "“Halden Ferries” → Halden Ferries (Organization), Stated, through Orrin Vask",
            "“spokesman Orrin Vask” → Orrin Vask (Spokesperson), Stated",
            "Halden Ferries (Organization), accused by Germany + France: “Halden Ferries” Same ×2",
            "Orrin Vask (Spokesperson): “Orrin Vask” Same ×1",
            "Germany and France (Organization), being Germany + France, accuses Halden Ferries: “Germany and France” Same ×1",
            "Germany (Organization), accuses Halden Ferries: “Germany” Same ×1",
            "France (Organization), accuses Halden Ferries: “France” Same ×1",
        ],
    );
}

#[test]
fn a_body_without_a_name_keeps_its_article_and_one_with_a_name_has_none() {
    check(
        "[1 The agency] <1 said> {1 the bridge was safe}. [2 The Harbour Board] <2 said> {2 it was shut}.",
        &[
            "“The agency” → The agency (Organization), Stated",
            "“The Harbour Board” → Harbour Board (Organization), Stated",
            "The agency (Organization, unnamed): “agency” Same ×1",
            "Harbour Board (Organization): “Harbour Board” Same ×1",
        ],
    );
}

#[test]
fn whose_it_is_belongs_to_a_body_too() {
    check(
        "Halden Ferries opened its books. [1 Its director] <1 said> {1 the boats were sound}.",
        &[
            "“Its director” → Halden Ferries’s director (Unnamed), Stated",
            "Halden Ferries’s director (Unnamed, unnamed): “Halden Ferries’s director” Same ×1",
        ],
    );
}

#[test]
fn whom_one_criticises_and_demands_something_of_is_told_of_both() {
    check(
        "[1 Ada Brook] <1 criticised> {1 Halden Ferries}. [2 Brook] <2 urged> {2 the Harbour Board to close the pier}. [3 Brook] <3 accused> {3 Halden Ferries of dumping oil}.",
        &[
            "“Ada Brook” → Ada Brook (Person), Stated, at Halden Ferries",
            "“Brook” → Ada Brook (Person), Stated, at Harbour Board",
            "“Brook” → Ada Brook (Person), Stated, at Halden Ferries",
            "Ada Brook (Person), accuses Halden Ferries, demands of Harbour Board, criticises Halden Ferries: “Brook” PartOfName ×2, “Ada Brook” Same ×1",
            "Halden Ferries (Organization), accused by Ada Brook: “Halden Ferries” Same ×2",
            "Harbour Board (Organization): “Harbour Board” Same ×1",
        ],
    );
}
