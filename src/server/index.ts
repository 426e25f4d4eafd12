export { Jobs } from './add/jobs.js'
export { type App, type AppOptions, createApp } from './app.js'
export { createToken, readTokens, revokeToken, tokenVerifier } from './security/tokens.js'
export { type Served, type ServeOptions, serveWorkspace } from './serve.js'
