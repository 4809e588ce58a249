//! What a reader is told of an attribution beside its kind: who stands behind it, how that was worked
//! out and from which words, and who everyone in the article is.
//!
//! Spans are given, so that nothing hangs on the tagger. Leaves out how often it is right; see `labelled`.

mod marks;

use std::fmt::Write as _;

use ascribe::{
    Analysis,
    analysis::{Actor, Attribution},
    judge,
    span::Span,
    text::Document,
};

/// Compares what is told of a marked text, a line for each attribution and each actor, in that order.
#[track_caller]
fn check(marked: &str, told: &[&str]) {
    let (document, found) = marks::read(marked).expect("marks");
    let found: Vec<_> = found.into_values().collect();
    let analysis = judge(&document, &found);
    let lines: Vec<String> = analysis
        .attributions
        .iter()
        .map(|a| attribution(&document, &analysis, a))
        .chain(analysis.actors.iter().map(|a| actor(&analysis, a)))
        .collect();
    assert_eq!(lines, told, "{marked}");
}

/// `SOURCE → ACTOR (KIND OF SOURCE), RESOLUTION from “WORDS”, through SPOKESPERSON, at TARGET`.
fn attribution(document: &Document, analysis: &Analysis<Span>, a: &Attribution<Span>) -> String {
    let name = |at: u32| analysis.actors[at as usize].name.as_str();
    let mut line = format!(
        "{} → {} ({:?}), {:?}",
        words(document, &a.source),
        a.actor.map_or("nobody", name),
        a.source_kind,
        a.resolution
    );
    if !a.because.is_empty() {
        let _ = write!(line, " from {}", words(document, &a.because));
    }
    if let Some(through) = a.through {
        let _ = write!(line, ", through {}", name(through));
    }
    if let Some(target) = a.target.as_ref().and_then(|t| t.actor) {
        let _ = write!(line, ", at {}", name(target));
    }
    line
}

/// `NAME (KIND, unnamed), for BODY, being MEMBERS, accuses NAMES: “NAME SEEN” HOW ×TIMES, …`.
fn actor(analysis: &Analysis<Span>, a: &Actor) -> String {
    let name = |at: &u32| analysis.actors[*at as usize].name.as_str();
    let unnamed = if a.named { "" } else { ", unnamed" };
    let mut line = format!("{} ({:?}{unnamed})", a.name, a.kind);
    if let Some(body) = &a.speaks_for {
        let _ = write!(line, ", for {}", name(body));
    }
    if !a.members.is_empty() {
        let members: Vec<_> = a.members.iter().map(name).collect();
        let _ = write!(line, ", being {}", members.join(" + "));
    }
    for (does, edges) in [
        ("accuses", &a.accuses),
        ("accused by", &a.accused_by),
        ("demands of", &a.demands_of),
        ("criticises", &a.criticises),
    ] {
        if !edges.is_empty() {
            let whom: Vec<_> = edges.iter().map(|edge| name(&edge.actor)).collect();
            let _ = write!(line, ", {does} {}", whom.join(" + "));
        }
    }
    for (at, seen) in a.names.iter().enumerate() {
        let comma = if at == 0 { ":" } else { "," };
        let _ = write!(
            line,
            "{comma} “{}” {:?} ×{}",
            seen.text, seen.how, seen.count
        );
    }
    line
}

fn words(document: &Document, spans: &[Span]) -> String {
    let words: Vec<_> = spans.iter().map(|s| s.of(document.text())).collect();
    format!("“{}”", words.join(" … "))
}

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
fn a_title_is_a_role() {
    check(
        "[1 Dr. Tarn] <1 said> {1 the ward was full}. On Tuesday [2 the doctor] <2 said> {2 it had emptied}.",
        &[
            "“Dr. Tarn” → Tarn (Person), Stated",
            "“the doctor” → Tarn (Person), Stated",
            "Tarn (Person): “Tarn” Same ×1, “doctor” Role ×1",
        ],
    );
}

#[test]
fn one_role_of_two_parties_is_two_people() {
    check(
        "The Republican nominee, Wexley Tarn, met the Democratic nominee, Orrin Vask. [1 The Republican nominee] <1 said> {1 it was cordial}. [2 The Democratic nominee] <2 said> {2 it was short}.",
        &[
            "“The Republican nominee” → Wexley Tarn (Person), Stated",
            "“The Democratic nominee” → Orrin Vask (Person), Stated",
            "Wexley Tarn (Person): “Wexley Tarn” Same ×1, “Republican nominee” Role ×1",
            "Orrin Vask (Person): “Orrin Vask” Same ×1, “Democratic nominee” Role ×1",
        ],
    );
}

#[test]
fn a_spokesperson_speaks_for_a_body() {
    check(
        "[1 A spokeswoman for Halden Ferries] <1 said> {1 the boat was sound}. [2 She] <2 said> {2 it had been tested}.",
        &[
            "“A spokeswoman for Halden Ferries” → Halden Ferries spokeswoman (Spokesperson), Stated",
            "“She” → Halden Ferries spokeswoman (Spokesperson), Inferred from “A spokeswoman”",
            "Halden Ferries spokeswoman (Spokesperson, unnamed), for Halden Ferries: “Halden Ferries spokeswoman” Same ×1, “She” Pronoun ×1",
            "Halden Ferries (Organization): “Halden Ferries” Same ×1",
        ],
    );
}

#[test]
fn somebody_of_somebody_is_a_person_or_a_group() {
    check(
        "Owen Slate, 19, is missing. [1 His mother] <1 said> {1 he left on Tuesday}. [2 His neighbours] <2 said> {2 they saw him go}. [3 They] <3 said> {3 he looked well}.",
        &[
            "“His mother” → Owen Slate’s mother (Person), Stated",
            "“His neighbours” → Owen Slate’s neighbours (Group), Stated",
            "“They” → Owen Slate’s neighbours (Group), Inferred from “His neighbours”",
            "Owen Slate’s neighbours (Group, unnamed): “Owen Slate’s neighbours” Same ×1, “They” Pronoun ×1",
            "Owen Slate’s mother (Person, unnamed): “Owen Slate’s mother” Same ×1",
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
            "Residents of Elm Court (Group, unnamed): “Residents” Same ×1, “They” Pronoun ×1",
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
            "Halden Ferries and the harbour pilots (Group, unnamed), being Halden Ferries + harbour pilots: “Halden Ferries and the harbour pilots” Same ×1",
            "Halden Ferries (Organization): “Halden Ferries” Same ×1",
            "harbour pilots (Group, unnamed): “harbour pilots” Same ×1",
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
fn a_role_before_a_name_counts_with_its_party() {
    check(
        "Republican nominee Wexley Tarn spoke, and Democratic nominee Orrin Vask listened. [1 The Republican nominee] <1 said> {1 it was cordial}.",
        &[
            "“The Republican nominee” → Wexley Tarn (Person), Stated",
            "Wexley Tarn (Person): “Wexley Tarn” Same ×1, “Republican nominee” Role ×1",
        ],
    );
}

#[test]
fn one_role_of_two_places_is_two_people() {
    check(
        "The Ohio senator, Wexley Tarn, met the Texas senator, Orrin Vask. [1 The Ohio senator] <1 said> {1 it was cordial}. [2 The Texas senator] <2 said> {2 it was short}.",
        &[
            "“The Ohio senator” → Wexley Tarn (Person), Stated",
            "“The Texas senator” → Orrin Vask (Person), Stated",
            "Wexley Tarn (Person): “Wexley Tarn” Same ×1, “Ohio senator” Role ×1",
            "Orrin Vask (Person): “Orrin Vask” Same ×1, “Texas senator” Role ×1",
        ],
    );
}

#[test]
fn the_mayor_is_not_the_former_one() {
    check(
        "Orrin Vask, the mayor of Lunde, met former mayor Wexley Tarn. [1 The former mayor] <1 said> {1 it was cordial}. [2 The mayor] <2 said> {2 it was short}.",
        &[
            "“The former mayor” → Wexley Tarn (Person), Stated",
            "“The mayor” → Orrin Vask (Person), Stated",
            "Wexley Tarn (Person): “Wexley Tarn” Same ×1, “former mayor” Role ×1",
            "Orrin Vask (Person): “Orrin Vask” Same ×1, “mayor” Role ×1",
        ],
    );
}

#[test]
fn the_nominee_for_president_is_not_the_one_for_vice_president() {
    check(
        "The Democratic vice presidential nominee, Orrin Vask, spoke in Lunde. [1 The Democratic presidential nominee] <1 said> {1 it was cordial}.",
        &[
            "“The Democratic presidential nominee” → Democratic presidential nominee (Person), Stated",
            "Democratic presidential nominee (Person, unnamed): “Democratic presidential nominee” Same ×1",
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
fn an_article_alone_is_nobody() {
    check(
        "[1 \"The\"] <1 said> {1 so}. [2 The] <2 said> {2 so}.",
        &[
            "“\"The\"” → nobody (Unresolved), Unclear",
            "“The” → nobody (Unresolved), Unclear",
        ],
    );
}

#[test]
fn words_in_quotation_marks_alone_are_a_name() {
    check(
        "[1 “Nightjar”] <1 said> {1 so}. [2 The\"d] <2 said> {2 so}.",
        &[
            "““Nightjar”” → Nightjar (Organization), Stated",
            "“The\"d” → d (Organization), Stated",
            "Nightjar (Organization, unnamed): “Nightjar” Same ×1",
            "d (Organization, unnamed): “d” Same ×1",
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
fn whose_it_is_belongs_to_a_body_too() {
    check(
        "Halden Ferries opened its books. [1 Its director] <1 said> {1 the boats were sound}.",
        &[
            "“Its director” → Halden Ferries’s director (Person), Stated",
            "Halden Ferries’s director (Person, unnamed): “Halden Ferries’s director” Same ×1",
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

#[test]
fn the_woman_is_the_one_who_has_no_name() {
    check(
        "A woman fell from the pier on Monday as Ada Brook spoke. [1 The woman] <1 said> {1 she had slipped}.",
        &[
            "“The woman” → woman (Unnamed), Stated",
            "woman (Unnamed, unnamed): “woman” Same ×2",
        ],
    );
}
