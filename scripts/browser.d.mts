import type { Browser } from 'playwright-core'

/** Starts a headless browser: one named by SYNOPTIC_BROWSER, one of the system, or the one of the package @sparticuz/chromium. */
export function launchBrowser(): Promise<Browser>
