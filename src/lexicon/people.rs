//! Words that tell who is spoken of: titles, roles, bodies, groups, documents.
//!
//! Short lists of our own making; a name or a noun outside them is not lost, it only brings less
//! evidence. Leaves out given names, see `given`, places, see `places`, and states, see `states`.

use std::{collections::HashMap, sync::LazyLock};

use super::given::GIVEN_NAMES;
pub use super::traits::*;

const LISTS: &[(Traits, &str)] = &[
    (
        TITLE,
        "mr. mr mrs. mrs ms. ms miss dr. dr prof. prof professor sen. sen senator sens. rep. rep \
         representative reps. gov. gov governor president vice-president chancellor judge justice chief \
         captain capt. colonel col. general gen. lieutenant lt. sergeant sgt. major maj. admiral adm. \
         detective inspector officer sheriff mayor minister premier secretary ambassador commissioner \
         chairman chairwoman chair chairperson director leader speaker king queen prince princess sir \
         lord lady dame baroness baron pope bishop archbishop cardinal father sister brother rabbi imam \
         sheikh ayatollah rev. reverend congressman congresswoman councillor councilman councilwoman \
         alderman coach deputy attorney ceo cfo mp mep msp td candidate nominee whip doctor hon. \
         undersecretary manager editor strategist lawmaker delegate sec. comptroller treasurer adviser advisor \
         executive founder economist analyst surgeon constable superintendent lecturer",
    ),
    (
        MALE.union(TITLE),
        "mr. mr sir lord king prince baron pope father congressman councilman chairman",
    ),
    (
        FEMALE.union(TITLE),
        "mrs. mrs ms. ms miss lady dame queen princess baroness congresswoman councilwoman chairwoman",
    ),
    (
        PERSON,
        "lawyer attorney senator governor president judge justice minister premier secretary mayor \
         chairman chairwoman chairperson director leader speaker spokesman spokeswoman spokesperson ambassador commissioner \
         candidate nominee professor economist analyst doctor surgeon nurse teacher coach captain \
         striker player singer actor actress author writer critic columnist journalist reporter editor \
         anchor moderator host founder chief executive ceo vp evp owner manager boss employee worker driver \
         pilot farmer trader resident witness victim suspect defendant plaintiff prosecutor officer detective \
         sheriff soldier commander general colonel admiral official source insider aide adviser advisor strategist \
         consultant donor supporter voter activist campaigner protester whistleblower widow mogul \
         billionaire businessman businesswoman banker broker builder tenant landlord neighbor neighbour \
         scientist researcher historian expert engineer inspector auditor treasurer lobbyist dancer inventor \
         founder lawmaker congressman congresswoman representative delegate councillor member mp \
         king queen prince princess pope bishop priest pastor rabbi imam man woman boy girl person \
         mountaineer shareholder parent patient student steward assistant colleague client premier \
         chancellor head vice-president deputy principal headteacher coroner trustee referee \
         entrepreneur developer investor millionaire tycoon opponent rival friend partner ex-wife ex-husband \
         pollster organizer organiser operative veteran refugee caller clerk curator conductor",
    ),
    (
        MALE.union(PERSON),
        "man boy businessman spokesman chairman congressman king prince actor gentleman widower ex-husband",
    ),
    (
        FEMALE.union(PERSON),
        "woman girl businesswoman spokeswoman chairwoman congresswoman queen princess actress widow ex-wife lady",
    ),
    (
        KIN.union(PERSON).union(MALE),
        "father husband brother son uncle grandfather nephew stepfather boyfriend dad fiance",
    ),
    (
        KIN.union(PERSON).union(FEMALE),
        "mother wife sister daughter aunt grandmother niece stepmother girlfriend mom mum fiancee",
    ),
    (SPEAKS.union(PERSON), "spokesman spokeswoman spokesperson"),
    (SPEAKS.union(GROUP), "spokespeople spokesmen"),
    (
        NAMELESS,
        "official source insider aide person officials sources aides insiders people someone others one \
        adviser advisers advisor advisors employee employees staffer staffers lawmaker relative",
    ),
    (
        BODY,
        "company firm bank ministry department agency court committee council commission board union \
         party government administration parliament congress senate house association federation university \
         college school hospital museum charity church club team league airline airport retailer operator \
         regulator watchdog group organization organisation institute institution foundation office authority \
         bureau administration army navy military force police service services corporation corp. corp inc. inc ltd. ltd \
         plc llc co. company campaign coalition alliance network chain maker manufacturer shipyard yard fund \
         insurer developer contractor builder supplier union kingdom republic nation country state city town \
         county district embassy treasury cabinet pentagon fbi cia nato un eu un. u.n. white-house center centre society \
         trust airlines airways motors foods housing bank banks clinic tribunal inquiry panel jury legislature \
         assembly tribunal guard ombudsman secretariat brewery mine factory theatre theater opera orchestra \
         gallery library zoo port harbour",
    ),
    (
        COMPANY,
        "chemicals industries energy oil gas steel mining cargo ferries foods air rail systems technologies \
         labs pharmaceuticals pharma holdings studios records games software solutions capital ventures securities \
         investments insurance telecom telecoms mobile electric power water minerals metals logistics shipping lines \
         homes properties hotels farms dairy breweries textiles semiconductors aerospace robotics biotech analytics \
         consulting",
    ),
    (MEDIA, "paper network website"),
    (
        GROUP,
        "officials sources aides advisers advisors lawmakers senators representatives republicans democrats \
         conservatives liberals voters residents farmers teachers nurses doctors workers employees unions \
         parents students protesters demonstrators campaigners activists experts analysts economists critics \
         supporters opponents fans relatives families victims witnesses prosecutors investigators police \
         authorities rebels militants soldiers troops peacekeepers ministers leaders judges lawyers attorneys \
         investors shareholders traders banks companies firms governments countries nations members delegates \
         candidates people men women children americans others many some both several few most those scientists \
         researchers historians scholars insiders donors allies rivals neighbors neighbours tenants landlords \
         customers passengers patients players coaches managers executives engineers inspectors auditors regulators \
         moderators journalists reporters editors pundits commentators observers stewards dancers everyone \
         anglers pilots drivers crews volunteers refugees migrants immigrants citizens locals advocates detectives \
         officers firefighters hackers builders dealers lobbyists organizers organisers advertisers backers \
         conservatives progressives evangelicals catholics muslims jews christians staffers colleagues friends",
    ),
    (
        DOCUMENT,
        "report poll polls study studies survey surveys lawsuit suit complaint filing filings document documents \
         letter memo email emails e-mail statement records record video tape recording footage transcript \
         indictment ruling opinion decision order brief submission affidavit book article story piece column \
         editorial post tweet ad advertisement commercial analysis review audit data figures statistics research \
         paper findings findings text website page site census index headline email petition motion law act \
         bill constitution treaty convention agreement deal resolution charter inquiry investigation",
    ),
    (
        MEDIA,
        "times post journal herald gazette tribune guardian telegraph news reuters ap bloomberg cnn nbc abc cbs \
         msnbc fox bbc npr politico breitbart buzzfeed slate axios press magazine newspaper observer chronicle \
         globe examiner star sun mirror mail daily weekly radio television tv broadcaster economist xinhua tass \
         afp yahoo huffpost reporters channel outlet outlets",
    ),
    (
        FUNCTION,
        "the a an this that these those he she it they we i you who which what when where why how his her its \
         their our my your in on at of for from by with to as and but or nor so if because although though \
         while after before since until during under over between among against despite however meanwhile still \
         yet also then there here now not no yes both either neither each every all some any many most few \
         several other another such only just even once again according monday tuesday wednesday thursday friday \
         saturday sunday january february march april june july august september october november december \
         speaking asked following last next earlier later today yesterday tomorrow two three four five six seven \
         eight nine ten one first second third much more less perhaps maybe of course well let for instance \
         indeed instead moreover nevertheless nonetheless otherwise rather regardless thus therefore whether \
         mr mrs ms police prosecutors critics experts officials residents did does is are was were has have had \
         could would should",
    ),
    (PERSON, "republican democrat libertarian"),
    (
        PARTY,
        "republican democrat democratic libertarian independent tory liberal conservative labour socialist",
    ),
    (
        FUNCTION,
        "former interim acting longtime fellow unlike like amid given including beyond within without via per upon \
         throughout alongside citing asked hours days weeks months years new old far next back only when whereas \
         likely presumptive wherever whenever whichever whatever whoever perhaps besides apart due thanks contrary regarding concerning being having having later early late",
    ),
];

static TABLE: LazyLock<HashMap<&'static str, Traits>> = LazyLock::new(|| {
    let mut table = HashMap::with_capacity(2000);
    for (traits, list) in LISTS.iter().chain(GIVEN_NAMES) {
        for word in list.split_whitespace() {
            *table.entry(word).or_default() |= *traits;
        }
    }
    table
});

/// What is known of a word in lower case; no bit when it is in no list.
#[must_use]
pub fn traits(word: &str) -> Traits {
    // "then-senator", "ex-minister"
    let role = ["then-", "ex-", "now-"].iter().find_map(|before| word.strip_prefix(before));
    let known = TABLE.get(word).or_else(|| TABLE.get(role?));
    known.copied().unwrap_or_default()
}
