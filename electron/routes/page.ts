import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { problem } from '../../shared/problem.ts'
import { failureResponse } from './failure.ts'

/** Answers a GET for a file of the page. */
export type ServedPage = (request: Request) => Response

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  woff: 'font/woff',
  txt: 'text/plain; charset=utf-8',
}

/**
 * The page's permissions. Ant Design writes <style> elements at run time, hence 'unsafe-inline' for styles only: styles run
 * no code, and no other source leads to a foreign address. Images may be data: addresses for pictures in a report,
 * frames blob: addresses for the print preview.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "frame-src 'self' blob:",
  "object-src 'none'",
  "worker-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const SAFE_HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=()',
}

/** A page with only a title and a text, for answers without the built page. */
export function plainPage(title: string, text: string, status: number): Response {
  const escape = (part: string): string => part.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)
  const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${escape(title)}</title><body style="font:16px/1.7 sans-serif;max-width:40em;margin:4em auto;padding:0 1em"><h1 style="font-size:1.3em">${escape(title)}</h1><p style="white-space:pre-line">${escape(text)}</p></body></html>`
  return new Response(html, {
    status,
    headers: { ...SAFE_HEADERS, 'Content-Type': TYPES['html'] ?? '', 'Cache-Control': 'no-store' },
  })
}

type PageFile = { path: string; type: string; hashed: boolean; etag: string }

/**
 * Serves the built page in `folder`. The files are listed once, at the start; a request's path is only looked up in the list
 * and never joined to a folder, so that no request reaches another file. A path without a dot or % is a place in the page
 * and gets index.html. The browser keeps files with a hash in the name and asks again for all others.
 */
export function createPage(folder: string): ServedPage {
  const files = listFiles(folder)
  return (request) => {
    const path = new URL(request.url).pathname
    const file = files.get(path) ?? (path.includes('.') || path.includes('%') ? undefined : files.get('/index.html'))
    if (file === undefined) {
      return files.size === 0
        ? plainPage(
            '页面尚未构建 / The page is not built',
            '请运行 npm start，它会先构建页面。\nRun npm start, which builds the page first.',
            503,
          )
        : failureResponse(problem('not-found', { what: path }))
    }
    const headers = {
      ...SAFE_HEADERS,
      'Content-Type': file.type,
      'Cache-Control': file.hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      ETag: file.etag,
    }
    if (request.headers.get('if-none-match') === file.etag) return new Response(null, { status: 304, headers })
    return new Response(readFileSync(file.path), { headers })
  }
}

function listFiles(folder: string): Map<string, PageFile> {
  const files = new Map<string, PageFile>()
  if (!existsSync(folder)) return files
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const type = TYPES[entry.name.split('.').pop() ?? '']
    if (type === undefined) continue
    const url = `/${path.slice(folder.length).split(/[\\/]/).filter(Boolean).join('/')}`
    const hashed = /^\/assets\/.+-[\w-]{8}\.\w+$/.test(url)
    const etag = `"${hashed ? url.slice(8) : createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16)}"`
    files.set(url, { path, type, hashed, etag })
  }
  return files
}
