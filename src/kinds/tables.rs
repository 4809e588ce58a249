//! The words of each class: principled lists, not harvested ones.
//!
//! Each list is a meaning (wrongful acts, words of praise, ways to refuse), so that it covers
//! articles nobody has seen. Leaves out inflection; see `vocabulary`.

use super::vocabulary::*;

/// Verbs that the lexicon does not have with this class, each in all its forms; see `vocabulary`.
pub(super) const VERBS: &[(Bits, &str)] = &[
    (
        ACCUSE,
        "accuse allege blame implicate indict incriminate charge sue",
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
        DEMAND,
        "plead dare summon obligate oblige require direct crave subpoena",
    ),
    (WARN, "warn threaten caution alert menace forewarn"),
    (
        PROMISE,
        "promise pledge vow commit guarantee swear:swore:sworn undertake:undertook:undertaken \
         plan intend volunteer dedicate assure",
    ),
    (
        CRITICISE,
        "seethe scorn fault denigrate disagree grill impugn jeer rap upbraid scoff sneer \
         confront whine resist",
    ),
    (PRAISE, "compliment marvel honor honour approve bless"),
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
         report declare chronicle suggest reply respond remark recall comment mention continue answer \
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
         cover-up gaslight masquerade betray sexually-assault misreport slander libel defame trespass",
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
pub(super) const WORDS: &[(Bits, &str)] = &[
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
        "statement remarks comment comments speech interview according",
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
         demeaning petty desperate vicious excessive misogynist misogynistic ludicrous preposterous \
         outlandish rubbish",
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
    (FAIR, "right fair okay ok acceptable enough true"),
    (
        ATTEMPT,
        "trying tried try designed attempting attempted attempts seeking sought conspired plotting plotted intended meant",
    ),
    (
        PARTY,
        "police policeman policemen officer officers deputy deputies sheriff trooper troopers soldier \
         soldiers troops forces force army military navy militia militias militants militant rebels \
         insurgents gunmen gunman guerrillas fighters guards guard services agents agent spies \
         settlers terrorists extremists gang gangs cartel cartels mob hackers smugglers traffickers \
         government governments regime junta administration authority authorities state states \
         officials official ministry department agency agencies commission council parliament \
         congress senate court courts judge judges prosecutor prosecutors president premier \
         minister ministers governor mayor senator senators lawmaker lawmakers ambassador party \
         parties opposition opponents opponent rivals rival campaign supporters allies aides \
         protesters protestors demonstrators rioters activists media press newspaper newspapers \
         network broadcaster website company companies corporation firm firms bank banks broker \
         brokers insurer insurers utility airline manufacturer manufacturers employer employers \
         landlord landlords developer developers contractor contractors executives executive \
         director directors manager managers boss bosses owner owners chairman chairwoman chief \
         union unions church diocese bishop bishops priest priests clergy school schools \
         university hospital hospitals doctor doctors teacher teachers coach coaches team club \
         federation league charity foundation group groups organization organisation \
         organizations organisations office man men woman women boy boys husband wife father \
         mother son sons daughter daughters brother brothers sister parents neighbor neighbour \
         neighbors neighbours boyfriend girlfriend ex-husband ex-wife colleague colleagues \
         employee employees member members staff lawyer lawyers attorney suspect suspects defendant defendants \
         driver drivers killer killers people migrants immigrants republicans democrats \
         promoter promoters conservatives liberals communists plant factory mill mine farm shop store shipyard yard hotel \
         restaurant clinic prison jail museum theatre studio label publisher carrier railway \
         railroad port airport operator operators supplier suppliers retailer retailers maker \
         makers trader traders dealer dealers lender lenders fund funds trust partner partners \
         tenant tenants guest guests clerk clerks nurse nurses editor editors reporter reporters \
         candidate candidates voters nominee secretary lobby lobbyists investors shareholders \
         council councillors county city town village regulator regulators bureau panel board \
         committee inspectors team side sides country countries nation nations enforcement",
    ),
    (
        VICTIM,
        "civilian civilians people child children women woman girl girls boy boys baby babies \
         protester protesters protestors demonstrators journalist journalists reporters resident \
         residents villager villagers villages student students pupils worker workers medics \
         doctors nurses prisoner prisoners detainees hostage hostages refugees migrants worshippers \
         patients bystanders families passengers teenager teenagers victims aid activists",
    ),
    (
        UNLAWFUL,
        "illegal illegally unlawful unlawfully unconstitutional unconstitutionally fraudulent \
         fraudulently wrongfully improperly inappropriately corrupt corruptly dishonest dishonestly \
         deceptive deceptively abusive discriminatory maliciously falsely",
    ),
    (
        DEED,
        "abuse abuses atrocity atrocities crime crimes fraud perjury murder murders genocide \
         massacre massacres torture violation violations treason misconduct harassment assault \
         assaults mistreatment maltreatment brutality bribery extortion attack attacks killing \
         killings bombing bombings hack hacks hacking hackings assassination poisoning kidnapping \
         kidnappings abduction abductions shooting shootings beating beatings rape rapes terrorism \
         aggression cleansing intimidation bullying violence persecution plunder theft thefts \
         rumor rumors rumour rumours lies disinformation misinformation propaganda falsehoods \
         smears coup",
    ),
    (
        SHAM,
        "fake false forged bogus fraudulent fabricated falsified doctored misleading sham phony \
         phoney counterfeit",
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
         falsely regularly intentionally consistently further yet actually \
         deceptively sexually unfairly once first really either unlawfully fraudulently wrongfully \
         improperly inappropriately unconstitutionally corruptly dishonestly maliciously",
    ),
];
