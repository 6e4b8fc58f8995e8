import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schemeFolder } from '../../../../electron/machine/product.ts'
import { enterFacts } from '../../../../electron/services/filing/enter-facts.ts'
import { findScheme } from '../../../../electron/services/scheme/schemes.ts'
import type { Session } from '../../../../electron/services/workspace/session.ts'
import { variationOf } from '../../../../electron/services/totals/variation.ts'
import { makeWorkspace } from '../../../../electron/services/workspace/workspaces.ts'
import { write } from '../../../../electron/store/db.ts'
import { changeFiling, findFiling } from '../../../../electron/store/filings.ts'
import { putUnits } from '../../../../electron/store/units.ts'
import { variationView } from '../../../../shared/api/variation.ts'
import { ProblemError } from '../../../../shared/problem.ts'
import { plainDemo } from '../../../shared/schemes/built-in.ts'

const demo = plainDemo('balanced')
let session: Session

beforeAll(async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'xiaotong-variation-')), 'w.xiaotong')
  const office = demo.roster.find((unit) => unit.code === demo.office)!
  session = await makeWorkspace(
    { path, role: 'county', scheme: findScheme('balanced', schemeFolder()), period: demo.period, unit: office },
    () => new Date('2021-10-12T00:00:00Z'),
  )
  write(session.workspace.db, (db) => putUnits(db, demo.roster))
  for (const { unit, facts } of demo.filings) {
    enterFacts(
      session,
      unit,
      Object.entries(facts).map(([cell, text]) => ({ cell, text })),
    )
    write(session.workspace.db, (db) => changeFiling(db, findFiling(db, session.task.id, unit)!.id, { status: 'received', revision: 1 }))
  }
})
afterAll(() => session.workspace.close())

describe('the coefficients of a county, school by school', () => {
  it('are fourteen and the one of books, each with its limit', () => {
    const { indicators } = variationOf(session, undefined)
    expect(indicators).toHaveLength(15)
    expect(indicators.filter((one) => one.target === '<= 0.50' || one.target === '<= 0.45')).toHaveLength(14)
    expect(indicators.find((one) => one.code === '小学骨干教师差异系数')).toMatchObject({ shown: '0.5205', met: false })
  })

  it('name the published example’s schools by their share of the unevenness', () => {
    const { chosen } = variationOf(session, '小学生均图书差异系数')
    expect(chosen).toMatchObject({ shown: '0.5153', unit: '册/生', of: '册', standard: null, rise: null })
    expect(chosen?.parts.map((part) => part.name)).toEqual(['中心小学', '河西小学', '第二小学', '石桥小学', '第一小学'])
    expect(chosen?.parts.reduce((sum, part) => sum + Number(part.share), 0)).toBeCloseTo(1, 4)
  })

  it('say what each school lacks to the standard, in figures and in people', () => {
    const { chosen } = variationOf(session, '小学高于规定学历教师差异系数')
    expect(chosen).toMatchObject({ standard: '4.2', unit: '人/百生', of: '人', met: true, rise: null })
    expect(chosen?.parts.find((part) => part.name === '河西小学')).toMatchObject({
      value: '2.631579',
      weight: '76',
      amount: '2',
      short: { value: '1.568421', amount: '2' },
    })
    expect(chosen?.parts.find((part) => part.name === '中心小学')?.short).toBeNull()
  })

  it('show each part of a split school by its own pupils, and nothing of who is left out', () => {
    const { chosen } = variationOf(session, '小学教学及辅助用房面积差异系数')
    expect(chosen?.parts.find((part) => part.name === '石桥九年一贯制学校')).toMatchObject({ amount: '1000', weight: '200', value: '5' })
    expect(chosen?.parts.map((part) => part.name)).not.toContain('上坪教学点')
    expect(chosen?.parts).toHaveLength(8)
  })

  it('say who would have to rise, the lowest first, and what that comes to', () => {
    const rise = variationOf(session, '小学骨干教师差异系数').chosen?.rise
    expect(rise?.reached).toBe(true)
    expect(Number(rise?.cv)).toBeLessThanOrEqual(0.5)
    expect(rise?.rises.map(({ name, from, amount }) => ({ name, from, amount }))).toEqual([
      { name: '第二小学', from: '0', amount: '1' },
      { name: '河西小学', from: '0', amount: '1' },
    ])
  })

  it('have the shape that was agreed with the page', () => {
    for (const { code } of variationOf(session, undefined).indicators) expect(variationView.parse(variationOf(session, code))).toBeTruthy()
  })

  it('are asked for by name', () => {
    expect(() => variationOf(session, '大班额比例')).toThrow(ProblemError)
  })
})
