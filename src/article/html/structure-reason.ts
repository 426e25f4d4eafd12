import type { PageBlock } from './page-block.js'
import type { PageElement } from './tree.js'

/** Names of page parts that are no article text, by reason. A name counts as a whole part of a class or id ("related-links", "post_related"). */
const names: readonly (readonly [reason: string, pattern: string])[] = [
  [
    'caption',
    'captions?|figcaption|img-?caption|image-?caption|wp-caption-text|photo-?caption|bildunterschrift|bu|media-?caption|legende?|image-?meta|picture-?caption|gallery-?caption|imagecaption|figure-?caption|pie|pie-?(?:de-?)?foto|foto-?pie|foto|epigrafe',
  ],
  [
    'credit',
    'credits?|photo-?credit|copyright|bildquelle|image-?credit|source-?line|photographer|img-?credit|image-?source|image-?copyright',
  ],
  [
    'related link',
    'related|related-?\\w+|recommended|recommendations?|recirc\\w*|read-?more|readmore|read-?also|more-?on|see-?also|also-?read|further-?reading|most-?read|mostread|most-?popular|popular|trending|outbrain|taboola|trc_related_container|plista|in-?article-?links?|article-?links|verwandt\\w*|mehr-?zum-?thema|lesen-?sie-?auch|lees-?ook|les-?ogsa|siehe-?auch|leggi-?anche|te-?puede-?interesar|noticias-?relacionadas|relacionad[oa]s?|link-?box|linklist|link-?list|linkbox|next-?article|prev-?next|next-?post|post-?navigation|nav-?links|up-?next|upnext|teasers?-?(?:list|group|box|container|inline|link)|inline-?teaser|articleteaser|yarpp\\w*|jp-relatedposts|crp_related|content-?recommendation|editor-?picks|promobox|storylink|story-?link|inlinelink',
  ],
  [
    'newsletter',
    'newsletters?|newsletter-?\\w+|sign-?up|signup|subscribe|subscription|subscriptions|mailing-?list|nl-?box|abo-?box|abobox|abo-?teaser|opt-?in|registration|bolet[ií]n|boletines|suscripcion',
  ],
  [
    'paywall',
    'paywall-?(?:box|layer|container|message|offer|banner|overlay|cta|prompt)|piano-?\\w*|offer-?page|regwall|premium-?box|subscriber-?only-?message|fp-paywall',
  ],
  [
    'share',
    'share|sharing|sharebar|share-?\\w+|social|social-?\\w+|socials|sharedaddy|addthis\\w*|follow-?us|article-?tools|toolbar|article-?actions|action-?bar|bookmark|compartir|redes-?sociales|teilen|partage|partager',
  ],
  [
    'comments',
    'comments?|comment-?\\w+|disqus\\w*|comments?-?\\w+|kommentare?|leserkommentare|comentarios?|commentaires?|respond|coral\\w*',
  ],
  [
    'advertisement',
    'ads?|adslot|ad-?slot|ad-?container|ad-?wrapper|ad-?unit|adunit|advert|advertisement|advertorial|adverts|sponsored|sponsor|anzeige|werbung|banner|dfp\\w*|gpt-?ad|promo|promotion|affiliate\\w*|commercial|advertise\\w*|publicidad|pub',
  ],
  [
    'menu',
    'breadcrumbs?|migas|nav|navigation|menu|submenu|sub-?nav|pagination|pager|toc|table-?of-?contents|inhaltsverzeichnis|skip-?link|tabs?-?nav|jump-?links',
  ],
  [
    'byline',
    'bylines?|byline-?\\w+|author-?(?:info|box|bio|card|name|block|description|details|profile|container|wrapper|meta|about)?|authors|about-?(?:the-?)?author|post-?author|writer-?bio|autor-?(?:box|info|innen)?|autoren\\w*|contributors?|vcard',
  ],
  [
    'date line',
    'dateline-?(?:time|date)|datetime|timestamp|publish-?date|published-?date|pubdate|post-?date|article-?date|entry-?date|date-?published|last-?updated|publication-?date|reading-?time|read-?time|lesezeit|article-?meta|post-?meta|entry-?meta|byline-?date|article__meta|story-?meta|article-?info|metadata',
  ],
  [
    'tags',
    'tags?|tag-?list|taglist|tag-?cloud|topics?|topic-?list|keywords?|article-?tags|post-?tags|entry-?tags|cat-?links|tags-?links|schlagworte?|themen|themenliste|filed-?under|hashtags?',
  ],
  [
    'embed notice',
    'embed-?consent|consent-?\\w*|cookie-?\\w*|cookies|gdpr\\w*|privacy-?\\w*|opt-?out|embed-?placeholder|external-?content|externalcontent|embedconsent|video-?(?:player|js|wrapper|container|caption|title|description|info|headline)|videoplayer|player|jwplayer|audio-?player|podcast-?\\w*|media-?player|brightcove|screen-?reader-?text|screen-?reader|visually-?hidden|visuallyhidden|sr-?only|popup|tooltip|lightbox|dsgvo\\w*|cmp-?\\w*|onetrust\\w*|sp-dsgvo\\w*',
  ],
  ['hidden', 'hidden|is-hidden|modal|overlay|a11y|print-?only|d-none|modal-body'],
  ['embedded post', 'twitter-?tweet|instagram-?media|tiktok-?embed|fb-?post|bluesky-?embed|twitter-?embed'],
  ['gallery', 'gallery|galleries|slideshow|carousel|swiper|slider|bildergalerie|fotostrecke|photo-?gallery'],
  [
    'page frame',
    'footer|site-?footer|page-?footer|header-?nav|masthead|sidebar|side-?bar|rail|right-?rail|aside-?content|widget|widget-?area|widgets|complementary|contentinfo|banner-?top',
  ],
  ['poll or game', 'poll|polls|quiz|vote|voting|umfrage|rating|ratings|survey'],
  ['correction notice', 'correction-?form|report-?error|report-?typo|feedback|feedback-?\\w+|fehler-?melden'],
  ['short summary', 'ai-?summary|article-?summary-?ai|summary-?ai|ki-?zusammenfassung|genai\\w*'],
]

/** Where a name must begin and end: utility classes are whole words ("field--label-hidden" hides no field), layout names end a class ("sidebar-grid" is none). */
function borders(reason: string): readonly [before: string, after: string] {
  const inner = '[\\s_]|--?|__'
  if (reason === 'hidden') return ['^|\\s', '$|\\s']
  return reason === 'page frame' ? [`^|${inner}`, '$|\\s'] : [`^|${inner}`, `$|${inner}`]
}

const patterns = names.map(([reason, pattern]) => {
  const [before, after] = borders(reason)
  return { reason, test: new RegExp(`(?:${before})(?:${pattern})(?:${after})`) }
})

/** Names of the article's own body: they overrule the others ("sidebar-grid__content article__content"). */
export const bodyNames =
  /(?:^|[\s_]|--?|__)(?:article[-_]*(?:body|content|text|main)|story[-_]*(?:body|content|text)|entry[-_]*content|post[-_]*(?:body|content)|body[-_]*(?:text|content|copy)|main[-_]*content|text[-_]*body|rich[-_]*text|news[-_]*(?:body|content|text)|content[-_]*body|artikel[-_]*(?:text|body|content)?|paragraphs?)(?:$|[\s_]|--?|__)/

/** The classes that WordPress gives a whole post list its tags and categories too ("tag-budget"): they name no part of the page. */
const postClasses = /(?:^|\s)(?:hentry|type-post|post-\d+|type-page)(?:\s|$)/

const cached = new WeakMap<PageElement, string | null>()

/** Reason that an element's own tag and names give to cut what is in it, or null. */
export function elementReason(element: PageElement): string | null {
  const known = cached.get(element)
  if (known !== undefined) return known
  const reason = judge(element)
  cached.set(element, reason)
  return reason
}

const tagReasons: Readonly<Record<string, string>> = {
  figcaption: 'caption',
  figure: 'caption',
  aside: 'aside',
  footer: 'page frame',
  nav: 'menu',
  details: 'folded part',
  address: 'byline',
  time: 'date line',
  'amp-ad': 'advertisement',
}

function judge(element: PageElement): string | null {
  const byTag = tagReasons[element.tag]
  if (byTag) return byTag
  if (element.hints === '' || bodyNames.test(element.hints) || postClasses.test(element.hints)) return null
  if (/data-nosnippet/.test(element.hints)) return 'page frame'
  return patterns.find(({ test }) => test.test(element.hints))?.reason ?? null
}

/** Characters of text below each element. */
export function textSizes(
  blocks: readonly PageBlock[],
): Map<PageElement, { all: number; linked: number; running: number }> {
  const sizes = new Map<PageElement, { all: number; linked: number; running: number }>()
  for (const block of blocks) {
    const running = block.text.length >= 80 && block.linked < block.text.length * 0.4 ? block.text.length : 0
    for (let element: PageElement | null = block.element; element; element = element.parent) {
      const size = sizes.get(element)
      if (size) {
        size.all += block.text.length
        size.linked += block.linked
        size.running += running
      } else sizes.set(element, { all: block.text.length, linked: block.linked, running })
    }
  }
  return sizes
}

/**
 * Reason from the elements around a block, innermost first, up to the article's own element. An element that holds a large part of the article's
 * running text is believed to be the article whatever its names say.
 */
export function structureReason(
  block: PageBlock,
  content: PageElement,
  sizes: ReturnType<typeof textSizes>,
): string | null {
  const whole = sizes.get(content)?.running ?? 0
  for (
    let element: PageElement | null = block.element;
    element && element !== content;
    element = element.parent
  ) {
    const reason = elementReason(element)
    if (reason && (sizes.get(element)?.running ?? 0) <= whole * 0.3) return reason
  }
  return null
}
