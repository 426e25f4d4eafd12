import { hashId } from '../text/hash.js'
import { corpusStages, documentStages } from './stages.js'

/**
 * Version of what the per-document stages make: stage versions and the versions of all resources (weights with their backend, tables).
 * Equal versions mean equal output for equal captures, so a stored document with this version is fresh.
 */
export function documentVersion(resourcesVersion: string): string {
  return hashId('v', ...documentStages.map(s => `${s.name}:${s.version}`), resourcesVersion)
}

/** Version of stories, events and relations: the documents' version and the corpus stages'. */
export function corpusVersion(resourcesVersion: string): string {
  return hashId('v', documentVersion(resourcesVersion), ...corpusStages.map(s => `${s.name}:${s.version}`))
}
