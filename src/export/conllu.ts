import { type Article, SynopticError, type Token } from '../model/index.js'
import { writeConllu } from '../text/conllu.js'
import type { Column } from './column.js'
import type { Format } from './format.js'
import { recordsOf } from './source.js'

/** The ten columns of CoNLL-U; `writeConllu` writes them, a test compares. */
const columns: readonly Column<Token>[] = [
  { name: 'ID', type: 'text', about: 'Number of the word in its sentence; a range for words written as one' },
  { name: 'FORM', type: 'text', about: 'The word as it stands' },
  { name: 'LEMMA', type: 'text', about: 'Base form' },
  { name: 'UPOS', type: 'text', about: 'Part of speech of Universal Dependencies' },
  { name: 'XPOS', type: 'text', about: 'Tag of the Penn Treebank' },
  { name: 'FEATS', type: 'text', about: 'Features' },
  { name: 'HEAD', type: 'integer', about: 'Number of the head, 0 for the root' },
  { name: 'DEPREL', type: 'text', about: 'Relation to the head' },
  { name: 'DEPS', type: 'text', about: 'Always _' },
  { name: 'MISC', type: 'text', about: 'SpaceAfter=No, and entities as NER=B-PER' },
]

const comments: readonly Column<Article>[] = [
  { name: 'newdoc id', type: 'text', about: 'Id of the article' },
  { name: 'newpar', type: 'text', about: 'A paragraph begins' },
  { name: 'sent_id', type: 'integer', about: 'Number of the sentence in its article' },
  { name: 'text', type: 'text', about: 'The sentence' },
]

/** CoNLL-U of Universal Dependencies. */
export const conllu: Format = {
  name: 'conllu',
  title: 'CoNLL-U trees',
  about:
    'Sentences and dependency trees of every article that is in English. Trees are not stored: they are made anew, which takes as long as coding; the server does not offer it.',
  records: ['article'],
  extension: 'conllu',
  mediaType: 'text/plain; charset=utf-8',
  references: [{ title: 'CoNLL-U format', url: 'https://universaldependencies.org/format.html' }],
  sections: () => [
    { title: 'Columns', columns },
    { title: 'Comments', columns: comments },
  ],
  write: async function* (_, source) {
    if (!source.parse)
      throw new SynopticError(
        'SYN_NO_PARSER',
        'Trees are made on the command line: synoptic export article --format conllu',
      )
    for await (const article of recordsOf<Article>(source, 'article')) {
      if (article.language !== 'en' || article.text === '') continue
      yield writeConllu(await source.parse(article), article.text)
    }
  },
}
