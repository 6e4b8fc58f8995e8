import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { fileLog } from '../../../electron/machine/log.ts'

const folder = mkdtempSync(join(tmpdir(), 'xiaotong-log-'))
afterAll(() => rmSync(folder, { recursive: true }))
const clock = (): Date => new Date(Date.UTC(2021, 5, 1))

test('the log says what was done, with figures and never with content', () => {
  const path = join(folder, 'deep', 'a.log')
  const log = fileLog(path, clock)
  log.event('batch-committed', { files: 183 })
  log.fault('ab12', new Error('cell "MS03.01.1" of 金寨县实验小学 holds \'张三\''))
  const text = readFileSync(path, 'utf8')
  expect(text).toContain('2021-06-01T00:00:00.000Z batch-committed files=183\n')
  expect(text).toContain('fault ab12')
  expect(text).not.toMatch(/MS03|金寨|张三/)
})

test('a log of a megabyte is turned over, so that it never fills a disk', () => {
  const path = join(folder, 'b.log')
  writeFileSync(path, 'x'.repeat(1024 * 1024 + 1))
  fileLog(path, clock).event('start')
  expect(statSync(path).size).toBeLessThan(100)
  expect(statSync(`${path}.1`).size).toBeGreaterThan(1024 * 1024)
})

test('a log that cannot be written stops nothing', () => {
  writeFileSync(join(folder, 'file'), '')
  expect(() => fileLog(join(folder, 'file', 'c.log'), clock).event('start')).not.toThrow()
})
