import { beforeAll, describe, expect, test } from 'vitest'
import { NOT_APPLICABLE, type Fact } from '../../../../shared/filing/facts.ts'
import { problemSentence } from '../../../../shared/text/problem-sentences.ts'
import { writeWorkbook } from '../../../../electron/workbook/write-form/write-workbook.ts'
import { count, sampleInput } from '../write-form/sample.ts'
import { closeParts, edit, openParts, putCells, type Content } from './change-workbook.ts'
import { returned, type Returned } from './returned.ts'

/**
 * The contents that clerks leave in cells (docs/design/workbook.md: Values). D8 counts, D11 has two decimals, D13 is a text,
 * D14 a choice, D15 a date.
 */
const grid = 'A1 在校生'
let blank: Uint8Array
beforeAll(async () => {
  blank = await writeWorkbook(sampleInput({}, { blank: true, refused: new Map() }))
})

function withCell(address: string, content: Content, date1904 = false): Returned {
  const parts = openParts(blank)
  putCells(parts, grid, { [address]: content })
  if (date1904) edit(parts, 'xl/workbook.xml', (xml) => xml.replace('<workbookPr ', '<workbookPr date1904="1" '))
  return returned(closeParts(parts))
}

const shared = (text: string): Content => ({
  type: 'inlineStr',
  xml: `<is><r><rPr><b/></rPr><t>${text.slice(0, 1)}</t></r><r><t xml:space="preserve">${text.slice(1)}</t></r><rPh sb="0" eb="1"><t>yin</t></rPh></is>`,
})
const formula = (value: string, type?: string): Content => ({ ...(type === undefined ? {} : { type }), xml: `<f>1+1</f>${value}` })

describe('in a cell that counts', () => {
  test.each<[string, Content, Fact | undefined]>([
    ['a number', 12, count(12)],
    ['a float that means a whole number', { xml: '<v>12.000000000000002</v>' }, count(12)],
    ['an exponent', { xml: '<v>1.2E3</v>' }, count(1200)],
    ['a text number', '12', count(12)],
    ['full-width digits', '１２３', count(123)],
    ['thousands set apart', '1,234', count(1234)],
    ['full-width comma', '1，234', count(1234)],
    ['blanks between thousands', '1 234', count(1234)],
    ['a leading apostrophe', "'12", count(12)],
    ['blanks and a no-break space around', ' \u00a012\u3000', count(12)],
    ['3.5万', '3.5万', count(35000)],
    ['0.3 千', '0.3 千', count(300)],
    ['rich text', shared('123'), count(123)],
    ['a formula’s value', formula('<v>5</v>'), count(5)],
    ['a formula’s text that is a number', formula('<v>6</v>', 'str'), count(6)],
    ['a formula that shows nothing', formula('<v></v>', 'str'), undefined],
    ['a stroke', '—', undefined],
    ['无', '无', undefined],
    ['a blank', '  ', undefined],
    ['/', '/', NOT_APPLICABLE],
    ['a full-width stroke ／', '／', NOT_APPLICABLE],
    ['不适用', '不适用', NOT_APPLICABLE],
  ])('%s is read', (_what, content, fact) => {
    const read = withCell('D8', content)
    expect(read.problems).toEqual([])
    expect(read.facts).toEqual(fact === undefined ? {} : { 'A1.01.1': fact })
  })

  test.each<[string, Content, string, string]>([
    ['a word', '若干', 'not-a-number', '若干'],
    ['two numbers', '12 34', 'not-a-number', '12 34'],
    ['a guess', '12左右', 'not-a-number', '12左右'],
    ['a footnote mark', '12²', 'not-a-number', '12²'],
    ['person-times', '12人次', 'wrong-unit', '12人次'],
    ['a half', 1.5, 'not-whole', '1.5'],
    ['a number below the bounds', -1, 'below-minimum', '-1'],
    ['a number above them', 100_000, 'above-maximum', '100000'],
    ['far too much', { xml: '<v>1E30</v>' }, 'too-large', '1E30'],
    ['TRUE', { type: 'b', xml: '<v>1</v>' }, 'not-a-number', 'TRUE'],
    ['an error', { type: 'e', xml: '<v>#DIV/0!</v>' }, 'error-value', '#DIV/0!'],
    ['a formula’s error', formula('<v>#REF!</v>', 'e'), 'error-value', '#REF!'],
    ['a formula without a value', formula(''), 'formula-without-value', ''],
    ['a date', { type: 'd', xml: '<v>2021-09-01</v>' }, 'not-a-number', '2021-09-01'],
  ])('%s is refused with its place and what was expected', (_what, content, code, found) => {
    const read = withCell('D8', content)
    expect(read.problems).toMatchObject([{ sheet: grid, cell: 'D8', found, expected: '整数 ≥ 0 ≤ 99999', problem: { code } }])
    expect(read.facts).toEqual({})
    expect(read.content.refused).toEqual([['A1.01.1', found === '' ? '=' : found]])
    expect(read.structureChanged).toBe(false)
    for (const lang of ['zh', 'en'] as const)
      expect(problemSentence(read.problems[0]!.problem, lang)).toMatch(lang === 'zh' ? /请|此格/ : /Enter|enter|Convert|Check|check|takes/)
  })
})

describe('in a cell with two decimals', () => {
  test.each<[Content, Fact | string]>([
    [0.1, 1000],
    [{ xml: '<v>0.30000000000000004</v>' }, 3000],
    ['１２．５０', 125_000],
    ['.5', 5000],
    ['+7', count(7)],
    ['−0', 0],
    ['¥1', 'wrong-unit'],
    ['12.345', 'too-many-decimals'],
    [12.345, 'too-many-decimals'],
    ['1,23', 'not-a-number'],
    ['(12)', 'not-a-number'],
    ['95%', 'wrong-unit'],
  ])('%j gives %j', (content, expected) => {
    const read = withCell('D11', content)
    if (typeof expected === 'number') expect(read.facts).toEqual({ 'A1.04.1': expected })
    else expect(read.problems.map(({ problem }) => problem.code)).toEqual([expected])
  })
})

describe('in a date cell', () => {
  const iso = '2021-09-01'
  test.each<[string, Content, boolean]>([
    ['an Excel date', { xml: '<v>44440</v>' }, false],
    ['an Excel date with a time', { xml: '<v>44440.75</v>' }, false],
    ['a day number in a cell without a date format', { style: 0, xml: '<v>44440</v>' }, false],
    ['a day number of 1904', { xml: '<v>42978</v>' }, true],
    ['a day number of 1904 without a format', { style: 0, xml: '<v>42978</v>' }, true],
    ['a day number as text', '44440', false],
    ['an ISO cell', { type: 'd', xml: '<v>2021-09-01T00:00:00Z</v>' }, false],
    ['2021-09-01', '2021-09-01', false],
    ['2021/9/1', '2021/9/1', false],
    ['2021.9.1', '2021.9.1', false],
    ['2021年9月1日', '2021年9月1日', false],
    ['２０２１年９月１日', '２０２１年９月１日', false],
    ['2021 年 9 月 1 日', '2021 年 9 月 1 日', false],
    ['20210901', '20210901', false],
    ['20210901 as a number', 20210901, false],
    ['2021-09-01 08:30:00', '2021-09-01 08:30:00', false],
  ])('%s is read', (_what, content, date1904) => {
    const read = withCell('D15', content, date1904)
    expect(read.problems).toEqual([])
    expect(read.facts).toEqual({ 'A1.08.1': iso })
  })

  test.each<[string, Content]>([
    ['a month', '2021年9月'],
    ['an American date', '9/1/2021'],
    ['29 February of a common year', '2021-02-29'],
    ['two digits of a year', '21.9.1'],
    ['a small number', 12],
    ['a year', 2021],
    ['a time', { xml: '<v>0.5</v>' }],
    ['a word', '九月初'],
    ['a time with a zone', '2021-08-31T16:00:00Z'],
  ])('%s is refused', (_what, content) => {
    expect(withCell('D15', content).problems).toMatchObject([
      { sheet: grid, cell: 'D15', problem: { code: 'not-a-date' }, expected: '日期，如 2021-09-01' },
    ])
  })

  test('a stroke is blank, / is 不适用', () => {
    expect(withCell('D15', '—').facts).toEqual({})
    expect(withCell('D15', '/').facts).toEqual({ 'A1.08.1': NOT_APPLICABLE })
  })
})

describe('in a choice', () => {
  test.each(['食堂', ' 食堂 ', '食 堂', '\u3000食堂'])('%j is the choice', (text) => {
    expect(withCell('D14', text).facts).toEqual({ 'A1.07.1': '食堂' })
  })

  test('what is not offered is refused and the choices are named', () => {
    expect(withCell('D14', '外卖').problems).toMatchObject([
      { cell: 'D14', found: '外卖', expected: '食堂/企业', problem: { code: 'not-a-choice' } },
    ])
  })

  test('无 is blank where it is not offered', () => {
    expect(withCell('D14', '无')).toMatchObject({ facts: {}, problems: [] })
  })
})

describe('in a text', () => {
  test.each<[string, Content, string]>([
    ['a number', 12.5, '12.5'],
    ['a date', { type: 'd', xml: '<v>2021-09-01</v>' }, '2021-09-01'],
    ['a date with a time', { type: 'd', xml: '<v>2021-09-01T08:30:00</v>' }, '2021-09-01 08:30:00'],
    ['TRUE', { type: 'b', xml: '<v>1</v>' }, 'TRUE'],
    ['a formula’s text', formula('<v>合格</v>', 'str'), '合格'],
    ['half a character', '甲_xD800_乙', '甲\ufffd乙'],
  ])('%s is its text', (_what, content, text) => {
    expect(withCell('D13', content).facts).toEqual({ 'A1.06.1': text })
  })

  test('a text of 40,000 characters is refused, kept, and quoted by its beginning', () => {
    const read = withCell('D13', '文'.repeat(40_000))
    expect(read.problems).toMatchObject([{ cell: 'D13', problem: { code: 'text-too-long', details: { length: 40_000, maximum: 2000 } } }])
    expect(read.problems[0]?.found).toHaveLength(81)
    expect(read.content.refused[0]?.[1]).toHaveLength(32_767)
    expect(withCell('D8', '文'.repeat(40_000)).problems[0]?.problem).toMatchObject({
      code: 'not-a-number',
      details: { found: `${'文'.repeat(80)}…` },
    })
  })
})

test('one bad cell never ends the reading', () => {
  const parts = openParts(blank)
  putCells(parts, grid, { D8: '若干', E8: 5, D11: { type: 'e', xml: '<v>#N/A</v>' }, D14: '外卖', E14: '食堂', D15: 'x' })
  const read = returned(closeParts(parts))
  expect(read.facts).toEqual({ 'A1.01.2': count(5), 'A1.07.2': '食堂' })
  expect(read.problems.map(({ cell }) => cell)).toEqual(['D8', 'D11', 'D14', 'D15'])
})

describe('on 封面', () => {
  test.each<[string, Content, string | null]>([
    ['a date typed as text', '2021年12月10日', '2021-12-10'],
    ['an Excel date', { xml: '<v>44540</v>' }, '2021-12-10'],
    ['a day number', { style: 0, xml: '<v>44540</v>' }, '2021-12-10'],
    ['nothing', null, null],
  ])('报出日期: %s', (_what, content, date) => {
    const parts = openParts(blank)
    putCells(parts, '封面', { B14: content, B10: '王校长' })
    const read = returned(closeParts(parts))
    expect(read.problems).toEqual([])
    expect(read.content.signOff).toMatchObject({ head: '王校长', reportedOn: date })
  })

  test('a date that is none, and a name that is none, are reported with their place', () => {
    const parts = openParts(blank)
    putCells(parts, '封面', { B14: '年底前', B10: '王'.repeat(60) })
    const read = returned(closeParts(parts))
    expect(read.problems.map(({ sheet, cell, expected, problem }) => [sheet, cell, expected, problem.code])).toEqual([
      ['封面', 'B10', '单位负责人', 'text-too-long'],
      ['封面', 'B14', '报出日期', 'not-a-date'],
    ])
    expect(read.content.signOff).toMatchObject({ head: '王'.repeat(40), reportedOn: null })
  })
})
