//! Charges that do not stand as somebody and a verb of wrong: *was robbed by soldiers*, *committed
//! atrocities*, *entered false names*, *shot protesters*.
//!
//! Each gives the words that name the doer, and is none without them. A plain verb of wrong is in
//! `charge`.

use super::{
    content::{Content, EARLY},
    subject::{party, run},
    vocabulary::*,
};
use crate::span::Span;

/// Participles that say whose work a deed was: "the attack was ordered by".
const WORK: &[&str] = &[
    "ordered",
    "orchestrated",
    "directed",
    "masterminded",
    "perpetrated",
    "committed",
    "carried",
    "staged",
    "planned",
    "instigated",
    "led",
];

/// Verbs of violence that soldiers and police also use lawfully: whom they hit decides.
const VIOLENCE: &[&str] = &[
    "killed",
    "shot",
    "beat",
    "beaten",
    "attacked",
    "bombed",
    "shelled",
    "wounded",
    "injured",
    "slaughtered",
    "executed",
    "gassed",
];

/// Verbs by which something that is not what it seems is brought into the world.
const ISSUES: &[&str] = &[
    "entered",
    "used",
    "submitted",
    "made",
    "created",
    "issued",
    "filed",
    "spread",
    "published",
    "gave",
    "given",
    "presented",
    "signed",
    "sold",
    "provided",
    "released",
];

/// Words before a deed that do not say that it was done: "to prevent abuse by guards".
const UNDONE: &[&str] = &[
    "prevent",
    "prevents",
    "protect",
    "protects",
    "protection",
    "against",
    "stop",
    "stops",
    "end",
    "curb",
    "combat",
    "combating",
    "fight",
    "fighting",
    "tackle",
    "address",
    "addressing",
    "avoid",
    "deter",
    "risk",
    "risks",
    "fear",
    "fears",
    "feared",
    "threat",
    "threats",
    "alleged",
    "allegations",
    "allegation",
    "accusations",
    "claims",
    "reports",
    "suspected",
    "possible",
    "potential",
    "future",
    "any",
    "if",
    "could",
    "would",
    "may",
    "might",
    "should",
    "will",
    "no",
    "not",
    "n't",
    "without",
    "whether",
    "deny",
    "denied",
    "denies",
    "investigate",
    "investigating",
    "condemn",
    "condemned",
    "response",
];

impl Content<'_> {
    /// The words that name who did a wrongful deed; none when no such deed is told as done by
    /// somebody named or described.
    pub fn deed(&self) -> Option<Span> {
        (0..self.tokens.len().min(EARLY + EARLY / 3)).find_map(|i| {
            self.done_by(i)
                .or_else(|| self.done_unlawfully(i))
                .or_else(|| self.committed(i))
                .or_else(|| self.passed_off(i))
                .or_else(|| self.struck(i))
                .or_else(|| self.suffered_from(i))
                .or_else(|| self.unlawful_act_of(i))
        })
    }

    /// What a suit is for is a wrong: "the firm for fraud", "him over the leak"; not "her for damages".
    pub fn tells_the_wrong(&self) -> bool {
        (1..self.tokens.len().min(14)).any(|i| {
            matches!(
                self.lower(i),
                "for" | "over" | "alleging" | "accusing" | "claiming"
            ) && !matches!(
                self.lower(i + 1),
                "damages"
                    | "divorce"
                    | "compensation"
                    | "custody"
                    | "money"
                    | "more"
                    | "access"
                    | "$"
                    | "£"
                    | "€"
            ) && self.lower(i + 1).parse::<f64>().is_err()
        })
    }

    /// "had been harassed by the manager", "the raid was ordered by Lima".
    fn done_by(&self, i: usize) -> Option<Span> {
        let bits = self.bits(i);
        let lower = self.lower(i);
        let unlawful = i > 0 && self.bits(i - 1) & UNLAWFUL != 0 && lower.ends_with("ed");
        let work =
            WORK.contains(&lower) && (i.saturating_sub(7)..i).any(|j| self.bits(j) & DEED != 0);
        let violence =
            VIOLENCE.contains(&lower) && (i.saturating_sub(9)..i).any(|j| self.victim(j));
        if !(bits & WRONG != 0 && bits & PAST != 0 || unlawful || work || violence) {
            return None;
        }
        let be = (i.saturating_sub(4)..i).any(|j| {
            matches!(
                self.lower(j),
                "was" | "were" | "been" | "is" | "are" | "got"
            )
        });
        let had = (i.saturating_sub(5)..i).any(|j| matches!(self.lower(j), "had" | "have" | "has"));
        if !(be || had) || self.left_open(i) {
            return None;
        }
        let by = (i + 1..i + 6)
            .take_while(|&j| !self.border(j) && self.bits(j) & (CLAUSE | AUXILIARY) == 0)
            .find(|&j| self.lower(j) == "by")?;
        self.doers(by + 1)
    }

    /// "Northline illegally drilled wells", "deliberately ignored the inspectors".
    fn done_unlawfully(&self, i: usize) -> Option<Span> {
        let adverb = self.lower(i);
        let next = self.lower(i + 1);
        let past = next.ends_with("ed")
            || self.bits(i + 1) & (PAST | VERB) != 0
            || matches!(
                next,
                "took" | "made" | "kept" | "gave" | "sent" | "spent" | "held"
            );
        let unlawful = self.bits(i) & UNLAWFUL != 0 && adverb.ends_with("ly") && past;
        let meant = matches!(
            adverb,
            "deliberately" | "knowingly" | "intentionally" | "wilfully" | "willfully"
        ) && self.bits(i + 1) & (WRONG | HARM | MILD) != 0;
        if !(unlawful || meant) {
            return None;
        }
        self.doer(i)
    }

    /// "continued to commit abuses", "made unwanted sexual advances", "tried to spread a rumour".
    fn committed(&self, i: usize) -> Option<Span> {
        let lower = self.lower(i);
        let object = |from: usize, test: &dyn Fn(usize) -> bool| {
            (from..from + 6)
                .take_while(|&j| !self.border(j) && self.bits(j) & (CLAUSE | AUXILIARY) == 0)
                .any(test)
        };
        let told = match lower {
            "commit" | "commits" | "committed" | "committing" | "perpetrate" | "perpetrated" => {
                object(i + 1, &|j| self.bits(j) & DEED != 0)
            }
            "engage" | "engaged" | "engages" | "engaging" if self.lower(i + 1) == "in" => {
                object(i + 2, &|j| self.bits(j) & (DEED | WRONG) != 0)
            }
            "carried" | "carry" | "carrying" if self.lower(i + 1) == "out" => {
                object(i + 2, &|j| self.bits(j) & DEED != 0)
            }
            "spread" | "spreads" | "spreading" => object(i + 1, &|j| {
                matches!(
                    self.lower(j),
                    "rumor"
                        | "rumors"
                        | "rumour"
                        | "rumours"
                        | "lies"
                        | "falsehoods"
                        | "disinformation"
                        | "misinformation"
                        | "smears"
                )
            }),
            "set" | "setting" | "started" | "starting" => object(i + 1, &|j| {
                matches!(self.lower(j), "fire" | "fires" | "ablaze")
            }),
            "made" | "make" | "makes" | "making" => object(i + 1, &|j| {
                matches!(self.lower(j), "advance" | "advances")
                    && (i + 1..j).any(|k| matches!(self.lower(k), "sexual" | "unwanted"))
                    || matches!(
                        self.lower(j),
                        "harassing" | "racist" | "lewd" | "derogatory"
                    )
            }),
            _ => false,
        };
        if !told {
            return None;
        }
        self.doer(i)
    }

    /// "entered false names", "submitted forged papers".
    fn passed_off(&self, i: usize) -> Option<Span> {
        if !ISSUES.contains(&self.lower(i)) {
            return None;
        }
        (i + 1..i + 4)
            .take_while(|&j| !self.border(j) && self.bits(j) & (CLAUSE | PREPOSITION) == 0)
            .any(|j| self.bits(j) & SHAM != 0)
            .then(|| self.doer(i))?
    }

    /// "soldiers shot eleven villagers": of those alone whose work force is, on those who bear none.
    fn struck(&self, i: usize) -> Option<Span> {
        if !VIOLENCE.contains(&self.lower(i))
            || !(i + 1..i + 7)
                .take_while(|&j| {
                    !self.border(j)
                        && (self.bits(j) & (CLAUSE | AUXILIARY) == 0 || self.lower(j) == "than")
                })
                .any(|j| self.bits(j) & VICTIM != 0)
        {
            return None;
        }
        // "imposed after militants killed forty people": told by the way.
        if (i.saturating_sub(6)..i)
            .any(|j| matches!(self.lower(j), "after" | "since" | "when" | "before"))
        {
            return None;
        }
        let doer = self.doer(i)?;
        let inside = self.words.document.tokens_in(doer);
        inside
            .last()
            .is_some_and(|at| self.words.is(at, PARTY))
            .then_some(doer)
    }

    /// "used to mistreatment by police", "rebuffed advances from the editor".
    fn suffered_from(&self, i: usize) -> Option<Span> {
        let advances = self.lower(i) == "advances"
            && matches!(self.lower(i.saturating_sub(1)), "sexual" | "unwanted");
        if !(self.bits(i) & DEED != 0 || advances)
            || (i.saturating_sub(8)..i).any(|j| UNDONE.contains(&self.lower(j)))
        {
            return None;
        }
        let from = match self.lower(i + 1) {
            "by" => i + 2,
            "from" if advances || matches!(self.lower(i), "abuse" | "harassment" | "bullying") => {
                i + 2
            }
            "at" if self.lower(i + 2) == "the" && self.lower(i + 3) == "hands" => i + 5,
            _ => return None,
        };
        self.doers(from)
    }

    /// "Yorke's unlawful decree": whose it is; not what was done to somebody ("Yorke's illegal arrest").
    fn unlawful_act_of(&self, i: usize) -> Option<Span> {
        if !matches!(self.lower(i), "'s" | "'") || i == 0 || self.left_open(i) {
            return None;
        }
        let next = (i + 1..i + 3)
            .find(|&j| self.tokens.get(j).is_some_and(|&at| self.words.is_word(at)))?;
        let from = next + 2 * usize::from(matches!(self.lower(next), "history" | "pattern"));
        let word = (from..from + 4)
            .find(|&j| self.tokens.get(j).is_some_and(|&at| self.words.is_word(at)))?;
        let plain = self.bits(word) & UNLAWFUL != 0 && !self.lower(word).ends_with("ly");
        let borne = (word + 1..word + 5).any(|j| {
            matches!(
                self.lower(j),
                "arrest"
                    | "detention"
                    | "imprisonment"
                    | "jailing"
                    | "dismissal"
                    | "firing"
                    | "sacking"
                    | "treatment"
                    | "expulsion"
                    | "deportation"
                    | "killing"
                    | "death"
                    | "removal"
                    | "ouster"
                    | "conviction"
                    | "prosecution"
                    | "extradition"
                    | "immigration"
                    | "immigrants"
                    | "drugs"
                    | "drug"
                    | "trade"
                    | "logging"
                    | "fishing"
                    | "mining"
                    | "gambling"
                    | "weapons"
                    | "arms"
                    | "wildlife"
            )
        });
        let start = (0..i)
            .rev()
            .take_while(|&j| {
                self.tokens.get(j).is_some_and(|&at| self.words.capital(at))
                    || self.bits(j) & DETERMINER != 0
            })
            .last()?;
        // Mentioned by the way ("for backing Yorke's illegal decree") it is not what is said.
        let first = self.first();
        if start > first + usize::from(self.lower(first) == "that") {
            return None;
        }
        let owner = run(self.words, self.tokens, start, i)?;
        (plain && !borne && party(self.words, owner)).then_some(owner)
    }
}
