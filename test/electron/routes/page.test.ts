import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createPage, plainPage } from '../../../electron/routes/page.ts'

const folder = mkdtempSync(join(tmpdir(), 'xiaotong-page-'))
mkdirSync(join(folder, 'assets'))
writeFileSync(join(folder, 'index.html'), '<p>校统</p>')
writeFileSync(join(folder, 'assets', 'index-B7_vO-CU.js'), 'one()')
writeFileSync(join(folder, 'assets', 'plain.css'), 'p {}')
writeFileSync(join(folder, 'assets', 'notes.exe'), 'x')
afterAll(() => rm(folder, { recursive: true }))

const page = createPage(folder)
const get = (path: string, headers = {}): Response => page(new Request(`http://127.0.0.1:1${path}`, { headers }))

test('the first page, and any place inside it, is index.html', async () => {
  for (const path of ['/', '/index.html', '/fill', '/fill/MS03?x=1']) expect(await get(path).text()).toBe('<p>校统</p>')
})

test('every answer carries the strict policy', () => {
  for (const path of ['/', '/assets/plain.css']) {
    const { headers } = get(path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  }
})

test('files with a hash in their name are kept for good, others are asked for again', () => {
  expect(get('/assets/index-B7_vO-CU.js').headers.get('cache-control')).toContain('immutable')
  expect(get('/assets/plain.css').headers.get('cache-control')).toBe('no-cache')
  const etag = get('/').headers.get('etag') ?? ''
  expect(get('/', { 'If-None-Match': etag }).status).toBe(304)
  expect(get('/', { 'If-None-Match': '"old"' }).status).toBe(200)
})

test('a file of no known kind is not served, though it lies there', () => {
  expect(get('/assets/notes.exe').status).toBe(404)
  expect(get('/assets/missing.js').status).toBe(404)
})

test('before the page is built a sentence says what to do', async () => {
  const response = createPage(join(folder, 'nothing'))(new Request('http://127.0.0.1:1/'))
  expect(response.status).toBe(503)
  expect(await response.text()).toContain('npm start')
})

test('a plain page shows markup in its text as text', async () => {
  expect(await plainPage('<b>', '<script>', 403).text()).not.toMatch(/<b>|<script>/)
})
