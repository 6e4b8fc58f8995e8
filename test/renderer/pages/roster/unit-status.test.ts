import { describe, expect, test } from 'vitest'
import type { RosterRow } from '../../../../shared/api/roster.ts'
import { filterUnits, noFilter, unitStatus } from '../../../../renderer/pages/roster/unit-status.ts'

function unit(part: Partial<RosterRow>): RosterRow {
  return {
    code: '2134000001',
    name: '青峰镇中心小学',
    kind: '小学',
    township: '青峰镇',
    class: '121',
    parent: '',
    status: null,
    revision: 0,
    files: true,
    ...part,
  }
}

describe('the state of a unit', () => {
  test('a unit that is to file and has nothing is missing; one that is not to file is not', () => {
    expect(unitStatus(unit({}))).toBe('missing')
    expect(unitStatus(unit({ files: false }))).toBe('not-expected')
    expect(unitStatus(unit({ status: 'received' }))).toBe('received')
    expect(unitStatus(unit({ files: false, status: 'open' }))).toBe('not-expected')
  })
})

describe('narrowing the roster', () => {
  const rows = [
    unit({}),
    unit({ code: '31340000AB', name: '竹溪镇初级中学', kind: '初中', township: '竹溪镇', status: 'received' }),
    unit({ code: '3', name: '县特校', township: '' }),
  ]
  const names = (filter: Partial<typeof noFilter>): string[] => filterUnits(rows, { ...noFilter, ...filter }).map(({ name }) => name)

  test('text is looked for in names and codes, letters alike', () => {
    expect(names({ text: ' 中心 ' })).toEqual(['青峰镇中心小学'])
    expect(names({ text: '0000ab' })).toEqual(['竹溪镇初级中学'])
  })

  test('all parts must match; an empty township is one of its own', () => {
    expect(names({ township: '竹溪镇', kind: '初中', status: 'received' })).toEqual(['竹溪镇初级中学'])
    expect(names({ township: '竹溪镇', status: 'missing' })).toEqual([])
    expect(names({ township: '' })).toEqual(['县特校'])
  })

  test('without a filter the same list comes back', () => {
    expect(filterUnits(rows, noFilter)).toBe(rows)
  })
})
