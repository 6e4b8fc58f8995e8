import { rmSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findChromium } from '../../../electron/loopback/find-browser.ts'
import { renderPdfWithChromium } from '../../../electron/machine/chromium-pdf.ts'

const executable = (await findChromium({ platform: process.platform, env: process.env, home: homedir() })) ?? 'no Chromium here'

async function leftovers(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith('xiaotong-pdf-'))
}

const html = `<!doctype html><meta charset="utf-8"><style>@page { size: A4 landscape; margin: 15mm; @bottom-center { content: counter(page) } }
p { break-after: page }</style><p>校统</p><p>two</p>`

test('a document becomes a PDF of the size its @page rule says, and nothing stays behind', async () => {
  const before = await leftovers()
  const text = Buffer.from(await renderPdfWithChromium(executable, html)).toString('latin1')
  expect(text.slice(0, 5)).toBe('%PDF-')
  expect(text).toMatch(/\/MediaBox ?\[0 0 84[12](\.\d+)? 59[45]/)
  expect(text.match(/\/Type \/Page\s/g)).toHaveLength(2)
  expect((await leftovers()).filter((name) => !before.includes(name))).toEqual([])
})

test('a document that asks for something outside itself gets nothing: no address, no file of this machine', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(String(request.url))
    response.end('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const secret = join(tmpdir(), `xiaotong-secret-${process.pid}.svg`)
  writeFileSync(secret, '<svg xmlns="http://www.w3.org/2000/svg" width="700" height="9000"/>')
  const hostile = `<!doctype html><style>@import "${base}/a.css"; @font-face { font-family: x; src: url(${base}/x.woff2) } p { font-family: x }</style>
    <p>表</p><img src="${base}/x.svg"><iframe src="${base}/f"></iframe><img src="file://${secret}"><script>fetch("${base}/s")</script>`
  const pdf = Buffer.from(await renderPdfWithChromium(executable, hostile)).toString('latin1')
  server.close()
  rmSync(secret)
  expect(asked).toEqual([])
  expect(pdf.match(/\/Type \/Page\s/g)).toHaveLength(1)
})

test('giving up ends the browser', async () => {
  const signal = AbortSignal.timeout(50)
  await expect(renderPdfWithChromium(executable, html, signal)).rejects.toMatchObject({ problem: { code: 'cancelled' } })
})

test('a browser that is not there, or does nothing, is a reason a person can act on', async () => {
  await expect(renderPdfWithChromium('/nowhere/chrome', html)).rejects.toMatchObject({ problem: { code: 'pdf-unavailable' } })
  await expect(renderPdfWithChromium('/bin/true', html)).rejects.toMatchObject({ problem: { code: 'pdf-unavailable' } })
})
