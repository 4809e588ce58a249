// What the names that authors give to elements say about them: class, id, role, itemprop and the like.
// The tables are ours, from reading many pages; a name alone never decides over a large share of the text.
// Leaves out how they are weighed (root.ts, article.ts).

import * as dom from "../../dom";

/** What names say, as bits. */
export const Says = {
  /** Not the article, however much text it holds. */
  surelyJunk: 1,
  /** Rows of pictures with words: junk unless the article itself is told in one. */
  gallery: 2,
  /** Not the article: navigation, other articles, comments, adverts, forms, notices, people's names and dates. */
  junk: 4,
  /** Read by screen readers only, or by nobody. */
  hidden: 8,
  /** The words under or beside a picture. */
  caption: 16,
  /** The line or lines under the headline. */
  standfirst: 32,
  /** A list of what the article says, above it. */
  summary: 64,
  /** A passage of the article, repeated large. */
  pull: 128,
  /** One entry of a live blog. */
  live: 256,
  /** What stands between a reader and the rest of the article. */
  barrier: 512,
  /** A post of a social network. */
  embed: 1024,
  /** The body of the article. */
  body: 2048,
} as const;

/** Phrases of one to three words, between commas; a star stands for any rest of the last word. */
const TABLES: Record<keyof typeof Says, string> = {
  surelyJunk: `comment, comments, commentlist, disqus*, livefyre, viafoura, spotim, respond, related articles,
    related stories, related posts, related content, related links, related news, recirc*, recommended,
    recommendations, most read, most popular, outbrain, taboola*, onetrust*, gdpr`,
  gallery: "gallery, slideshow, carousel, slider",
  junk: `comment, comments, commentlist, disqus*, replies, respond, livefyre, coral, viafoura, spotim, related*,
    recirc*, recommend*, popular, trending, mostread, breaking, most read, most popular, readmore, read more,
    read next, up next, more from, more on, more stories, more news, more articles, more in, more like, more posts,
    more coverage, more top, morefrom, also read, also like, also on, see also, seealso, suggested, suggestion,
    suggestions, you may like, teaser, teasers, promo*, outbrain, taboola*, zergnet, revcontent, nativo, plista,
    newsletter*, subscribe, subscriber, subscription, subscriptions, signup, sign up, sign in, signin, login,
    register, optin, mailchimp, mc embed*, sharing, share*, sharedaddy, social*, addthis*,
    sociable, follow, followus, retweet, jp relatedposts, jp post flair, ad, ads, advert*, adsense, adslot, adunit,
    adbox, adcontainer, ad1, ad2, ad3, ad4, ad5, sponsor*, dfp, mpu, leaderboard, commercial, affiliate, donat*,
    nav, navbar, navigation, navigator, menu, menus, submenu, breadcrumb, breadcrumbs, crumbs, pagination, pager,
    paging, prevnext, next prev, post navigation, footer, foot, sidebar, side bar, siderail, right rail, left rail,
    rail, widget*, toolbar, masthead, skip link, colophon, tag, tags, taglist, tagcloud, topics, keywords, category,
    categories, cat links, filed under, byline, bylines, by line, author*, contributor, contributors, writer, bio,
    biography, vcard, dateline, date, timestamp, datetime, pubdate, published, publish date, pub date, updated,
    postmeta, post meta, entry meta, article meta, metadata, meta data, postinfo, post info, read time,
    reading time, cookie*, consent, ccpa, onetrust*, gdpr, cmp, modal, popup, pop up, lightbox, tooltip, toast,
    interstitial, hidden, sr only, visually hidden, visuallyhidden, screen reader*, screenreader, offscreen, a11y,
    noprint, no print, print only, d none, copyright, legal, disclaimer, disclosure, correction, corrections,
    feedback, report error, report typo, poll, quiz, survey, cta, call to action, interactive embedded, artboard,
    ai2html, infographic, playlist, player, video player, jwplayer, video box, video card, video teaser, video promo, video block, video module,
    video embed, video item, linkback, promo box, inline promo, inline story, story card, related card, read card,
    call out, hear from you, get in touch, contact box, community callout`,
  hidden: `sr only, visually hidden, visuallyhidden, screen reader*, screenreader, offscreen, d none, rollover block,
    rollover content, rollover people block, tooltiptext, tooltip text, tooltip content, tooltip inner, tooltip body,
    hovercard*, hover card*`,
  caption: `caption, captions, wp caption*, figcaption, cutline, imagecaption, image credit, photo credit,
    photocredit, credit, credits, image description`,
  standfirst: `standfirst, stand first, dek, deck, subtitle, sub title, subhead, subheadline, subheading, sub head,
    sub headline, sub heading, subhed, sub hed, article summary, article intro, article description,
    article excerpt, article lead, story summary, story intro, story description, strapline, kicker, entry summary,
    description, excerpt, teaser text, abstract`,
  summary: "summary, keypoints, key points, highlights, takeaways, bullets, tldr, at a glance, key facts",
  pull: `pullquote, pullquotes, pull quote, pull quotes, pullout, pull out, blockquote pull, quote callout, pulled quote,
    callout quote, quote block, blockquote callout, big quote, quotebox, quote box`,
  live: `live entry, live post, live update, live item, live blog entry, live blog post, live blog update,
    live blog item, liveblog entry, liveblog post, lb post, block live`,
  embed: `twitter tweet, twitter video, tweet, tweets, instagram media, instagram post, tiktok embed, bluesky embed,
    mastodon embed, reddit embed, reddit card, fb post, facebook post, truth social, threads post`,
  body: `articlebody, article body, story body, storybody, entry content, post content, post body, article content,
    article text, story content, story text, body content, article main, press release, release body`,
  barrier: "paywall*, regwall, reg wall, subscriber only, meter wall, piano offer, gateway content",
};

const LONGEST_PHRASE = 3;
/** Prefixes are found by their first letters, so that a word is compared with few of them. */
const KEY = 3;

const phrases = new Map<string, number>();
const prefixes = new Map<string, [prefix: string, bit: number][]>();
for (const [name, list] of Object.entries(TABLES)) {
  const bit = Says[name as keyof typeof Says];
  for (const phrase of list.split(/\s*,\s*/)) {
    if (!phrase.endsWith("*")) {
      phrases.set(phrase, (phrases.get(phrase) ?? 0) | bit);
      continue;
    }
    const prefix = phrase.slice(0, -1);
    const key = prefix.slice(0, KEY);
    prefixes.set(key, [...(prefixes.get(key) ?? []), [prefix, bit]]);
  }
}

/** What an element is called. */
export interface Names {
  /** Class, id, role and itemprop as lower-case words ("StoryBody__related" → story, body, related). */
  readonly words: readonly string[];
  /** The bits of `Says` that they have. */
  readonly says: number;
}

const NONE: Names = { words: [], says: 0 };
/** Pages repeat few names many times; when there are more different ones than this, memory begins anew. */
const REMEMBERED = 4000;
const memory = new Map<string, Names>();

/** Reads the names of an element. */
export function namesOf(element: Element): Names {
  if (!dom.hasAttributes(element)) return NONE;
  const of = (name: string) => dom.getAttribute(element, name) ?? "";
  const raw = `${of("class")} ${of("id")} ${of("role")} ${of("itemprop")}`;
  const known = memory.get(raw);
  if (known) return known;
  const words = raw
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const names = words.length === 0 ? NONE : { words, says: saying(words) };
  if (memory.size >= REMEMBERED) memory.clear();
  memory.set(raw, names);
  return names;
}

function saying(words: readonly string[]): number {
  let bits = 0;
  for (let i = 0; i < words.length; i++) {
    let phrase = "";
    for (let n = 0; n < LONGEST_PHRASE && i + n < words.length; n++) {
      phrase = n === 0 ? (words[i] as string) : `${phrase} ${words[i + n]}`;
      bits |= phrases.get(phrase) ?? 0;
      for (const [prefix, bit] of prefixes.get(phrase.slice(0, KEY)) ?? [])
        if (phrase.startsWith(prefix)) bits |= bit;
    }
  }
  return bits;
}
