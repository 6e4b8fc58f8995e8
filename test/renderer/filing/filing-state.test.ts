import { describe, expect, test } from 'vitest'
import type { FilingView } from '../../../shared/api/filing.ts'
import {
  afterEntries,
  derived,
  filingState,
  isMissing,
  progressOf,
  textOfCell,
  type FilingState,
} from '../../../renderer/filing/filing-state.ts'
import { smallScheme } from '../grid/small-scheme.ts'

const scheme = smallScheme()
const unit = { code: 'S1', name: '一小', kind: '小学', township: '', class: '', parent: '' }
const view: FilingView = {
  unit,
  period: '2021',
  status: 'open',
  revision: 0,
  signedAt: null,
  digest: '',
  changedAt: null,
  signOff: { head: '', statistician: '', filler: '', phone: '', reportedOn: null },
  facts: { 'G.01.1': '20', 'G.01.2': { na: true } },
  changed: null,
  remarks: {},
  refused: { 'G.02.1': '约三百' },
  explanations: {},
  prior: null,
  parameters: {},
  priorParameters: {},
}
const open = filingState(scheme, view)
const type = (state: FilingState, cell: string, text: string) => afterEntries(state, [{ cell, text }])

describe('a filing in the page', () => {
  test('refused text comes back from the host with its reason', () => {
    expect(open.refused.get('G.02.1')).toMatchObject({ text: '约三百', problem: { code: 'not-a-number' } })
  })
  test('last year is computed with the values of last year, the county’s own among them', () => {
    const state = filingState(scheme, {
      ...view,
      prior: { 'G.01.1': '12' },
      parameters: { 定额: '720' },
      priorParameters: { 定额: '650.5' },
    })
    expect(state.parameters.get('定额')).toBe(7_200_000)
    expect(state.prior?.parameters.get('定额')).toBe(6_505_000)
  })
  test('what is edited is what was typed', () => {
    expect(['G.01.1', 'G.01.2', 'G.02.1', 'G.02.2', 'G.01.3'].map((cell) => textOfCell(open, cell))).toEqual([
      '20',
      '/',
      '约三百',
      '',
      '20',
    ])
  })
  test('an entry that fits becomes a fact and takes the refused text away', () => {
    const after = type(open, 'G.02.1', '12人')
    expect(after.refused.size).toBe(0)
    expect(after.facts.get('G.02.1')).toBe(120_000)
  })
  test('an entry that does not fit leaves the cell blank and keeps the text', () => {
    const after = type(open, 'G.01.1', '1000')
    expect(after.facts.has('G.01.1')).toBe(false)
    expect(after.refused.get('G.01.1')).toMatchObject({ text: '1000', problem: { code: 'above-maximum' } })
  })
  test('computed and blocked cells take nothing', () => {
    expect(type(open, 'G.01.3', '5').facts).toEqual(open.facts)
    expect(type(open, 'G.02.2', '5').facts).toEqual(open.facts)
  })
})

describe('what has changed since the filing was handed over', () => {
  const changedIn = (state: FilingState) => Object.fromEntries(derived(state).changed)
  const handedOver = filingState(scheme, { ...view, refused: {}, changed: {} })

  test('nothing is marked where nothing was handed over', () => {
    expect(changedIn(type(open, 'G.01.1', '21'))).toEqual({})
  })
  test('each cell is marked as it is typed, with what was handed over, and no longer when it is put back', () => {
    expect(changedIn(handedOver)).toEqual({})
    const typed = type(type(type(handedOver, 'G.01.1', '21'), 'G.01.2', ''), 'G.02.1', '5')
    expect(changedIn(typed)).toEqual({ 'G.01.1': 200_000, 'G.01.2': { na: true }, 'G.02.1': null })
    expect(changedIn(type(type(type(typed, 'G.01.1', '20'), 'G.01.2', '/'), 'G.02.1', ''))).toEqual({})
  })
  test('text that is refused is a change too', () => {
    expect(changedIn(type(handedOver, 'G.01.1', '约三百'))).toEqual({ 'G.01.1': 200_000 })
  })
  test('what was changed before the page was opened is marked from the host’s word', () => {
    const reopened = filingState(scheme, { ...view, refused: {}, changed: { 'G.01.1': '18', 'G.02.1': '7', 'G.01.2': null } })
    expect(changedIn(reopened)).toEqual({ 'G.01.1': 180_000, 'G.02.1': 70_000, 'G.01.2': null })
    expect(changedIn(type(reopened, 'G.02.1', '7'))).toEqual({ 'G.01.1': 180_000, 'G.01.2': null })
  })
})

describe('what follows from the facts', () => {
  test('a check that fails is found at once and gone when corrected', () => {
    const wrong = type(open, 'G.01.2', '25')
    expect(derived(wrong).findings.map((finding) => finding.check)).toEqual(['G-1'])
    expect(derived(type(wrong, 'G.01.2', '20')).findings).toEqual([])
  })
  test('an explanation holds only for the value it was written for', () => {
    const much = type(type(open, 'G.01.2', ''), 'G.01.1', '150')
    const finding = derived(much).findings[0]
    expect(finding).toMatchObject({ check: 'G-2', explained: false })
    const explained = { ...much, explanations: new Map([[finding!.key, { value: '150', text: '合并了两个教学点' }]]) }
    expect(derived(explained).findings[0]?.explained).toBe(true)
    expect(derived(type(explained, 'G.01.1', '160')).findings[0]).toMatchObject({ explained: false, explanation: '合并了两个教学点' })
  })
  test('a table is done when it holds something and nothing in it is open', () => {
    expect(progressOf(open).map(({ mark, refused }) => [mark, refused])).toEqual([
      ['begun', 1],
      ['empty', 0],
    ])
    expect(progressOf(type(open, 'G.02.1', '')).map(({ mark }) => mark)).toEqual(['done', 'empty'])
  })
  test('required cells are asked for in the lines that hold something, not in an empty line between', () => {
    const lines = afterEntries(open, [
      { cell: 'L.1.人次', text: '3' },
      { cell: 'L.3.项目', text: '国培' },
    ])
    expect(
      derived(lines)
        .findings.filter(isMissing)
        .map((finding) => finding.cell),
    ).toEqual(['L.1.项目'])
    expect(progressOf(lines)[1]).toMatchObject({ mark: 'begun', missing: 1, errors: 0 })
  })
})
