export type { Link } from './constrain.js'
export { reconcileStory } from './reconcile.js'
