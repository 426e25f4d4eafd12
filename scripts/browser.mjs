// A headless browser for tests and pictures, without a download: one named by SYNOPTIC_BROWSER, one of the system, or the one that the package
// @sparticuz/chromium ships (Linux on x64).
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const ofSystem = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

export async function launchBrowser() {
  const named = process.env.SYNOPTIC_BROWSER
  const found = named ?? ofSystem.find(path => existsSync(path))
  if (found) return await chromium.launch({ executablePath: found, args: ['--no-sandbox', '--disable-gpu'] })
  const { default: shipped } = await import('@sparticuz/chromium')
  shipped.setGraphicsMode = false
  // Its own list switches off the protections under test; only what it needs to start is taken.
  const args = shipped.args.filter(arg => /sandbox|zygote|headless|font|gpu|gl/.test(arg))
  return await chromium.launch({ executablePath: await shipped.executablePath(), args, headless: true })
}
