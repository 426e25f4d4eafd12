export { type ArticleOptions, defaultSizeLimit, extractArticle } from './extract-article.js'
export { identifyLanguage } from './language-id.js'
export type { AgencyName, ArticleResources, FurnitureMatch, FurniturePhrase } from './resources.js'
