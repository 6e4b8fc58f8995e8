import { expect } from 'vitest'

/** Sends a request to the host under test. */
export type Ask = (path: string, init?: RequestInit) => Promise<Response>

/** The requests that every host must answer alike (docs/design/shape.md: One handler), run against each host. */
export const requests: { name: string; run: (ask: Ask) => Promise<void> }[] = [
  {
    name: 'says what it is and what it can do',
    run: async (ask) => {
      const response = await ask('/api/host')
      expect(response.status).toBe(200)
      expect(await response.json()).toMatchObject({
        product: 'xiaotong',
        capabilities: { pdf: expect.any(Boolean), window: expect.any(Boolean) },
      })
    },
  },
  {
    name: 'answers an unknown route with the one failure shape',
    run: async (ask) => {
      const response = await ask('/api/unknown')
      expect(response.status).toBe(404)
      expect(await response.json()).toEqual({ code: 'not-found', details: { what: 'GET /api/unknown' } })
    },
  },
  {
    name: 'serves the page with the strict policy, for any place in it',
    run: async (ask) => {
      for (const path of ['/', '/some/place']) {
        const response = await ask(path)
        expect(response.status).toBe(200)
        expect(await response.text()).toContain('<div id="app">')
        expect(response.headers.get('content-security-policy')).toContain("default-src 'self'")
      }
    },
  },
  {
    name: 'has no file that is not in the list',
    run: async (ask) => {
      for (const path of ['/package.json', '/assets/none.js', '/..%2f..%2fpackage.json']) expect((await ask(path)).status).toBe(404)
    },
  },
]
