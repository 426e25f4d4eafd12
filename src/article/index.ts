export { type ArticleOptions, defaultSizeLimit, extractArticle } from './extract-article.js'
export { identifyLanguage } from './language-id.js'
export type { AgencyName, ArticleResources, FurnitureMatch, FurniturePhrase } from './resources.js'
export { type LabelledLine, type LineLabel, labelLines } from './scraped/line-labels.js'
