import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { plainMachine } from '../../electron/loopback/plain-machine.ts'

const folder = mkdtempSync(join(tmpdir(), 'xiaotong-check-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a PDF made without Electron holds its Chinese text as text, page by page, with page numbers', async () => {
  const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>@page { size: A4; margin: 20mm; @bottom-center { content: "第 " counter(page) " 页，共 " counter(pages) " 页" } }
    p { break-after: page; font-family: "Noto Serif CJK SC", serif }</style><p>农村义务教育学生营养改善计划</p><p>受益学生 1,204 人</p></html>`
  const path = join(folder, 'page.pdf')
  writeFileSync(path, await plainMachine().renderPdf(html))
  const pages = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).split('\f')
  expect(pages[0]).toContain('农村义务教育学生营养改善计划')
  expect(pages[1]).toContain('受益学生 1,204 人')
  expect(pages[0]).toMatch(/第 ?1 ?页/)
  const fonts = execFileSync('pdffonts', [path], { encoding: 'utf8' })
  expect(fonts, 'every font is embedded').not.toMatch(/\bno +(yes|no) +(yes|no) +\d/)
})
