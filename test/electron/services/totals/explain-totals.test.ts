import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Finding } from '../../../../shared/check/findings.ts'
import { startProgram, type Program } from '../../../builders/program.ts'
import { temporaryFolder } from '../../../builders/run-cli.ts'

/** The county explains a query on its totals in its own filing (docs/design/checks.md: Explanations). */
const { folder, remove } = temporaryFolder()
afterAll(remove)
const office = { code: '500113', name: '巴南区教育委员会', kind: '教育局', township: '', class: '', parent: '' }
const school = { code: '2500113001', name: '第一小学', kind: '小学', township: '', class: '111', parent: '500113' }
const key = 'X-入学率@BN01.03.1'
let program: Program

beforeAll(async () => {
  program = await startProgram(folder, null)
  await program.ask('POST', '/api/workspace/create', { role: 'county', scheme: 'duties-banan', period: '2018', unit: office })
  await program.ask('PUT', `/api/units/${school.code}`, school)
  await enrolled('200')
})
afterAll(() => program?.close())

/** Signs the office's filing with `count` recruits and a hundred leavers. */
async function enrolled(count: string): Promise<void> {
  const changes = [
    { cell: 'BN01.01.1', text: count },
    { cell: 'BN01.02.1', text: '0' },
    { cell: 'BN01.04.1', text: '100' },
  ]
  await program.ask('PUT', `/api/filings/${office.code}/cells`, { changes })
  await program.ask('POST', `/api/filings/${office.code}/sign`, { head: '甲', statistician: '', filler: '乙', phone: '', reportedOn: null })
}

async function query(): Promise<Finding | undefined> {
  return (await program.ask<Finding[]>('GET', '/api/checks')).find((finding) => finding.scope === 'county' && finding.key === key)
}

test('the query stands with the county’s own unit, and takes its explanation there', async () => {
  expect(await query()).toMatchObject({ unit: office.code, level: 'query', explained: false, explanation: null })
  await program.ask('PUT', `/api/filings/${office.code}/explanations`, { key, text: '外区初中毕业生 90 人在我区就读' })
  expect(await query()).toMatchObject({ explained: true, explanation: '外区初中毕业生 90 人在我区就读' })
})

test('a stock phrase is refused, and no other unit can explain the totals', async () => {
  const stock = await program.raw('PUT', `/api/filings/${office.code}/explanations`, { key, text: '核实无误' })
  expect(await stock.json()).toEqual({ code: 'explanation-boilerplate', details: { text: '核实无误' } })
  const elsewhere = await program.raw('PUT', `/api/filings/${school.code}/explanations`, { key, text: '外区初中毕业生在我区就读' })
  expect(elsewhere.status).toBe(404)
  expect(await query()).toMatchObject({ explained: true })
})

test('it is asked for again when the total changes, the former reason at hand', async () => {
  await enrolled('300')
  expect(await query()).toMatchObject({ explained: false, explanation: '外区初中毕业生 90 人在我区就读' })
})
