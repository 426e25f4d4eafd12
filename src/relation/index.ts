export { relateEvents } from './relate-events.js'
