/**
 * `npm run dev [-- WORKSPACE]`: the page from its sources with hot reloading, and the API of this repository behind it,
 * on one loopback address. A change in electron/ or shared/ restarts the server (node --watch-path). For developers only,
 * because the address needs no token; users run `npm start`.
 */
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { createServer } from 'vite'
import { compose } from '../electron/compose.ts'
import { plainMachine } from '../electron/loopback/plain-machine.ts'

const program = await compose(plainMachine({ workspace: process.argv[2] ?? null }))
const api = getRequestListener(program.handler, { overrideGlobalObjects: false })

const server = await createServer({
  configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)),
  logLevel: 'info',
  server: { host: '127.0.0.1', port: 5173, strictPort: false },
  plugins: [
    {
      name: 'xiaotong-api',
      configureServer: (vite) => {
        vite.middlewares.use((request, response, next) => {
          const { host = '', origin = `http://${host}` } = request.headers
          if (request.url?.startsWith('/api/') !== true) next()
          else if (/^(127\.0\.0\.1|localhost):\d+$/.test(host) && origin === `http://${host}`) void api(request, response)
          else response.writeHead(403).end()
        })
      },
    },
  ],
})
await server.listen()
server.printUrls()
process.on('SIGTERM', () => {
  program.close()
  process.exit(0)
})
