//! Who accuses whom, and what answers a charge and what does not, on invented sentences as a reader's page has them.
//!
//! Leaves out how often that is right; see `judged`.

use ascribe::{
    Analysis, Block, Options,
    analysis::{Actor, Kind, ReplyState},
    analyze,
    span::Piece,
};

/// The analysis of that text as one block.
fn analysis(text: &str) -> Analysis<Piece> {
    analyze(&[Block { text: text.to_owned(), ..Block::default() }], &Options::default())
}

#[test]
fn a_bare_that_answers_the_last_charge_alone() {
    let text = "Orr accused the mayor of fraud in the spring. Vale accused the mayor of theft \
                in the summer. The mayor denied that.";
    let denied: Vec<bool> = analysis(text)
        .attributions
        .iter()
        .filter(|a| a.kind == Kind::Accusation)
        .map(|a| a.reply_state == Some(ReplyState::Denied))
        .collect();
    assert_eq!(denied, [false, true]);
}

/// The state of the first charge in that text.
fn first_state(text: &str) -> Option<ReplyState> {
    let blocks: Vec<Block> = text
        .split("\n\n")
        .map(|text| Block { text: text.to_owned(), ..Block::default() })
        .collect();
    let analysis = analyze(&blocks, &Options::default());
    let charge = analysis.attributions.iter().find(|a| a.kind == Kind::Accusation);
    charge.expect("a charge").reply_state
}

#[test]
fn no_reply_is_not_said_of_one_who_is_named_beside_a_denial() {
    let charge = "Prosecutors accused Harlan Voss of hiding the money.";
    assert_eq!(
        first_state(&format!("{charge} The trial begins in May.")),
        Some(ReplyState::NoneFound)
    );
    for elsewhere in [
        "Voss and two others are denying everything.",
        "In March Voss entered a plea of not guilty.",
        "Friends of Voss point to the denial of last year.",
        "Those accused deny it.",
        "The accused pleads not guilty.",
        "Voss maintains his innocence.",
        "Voss has entered a not-guilty plea.",
        "Voss contests the charges in court.",
    ] {
        let text = format!("{charge} The trial begins in May. {elsewhere}");
        assert_ne!(first_state(&text), Some(ReplyState::NoneFound), "{elsewhere}");
    }
}

#[test]
fn what_speaks_of_another_affair_answers_no_charge() {
    let charge = "Residents accused Shell of polluting the delta.";
    let between = "\n\nThe delta feeds a million people.\n\nIts fish are sold in the capital.\n\n\
                   Its reeds are cut in autumn.\n\n";
    for elsewhere in [
        " In a separate case, Shell denied that its former boss had taken bribes in Brazil.",
        &format!("{between}Shell said profits rose by a tenth in the spring."),
    ] {
        let state = first_state(&format!("{charge}{elsewhere}"));
        assert!(matches!(state, None | Some(ReplyState::NoneFound)), "{elsewhere}: {state:?}");
    }
    for (own, state) in [
        ("Shell denied polluting the delta.", ReplyState::Denied),
        ("Shell rejected the accusation.", ReplyState::Denied),
        ("Shell said the delta was clean.", ReplyState::Answered),
        ("Shell declined to comment.", ReplyState::Declined),
    ] {
        let found = first_state(&format!("{charge} {own}"));
        assert_eq!(found, Some(state), "{own}");
    }
}

/// Every "accuser > accused" of `text`, by name.
fn edges(text: &str) -> Vec<String> {
    let actors = analysis(text).actors;
    let mut out: Vec<String> = actors
        .iter()
        .flat_map(|by| by.accuses.iter().map(move |edge| (by, edge)))
        .map(|(by, edge)| format!("{} > {}", by.name, actors[edge.actor as usize].name))
        .collect();
    out.sort();
    out
}

#[test]
fn several_at_once_accuse_and_are_accused_each() {
    assert_eq!(
        edges("Germany and France accused Oculon and Facewise of hiding data from inspectors."),
        [
            "France > Facewise",
            "France > Oculon",
            "Germany > Facewise",
            "Germany > Oculon",
            "Germany and France > Facewise",
            "Germany and France > Oculon",
        ]
    );
    assert_eq!(
        edges("The mayor accused Oculon of hiding data from inspectors."),
        ["The mayor > Oculon"]
    );
}

/// Of everybody whose name ends so: who it is, in the analysis.
fn actor<'a>(analysis: &'a Analysis<Piece>, name: &str) -> &'a Actor {
    analysis.actors.iter().find(|a| a.name.ends_with(name)).expect("one of the actors")
}

#[test]
fn who_denies_is_told_and_by_which_words() {
    let told = analysis(
        "Mia Orr accused Per Vale of theft. Vale denied the theft. Orr said the box was empty.",
    );
    let denial = told.attributions.iter().position(|a| a.kind == Kind::Denial);
    assert_eq!(
        actor(&told, "Vale").denies,
        [u32::try_from(denial.expect("a denial")).expect("few")]
    );
    assert!(actor(&told, "Orr").denies.is_empty());
}

#[test]
fn one_without_a_word_of_his_own_is_told_to_have_none() {
    let charge = "Prosecutors accused Harlan Voss of hiding the money.";
    let silent = analysis(&format!("{charge} The trial begins in May."));
    assert!(actor(&silent, "Voss").no_own_words);
    assert!(!actor(&silent, "rosecutors").no_own_words);
    let spoken = analysis(&format!("{charge} Voss said the trial would begin in May."));
    assert!(!actor(&spoken, "Voss").no_own_words);
}

#[test]
fn a_spokeswoman_is_told_once_however_often_she_speaks() {
    let once = "A spokeswoman for Halden Ferries said the boat was sound.";
    for text in [once, &format!("{once} She said it had been tested.")] {
        let told = analysis(text);
        let place = told.actors.iter().position(|a| a.name.starts_with("Spokeswoman"));
        let place = u32::try_from(place.expect("the spokeswoman")).expect("few");
        let ferries = told.actors.iter().find(|a| a.name == "Halden Ferries").expect("the body");
        assert_eq!(ferries.through, [place], "{text}");
    }
}

#[test]
fn a_state_is_answered_for_by_its_own_minister_alone() {
    let charge = "Norway accused Iceland of hiding its catch.";
    for (words, state) in [
        (
            "Icelandic Fisheries Minister Jon Tarn said the figures were right.",
            ReplyState::Answered,
        ),
        ("Danish Fisheries Minister Jon Tarn said the figures were right.", ReplyState::NoneFound),
    ] {
        assert_eq!(first_state(&format!("{charge} {words}")), Some(state), "{words}");
    }
}
