import { afterAll, expect, test } from 'vitest'
import type { BatchView } from '../../shared/api/batch.ts'
import { emptyCounty } from '../builders/county.ts'
import { startProgram, type Program } from '../builders/program.ts'
import { arrive, demoInputsByUnit, demoUnits, receive, type Return } from '../builders/returns.ts'
import { temporaryFolder } from '../builders/run-cli.ts'

/** A school hands over a draft; the county sees the mark of a draft before and after it takes the file. */
const { folder, remove } = temporaryFolder()
afterAll(remove)
const [code = ''] = demoUnits('小学')
const name = demoInputsByUnit().get(code)?.unit.name ?? ''
const unit = { code, name, kind: '小学', township: '梅山镇', class: '121', parent: '' }
const signOff = { head: '张三', statistician: '', filler: '李四', phone: '', reportedOn: '2021-12-08' }

const enter = (program: Program, changes: Record<string, string>): Promise<unknown> =>
  program.ask('PUT', `/api/filings/${code}/cells`, { changes: Object.entries(changes).map(([cell, text]) => ({ cell, text })) })

async function workbook(program: Program, file: string, query = ''): Promise<Return> {
  const response = await program.raw('GET', `/api/filings/${code}/workbook${query}`)
  expect(response.status).toBe(200)
  return { name: file, bytes: new Uint8Array(await response.arrayBuffer()) }
}

const draftOf = async (county: Program, file: Return): Promise<boolean | undefined> => {
  const { batch, files } = await arrive(county, [file])
  await county.ask('POST', `/api/batches/${batch}/discard`)
  return files[0]?.draft
}

test('a draft says that it is one; what was signed off, a form to fill in and a return file do not', async () => {
  const school = await startProgram(folder, null)
  await school.ask('POST', '/api/workspace/create', { role: 'school', scheme: 'minsheng', period: '2021', unit, file: '学校' })
  const untouched = await workbook(school, '没填.xlsx')
  const blank = await workbook(school, '空表.xlsx', '?blank=1')
  // The figures have no findings, so the filing can be signed off.
  const figures = {
    'MS00.03.1': '1',
    'MS00.03.2': '6',
    'MS00.03.3': '150',
    'MS00.03.4': '70',
    'MS00.03.7': '12',
    'MS00.03.8': '12',
    'MS02.01.2': '9.8',
    'MS03.01.1': '1',
    'MS03.02.1': '150',
    'MS03.03.1': '150',
    'MS03.05.1': '食堂供餐',
    'MS03.01.2': '1',
    'MS03.03.2': '150',
    'MS03.05.2': '食堂供餐',
  }
  await enter(school, figures)
  const draft = await workbook(school, '草稿.xlsx')
  await school.ask('POST', `/api/filings/${code}/sign`, signOff)
  const signed = await workbook(school, '签报.xlsx')
  await school.ask('POST', `/api/filings/${code}/reopen`)
  await enter(school, { 'MS00.03.4': '71' })
  const again = await workbook(school, '又改.xlsx')
  school.close()

  const county = await startProgram(folder, await emptyCounty(folder, [code]))
  const said: Record<string, boolean | undefined> = {}
  for (const file of [untouched, blank, draft, signed, again]) said[file.name] = await draftOf(county, file)
  expect(said).toEqual({ '没填.xlsx': false, '空表.xlsx': false, '草稿.xlsx': true, '签报.xlsx': false, '又改.xlsx': true })

  // The mark changes neither the verdict nor the taking, and is no problem.
  const taken = await receive(county, [draft])
  expect(taken.files[0]).toMatchObject({ verdict: 'new', taken: true, draft: true, problems: [] })
  expect((await county.ask<BatchView>('GET', `/api/batches/${taken.batch}`)).files[0]).toMatchObject({ draft: true })
  // The county's own export of a received filing is no draft.
  expect(await draftOf(county, await workbook(county, '县里导出.xlsx'))).toBe(false)
  county.close()
})

test('a return file of a draft comes back as a return: it was asked for', async () => {
  const county = await startProgram(folder, await emptyCounty(folder, [code], 'own'))
  await enter(county, { 'MS00.03.3': '150', 'MS00.03.4': '151' })
  expect(await draftOf(county, await workbook(county, '代填.xlsx'))).toBe(true)
  const response = await county.raw('POST', `/api/filings/${code}/returned.xlsx`)
  expect(response.status).toBe(200)
  expect(await draftOf(county, { name: '退回修改单.xlsx', bytes: new Uint8Array(await response.arrayBuffer()) })).toBe(false)
  county.close()
})
