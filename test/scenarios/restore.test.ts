import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import type { BatchView } from '../../shared/api/batch.ts'
import { digestOfFilings, emptyCounty } from '../builders/county.ts'
import { startProgram } from '../builders/program.ts'
import { arrive, demoReturn, demoUnits, receive } from '../builders/returns.ts'
import { cli, cliJson, temporaryFolder } from '../builders/run-cli.ts'

/** A disk goes bad, or the wrong files are received: the county goes back to a backup and loses nothing. */
const { folder, remove } = temporaryFolder()
afterAll(remove)
const [first = '', second = ''] = demoUnits('小学')
let county = ''
let held = ''

test('before anything is received a backup is made, and it brings back what was there', async () => {
  county = await emptyCounty(folder, [first, second])
  let program = await startProgram(folder, county)
  await receive(program, [await demoReturn(first)])
  held = digestOfFilings(county)
  await receive(program, [await demoReturn(second)])
  const backups = await program.ask<{ file: string; at: string }[]>('GET', '/api/backups')
  const [latest] = backups
  expect(latest?.file).toMatch(/receive/)
  await program.ask('POST', '/api/backups/restore', { file: latest?.file })
  expect(await program.ask<{ filed: number }>('GET', '/api/status')).toMatchObject({ filed: 1 })
  program.close()
  expect(digestOfFilings(county)).toBe(held)

  // A restore from a missing backup leaves everything as it was, also an open batch.
  program = await startProgram(folder, county)
  const { batch } = await arrive(program, [await demoReturn(second)])
  expect((await program.raw('POST', '/api/backups/restore', { file: 'none.xiaotong' })).ok).toBe(false)
  expect(await program.ask<{ filed: number }>('GET', '/api/status')).toMatchObject({ filed: 1 })
  expect(await program.ask<BatchView>('GET', `/api/batches/${batch}`)).toMatchObject({ state: 'open', files: [{ verdict: 'new' }] })
  program.close()

  // The second return can be received again after the restore.
  program = await startProgram(folder, county)
  await receive(program, [await demoReturn(second)])
  expect(await program.ask<{ filed: number }>('GET', '/api/status')).toMatchObject({ filed: 2 })
  program.close()
}, 120_000)

test('what another page was doing while a backup was restored is told that its workspace was closed', async () => {
  const program = await startProgram(folder, await emptyCounty(folder, demoUnits('小学').slice(0, 40), 'restored'))
  const { file } = await program.ask<{ file: string }>('POST', '/api/backups')
  const page = program.within(await program.scope())
  const running = page.raw('GET', '/api/workbooks.zip?blank=1')
  await wait(60)
  await page.ask('POST', '/api/backups/restore', { file })
  expect(await (await running).json()).toEqual({ code: 'workspace-changed', details: { open: null } })
  program.close()
}, 60_000)

test('a damaged workspace is not opened and not deleted; a backup takes its place, and the damaged one is kept', async () => {
  const backup = join(folder, '优盘', 'county.backup')
  expect(await cliJson(['backup', county, '--out', backup])).toEqual({ ok: true, file: backup })
  const good = digestOfFilings(county)
  const bytes = readFileSync(county)
  for (let at = 4096; at < bytes.length; at += 4096) bytes.fill(0x5a, at, at + 2048)
  writeFileSync(county, bytes)

  const refused = await cli('status', county, '--json')
  expect(refused).toMatchObject({ code: 3, stdout: '' })
  expect(refused.stderr).toMatch(/^workspace-damaged: .*备份/)
  expect(readFileSync(county).equals(bytes)).toBe(true)

  const restored = await cliJson<{ ok: boolean; aside: string }>(['restore', county, '--from', backup])
  expect(restored.ok).toBe(true)
  expect(digestOfFilings(county)).toBe(good)
  expect(await cliJson(['verify', county])).toMatchObject({ ok: true, filings: 2, found: [] })
  expect(readFileSync(restored.aside).equals(bytes)).toBe(true)
}, 120_000)

test('a workspace that somebody has open is not touched by a second program', async () => {
  const program = await startProgram(folder, county)
  const second = await cli('status', county, '--json')
  expect(second).toMatchObject({ code: 3, stdout: '' })
  expect(second.stderr).toMatch(/^workspace-locked: /)
  program.close()
  expect((await cli('status', county, '--json')).code).toBe(0)
}, 60_000)
