import { expect, test } from 'vitest'
import { runChecks } from '../../../shared/check/run-checks.ts'
import { tablesOf } from '../../../shared/scheme/conditions.ts'
import { aUnit, builtIn, filed, typedFacts, type Typed } from '../schemes/built-in.ts'

const scheme = builtIn('minsheng')

/** Returns each failing check with its cell to open and the key of its explanation. */
function ledTo(cells: Typed): string[][] {
  const school = aUnit({})
  return runChecks(scheme, 'unit', filed(scheme, school, '2021', cells), typedFacts(scheme, cells), tablesOf(scheme, school)).map(
    ({ check, at, key }) => [check, at, key],
  )
}

test('a check that asks for a cell leads to that cell, and not to the one that makes it ask', () => {
  const school = { 'MS00.03.1': '1', 'MS00.03.2': '6', 'MS00.03.5': '20', 'MS03.01.2': '1', 'MS03.03.2': '0' }
  expect(ledTo(school).filter(([check]) => check === 'MS03-4')).toEqual([['MS03-4', 'MS03.05.2', 'MS03-4@MS03.01.2']])
})

test('a figure that is compared with a blank cell of its form leads to the blank cell', () => {
  expect(ledTo({ 'MS03.03.1': '20', 'MS03.05.1': '食堂供餐' }).filter(([check]) => check === 'MS03-3')).toEqual([
    ['MS03-3', 'MS03.01.1', 'MS03-3@MS03.03.1'],
  ])
})

test('a part greater than its whole leads to the part', () => {
  expect(ledTo({ 'MS03.01.1': '1', 'MS03.02.1': '298', 'MS03.03.1': '320', 'MS03.05.1': '食堂供餐' })).toEqual([
    ['MS03-1', 'MS03.03.1', 'MS03-1@MS03.03.1'],
  ])
})
