export {
  type Alert,
  alertSchema,
  alertsPath,
  issuesText,
  readAlerts,
  type Target,
  writeAlerts,
} from './config.js'
export { tell } from './deliver.js'
export { findNews } from './find.js'
export { matches } from './match.js'
export { type Notice, textOf, titleOf } from './notice.js'
export { Outbox } from './outbox.js'
export { type AlertRun, runAlerts } from './run.js'
export { signature } from './webhook.js'
