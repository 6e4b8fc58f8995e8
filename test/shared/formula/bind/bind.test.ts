import { describe, expect, test } from 'vitest'
import { formulaSentence } from '../../../../shared/formula/words/sentences.ts'
import { bound, tryToBind, WORLD, type World } from '../world.ts'

const COUNTY: World = { ...WORLD, acrossUnits: true }

function problems(source: string, world: World = WORLD, condition = false): string[] {
  const result = tryToBind(source, world, condition)
  return result.ok ? [] : result.problems.map(({ code, at }) => `${code} ${source.slice(at.offset, at.offset + at.length)}`)
}

function zh(source: string, world: World = WORLD): string {
  const result = tryToBind(source, world)
  return result.ok ? '' : result.problems.map((problem) => formulaSentence(problem, 'zh')).join('；')
}

describe('types are known when the scheme is loaded', () => {
  test.each([
    ['[t] + 1', 'type-expected [t]'],
    ['-[t]', 'type-expected [t]'],
    ['[a] = "5"', 'different-types [a] = "5"'],
    ['[t] = 5', 'different-types [t] = 5'],
    ['[t] < [u]', 'no-order [t] < [u]'],
    ['[e] + 1', 'type-expected [e]'],
    ['[a] = [e]', 'different-types [a] = [e]'],
    ['SUM([t:u])', 'type-expected [t:u]'],
    ['IF([a], 1, 2)', 'type-expected [a]'],
    ['AND([a] > 1, [b])', 'type-expected [b]'],
    ['IF([a] > 1, 1, "高")', 'different-types "高"'],
    ['LEN([a])', 'type-expected [a]'],
    ['YEAR([t])', 'type-expected [t]'],
    ['YEAR("2021-13-01")', 'bad-date "2021-13-01"'],
    ['TRUE & "a"', 'type-expected TRUE'],
    ['NZ([a], "")', 'different-types NZ([a], "")'],
    ['NZ([e])', 'argument-count NZ([e])'],
    ['[e] in [2021-09-01, 昨天]', 'bad-date 昨天'],
    ['[a] in [1, 二]', 'type-expected 二'],
    ['GROWTH([t])', 'type-expected [t]'],
  ])('%s: %s', (source, expected) => expect(problems(source)).toEqual([expected]))

  test.each([
    '[e] >= "2021-09-01"',
    'IF([a] > 0, [b], "")',
    '[a] & [t] & [e]',
    'COUNT([t:u])',
    'NZ([e], DATE(2021, 9, 1))',
    '[t] in [国培]',
    'IFS([a] > 1, "高", TRUE, "低")',
    'YEAR("2021-09-01")',
    'COUNTIF([PX.日期], ">=2021-09-01")',
  ])('%s is right', (source) => expect(problems(source)).toEqual([]))

  test('the type of a formula is told', () => {
    expect(['[a] + 1', '[a] > 1', '[t] & "x"', 'DATE(2021, 9, 1)', 'IF([a] > 0, "", [b])'].map((source) => bound(source).type)).toEqual([
      'number',
      'boolean',
      'text',
      'date',
      'number',
    ])
  })
})

describe('names', () => {
  test.each([
    ['SUMM([a], [b])', 'unknown-function SUMM([a], [b])'],
    ['ROUND([a])', 'argument-count ROUND([a])'],
    ['IF([a] > 1, 2)', 'argument-count IF([a] > 1, 2)'],
    ['IFS([a] > 1, 2, [b] > 1)', 'pairs-needed IFS([a] > 1, 2, [b] > 1)'],
    ['PRIOR([a] + 1)', 'reference-needed [a] + 1'],
    ['GROWTH([*.1])', 'single-reference-needed [*.1]'],
    ['PRIOR([PX.人次])', 'single-reference-needed [PX.人次]'],
    ['PARAM([a])', 'name-in-quotes-needed [a]'],
    ['PARAM("公用经费")', 'unknown-parameter "公用经费"'],
    ['UNIT("knd") = ""', 'unknown-attribute "knd"'],
    ['[zz] + 1', 'unknown-row [zz]'],
    ['小学 + 1', 'bare-name 小学'],
    ['[*.1] + 1', 'vector-not-allowed [*.1]'],
    ['[*.1] = 1', 'vector-not-allowed [*.1]'],
    ['[PX.人次]', 'vector-not-allowed [PX.人次]'],
    ['SUMIF([a], 1, [*.1])', 'vector-needed [a]'],
    ['SUMIF([*.1], 1, [01:03.1])', 'vectors-differ SUMIF([*.1], 1, [01:03.1])'],
    ['SUMIF([PX.类别], "国培", [BJ.人数])', 'vectors-differ SUMIF([PX.类别], "国培", [BJ.人数])'],
    ['COUNTIF([BJ.人数], ">=多")', 'bad-criterion ">=多"'],
    ['COUNTIF([PX.类别], ">国培")', 'bad-criterion ">国培"'],
    ['COUNTIF([PX.类别], 3)', 'type-expected 3'],
    ['SHARE([a] > 1)', 'across-units-not-allowed SHARE([a] > 1)'],
    ['CONSTRUCTOR(1)', 'unknown-function CONSTRUCTOR(1)'],
    ['__proto__(1)', 'unknown-function __proto__(1)'],
  ])('%s: %s', (source, expected) => expect(problems(source)).toEqual([expected]))

  test('all problems are told at once, each at its place', () => {
    expect(problems('[zz] + SUMM([a]) + [t]')).toEqual(['unknown-row [zz]', 'unknown-function SUMM([a])', 'type-expected [t]'])
  })
  test('the name that was meant is offered', () => {
    expect(zh('AVRAGE([*.1])')).toBe('没有函数 AVRAGE，是不是「AVERAGE」？')
    expect(zh('PARAM("小学生均公用经费标准")')).toBe('没有参数「小学生均公用经费标准」，是不是「小学生均公用经费」？')
    expect(zh('UNIT("kinds") = ""')).toContain('是不是「kind」')
  })
})

describe('what a formula touches', () => {
  test('cells, members of vectors, lists, the period before, parameters and attributes', () => {
    const { cells, lists, priorCells, parameters, attributes, usesBlanks, acrossUnits } = bound(
      'SUM([01:03.1], [a]) + GROWTH([b]) + SUM([PX.人次]) + PRIOR([c]) * PARAM("班额上限") + IF(UNIT("kind") = "小学", [a], 0)',
    )
    expect({ cells, lists, priorCells, parameters, attributes, usesBlanks, acrossUnits }).toEqual({
      cells: ['01.1', '02.1', '03.1', 'a', 'b'],
      lists: [{ table: 'PX', column: '人次' }],
      priorCells: ['b', 'c'],
      parameters: ['班额上限'],
      attributes: ['kind'],
      usesBlanks: false,
      acrossUnits: false,
    })
  })
  test('what is read of each unit is kept apart', () => {
    const { cells, unitCells, unitAttributes, attributes, usesBlanks } = bound(
      '[a] + SHARE(NZ([b]) >= 3, kind = "小学" AND [c] > 0)',
      COUNTY,
    )
    expect({ cells, unitCells, unitAttributes, attributes, usesBlanks }).toEqual({
      cells: ['a'],
      unitCells: ['c', 'b'],
      unitAttributes: ['kind'],
      attributes: [],
      usesBlanks: false,
    })
  })
  test('ISBLANK and NZ ask about blanks', () => {
    expect(bound('ISBLANK([a])').usesBlanks).toBe(true)
    expect(bound('NZ([a]) + 1').usesBlanks).toBe(true)
  })
  test("this row's cell in a rule of a list", () => {
    const world = { ...WORLD, thisList: 'PX' }
    expect(bound('[.人次] > 0', world).listCells).toEqual([{ table: 'PX', column: '人次' }])
    expect(problems('[.人次] > 0')).toEqual(['unknown-row [.人次]'])
  })
})

describe('conditions on units', () => {
  test.each([
    'kind = 教育局',
    'kind in [小学, 教学点] AND class >= 210',
    'NOT kind = 小学',
    'code = 450921',
    'class in [210, 220]',
    'class = "210"',
    'kind <> "小学" OR township = 板桥镇',
  ])('%s is right', (source) => expect(problems(source, WORLD, true)).toEqual([]))
  test.each([
    ['kinds = 小学', ['unknown-attribute kinds', 'unknown-attribute 小学']],
    ['kind > 小学', ['no-order kind > 小学']],
    ['class >= 小学', ['different-types class >= 小学']],
    ['class in [小学]', ['type-expected 小学']],
    ['小学', ['unknown-attribute 小学']],
  ])('%s: %s', (source, expected) => expect(problems(source, WORLD, true)).toEqual(expected))
})

describe('across units', () => {
  test.each([
    'UNITS()',
    'UNITS(kind = 小学)',
    'MEETS([a] >= 3)',
    'SHARE([a] / [b] >= 50%, class < 200)',
    'MEDIAN([a] / [b])',
    'CV([a] / [b], kind = "小学")',
    'MAXU([a]) - MINU([a])',
  ])('%s is right', (source) => expect(problems(source, COUNTY)).toEqual([]))
  test.each([
    ['CV([a], kind = 小学)', 'division-needed [a]'],
    ['SHARE([a])', 'type-expected [a]'],
    ['MEDIAN([t])', 'type-expected [t]'],
    ['MEDIAN(MEDIAN([a]))', 'across-units-nested MEDIAN([a])'],
    ['UNITS([a])', 'type-expected [a]'],
    ['MEETS()', 'argument-count MEETS()'],
    ['MEDIAN([*.1])', 'vector-not-allowed [*.1]'],
  ])('%s: %s', (source, expected) => expect(problems(source, COUNTY)).toEqual([expected]))
})
