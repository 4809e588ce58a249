//! Words by what is done with them (refusing, praising, asking) or by their part in a clause.
//!
//! Lists of our own, each a meaning rather than a harvest, so that it covers articles nobody has seen.
//! A word that is in two has two uses. Leaves out inflection; see `inflect`.

use super::classes::*;

/// Verbs by what is done with them, each in all its forms; see `inflect`.
pub(super) const VERBS: &[(Bits, &str)] = &[
    (ACCUSE, "accuse allege blame implicate indict incriminate charge sue"),
    (DENY, "deny refute rebut dispute contradict disavow repudiate disclaim debunk discredit"),
    (
        REFUSE,
        "refuse reject decline rebuff spurn overturn overrule veto repeal flout defy dismiss \
         scrap override rescind nix snub boycott quash",
    ),
    (ADMIT, "admit acknowledge concede confess apologize apologise"),
    (
        DEMAND,
        "plead dare summon obligate oblige require direct crave subpoena demand request propose recommend \
         petition urge implore exhort beseech beg advise instruct order lobby encourage prod invite challenge \
         entreat compel admonish advocate",
    ),
    (WARN, "warn threaten caution alert menace forewarn"),
    (
        PROMISE,
        "promise pledge vow commit guarantee swear undertake \
         plan intend volunteer dedicate assure",
    ),
    (
        CRITICISE,
        "seethe scorn fault denigrate disagree grill impugn jeer rap upbraid scoff sneer confront whine \
         resist criticize criticise condemn denounce decry deplore slam blast lambaste lambast assail attack \
         rip bash skewer mock ridicule deride chide rebuke castigate excoriate berate chastise scold lament \
         bemoan bewail savage disparage belittle insult taunt trash hammer pillory censure reprimand disown \
         lampoon vilify malign demonize demonise heckle boo curse complain grumble grouse gripe fume rail \
         protest object carp fulminate rant moan oppose resent dislike hate detest loathe disdain",
    ),
    (
        PRAISE,
        "compliment marvel honor honour approve bless praise laud hail commend applaud salute extol endorse \
         champion congratulate thank celebrate cheer eulogize eulogise acclaim support back welcome admire \
         defend embrace favor favour appreciate respect love",
    ),
    (
        OPINE,
        "believe think feel expect predict hope doubt suspect fear \
         assume anticipate guess imagine prefer consider regard view worry presume \
         reckon speculate foresee envision envisage agree seem appear want wish \
         desire deem forecast",
    ),
    (ASK, "ask wonder inquire enquire query question quiz interrogate probe press"),
    (
        CLAIM,
        "claim contend argue assert purport imply boast brag tout insinuate posit profess \
         exaggerate trumpet opine",
    ),
    (PRESS, "insist maintain reiterate stress emphasize emphasise"),
    (
        NAME,
        "call describe label brand dub portray characterize characterise term depict paint cast \
         denounce blast dismiss",
    ),
    (
        SAY,
        "say tell write add note state tweet announce explain \
         report declare chronicle suggest reply respond remark recall comment mention continue answer \
         observe reveal disclose confirm stress testify argue joke post conclude find \
         show show",
    ),
    (RELEASE, "withdraw retract acquit exonerate absolve vindicate recant drop clear"),
];

/// Verbs of what people do to each other, beyond those above: read as verbs, whatever form they are in.
pub(super) const DEEDS: &str = "abuse assault bribe cheat collude conspire deceive defraud embezzle exploit extort fabricate \
         falsify forge harass intimidate kidnap launder lie loot manipulate massacre meddle \
         misappropriate mislead misuse molest murder obstruct overcharge plagiarize \
         plagiarise poison pollute profiteer rape rig rob sabotage scam smear smuggle stalk \
         steal suppress swindle tamper torture violate withhold backdate \
         bully blackmail breach coerce conceal discriminate dupe endanger flout gouge hack infringe \
         incite mishandle mistreat mismanage oppress overbill persecute ransack scapegoat shortchange \
         squander stoke subvert terrorize terrorise underpay vandalize vandalise \
         victimize victimise wiretap pilfer siphon evade overstate misrepresent fudge cover-up gaslight \
         masquerade betray sexually-assault misreport slander libel defame trespass kill hide \
         bomb shell invade attack dump leak inflate neglect pressure silence spy squeeze target stab plot \
         dodge destroy evict censor pocket interfere undermine game trick divert delete erase brandish \
         force ignore threaten stage break burn hurt harm injure \
         shoot beat strike fail starve pump fix take \
         lose waste ruin wreck wound fire bury drug cut use sell hire \
         buy change";

/// Other words, each in this form only.
pub(super) const WORDS: &[(Bits, &str)] = &[
    (ACCUSE.union(NOUN), "accusation accusations allegation allegations indictment"),
    (DENY.union(NOUN), "denial denials rebuttal"),
    (REFUSE.union(NOUN), "refusal rejection veto unwilling unwillingness"),
    (
        ADMIT.union(NOUN),
        "admission admissions confession concession apology acknowledgment acknowledgement",
    ),
    (
        DEMAND.union(NOUN),
        "demand demands plea pleas recommendation request requests proposal petition order directive",
    ),
    (WARN.union(NOUN), "warning warnings threat threats"),
    (
        PROMISE.union(NOUN),
        "promise promises pledge pledges vow vows commitment assurance plan plans intention",
    ),
    (
        CRITICISE.union(NOUN),
        "criticism criticisms complaint complaints attack attacks outcry condemnation objection \
         objections protest protests opposition critic critics critical incensed furious angry outraged \
         outrage rebuke insults fury backlash disapproval skeptical sceptical upset displeased",
    ),
    (
        PRAISE.union(NOUN),
        "praise support supporter supporters endorsement endorsements approval gratitude \
         admiration congratulations tribute fan fans backer backers proud honored honoured",
    ),
    (
        OPINE.union(NOUN),
        "opinion opinions view views belief beliefs hope hopes fear fears expectation expectations \
         prediction predictions doubt doubts concern concerns suspicion skepticism scepticism \
         confident optimistic pessimistic sure certain convinced hopeful worried concerned afraid \
         presumably assumption feeling perception unsure",
    ),
    (OPINE.union(VERB), "see sees look looks"),
    (ASK.union(NOUN), "question questions inquiry query questioning"),
    (
        CLAIM.union(NOUN),
        "claim claims argument arguments assertion assertions implication contention boast boasts",
    ),
    (SAY.union(NOUN), "statement remarks comment comments speech interview according"),
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
    (NEGATION, "not n't never no nothing none neither nor without nobody cannot hardly"),
    (
        CLAUSE,
        "that because although though while whereas who which when where after before since until \
         and but or so as if than",
    ),
    (AUXILIARY, "is are was were be been being am has have had having do does did 's 're 've 'm"),
    (QUESTION_WORD, "who what why whether how when where which if whose whom"),
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
         falsely regularly intentionally consistently further yet actually \
         deceptively sexually unfairly once first really either unlawfully fraudulently wrongfully \
         improperly inappropriately unconstitutionally corruptly dishonestly maliciously",
    ),
];
