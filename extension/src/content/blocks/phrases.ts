// Short lines that stand in the body of an article without being of it: calls to read, follow or sign up,
// credits, dates, bylines. Judged by their words, in English. Leaves out everything that names of elements tell.

/** "Read more: …", "Sign up for our newsletter", "Story continues below". */
const CALL =
  /^\W*(?:read (?:more|also|next|the full|this next)|also read|see (?:also|more)\b|also on \S+\.\w+|related(?:$|:| (?:stor|article|roundup|content|coverage|post|link|video|topic))|don['’]?t miss\b|more (?:from|on|great|stories|like this|about)\b|watch(?::| (?:now|live|below|the video|more))|(?:click|tap) here|sign up (?:for|to|here|now)|subscribe\b|get (?:the latest|our|more|breaking)|follow (?:us|me|@|the author|\S+ on|\S+ \S+ on)|(?:like|enjoy(?:ed|ing)?) this (?:story|article|post)|have a (?:tip|story|question)|got a tip|share (?:this|on)|(?:advertisement|sponsored)\b|(?:story|article) continues|continue reading|scroll (?:down|to)|comments?$|leave a (?:comment|reply)|you (?:may|might) also|recommended\b|most read|trending\b|join (?:the|us|our)\b.{0,40}(?:newsletter|conversation|facebook|telegram|whatsapp|membership)|download (?:our|the) app|listen (?:here|back|live|to \w+ live)|for more (?:stories|news|information|on|from)|want more\b|if you enjoyed this|this is a developing story$|more ap \w+|skip (?:to|past)|in pictures:|photos?:|video:|loading|image source|view (?:gallery|photo|comments|all)|buy now$|click to tweet|available from\b|check out (?:our|more|the latest))/i;

/** "We want to hear from you", "Tell us what you saw". */
const ASKS =
  /^\W*(?:we(?:['’]d| would)? (?:want|love|like) to hear (?:from you|your)|(?:do|did) you (?:have|know) (?:a story|something|anything|more)|have you (?:been affected|got (?:a|any|more))|are you affected|share your (?:story|stories|views?|thoughts?|experiences?|photos)|(?:e-?mail|write to|contact) (?:us\b|our (?:desk|newsroom|reporter)|the (?:author|reporter)|\S+@)|send (?:us )?(?:your|a) (?:tip|stor|photo|news)|tell us (?:what|about|how|in|your))/i;

/** How a paper asks for letters, at the end of one. */
const LETTERS = /\bletters? to the editor\b.*\b(?:e-?mail|send|submit|write)\b/i;

/** Who worked on it, who owns it. */
const CREDIT =
  /^\W*(?:(?:additional |further )?(?:reporting|editing|writing|compiled|edited) by\b|(?:copyright|©)|all rights reserved|this (?:article|story|post|piece|essay) (?:was |is |has been )?(?:originally|first|republished|adapted|excerpted)\b|(?:the )?associated press writers?\b.*contributed)|\bcontributed (?:reporting|to this (?:report|story|article|post))\b/i;

/** "By Ann Other", "12 May 2031, 05:47", "Updated at 1:23 p.m.", how long a film is. */
const DATELINE =
  /^\W*(?:by [A-Z][\w.'’-]+(?:,? (?:and )?[A-Z][\w.'’-]+){1,4}$|(?:last )?(?:updated|published|posted|modified|first published)\b.{0,60}\d.{0,30}$|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2}\.? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.? (?:\d{1,2},? )?\d{4}.{0,25}$|\d+ (?:min(?:ute)?s?|hours?|days?) (?:read|ago)$|\d{1,2}(?::\d\d){1,2}$)/i;

/** A picture's credit at the end of a line: "(Image: …)". */
const PICTURE_CREDIT =
  /\((?:image|photo|picture|pic|source|credit|file photo|courtesy)s?\b[^()]{0,60}\)\s*$|\((?:[A-Z][\w ]{2,24}\/)+(?:AFP|AP|Reuters|Getty|REX|EPA|Shutterstock|PA)[\w ]*\)\s*$/i;

/** Who took a picture, as a line of its own: "Ann Other/Getty Images", "Photo: Ann Other", "Courtesy of the museum". */
const AGENCIES =
  "getty(?: images)?|afp|ap|ap photo|associated press|reuters|shutterstock|epa(?:-efe)?|pa(?: (?:wire|media|images))?|alamy(?: stock photo)?|istock(?:photo)?|unsplash|wireimage|filmmagic|bloomberg|rex(?: features)?|zuma(?: press)?|imago|xinhua|press association|anadolu(?: agency)?|nurphoto|handout";
const PICTURE_BY = new RegExp(
  `^\\W*(?:(?:photos?|photograph(?:s|y)?|pictures?|images?|illustrations?|credits?|graphics?)(?: (?:by|courtesy(?: of)?)|(?: credit)?:)\\s*\\p{Lu}[^.!?]{0,80}|[^.!?]{2,80}(?:/| via |[|•—–] ?)(?:${AGENCIES})|(?:${AGENCIES})|courtesy (?:of )?\\p{Lu}[^.!?]{0,60})\\W*$`,
  "iu",
);

/** Code for embedding that a page shows as text. */
const EMBED = /<iframe\b|^\s*(?:<|&(?:amp;)*lt;)(?:a href|div|iframe|span|img)\b/i;

/** Longer lines are read as prose whatever they begin with. */
const SHORT = 180;

/** Whether a line is a call, a credit or a dateline; long lines never are. */
export function isAside(text: string): boolean {
  if (EMBED.test(text)) return true;
  if (text.length > SHORT)
    return (
      text.length < 400 &&
      (/^\W*(?:follow @|sign up for)/i.test(text) || CREDIT.test(text) || LETTERS.test(text))
    );
  return CALL.test(text) || ASKS.test(text) || CREDIT.test(text) || DATELINE.test(text);
}

/** Whether a line of any length begins by calling to what it links to. */
export function isCall(text: string): boolean {
  return CALL.test(text);
}

/** Whether a line says who took a picture, and nothing else. */
export function isPictureCredit(text: string): boolean {
  return text.length < SHORT && PICTURE_BY.test(text);
}

/** Whether a line asks something of readers: what stands under it is no article. */
export function asksReaders(text: string): boolean {
  return ASKS.test(text);
}

/** Whether a line heads a list of other articles: what follows it is not article either. */
export function headsAside(text: string): boolean {
  return text.length < 60 && CALL.test(text);
}

/** Whether a line is the words under a picture, by the credit that ends it. */
export function endsInPictureCredit(text: string): boolean {
  return text.length < 300 && PICTURE_CREDIT.test(text);
}

/** Whether a text ends as sentences do. */
export function endsAsSentence(text: string): boolean {
  return /[.!?…]["'”’)\]]*$/.test(text);
}

/** "May 12, 2031", "12 May", and who sent it: "(NCN)", "(City/Agency)", "/NewsWire/". */
const DAY =
  "(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.? \\d{1,2}|\\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*)(?:,? \\d{4})?";
const AGENCY = "[(/]\\p{Lu}[\\p{L}\\d.&/ ]{0,39}[)/]";
/** "TOLVIK, May 12, 2031 (NCN) –", "Tolvik, Norway (NCN) —", "(NCN) --". */
const PLACED = new RegExp(
  `^(\\p{Lu}[\\p{L}.'’/-]+(?: \\p{Lu}[\\p{L}.'’-]+){0,3})?(?:, \\p{Lu}[\\p{L}. ]{1,24})??(?:,? ?(${DAY}))?,? ?(${AGENCY})?\\s*(?:[—–]|--?(?=\\s))\\s*`,
  "u",
);
/** "Exclusive:", "ANALYSIS |". */
const LABELLED =
  /^(?:(?:world |news )?exclusive|breaking(?: news)?|(?:news )?analysis|opinion|comment(?:ary)?|editorial|explainer|factbox|fact[- ]?check|interview|just in|developing|update[d]?)\s*(?:[:|—–]|-(?=\s))\s*/i;
const BEGINS = /^["'“‘]?[\p{Lu}\d]/u;
const LABELS = 2;
/** UTF-16 units that are looked at. */
const OPENING = 160;

/** UTF-16 units of the place, date and label that stand before the first sentence of an article; 0 for none. */
export function beforeFirstSentence(text: string): number {
  let units = 0;
  for (let look = 0; look < LABELS; look++) {
    const rest = text.slice(units, units + OPENING);
    const placed = PLACED.exec(rest);
    const [, place = "", day, agency] = placed ?? [];
    // In capitals, or with a date or an agency: "Ada Holm —" is none.
    const told = day || agency || (place.length > 3 && place === place.toUpperCase());
    const found = LABELLED.exec(rest) ?? (told ? placed : null);
    if (!found || !BEGINS.test(rest.slice(found[0].length))) break;
    units += found[0].length;
  }
  return units;
}
