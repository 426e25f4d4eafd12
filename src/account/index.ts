export { reconcileStory } from './reconcile.js'
