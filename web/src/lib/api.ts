import { createClient } from '../../../src/client/index.js'

/** The one client of this page: same origin, token in the cookie where one is needed. */
export const api = createClient()
export * from '../../../src/client/index.js'
