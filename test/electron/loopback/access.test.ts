import { expect, test } from 'vitest'
import { cookieName, judgeAccess, type Access } from '../../../electron/loopback/access.ts'

const access: Access = { port: 4321, token: 'the-token', session: 'the-session' }
const own = { host: '127.0.0.1:4321', cookie: `a=b; ${cookieName(access)}=the-session` }

function judge(path: string, headers: Record<string, string>, method = 'GET'): number | 'passes' {
  // A plain object, because Request drops forbidden headers such as Host and Cookie, which a server's request has.
  const request = { url: `http://127.0.0.1:4321${path}`, method, headers: new Headers(headers) } as Request
  return judgeAccess(request, access)?.status ?? 'passes'
}

test.each<[string, string, Record<string, string>, number | 'passes']>([
  ['the person with the cookie', '/', own, 'passes'],
  ['the page fetching from itself', '/api/host', { ...own, origin: 'http://127.0.0.1:4321', 'sec-fetch-site': 'same-origin' }, 'passes'],
  ['the person who typed the address', '/', { ...own, 'sec-fetch-site': 'none' }, 'passes'],
  ['localhost by name', '/', { ...own, host: 'localhost:4321', origin: 'http://localhost:4321' }, 'passes'],
  ['nobody known', '/', { host: '127.0.0.1:4321' }, 403],
  ['another session', '/', { ...own, cookie: `${cookieName(access)}=guess` }, 403],
  ['the cookie of another port', '/', { ...own, cookie: 'xiaotong-1=the-session' }, 403],
  ['a name that resolves to this machine', '/', { ...own, host: 'evil.example:4321' }, 403],
  ['our host on another port', '/', { ...own, host: '127.0.0.1:80' }, 403],
  ['a host that begins like ours', '/', { ...own, host: '127.0.0.1:4321.evil.example' }, 403],
  ['no host at all', '/', { cookie: own.cookie }, 403],
  ['a foreign page', '/api/host', { ...own, origin: 'https://evil.example' }, 403],
  ['a page without an origin', '/api/host', { ...own, origin: 'null' }, 403],
  ['localhost asking 127.0.0.1', '/api/host', { ...own, origin: 'http://localhost:4321' }, 403],
  ['another port of this machine', '/api/host', { ...own, 'sec-fetch-site': 'same-site' }, 403],
  ['a link on a foreign page', '/', { ...own, 'sec-fetch-site': 'cross-site' }, 403],
  ['the right token', '/?token=the-token', { host: '127.0.0.1:4321' }, 303],
  ['a wrong token', '/?token=the-toke', { host: '127.0.0.1:4321' }, 403],
  ['a wrong token with the cookie', '/?token=x', own, 403],
  ['the right token on the API', '/api/host?token=the-token', { host: '127.0.0.1:4321' }, 403],
  ['the right token from a foreign page', '/?token=the-token', { host: '127.0.0.1:4321', 'sec-fetch-site': 'cross-site' }, 403],
])('%s: %s', (_, path, headers, verdict) => {
  expect(judge(path, headers)).toBe(verdict)
})

test('the right token sets a cookie that scripts and other sites never see, and leaves the address clean', () => {
  const request = {
    url: 'http://127.0.0.1:4321/?token=the-token',
    method: 'GET',
    headers: new Headers({ host: '127.0.0.1:4321' }),
  } as Request
  const { headers } = judgeAccess(request, access) ?? new Response()
  expect(headers.get('location')).toBe('/')
  expect(headers.get('set-cookie')).toBe('xiaotong-4321=the-session; Path=/; HttpOnly; SameSite=Strict')
})
