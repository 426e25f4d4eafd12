import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** The interface is built into the package: `dist/web`, served by `synoptic serve`. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  build: {
    outDir: fileURLToPath(new URL('../dist/web', import.meta.url)),
    emptyOutDir: true,
    // Everything is a file of its own: the policy of the server forbids data addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  // For work on the interface: `npx vite web` beside `synoptic serve`.
  server: { proxy: { '/api': 'http://127.0.0.1:4117' } },
})
