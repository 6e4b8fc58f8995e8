import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { unit as unitShape } from '../../../shared/api/common.ts'
import { unitAttributes, unitAttributeTable } from '../../../shared/unit/attributes.ts'
import { readRoster } from '../../../shared/unit/roster.ts'
import { attributeText, sameUnit, unitAttribute, unitWith } from '../../../shared/unit/unit.ts'

const said = { code: '2134000001', name: '一小' }

describe.each(unitAttributes)('the attribute %s', (attribute) => {
  const { titles, longest, needed } = unitAttributeTable[attribute]

  test('is read from a roster under each of its titles, of which no other attribute has one', () => {
    for (const title of titles) {
      const head = attribute === 'code' ? [title, '名称'] : attribute === 'name' ? ['代码', title] : ['代码', '名称', title]
      const { units } = readRoster([head, [...Object.values(said), '121'].slice(0, head.length)])
      expect(units.map((unit) => unit[attribute])).toEqual([attribute === 'code' ? said.code : attribute === 'name' ? said.name : '121'])
      const owners = unitAttributes.filter((other) => unitAttributeTable[other].titles.includes(title))
      expect(owners).toEqual([attribute])
    }
  })

  test('is held to its length, and may be empty only where it is not needed', () => {
    const valid = (text: string) => unitShape.safeParse({ ...unitWith(said), [attribute]: text }).success
    expect([valid('长'.repeat(longest)), valid('长'.repeat(longest + 1)), valid('')]).toEqual([true, false, !needed])
  })

  test('tells two units apart, and is nothing to a formula when it is empty', () => {
    const other = { ...unitWith(said), [attribute]: '别的' }
    expect(sameUnit(unitWith(said), other)).toBe(false)
    expect(unitAttribute(other, attribute)).toBe('别的')
    expect(unitAttribute({ ...other, [attribute]: '' }, attribute)).toBeNull()
  })

  test('is named in the guide for authors of schemes', () => {
    const guide = readFileSync(new URL('../../../docs/scheme-guide.md', import.meta.url), 'utf8')
    const line = guide.split('\n').find((one) => one.includes('the roster’s attributes') || one.includes("the roster's attributes")) ?? ''
    expect(line.split(/\W+/)).toContain(attribute)
  })
})

test('a unit says every attribute, and nothing that is none', () => {
  const unit = unitWith({ ...said, kind: '小学', status: 'signed' } as typeof said)
  expect(Object.keys(unit)).toEqual(unitAttributes)
  expect([attributeText(unit, 'kind'), attributeText(unit, 'parent'), unitAttribute(unit, 'status')]).toEqual(['小学', '', null])
})
