import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { BatchView } from '../../shared/api/batch.ts'
import type { GroupTotals } from '../../shared/api/consolidation.ts'
import type { FilingView } from '../../shared/api/filing.ts'
import type { Finding } from '../../shared/check/findings.ts'
import { findingSentence } from '../../shared/text/finding-sentence.ts'
import { emptyCounty } from '../builders/county.ts'
import { startProgram, type Program } from '../builders/program.ts'
import { demoInputsByUnit, demoUnits, receive, type Return } from '../builders/returns.ts'
import { cli, temporaryFolder } from '../builders/run-cli.ts'

/** A school fills in, answers the checks, signs and hands over; finds a mistake, corrects it, and hands over again. */
const { folder, remove } = temporaryFolder()
afterAll(remove)
const [code = ''] = demoUnits('小学')
const name = demoInputsByUnit().get(code)?.unit.name ?? ''
const unit = { code, name, kind: '小学', township: '梅山镇', class: '121', parent: '' }

const figures: Record<string, string> = {
  'MS00.03.1': '1',
  'MS00.03.2': '2',
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

async function enter(program: Program, changes: Record<string, string>): Promise<{ refused: { cell: string }[] }> {
  return program.ask('PUT', `/api/filings/${code}/cells`, { changes: Object.entries(changes).map(([cell, text]) => ({ cell, text })) })
}

async function workbook(program: Program): Promise<Return> {
  const response = await program.raw('GET', `/api/filings/${code}/workbook`)
  return { name: '报送.xlsx', bytes: new Uint8Array(await response.arrayBuffer()) }
}

const signOff = { head: '张三', statistician: '', filler: '李四', phone: '', reportedOn: '2021-12-08' }
const openFindings = async (program: Program): Promise<Finding[]> =>
  (await program.ask<Finding[]>('GET', `/api/filings/${code}/checks`)).filter((one) => !one.explained)

test('signing is refused until no error is left and every query is explained in words', async () => {
  const program = await startProgram(folder, null)
  await program.ask('POST', '/api/workspace/create', { role: 'school', scheme: 'minsheng', period: '2021', unit, file: '学校' })
  await enter(program, { ...figures, 'MS00.03.4': '151', 'MS00.03.5': '约二十' })
  const refused = await program.raw('POST', `/api/filings/${code}/sign`, signOff)
  expect(await refused.json()).toMatchObject({ code: 'sign-off-refused', details: { errors: 1, refused: 1 } })

  // More girls than pupils are an error, with both figures in the sentence. The error and the refused text are corrected.
  const [error] = await openFindings(program)
  expect(error).toMatchObject({ check: 'MS00-1', level: 'error', cells: expect.arrayContaining(['MS00.03.4', 'MS00.03.3']) as unknown })
  const { scheme } = demoInputsByUnit().get(code)!
  expect(error && findingSentence(scheme, error, 'zh')).toMatch(/151.*不应大于.*150/)
  await enter(program, { 'MS00.03.4': '70', 'MS00.03.5': '' })

  // 150 pupils in 2 classes are a query; boilerplate is refused as its explanation.
  const [query] = await openFindings(program)
  expect(query).toMatchObject({ check: 'MS00-11', level: 'query' })
  const boilerplate = await program.raw('PUT', `/api/filings/${code}/explanations`, { key: query?.key, text: '情况属实' })
  expect(await boilerplate.json()).toMatchObject({ code: 'explanation-boilerplate' })
  await program.ask('PUT', `/api/filings/${code}/explanations`, { key: query?.key, text: '三年级两个班因校舍维修合并上课，明年春季分开' })
  expect(await openFindings(program)).toEqual([])

  // A changed value asks the explained query again.
  await enter(program, { 'MS00.03.3': '152', 'MS03.02.1': '152', 'MS03.03.1': '152', 'MS03.03.2': '152', 'MS02.01.2': '9.9' })
  expect((await openFindings(program)).map((one) => one.check)).toEqual(['MS00-11'])
  await program.ask('PUT', `/api/filings/${code}/explanations`, { key: query?.key, text: '三年级两个班因校舍维修合并上课，明年春季分开' })

  expect(await (await program.raw('POST', `/api/filings/${code}/sign`, { ...signOff, head: ' ' })).json()).toMatchObject({
    code: 'sign-off-incomplete',
  })
  const signed = await program.ask<FilingView>('POST', `/api/filings/${code}/sign`, signOff)
  expect(signed).toMatchObject({ status: 'signed', revision: 1, signOff: { head: '张三', filler: '李四' } })
  expect(signed.digest).toMatch(/^[0-9a-f]{8}$/)
  program.close()
}, 60_000)

test('a correction is shown cell by cell with what it does to the county, and takes the first return’s place', async () => {
  const county = await emptyCounty(folder, [code])
  const school = await startProgram(folder, join(folder, '学校.xiaotong'))
  const first = await workbook(school)
  const office = await startProgram(folder, county)
  await receive(office, [first])
  const total = async (): Promise<string | undefined> =>
    (await office.ask<GroupTotals>('GET', '/api/consolidation')).tables['MS00']?.['03.3']
  expect(await total()).toBe('152')
  const held = await office.ask<FilingView>('GET', `/api/filings/${code}`)
  expect(held.digest, 'the digest on the signed paper proves the file').toBe(
    (await school.ask<FilingView>('GET', `/api/filings/${code}`)).digest,
  )

  // Two pupils have left: the correction opens the signed filing, which needs a new sign-off.
  await enter(school, { 'MS00.03.3': '150', 'MS03.02.1': '150' })
  expect(await school.ask<FilingView>('GET', `/api/filings/${code}`)).toMatchObject({ status: 'open', revision: 1 })
  await enter(school, { 'MS03.03.1': '150', 'MS03.03.2': '150' })
  for (const { key } of await openFindings(school))
    await school.ask('PUT', `/api/filings/${code}/explanations`, { key, text: '三年级两个班因校舍维修合并上课' })
  expect(await school.ask<FilingView>('POST', `/api/filings/${code}/sign`, signOff)).toMatchObject({ revision: 2 })

  const second = await receive(office, [await workbook(school)])
  expect(second.files[0]).toMatchObject({ verdict: 'newer', revision: 2, taken: true })
  expect(second.files[0]?.differences).toEqual(expect.arrayContaining([{ cell: 'MS00.03.3', held: '152', incoming: '150' }]))
  expect(second.files[0]?.differences).toHaveLength(4)
  expect(await total()).toBe('150')
  expect((await office.ask<FilingView>('GET', `/api/filings/${code}`)).explanations['MS00-11@MS00.12.3']?.text).toContain('校舍维修')

  // Both returns sent again: the first is older, the second is identical.
  const again = await receive(office, [first, await workbook(school)])
  expect(again.files.map(({ verdict }) => verdict)).toEqual(['older', 'identical'])
  expect(await total()).toBe('150')
  await office.ask<BatchView>('POST', `/api/batches/${second.batch}/undo`)
  expect(await total()).toBe('152')
  school.close()
  office.close()
}, 120_000)

test('the command line signs and refuses alike', async () => {
  const workspace = join(folder, '学校.xiaotong')
  expect(await cli('set', workspace, '--unit', code, 'MS00.03.4=999')).toMatchObject({ code: 0 })
  const refused = await cli('sign', workspace, '--unit', code, '--filler', '李四', '--head', '张三', '--lang', 'en')
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  expect(refused.stderr).toMatch(/^sign-off-refused: Not ready to sign off: 1 error/)
  await cli('set', workspace, '--unit', code, 'MS00.03.4=70')
  const signed = await cli('sign', workspace, '--unit', code, '--filler', '李四', '--head', '张三', '--json')
  expect(JSON.parse(signed.stdout)).toEqual({
    unit: code,
    revision: 3,
    digest: expect.stringMatching(/^[0-9a-f]{8}$/) as unknown,
    task: 'minsheng.2021',
  })
}, 120_000)
