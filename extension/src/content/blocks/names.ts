// What the names that authors give to elements say about them: class, id, role, data-component and the like.
// The tables are ours, from reading many pages; a name alone never decides over a large share of the text.
// Leaves out how they are weighed (article.ts).

/** Length of the spaces between the attributes that `words` joins. */
const NO_NAMES = 5;

/** Class, id and role of an element as lower-case words between spaces ("StoryBody__related" → " story body related "). */
export function words(element: Element): string {
  const raw = `${element.getAttribute("class") ?? ""} ${element.id} ${element.getAttribute("role") ?? ""} ${element.getAttribute("itemprop") ?? ""} ${element.getAttribute("data-component") ?? ""} ${element.getAttribute("data-testid") ?? ""}`;
  if (raw.length === NO_NAMES) return "";
  return ` ${raw
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[^A-Za-z0-9]+/g, " ")
    .toLowerCase()} `;
}

function table(list: string): RegExp {
  return new RegExp(` (?:${list.trim().replace(/\s*\n\s*/g, "|")}) `);
}

/** Not the article, however much text it holds. */
const SURELY_JUNK_NAME = table(`
comments?|comment (?:list|section|thread|content|body)|commentlist|disqus\\w*|livefyre|viafoura|spotim|respond
related (?:articles|stories|posts|content|links|news)|recirc\\w*|recommend(?:ed|ations)|most read|most popular|outbrain|taboola\\w*|onetrust\\w*|gdpr
`);

/** Rows of pictures with words: junk unless the article itself is told in one. */
const GALLERY_NAME = table(`gallery|slideshow|carousel|slider`);

/** Not the article: navigation, other articles, comments, adverts, forms, notices, people's names and dates. */
const JUNK_NAME = table(`
comments?|commentlist|disqus\\w*|replies|respond|livefyre|coral|viafoura|spotim
related\\w*|recirc\\w*|recommend\\w*|popular|trending|mostread|breaking(?: news)?|most read|most popular|readmore|read more|read next|up next
more (?:from|on|stories|news|articles|in|like|posts|coverage|top)|morefrom|also (?:read|like|on)|see also|seealso|suggest(?:ed|ions?)|you may like
teasers?|promos?|promo\\w+|promoted|outbrain|taboola\\w*|zergnet|revcontent|nativo|plista
newsletters?\\w*|subscri(?:be|ption|ptions|ber)|signup|sign up|sign in|signin|login|register|optin|mailchimp|mc embed\\w*
shar(?:e|es|er|ing|ebar|elinks|eicons)|share\\w*|sharedaddy|social\\w*|addthis\\w*|sociable|follow(?:us)?|retweet|jp relatedposts|jp post flair
ads?|advert\\w*|adsense|adslot|adunit|adbox|adcontainer|ad\\d+|sponsor\\w*|dfp|mpu|leaderboard|commercial|affiliate|donat\\w+
nav|navbar|navigation|navigator|menus?|submenu|breadcrumbs?|crumbs|pagination|pager|paging|prevnext|next prev|post navigation
footer|foot|sidebar|side bar|siderail|right rail|left rail|rail|widgets?|widget\\w*|toolbar|masthead|skip link|colophon
tags?|taglist|tag list|tagcloud|topics|keywords|categor(?:y|ies)|cat links|post categories|filed under
by ?lines?|authors?|author\\w+|contributors?|writer|bio|biography|vcard|dateline|date|timestamp|datetime|pubdate|published|publish date|pub date|updated|post ?meta|entry meta|article meta|meta ?data|postinfo|post info|read time|reading time
cookies?|cookie\\w*|consent|gdpr|ccpa|onetrust\\w*|cmp|modal|pop ?up|lightbox|tooltip|toast|interstitial
hidden|sr only|visually hidden|visuallyhidden|screen reader\\w*|screenreader|offscreen|a11y|noprint|no print|print only|d none
copyright|legal|disclaimer|disclosure|corrections?|feedback|report (?:error|typo)|poll|quiz|survey|cta|call to action|interactive embedded|artboard|ai2html|infographic|playlist|player|video player|jwplayer|linkback
`);

/** Read by screen readers only, or by nobody. */
const HIDDEN_NAME = table(
  `sr only|visually hidden|visuallyhidden|screen reader\\w*|screenreader|offscreen|d none|rollover\\w*|tooltip\\w*|hover ?card\\w*`,
);

/** The words under or beside a picture. */
const CAPTION_NAME = table(
  `caption|captions|caption text|wp caption\\w*|figcaption|image caption|photo caption|cutline|imagecaption|image credit|photo credit|photocredit|credit|credits|media caption|image description`,
);

/** The line or lines under the headline. */
const STANDFIRST_NAME = table(
  `standfirst|stand first|dek|deck|sub ?title|sub ?head(?:line|ing)?|sub ?hed|article (?:summary|intro|description|excerpt|lead)|story (?:summary|intro|description)|strapline|kicker|entry summary|description|excerpt|teaser text|abstract`,
);

/** A list of what the article says, above it. */
const SUMMARY_NAME = table(
  `summary|key ?points|highlights|takeaways|story highlights|bullets|tldr|at a glance|key facts`,
);

/** A passage of the article, repeated large. */
const PULL_NAME = table(`pull ?quotes?|pullout|pull out|blockquote pull|quote ?callout`);

/** One entry of a live blog. */
const LIVE_NAME = table(`live ?(?:blog)? ?(?:entry|post|update|item)|liveblog entry|lb post|block live`);

/** What names say, as bits: one number is read often and cheaply. */
export const Says = {
  surelyJunk: 1,
  gallery: 2,
  junk: 4,
  hidden: 8,
  caption: 16,
  standfirst: 32,
  summary: 64,
  pull: 128,
  live: 256,
} as const;

const TABLES: [number, RegExp][] = [
  [Says.surelyJunk, SURELY_JUNK_NAME],
  [Says.gallery, GALLERY_NAME],
  [Says.junk, JUNK_NAME],
  [Says.hidden, HIDDEN_NAME],
  [Says.caption, CAPTION_NAME],
  [Says.standfirst, STANDFIRST_NAME],
  [Says.summary, SUMMARY_NAME],
  [Says.pull, PULL_NAME],
  [Says.live, LIVE_NAME],
];

/** Pages repeat few names many times; more than this many different ones are not remembered. */
const REMEMBERED = 4000;
const memory = new Map<string, number>();

/** The bits of `Says` that these words (as `words` gives them) have. */
export function saying(names: string): number {
  if (names === "") return 0;
  const known = memory.get(names);
  if (known !== undefined) return known;
  let bits = 0;
  for (const [bit, pattern] of TABLES) if (pattern.test(names)) bits |= bit;
  if (memory.size >= REMEMBERED) memory.clear();
  memory.set(names, bits);
  return bits;
}
