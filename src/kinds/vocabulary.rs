//! Words that tell what is done by saying something, in classes.
//!
//! The lists are principled, not harvested: each class is a meaning (wrongful acts, words of praise,
//! ways to refuse), so that it covers articles nobody has seen. Regular verbs stand as their base
//! form and are inflected when the table is built; `base:past:participle` gives irregular forms.
//! Leaves out how words combine; see `cue` and `content`.

use std::{collections::HashMap, sync::LazyLock};

/// Classes of a word, as a set of bits; a word may be of several.
pub type Bits = u64;

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:expr;)*) => {
        $($(#[$doc])* pub const $name: Bits = 1 << $bit;)*
    };
}

classes! {
    /// Lays a wrongful act at a door: accuse, allege, blame.
    ACCUSE = 0;
    /// Says that something is not so: deny, refute.
    DENY = 1;
    /// Turns something down or undoes it: refuse, reject, veto.
    REFUSE = 2;
    /// Concedes: admit, confess.
    ADMIT = 3;
    /// Wants something done: demand, urge.
    DEMAND = 4;
    /// Speaks of coming harm: warn, threaten.
    WARN = 5;
    /// Binds oneself: promise, vow.
    PROMISE = 6;
    /// Speaks ill: criticise, slam.
    CRITICISE = 7;
    /// Speaks well, or stands behind: praise, endorse.
    PRAISE = 8;
    /// Holds a view: believe, expect.
    OPINE = 9;
    /// Asks: ask, wonder.
    ASK = 10;
    /// Keeps a distance: claim, argue.
    CLAIM = 11;
    /// Presses: insist, maintain.
    PRESS = 12;
    /// Gives a name to something: call, describe.
    NAME = 13;
    /// Says, without more.
    SAY = 14;
    /// Takes back an accusation or ends a case: withdraw, retract, acquit.
    RELEASE = 15;
    /// A wrongful act whatever the subject: bribe, falsify.
    WRONG = 16;
    /// An act that is mostly wrongful when someone is said to have done it: kill, hide, attack.
    HARM = 17;
    /// An act that is wrongful only where the cue says so: break, take, lose.
    MILD = 39;
    /// Good words that count only when they are negated: "not right", "not fair".
    FAIR = 40;
    /// Ways to be about an act: trying to, designed to.
    ATTEMPT = 41;
    /// A bad view of something.
    BAD = 18;
    /// A good view of something.
    GOOD = 19;
    /// Says that a claim is not so: false, baseless.
    FALSEHOOD = 20;
    /// What a denial may answer: claim, allegation, report.
    CLAIM_NOUN = 21;
    /// not, n't, never, no.
    NEGATION = 22;
    /// should, must.
    DUTY = 23;
    /// could, may, might, would.
    MAYBE = 24;
    /// will, 'll, shall.
    WILL = 25;
    /// What a warning warns of: risk, collapse.
    RISK = 26;
    /// Where a clause may begin: that, because, who.
    CLAUSE = 27;
    /// Auxiliaries: has, been, did.
    AUXILIARY = 28;
    /// Past participle or past form of a verb in the table.
    PAST = 29;
    /// Form in -ing.
    GERUND = 30;
    /// A distinctly conditional word: if, unless.
    IF = 31;
    /// who, what, why, whether.
    QUESTION_WORD = 32;
    /// Opens a noun phrase: the, a, his.
    DETERMINER = 33;
    /// Prepositions.
    PREPOSITION = 34;
    /// I, we, my, our.
    FIRST_PERSON = 35;
    /// A verb rather than a noun, as far as its form tells.
    VERB = 36;
    /// A noun made of a reporting verb: accusation, criticism, demand.
    NOUN = 37;
    /// Adverbs that may stand between a subject and its verb.
    ADVERB = 38;
}

/// Verbs: each in all its forms.
const VERBS: &[(Bits, &str)] = &[
    (
        ACCUSE,
        "accuse allege blame implicate indict incriminate charge",
    ),
    (
        DENY,
        "deny refute rebut dispute contradict disavow repudiate disclaim debunk discredit",
    ),
    (
        REFUSE,
        "refuse reject decline rebuff spurn overturn overrule veto repeal flout defy dismiss \
         scrap override:overrode:overridden rescind nix snub boycott quash",
    ),
    (
        ADMIT,
        "admit acknowledge concede confess apologize apologise",
    ),
    (
        DEMAND,
        "demand urge request plead implore beg exhort petition recommend order instruct \
         dare challenge summon obligate oblige require propose lobby beseech entreat compel \
         encourage advise invite direct crave subpoena",
    ),
    (WARN, "warn threaten caution alert menace forewarn"),
    (
        PROMISE,
        "promise pledge vow commit guarantee swear:swore:sworn undertake:undertook:undertaken \
         plan intend volunteer dedicate assure",
    ),
    (
        CRITICISE,
        "criticize criticise slam blast condemn denounce attack rip bash mock ridicule lambast \
         lambaste lament decry deride assail rebuke chide scold deplore disparage insult taunt \
         complain bemoan seethe berate castigate chastise trash scorn savage skewer excoriate \
         lampoon protest rail fault censure vilify belittle denigrate disagree fume grumble \
         hammer grill pillory impugn malign reprimand jeer boo demonize demonise object rap upbraid \
         scoff sneer gripe carp whine grouse oppose resist",
    ),
    (
        PRAISE,
        "praise endorse thank laud applaud welcome hail compliment congratulate support back \
         champion celebrate salute commend marvel cheer admire honor honour extol favor favour \
         approve defend embrace bless",
    ),
    (
        OPINE,
        "believe think:thought:thought feel:felt:felt expect predict hope doubt suspect fear \
         assume anticipate guess imagine prefer consider regard view worry presume \
         reckon speculate foresee:foresaw:foreseen envision envisage agree seem appear want wish \
         desire deem forecast",
    ),
    (
        ASK,
        "ask wonder inquire enquire query question quiz interrogate probe press",
    ),
    (
        CLAIM,
        "claim contend argue assert purport imply boast brag tout insinuate posit profess \
         exaggerate trumpet opine",
    ),
    (
        PRESS,
        "insist maintain reiterate stress emphasize emphasise",
    ),
    (
        NAME,
        "call describe label brand dub portray characterize characterise term depict paint cast \
         denounce blast dismiss",
    ),
    (
        SAY,
        "say:said:said tell:told:told write:wrote:written add note state tweet announce explain \
         report declare suggest reply respond remark recall comment mention continue answer \
         observe reveal disclose confirm stress testify argue joke post conclude find:found:found \
         show show:showed:shown",
    ),
    (
        RELEASE,
        "withdraw:withdrew:withdrawn retract acquit exonerate absolve vindicate recant drop clear",
    ),
    (
        WRONG,
        "abuse assault bribe cheat collude conspire deceive defraud embezzle exploit extort \
         fabricate falsify forge harass intimidate kidnap launder lie:lied:lied loot manipulate \
         massacre meddle misappropriate mislead:misled:misled misuse molest murder obstruct \
         overcharge plagiarize plagiarise poison pollute profiteer rape rig rob sabotage \
         scam smear smuggle stalk steal:stole:stolen suppress swindle tamper torture \
         violate withhold:withheld:withheld backdate bully blackmail breach coerce conceal \
         discriminate dupe endanger flout gouge hack infringe incite mishandle mistreat \
         mismanage oppress overbill persecute ransack scapegoat shortchange squander stoke \
         subvert terrorize terrorise underpay:underpaid:underpaid vandalize vandalise victimize \
         victimise wiretap pilfer siphon evade overstate misrepresent fudge \
         cover-up gaslight betray sexually-assault misreport slander libel defame trespass",
    ),
    (
        HARM,
        "kill hide:hid:hidden bomb shell invade attack dump leak inflate neglect \
         pressure silence spy squeeze target stab plot dodge destroy evict censor pocket \
         interfere undermine game trick divert delete erase brandish force:forced:forced",
    ),
    (
        MILD,
        "ignore threaten stage break:broke:broken burn hurt:hurt:hurt harm injure shoot:shot:shot beat:beat:beaten \
         strike:struck:struck fail starve pump fix take:took:taken lose:lost:lost waste ruin wreck \
         wound fire bury drug cut:cut:cut use sell:sold:sold hire buy:bought:bought change",
    ),
];

/// Other words, each in this form only.
const WORDS: &[(Bits, &str)] = &[
    (
        ACCUSE | NOUN,
        "accusation accusations allegation allegations indictment",
    ),
    (DENY | NOUN, "denial denials rebuttal"),
    (
        REFUSE | NOUN,
        "refusal rejection veto unwilling unwillingness",
    ),
    (
        ADMIT | NOUN,
        "admission admissions confession concession apology acknowledgment acknowledgement",
    ),
    (
        DEMAND | NOUN,
        "demand demands plea pleas recommendation request requests proposal petition order directive",
    ),
    (WARN | NOUN, "warning warnings threat threats"),
    (
        PROMISE | NOUN,
        "promise promises pledge pledges vow vows commitment assurance plan plans intention",
    ),
    (
        CRITICISE | NOUN,
        "criticism criticisms complaint complaints attack attacks outcry condemnation objection \
         objections protest protests opposition critic critics critical incensed furious angry outraged \
         outrage rebuke insults fury backlash disapproval skeptical sceptical upset displeased",
    ),
    (
        PRAISE | NOUN,
        "praise support supporter supporters endorsement endorsements approval gratitude \
         admiration congratulations tribute fan fans backer backers proud honored honoured",
    ),
    (
        OPINE | NOUN,
        "opinion opinions view views belief beliefs hope hopes fear fears expectation expectations \
         prediction predictions doubt doubts concern concerns suspicion skepticism scepticism \
         confident optimistic pessimistic sure certain convinced hopeful worried concerned afraid \
         presumably assumption feeling perception unsure",
    ),
    (OPINE | VERB, "see sees look looks"),
    (ASK | NOUN, "question questions inquiry query questioning"),
    (
        CLAIM | NOUN,
        "claim claims argument arguments assertion assertions implication contention boast boasts",
    ),
    (
        SAY | NOUN,
        "statement remarks comment comments speech interview",
    ),
    (
        WRONG,
        "fraud fraudulent corruption bribery theft perjury treason genocide espionage wrongdoing \
         misconduct negligence collusion cover-up coverup racketeering extortion blackmail \
         plagiarism harassment embezzlement forgery sabotage atrocities sedition \
         bribes kickbacks looted stolen smuggling laundering",
    ),
    (
        BAD,
        "bad worse worst terrible horrible awful outrageous disgrace disgraceful shameful shame \
         appalling dangerous reckless irresponsible incompetent incompetence unfair unfairly phony \
         stupid dumb foolish hypocrisy hypocrite hypocritical ridiculous absurd offensive \
         disgusting disturbing troubling unacceptable intolerable unbearable inexcusable weak \
         failure failures failed failing disaster disastrous gutless cowardly coward racist racism \
         sexist bigot bigotry bigoted nasty liar liars crooked unfit unqualified unstable sick scandal \
         dishonest misguided scam sham shambles farce rigged illegal unconstitutional wrong \
         hateful hate divisive crazy insane lunatic insult insulting ugly un-American pathetic \
         poor poorly dull badly mess embarrassing embarrassment embarrassed deplorable \
         frenzy disorganized clueless careless ineffective inadequate unjust injustice cruel cruelty barbaric \
         evil vile toxic catastrophe catastrophic mistake flawed disappointed disappointing \
         disappointment lousy hypocrites worthless joke laughable   unhinged \
         bully narcissist immoral amoral unpatriotic un-presidential unpresidential sleazy corrupt \
         greedy greed selfish arrogant arrogance extreme extremist xenophobic demagogue \
         incapable hollow empty disrespectful disrespect unethical unprecedented escalation \
         condemns condemn nonsense garbage trash loser losers   scary \
         concerning worrying alarming blunder betrayal travesty mockery outdated broken \
         discriminatory frenetic lurching idiot idiotic moron clown fool witch-hunt \
         demeaning petty desperate vicious  excessive misogynist misogynistic",
    ),
    (
        GOOD,
        "good great best excellent wonderful brilliant terrific fantastic amazing outstanding \
         remarkable proud pleased honored honoured grateful thankful glad delighted happy hero heroes \
         heroic win courage courageous brave smart strong talented \
         impressive inspiring beautiful thank thanks congratulations superb \
         exceptional honor honour tremendous incredible huge success successful masterful \
         extraordinary perfect marvelous marvellous splendid admirable generous thrilled \
         well-reasoned better blessing respected respect applaud commend praise finest \
         thoughtful careful kind decent",
    ),
    (FAIR, "right fair okay ok acceptable enough true serious"),
    (
        ATTEMPT,
        "trying tried try designed attempting attempted attempts seeking sought conspired plotting plotted intended meant",
    ),
    (CLAIM, "allegedly"),
    (
        FALSEHOOD,
        "false untrue baseless unfounded groundless fabrication fabricated fabrications lie lies \
         nonsense ludicrous preposterous rubbish hoax smear smears slander fiction fictitious \
         bogus unsubstantiated inaccurate incorrect wrong wrongly misinterpreted fake \
         mistaken malarkey baloney hogwash meritless falsehood falsehoods misleading theatre theater \
         ridiculous absurd outlandish invented untruth defamatory libellous libelous distortion",
    ),
    (
        CLAIM_NOUN,
        "claim claims allegation allegations accusation accusations charge charges report reports \
         idea suggestion suggestions rumor rumors rumour rumours notion assertion assertions \
         argument criticism criticisms story stories insinuation insinuations speculation \
         characterization theory complaint narrative findings finding premise contention \
         accounts account rationale rationales comparisons comparison",
    ),
    (
        NEGATION,
        "not n't never no nothing none neither nor without nobody cannot n’t hardly",
    ),
    (DUTY, "should must ought shouldn mustn"),
    (MAYBE, "could may might would can 'd ’d"),
    (WILL, "will 'll ’ll shall wo"),
    (
        RISK,
        "risk risks danger jeopardy jeopardize jeopardise collapse disaster retaliation \
         retaliatory consequences catastrophe chaos war violence bloodshed crisis jail prison \
         threat famine shortage shortages double deaths die suffer harm hurt fraud lead \
         backfire worse worst doom ruin recession lost lose losing repercussions sanctions",
    ),
    (
        CLAUSE,
        "that because although though while whereas who which when where after before since until \
         and but or so as if than",
    ),
    (
        AUXILIARY,
        "is are was were be been being am has have had having do does did 's ’s 're ’re 've ’ve 'm ’m",
    ),
    (IF, "if unless whether should"),
    (
        QUESTION_WORD,
        "who what why whether how when where which if whose whom",
    ),
    (
        DETERMINER,
        "the a an his her its their our my your this that these those some any every each no",
    ),
    (
        PREPOSITION,
        "of for on at in from with to by about over into against under between during through \
         after before as like among amid near without",
    ),
    (FIRST_PERSON, "i we my our us me mine ours myself ourselves"),
    (
        ADVERB,
        "also already then again still even just only ever always often sometimes repeatedly \
         deliberately knowingly illegally secretly previously long personally recently \
         allegedly now later simply clearly directly openly routinely systematically wrongly \
         unlawfully falsely regularly intentionally consistently further yet actually \
         deceptively sexually unfairly once first really",
    ),
];

/// The classes of a word in lower case; no bit when it is in no list.
#[must_use]
pub fn bits(word: &str) -> Bits {
    TABLE.get(word).copied().unwrap_or(0)
}

static TABLE: LazyLock<HashMap<Box<str>, Bits>> = LazyLock::new(|| {
    let mut table: HashMap<Box<str>, Bits> = HashMap::with_capacity(6000);
    let mut put = |word: &str, bits: Bits| *table.entry(word.into()).or_default() |= bits;
    for (class, list) in VERBS {
        for verb in list.split_whitespace() {
            let mut forms = verb.split(':');
            let base = forms.next().unwrap_or_default();
            put(base, class | VERB);
            put(&third_person(base), class | VERB);
            put(&gerund(base), class | VERB | GERUND);
            let past = forms
                .next()
                .map_or_else(|| regular_past(base), str::to_owned);
            put(forms.next().unwrap_or(&past), class | VERB | PAST);
            put(&past, class | VERB | PAST);
        }
    }
    for (class, list) in WORDS {
        for word in list.split_whitespace() {
            put(word, *class);
        }
    }
    table
});

fn is_vowel(c: u8) -> bool {
    b"aeiou".contains(&c)
}

/// Verbs of more than one syllable that double their last consonant all the same.
const DOUBLING: &[&str] = &[
    "rebut", "commit", "admit", "acquit", "regret", "compel", "refer",
];

/// True when the last consonant is doubled before `-ed` and `-ing`: one short vowel, one consonant.
fn doubles(base: &str) -> bool {
    let b = base.as_bytes();
    if DOUBLING.contains(&base) {
        return true;
    }
    let [.., x, y, z] = b else { return false };
    let one_syllable = b[..b.len() - 1].iter().filter(|&&c| is_vowel(c)).count() == 1;
    one_syllable && !is_vowel(*x) && is_vowel(*y) && !is_vowel(*z) && !b"wxy".contains(z)
}

fn third_person(base: &str) -> String {
    let b = base.as_bytes();
    match b {
        [.., x, b'y'] if !is_vowel(*x) => format!("{}ies", &base[..base.len() - 1]),
        [.., b's' | b'x' | b'z'] | [.., b's' | b'c', b'h'] | [.., b'o'] => format!("{base}es"),
        _ => format!("{base}s"),
    }
}

fn regular_past(base: &str) -> String {
    match base.as_bytes() {
        [.., b'e'] => format!("{base}d"),
        [.., x, b'y'] if !is_vowel(*x) => format!("{}ied", &base[..base.len() - 1]),
        [.., z] if doubles(base) => format!("{base}{}ed", char::from(*z)),
        _ => format!("{base}ed"),
    }
}

fn gerund(base: &str) -> String {
    match base.as_bytes() {
        [.., b'i', b'e'] => format!("{}ying", &base[..base.len() - 2]),
        [.., b'e', b'e'] => format!("{base}ing"),
        [.., b'e'] => format!("{}ing", &base[..base.len() - 1]),
        [.., z] if doubles(base) => format!("{base}{}ing", char::from(*z)),
        _ => format!("{base}ing"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_known_in_all_their_forms() {
        for (word, class) in [
            ("denies", DENY),
            ("denied", DENY),
            ("rigging", WRONG),
            ("rigged", WRONG),
            ("stole", WRONG),
            ("stolen", WRONG),
            ("lying", WRONG),
            ("urged", DEMAND),
            ("vowing", PROMISE),
            ("admitted", ADMIT),
            ("overridden", REFUSE),
            ("pressed", ASK),
        ] {
            assert!(bits(word) & class != 0, "{word}");
        }
    }

    #[test]
    fn words_of_no_class_have_no_bits() {
        assert_eq!(bits("table"), 0);
        assert_eq!(bits(""), 0);
    }
}
