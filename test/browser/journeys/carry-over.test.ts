import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schemeFolder } from '../../../electron/machine/product.ts'
import { enterFacts } from '../../../electron/services/filing/enter-facts.ts'
import { findScheme } from '../../../electron/services/scheme/schemes.ts'
import { addTask, makeWorkspace, rememberTask } from '../../../electron/services/workspace/workspaces.ts'
import { launch, openPage } from '../chromium.ts'
import { startHost, type TestHost } from '../host.ts'
import { fillModel } from '../page-models/fill-model.ts'

let browser: Browser
let host: TestHost
let folder: string

/** A school with figures in its base tables of 2020-2021 and a task for the funding of 2021. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiaotong-carry-'))
  const path = join(folder, 'school.xiaotong')
  const unit = { code: '2134980103', name: '青石中心小学', kind: '小学', township: '青石镇', class: '121', parent: '349800' }
  const session = await makeWorkspace(
    { path, role: 'school', scheme: findScheme('base', schemeFolder()), period: '2020-2021', unit },
    () => new Date('2021-11-01T00:00:00Z'),
  )
  enterFacts(session, unit.code, [
    { cell: 'JC01.11.计', text: '180' },
    { cell: 'JC01.11.寄宿', text: '60' },
  ])
  rememberTask(addTask(session.workspace, findScheme('funding', schemeFolder()), '2021'))
  session.workspace.close()
  ;[browser, host] = await Promise.all([launch(), startHost({ workspace: path })])
})
afterAll(async () => {
  await browser?.close()
  await host?.close()
  await rm(folder, { recursive: true, force: true })
})

test('a school takes its pupils from the base tables instead of typing them again', async () => {
  const { page, complaints } = await openPage(browser, host.url)
  await page.goto(`${new URL(page.url()).origin}/#/fill/GF01`)
  const fill = fillModel(page)
  await page.getByText('可以取自“教育事业基础表 2020-2021”').waitFor()
  await page.getByRole('button', { name: '带入' }).click()
  await fill.shows('GF01.01.1', '180')
  await fill.shows('GF01.01.2', '60')
  await expect.poll(() => page.getByText('带入 2 格').count()).toBe(1)
  await fill.openTable('经费测算')
  await fill.shows('GF02.09.5', '129,000')
  expect(complaints).toEqual([])
  await page.context().close()
})
