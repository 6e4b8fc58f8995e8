import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The page: plain files in dist/page, every asset a file of its own (the policy of electron/routes/page.ts allows no data: fonts). */
export default defineConfig({
  root: fileURLToPath(new URL('../renderer', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../.cache/vite', import.meta.url)),
  logLevel: 'warn',
  mode: 'production',
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../dist/page', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'chrome120',
    // The limit is high, because Ant Design is large.
    chunkSizeWarningLimit: 1600,
  },
})
