//! Verbs that report speech or an attitude, by what is done with them.
//!
//! Each group gives the kind that the verb alone suggests, its stance, and how it takes its
//! content. A verb is `WEAK` where it mostly does not report, so that rules ask for more.

use super::entry::{Frames, Group, group};
use crate::analysis::{Kind, Verb};

const Q: Frames = Frames::QUOTE;
const C: Frames = Frames::CLAUSE;
const I: Frames = Frames::INFINITIVE;
const O: Frames = Frames::OBJECT;
const OF: Frames = Frames::OF;
const TOLD: Frames = Frames::TOLD;
const TO: Frames = Frames::SOMEONE_TO;
const AS: Frames = Frames::PREDICATE;
const WH: Frames = Frames::WH;
const WEAK: Frames = Frames::WEAK;

use Kind::{
    Accusation, Admission, Criticism, Demand, Denial, NoComment, Opinion, Praise, Promise,
    Question, Statement, Warning,
};
use Verb::{Conceding, Distancing, Neutral, Pressing};

#[rustfmt::skip]
pub(super) const VERBS: &[Group] = &[
    // Saying so.
    group(Statement, Neutral, &[Q, C, WH], "say"),
    group(Statement, Neutral, &[Q, C], "add remark quip joke opine muse exclaim go+on+to+say \
        sum+up interject chime+in surmise volunteer conclude relate observe recount"),
    group(Statement, Neutral, &[Q, C, O], "state note announce declare report mention proclaim \
        write tweet post disclose reveal indicate signal relay reiterate repeat testify recall \
        confirm clarify affirm certify attest verify make+clear put+it emphasize emphasise \
        stress underscore highlight underline point+out spell+out outline detail"),
    group(Statement, Neutral, &[C, WH, O, Q], "explain specify predict forecast foresee project \
        estimate reckon calculate find determine demonstrate illustrate establish ascertain"),
    group(Statement, Neutral, &[C, O, WEAK], "show record document publish release prove mean hold \
        learn discover notice realize realise remember hear"),
    group(Statement, Neutral, &[TOLD, Q], "tell inform notify remind brief"),
    group(Statement, Neutral, &[C, O, TOLD], "assure reassure convince persuade teach"),
    group(Statement, Neutral, &[O], "point+to refer+to allude+to talk+about talk+of speak+about \
        speak+of speak+out+about comment+on elaborate+on expand+on weigh+in+on touch+on cite \
        quote discuss address dwell+on focus+on hint+at gloss+over vouch+for testify+about \
        read+from zero+in+on seize+on"),
    group(Statement, Neutral, &[Q], "put+in cut+in break+in butt+in pipe+up burst+out \
        blurt+out cry+out shoot+back fire+back hit+back shout yell cry scream whisper mutter murmur chant sing \
        boom deadpan read recite utter intone blurt gush bark snap sneer scoff sigh laugh smile \
        beam thunder roar retort interrupt reply respond answer react continue begin text email \
        counter+with go+on crack shrug marvel"),
    group(Statement, Neutral, &[Q, C, O, WEAK], "reply+to respond+to react+to answer+with"),
    group(Statement, Distancing, &[Q, C, I, O], "claim purport profess"),
    group(Statement, Distancing, &[C, O], "imply insinuate intimate suggest hint posit \
        speculate presume assume suspect theorize theorise conjecture guess postulate"),
    group(Statement, Pressing, &[Q, C, O], "insist maintain contend assert argue aver avow \
        reaffirm plead insist+on double+down+on argue+for stand+by"),
    group(Admission, Conceding, &[Q, C, O], "admit acknowledge concede confess own+up+to \
        admit+to confess+to grant plead+guilty+to apologize+for apologise+for apologize \
        apologise regret recognize recognise"),
    // Laying wrong at a door.
    group(Accusation, Neutral, &[OF], "accuse blame charge+with indict impugn suspect+of \
        convict+of implicate fault"),
    group(Accusation, Distancing, &[C, O], "allege"),
    group(Accusation, Neutral, &[O], "point+the+finger+at incriminate denigrate sue"),
    // Saying that it is not so.
    group(Denial, Neutral, &[C, O], "deny refute rebut disavow debunk repudiate disclaim \
        contradict dispute"),
    group(Denial, Neutral, &[O, C], "reject dismiss rebuff shoot+down brush+off shrug+off \
        wave+off push+back+against push+back+on knock+down deflect play+down downplay scoff+at \
        laugh+off"),
    group(Denial, Neutral, &[O], "overturn overrule"),
    group(NoComment, Neutral, &[I, O], "decline refuse+to+comment withhold+comment"),
    group(Statement, Neutral, &[I, O], "refuse"),
    // Wanting something done.
    group(Demand, Neutral, &[C, I, O, Q], "demand request propose recommend petition"),
    group(Demand, Neutral, &[TO, C, O, Q], "urge implore exhort beseech beg advise instruct \
        order"),
    group(Demand, Neutral, &[TO], "call+on call+upon appeal+to press pressure lobby encourage \
        prod invite challenge entreat plead+with compel admonish"),
    group(Demand, Neutral, &[O], "call+for push+for press+for ask+for appeal+for plead+for \
        campaign+for lobby+for advocate+for advocate clamor+for"),
    // What may come, what one will do.
    group(Warning, Neutral, &[Q, C, O, TOLD], "warn caution"),
    group(Warning, Neutral, &[O], "warn+of warn+against warn+about caution+against alert"),
    group(Warning, Neutral, &[C, O], "fear worry fret worry+about"),
    group(Promise, Neutral, &[I, C, O, Q], "promise vow pledge threaten undertake guarantee \
        swear"),
    group(Promise, Neutral, &[I], "plan intend aim aspire threaten+to agree+to hope+to offer"),
    group(Promise, Neutral, &[I, O, WEAK], "commit+to plan+for"),
    group(Statement, Neutral, &[I, C, O], "decide resolve opt choose expect anticipate"),
    // Holding a bad view.
    group(Criticism, Neutral, &[O, Q, AS], "criticize criticise condemn denounce decry deplore \
        slam blast lambaste lambast assail attack rip bash skewer mock ridicule deride chide \
        rebuke castigate excoriate berate chastise scold lament bemoan bewail slate savage pan \
        disparage belittle insult taunt trash hammer pillory censure reprimand disown lampoon \
        vilify malign demonize demonise heckle boo curse"),
    group(Criticism, Neutral, &[C, Q], "complain grumble grouse gripe fume rail protest object \
        carp fulminate rant moan"),
    group(Criticism, Neutral, &[O], "complain+about rail+against lash+out+at hit+out+at \
        hit+back+at take+issue+with take+aim+at object+to oppose disapprove+of \
        speak+out+against tear+into fire+back+at inveigh+against protest+against vote+against \
        distance+himself+from distance+herself+from balk+at bristle+at find+fault+with go+after \
        disagree+with resent dislike hate detest loathe disdain call+out single+out"),
    // Holding a good view.
    group(Praise, Neutral, &[O, Q, AS], "praise laud hail commend applaud salute extol tout \
        endorse champion congratulate thank celebrate cheer trumpet eulogize eulogise acclaim"),
    group(Praise, Neutral, &[O], "support back welcome admire defend embrace favor favour \
        approve+of agree+with side+with rally+behind appreciate respect love vote+for \
        stand+with"),
    // Holding a view.
    group(Opinion, Neutral, &[C, Q], "believe think feel figure suppose reason"),
    group(Opinion, Neutral, &[C, O, WEAK], "deem imagine sense understand doubt trust bet"),
    group(Opinion, Neutral, &[C, I, O], "hope wish"),
    group(Opinion, Neutral, &[C], "agree disagree concur dissent"),
    group(Opinion, Neutral, &[AS, O], "describe characterize characterise portray depict label \
        brand dub liken paint regard view see+as refer+to+as know+as frame compare interpret \
        perceive"),
    group(Opinion, Neutral, &[AS], "call consider"),
    group(Opinion, Neutral, &[O], "believe+in care+about think+about think+of feel+about \
        hope+for long+for look+forward+to prefer"),
    group(Opinion, Neutral, &[I, TO], "want"),
    group(Opinion, Neutral, &[I, O], "seek"),
    group(Opinion, Neutral, &[O, C], "express voice echo articulate convey communicate"),
    // Asking.
    group(Question, Neutral, &[WH, Q], "ask wonder inquire enquire query ponder"),
        group(Question, Neutral, &[WH, O], "question ask+about inquire+about mull contemplate"),
];
