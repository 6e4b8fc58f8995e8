import { createHash, timingSafeEqual } from 'node:crypto'
import { plainPage } from '../routes/page.ts'

/** The host's port, the token of the first address and the secret of the session's cookie. */
export type Access = { port: number; token: string; session: string }

/** The cookie's name with the port, because all ports of a machine share cookies. */
export function cookieName(access: Access): string {
  return `xiaotong-${access.port}`
}

function same(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(left), digest(right))
}

function cookieOf(request: Request, name: string): string {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === name) return value ?? ''
  }
  return ''
}

function refuse(): Response {
  return plainPage(
    '请从校统给出的地址打开 / Open the address that Xiaotong gives',
    '这个页面只对启动校统的人开放。\n请回到启动校统的窗口，复制那里显示的完整地址（含 token=…），粘贴到浏览器的地址栏。\n\n' +
      'This page is open only to the person who started Xiaotong.\nGo back to the window in which it was started, copy the whole address shown there (with token=…), and paste it into the address bar of the browser.',
    403,
  )
}

/**
 * Judges every request before the handler; null lets the request pass.
 *
 * | Host is ours | Origin ours or absent | Sec-Fetch-Site own/none/absent | cookie | `/?token=` | outcome |
 * |---|---|---|---|---|---|
 * | no | – | – | – | – | 403 (a foreign name that resolves to this machine: DNS rebinding) |
 * | yes | no | – | – | – | 403 (a foreign page posts here) |
 * | yes | yes | no | – | – | 403 (a foreign page links or embeds) |
 * | yes | yes | yes | – | right | sets the cookie, redirects to the address without the token |
 * | yes | yes | yes | right | – | passes |
 * | yes | yes | yes | wrong or none | wrong or none | 403 |
 */
export function judgeAccess(request: Request, access: Access): Response | null {
  const url = new URL(request.url)
  const host = request.headers.get('host') ?? ''
  if (host !== `127.0.0.1:${access.port}` && host !== `localhost:${access.port}`) return refuse()
  const origin = request.headers.get('origin')
  if (origin !== null && origin !== `http://${host}`) return refuse()
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return refuse()
  const token = url.searchParams.get('token')
  if (token !== null && request.method === 'GET' && url.pathname === '/') {
    return same(token, access.token) ? admit(access) : refuse()
  }
  return same(cookieOf(request, cookieName(access)), access.session) ? null : refuse()
}

function admit(access: Access): Response {
  return new Response(null, {
    status: 303,
    headers: {
      Location: '/',
      'Set-Cookie': `${cookieName(access)}=${access.session}; Path=/; HttpOnly; SameSite=Strict`,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
    },
  })
}
