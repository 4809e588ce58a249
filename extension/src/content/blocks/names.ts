// What the names that authors give to elements say about them: class, id, role, data-component and the like.
// The tables are ours, from reading many pages; a name alone never decides over a large share of the text.
// Leaves out how the names are weighed (article.ts).

/** Class, id and role of an element as lower-case words between spaces ("StoryBody__related" → " story body related "). */
export function words(element: Element): string {
  const raw = `${element.getAttribute("class") ?? ""} ${element.id} ${element.getAttribute("role") ?? ""} ${element.getAttribute("itemprop") ?? ""} ${element.getAttribute("data-component") ?? ""} ${element.getAttribute("data-testid") ?? ""}`;
  if (raw.length === 5) return "";
  return ` ${raw
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[^A-Za-z0-9]+/g, " ")
    .toLowerCase()} `;
}

function table(list: string): RegExp {
  return new RegExp(` (?:${list.trim().replace(/\s*\n\s*/g, "|")}) `);
}

/** Not the article, however much text it holds. */
export const SURELY_JUNK_NAME = table(`
comments?|comment (?:list|section|thread|content|body)|commentlist|disqus\\w*|livefyre|viafoura|spotim|respond
related (?:articles|stories|posts|content|links|news)|recirc\\w*|recommend(?:ed|ations)|most read|most popular|outbrain|taboola\\w*|onetrust\\w*|gdpr
`);

/** Rows of pictures with words: junk unless the article itself is told in one. */
export const GALLERY_NAME = table(`gallery|slideshow|carousel|slider`);

/** Not the article: navigation, other articles, comments, adverts, forms, notices, people's names and dates. */
export const JUNK_NAME = table(`
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
export const HIDDEN_NAME = table(`sr only|visually hidden|visuallyhidden|screen reader\\w*|screenreader|offscreen|d none|rollover\\w*|tooltip\\w*|hover ?card\\w*`);

/** The words under or beside a picture. */
export const CAPTION_NAME = table(`caption|captions|caption text|wp caption\\w*|figcaption|image caption|photo caption|cutline|imagecaption|image credit|photo credit|photocredit|credit|credits|media caption|image description`);

/** A name that bodies of articles are given. */
export const BODY_NAME = table(`article ?body|article ?content|article ?text|article copy|story ?body|story ?content|story ?text|story copy|entry ?content|post ?content|post ?body|body ?content|body ?text|body copy|rich ?text|content ?body|article main|main content|td post content|paywall`);

/** The line or lines under the headline. */
export const STANDFIRST_NAME = table(`standfirst|stand first|dek|deck|sub ?title|sub ?head(?:line|ing)?|sub ?hed|article (?:summary|intro|description|excerpt|lead)|story (?:summary|intro|description)|strapline|kicker|entry summary|description|excerpt|teaser text|abstract`);

/** A list of what the article says, above it. */
export const SUMMARY_NAME = table(`summary|key ?points|highlights|takeaways|story highlights|bullets|tldr|at a glance|key facts`);

/** A passage of the article, repeated large. */
export const PULL_NAME = table(`pull ?quotes?|pullout|pull out|blockquote pull|quote ?callout`);

/** One entry of a live blog. */
export const LIVE_NAME = table(`live ?(?:blog)? ?(?:entry|post|update|item)|liveblog entry|lb post|block live`);
