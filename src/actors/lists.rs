//! Words that tell who is spoken of: titles, roles, given names, bodies, groups, documents.
//!
//! Short lists of our own making; a name or a noun outside them is not lost, it only brings less
//! evidence. Leaves out states; see `states`.

use std::{collections::HashMap, sync::LazyLock};

/// What a word says about the one whom it names, as a set of bits.
pub type Traits = u16;

/// Stands before a name and is no part of it: Mr., Sen., Professor.
pub const TITLE: Traits = 1;
/// A noun for one human being: lawyer, senator, mother.
pub const PERSON: Traits = 1 << 1;
/// Female.
pub const FEMALE: Traits = 1 << 2;
/// Male.
pub const MALE: Traits = 1 << 3;
/// A given name.
pub const GIVEN: Traits = 1 << 4;
/// A noun for a body: company, ministry, court; also part of the names of bodies.
pub const BODY: Traits = 1 << 5;
/// A noun for several people: officials, voters, police.
pub const GROUP: Traits = 1 << 6;
/// Something written or shown: report, poll, lawsuit, video.
pub const DOCUMENT: Traits = 1 << 7;
/// A newspaper, an agency, a channel, or part of the names of such.
pub const MEDIA: Traits = 1 << 8;
/// Speaks for someone: spokesman.
pub const SPEAKS: Traits = 1 << 9;
/// One whom an article does not name: official, source, insider.
pub const NAMELESS: Traits = 1 << 10;
/// No name although it may begin a sentence with a capital.
pub const FUNCTION: Traits = 1 << 11;
/// Kin: mother, brother; someone else unless the article names them.
pub const KIN: Traits = 1 << 12;
/// Ends the name of a company although it is no noun for one: Foods, Ferries.
pub const COMPANY: Traits = 1 << 14;
/// Belongs to a party: before a name it is no part of it.
pub const PARTY: Traits = 1 << 15;
/// A company or a newspaper as readers call it again: "the firm", "the paper".
pub const AGAIN: Traits = 1 << 13;

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
        MALE | TITLE,
        "mr. mr sir lord king prince baron pope father congressman councilman chairman",
    ),
    (
        FEMALE | TITLE,
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
        MALE | PERSON,
        "man boy businessman spokesman chairman congressman king prince actor gentleman widower ex-husband",
    ),
    (
        FEMALE | PERSON,
        "woman girl businesswoman spokeswoman chairwoman congresswoman queen princess actress widow ex-wife lady",
    ),
    (
        KIN | PERSON | MALE,
        "father husband brother son uncle grandfather nephew stepfather boyfriend dad fiance",
    ),
    (
        KIN | PERSON | FEMALE,
        "mother wife sister daughter aunt grandmother niece stepmother girlfriend mom mum fiancee",
    ),
    (SPEAKS | PERSON, "spokesman spokeswoman spokesperson"),
    (SPEAKS | GROUP, "spokespeople spokesmen"),
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
    (
        AGAIN | BODY,
        "company firm bank retailer operator airline charity union agency group museum club council ministry \
        regulator watchdog shipyard yard factory organization organisation insurer contractor hospital university clinic school \
        party court committee commission board government army country nation department campaign",
    ),
    (
        AGAIN | MEDIA,
        "newspaper paper magazine broadcaster outlet network channel website",
    ),
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
    (
        GIVEN | MALE,
        "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark \
         donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob \
         gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander frank \
         patrick raymond jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle ethan \
         walter noah jeremy christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan \
         jesse bryan billy bruce gabriel joe logan alan juan albert willie elijah wayne randy roy vincent ralph \
         eugene russell bobby mason philip louis harry howard fred martin ernest luis carlos antonio miguel pedro \
         mike tom jim bob bill dave dan steve jeff ted ben sam greg matt chris tim ron ken ed rob rick nick tony \
         joe pete phil don barack bernie lindsey marco mitch rand newt mitt rudy jeb boris vladimir sergei dmitry \
         ivan igor oleg viktor emmanuel francois jean pierre hans klaus olaf otto karl stefan marcel giovanni \
         marco luca paolo matteo mario ahmed mohammed mohamed muhammad mahmoud ali hassan hussein omar ibrahim \
         abdullah yusuf khalid tariq imran narendra rahul amit rajesh hiroshi kenji shinzo wei jun lars sven \
         erik bjorn henrik jens nils anders magnus pavel marek tomas jan josef andrzej piotr recep benjamin \
         moshe avi colin gareth graham ian neil nigel simon stuart trevor alastair angus duncan hamish rory \
         liam connor declan brendan owen rhys hugo felix bruno emil oscar victor edmund edwin giles rupert \
         kofi kwame malik jamal tyrone darius derek craig dean glenn lee leo max theo toby rolf ivo zack jude \
         conrad vernon gil sten dario kieran alfred luke elias rex clive ray chuck lester anderson",
    ),
    (
        GIVEN | FEMALE,
        "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra \
         ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon \
         cynthia kathleen amy angela shirley anna ruth brenda pamela nicole katherine samantha christine catherine \
         virginia debra rachel janet emma carolyn maria heather diane julie joyce evelyn joan victoria kelly \
         christina lauren frances martha judith cheryl megan andrea olivia ann jean alice jacqueline hannah doris \
         kathryn gloria teresa sara janice marie julia grace judy theresa rose beverly denise marilyn amber \
         danielle brittany diana abigail jane natalie lori tiffany alexis kayla hillary nikki kellyanne melania \
         ivanka ivana heidi carly nancy kamala theresa angela ursula christine giorgia marine anne sophie claire \
         chloe isabelle camille elena olga natasha svetlana tatiana irina katarina petra ingrid astrid greta \
         freya sigrid karin annika aino nora ida maja sofia lucia carmen rosa ana ines isabel francesca chiara \
         giulia fatima aisha layla leila yara noor zainab priya anjali sunita indira mei yuki sakura amara ngozi \
         vera clara marta lena beth wendy fiona moira eleanor ellen iris june dana tessa hana lotte leah nina \
         sonia paula lydia alicia monica veronica erin molly katie lucy ella mia eva zoe harriet charlotte \
         huma megyn gretchen rachel savannah melanie loretta condoleezza madeleine tulsi ilhan rashida tammy \
         kirsten debbie jill joni susan dianne maxine gwen martha rosie jo-renee mazie donna",
    ),
];

static TABLE: LazyLock<HashMap<&'static str, Traits>> = LazyLock::new(|| {
    let mut table = HashMap::with_capacity(2000);
    for (traits, list) in LISTS {
        for word in list.split_whitespace() {
            *table.entry(word).or_default() |= traits;
        }
    }
    table
});

/// What is known of a word in lower case; no bit when it is in no list.
#[must_use]
pub fn traits(word: &str) -> Traits {
    // "then-senator", "ex-minister"
    let role = ["then-", "ex-", "now-"]
        .iter()
        .find_map(|before| word.strip_prefix(before));
    let known = TABLE.get(word).or_else(|| TABLE.get(role?));
    known.copied().unwrap_or(0)
}

/// Places of two words that look like the name of a person.
const PLACES: &[&str] = &[
    "North Carolina",
    "South Carolina",
    "North Dakota",
    "South Dakota",
    "New Hampshire",
    "New Jersey",
    "New Mexico",
    "New York",
    "New York City",
    "New Orleans",
    "West Virginia",
    "Rhode Island",
    "Los Angeles",
    "San Francisco",
    "San Diego",
    "San Antonio",
    "Las Vegas",
    "Salt Lake City",
    "Kansas City",
    "Oklahoma City",
    "Long Island",
    "Silicon Valley",
    "Wall Street",
    "New England",
    "Hong Kong",
    "Tel Aviv",
    "South Florida",
    "Northern Ireland",
    "West Bank",
    "Middle East",
    "Latin America",
    "Central America",
    "South America",
    "North America",
    "Southeast Asia",
    "Western Australia",
    "New South Wales",
    "British Columbia",
    "Nova Scotia",
    "Sao Paulo",
    "Rio de Janeiro",
    "Mexico City",
    "Cape Town",
    "Gaza Strip",
    "Puerto Rico",
    "Orange County",
    "Capitol Hill",
    "Fort Worth",
    "El Paso",
    "St. Louis",
    "St. Paul",
    "San Jose",
    "Palm Beach",
    "Des Moines",
    "Baton Rouge",
    "Little Rock",
    "Grand Rapids",
];

/// True for the name of a place that could be taken for a person's.
#[must_use]
pub fn place(name: &str) -> bool {
    PLACES.contains(&name)
}
