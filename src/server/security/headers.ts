import type { MiddlewareHandler } from 'hono'

/**
 * Nothing is loaded from anywhere but this server, nothing inline runs as script, and the application cannot be framed. Styles may be set on
 * elements (positions of bars and marks); a style cannot fetch anything, because images and fonts come from this server only.
 */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** A page as captured: no script, no request, not even to this server, and only inside a frame of the application. */
export const capturePolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  'sandbox',
].join('; ')

/** Headers of every answer. A route that sets one of them (the captured page) keeps its own. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  const set = (name: string, value: string) => {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  }
  set('Content-Security-Policy', contentPolicy)
  set('X-Content-Type-Options', 'nosniff')
  set('Referrer-Policy', 'no-referrer')
  set('Cross-Origin-Opener-Policy', 'same-origin')
  set('Cross-Origin-Resource-Policy', 'same-origin')
  set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
  set('X-DNS-Prefetch-Control', 'off')
  set('Cache-Control', 'no-cache')
}
