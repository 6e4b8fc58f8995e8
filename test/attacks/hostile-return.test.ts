import { beforeAll, describe, expect, test } from 'vitest'
import { findCells } from '../../electron/workbook/read-return/find-cells.ts'
import { readReturn } from '../../electron/workbook/read-return/read-return.ts'
import { writeWorkbook } from '../../electron/workbook/write-form/write-workbook.ts'
import { XlsxRefusal } from '../../electron/workbook/xlsx/refusal.ts'
import {
  closeParts,
  dropSheet,
  edit,
  openParts,
  partOf,
  putCells,
  type Content,
  type Parts,
} from '../electron/workbook/read-return/change-workbook.ts'
import { places, returned } from '../electron/workbook/read-return/returned.ts'
import { count, sampleInput, sampleScheme } from '../electron/workbook/write-form/sample.ts'

/**
 * Workbooks that look like returns and are built to harm: they take figures from hidden places, put figures into wrong
 * cells, stall the reader, or reach into its objects.
 */
const grid = 'A1 在校生'
const list = 'B-1 培训'
const facts = { 'A1.01.1': count(11), 'A1.01.2': count(12), 'A1.02.1': count(21), 'B-1.1.项目': '国培', 'B-1.1.人次': count(120) }
let bytes: Uint8Array
beforeAll(async () => {
  bytes = await writeWorkbook(sampleInput(facts))
})

function change(by: (parts: Parts) => void): Buffer {
  const parts = openParts(bytes)
  by(parts)
  return closeParts(parts)
}

/** Points a defined name elsewhere. */
function point(parts: Parts, name: string, to: string): void {
  edit(parts, 'xl/workbook.xml', (xml) => xml.replace(new RegExp(`(name="${name}">)[^<]*<`), `$1${to}<`))
}

/** Adds names to the workbook and to its manifest. */
function claim(parts: Parts, names: readonly (readonly [name: string, stands: string, target: string])[]): void {
  edit(parts, 'xl/workbook.xml', (xml) =>
    xml.replace(
      '</definedNames>',
      `${names.map(([name, , target]) => `<definedName name="${name}">${target}</definedName>`).join('')}</definedNames>`,
    ),
  )
  const row = `<row r="5000"><c r="A5000" t="inlineStr"><is><t>names:900</t></is></c><c r="B5000" t="inlineStr"><is><t>${names.map(([name, stands]) => `${name}=${stands}`).join(' ')}</t></is></c></row>`
  edit(parts, partOf(parts, '_xt'), (xml) => xml.replace('</sheetData>', `${row}</sheetData>`))
}

describe('names that point where they should not', () => {
  test.each([
    ['at another table', `'${list}'!$C$7`],
    ['at the hidden sheet', `'_xt'!$B$8`],
    ['at 封面', `'封面'!$B$13`],
    ['at a computed cell', `'${grid}'!$D$10`],
    ['at a blocked cell', `'${grid}'!$F$9`],
    ['at another input cell', `'${grid}'!$E$8`],
    ['outside the form', `'${grid}'!$AZ$999`],
    ['outside the sheet', `'${grid}'!$XFE$1048577`],
    ['at a sheet that is not there', `'没有'!$A$1`],
    ['at another file', `[1]${grid}!$D$8`],
    ['at a whole column', `'${grid}'!$D:$D`],
    ['at a formula', '1+1'],
  ])('%s: the figure is read where the form shows it', (_what, target) => {
    const read = returned(change((parts) => point(parts, 'XT_A1_01_1', target)))
    expect(read.facts).toEqual(facts)
    expect(read.problems).toEqual([])
  })

  test('all of a table at one cell', () => {
    const read = returned(
      change((parts) => edit(parts, 'xl/workbook.xml', (xml) => xml.replace(/(name="XT_A1_[^>]*>)[^<]*</g, `$1'${grid}'!$D$8<`))),
    )
    expect(read.facts).toEqual(facts)
  })

  test('a whole table at another one’s sheet', () => {
    const read = returned(
      change((parts) =>
        edit(parts, 'xl/workbook.xml', (xml) =>
          xml.replace(/(name="XT_A1_[^>]*>)'[^']*'|(name="XT_A1_[^>]*>)&apos;.*?&apos;/g, `$1$2'${list}'`),
        ),
      ),
    )
    expect(read.facts).toEqual(facts)
    expect(read.problems).toEqual([])
  })

  test('a whole table at the hidden sheet', () => {
    const read = returned(
      change((parts) =>
        edit(parts, 'xl/workbook.xml', (xml) =>
          xml.replace(/(name="XT_A1_[^>]*>)'[^']*'|(name="XT_A1_[^>]*>)&apos;.*?&apos;/g, `$1$2'_xt'`),
        ),
      ),
    )
    expect(read.facts).toEqual(facts)
  })

  test('names for computed, blocked and unknown cells, and for cells of tables that do not exist, give no facts', () => {
    const read = returned(
      change((parts) =>
        claim(parts, [
          ['XT_A1_03_1', 'A1.03.1', `'${grid}'!$D$8`],
          ['XT_A1_02_3', 'A1.02.3', `'${grid}'!$F$8`],
          ['XT_A1_99_1', 'A1.99.1', `'${grid}'!$D$8`],
          ['XT_ZZ_01_1', 'ZZ.01.1', `'${grid}'!$D$8`],
          ['XT_B_1_1_人天', 'B-1.1.人天', `'${list}'!$C$7`],
          ['XT_X', '', `'${grid}'!$D$8`],
          ['XT_Y', 'A1', `'${grid}'!$D$8`],
        ]),
      ),
    )
    expect(read.facts).toEqual(facts)
    expect(read.problems).toEqual([])
  })
})

describe('words that are the language’s own', () => {
  const words = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf']
  test('as names, cells, tables, keys of the manifest, checks and sign-off fields change nothing', () => {
    const read = returned(
      change((parts) => {
        claim(
          parts,
          words.flatMap((word): [string, string, string][] => [
            [`XT_${word}`, `${word}.${word}.${word}`, `'${grid}'!$D$8`],
            [`XT_A1_${word}`, `A1.${word}.1`, `'${grid}'!$D$8`],
            [`XT_B_${word}`, `B-1.${word}.人次`, `'${list}'!$C$7`],
            [`XTSIGN_${word}`, `sign:${word}`, `'${grid}'!$D$8`],
            [`XTWHY_${word}`, `why:${word}`, `'${grid}'!$D$8`],
            [word, word, `'${grid}'!$D$8`],
          ]),
        )
        putCells(parts, '_xt', { A4900: '__proto__', B4900: 'polluted', A4901: 'unit:__proto__', B4901: 'polluted' })
      }),
    )
    expect(read.facts).toEqual(facts)
    expect(Object.keys(read.content.signOff)).toEqual(['head', 'statistician', 'filler', 'phone', 'reportedOn'])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(Object.prototype).not.toHaveProperty('0')
  })

  test('as codes on the sheet, in the tabs and as contents are texts', () => {
    const read = returned(
      change((parts) =>
        putCells(parts, grid, { C9: '__proto__', D13: 'constructor', D14: '__proto__', E8: 'toString', E7: 'hasOwnProperty' }),
      ),
    )
    expect(read.facts['A1.06.1']).toBe('constructor')
    expect(read.problems.map(({ problem }) => problem.code)).toContain('not-a-choice')
  })

  test('as cells asked for have no place', () => {
    expect(
      findCells(
        bytes,
        sampleScheme(),
        words.flatMap((word) => [word, `${word}.${word}.${word}`, `A1.${word}.1`, `A1.01.${word}`, `B-1.${word}.人次`]),
      ),
    ).toEqual([])
  })
})

describe('a manifest that lies', () => {
  const xt = (cells: Record<string, Content>): Buffer => change((parts) => putCells(parts, '_xt', cells))

  test('of another scheme is refused by that scheme’s name', () => {
    expect(readReturn(xt({ B2: '别的报表' }), sampleScheme())).toEqual({
      outcome: 'refused',
      problem: { code: 'scheme-not-here', details: { scheme: '别的报表', version: '2021.1' } },
    })
  })

  test('of a foreign unit says another than 封面 does, and is nobody’s', () => {
    const read = returned(xt({ B6: '9999999999', B7: '外县小学' }))
    expect(read.content.unit).toEqual({ code: null, name: null })
    expect(read.problems).toMatchObject([
      { sheet: '封面', cell: 'B5', found: '2134000001', expected: '9999999999', problem: { code: 'unit-disagrees' } },
    ])
  })

  test.each<[string, Content, number]>([
    ['a huge revision', '99999999999999999999', 0],
    ['a negative one', -3, 0],
    ['a word', 'x', 0],
    ['half a one', 1.5, 0],
    ['an infinite one', '1E300', 0],
    ['a plain one', '7', 7],
  ])('%s', (_what, content, revision) => {
    expect(returned(xt({ B8: content })).content.revision).toBe(revision)
  })

  test('a time that is none is no time', () => {
    expect(returned(xt({ B9: "2021-12-10'; DROP TABLE facts;--" })).content.changedAt).toBeNull()
  })

  test('of another format is as if there were none', () => {
    expect(returned(xt({ B1: 'xiaotong-workbook/9' })).facts).toEqual(facts)
  })

  test('a workbook with a manifest and nothing else is no return', () => {
    const empty = change((parts) => {
      for (const sheet of [grid, list]) dropSheet(parts, sheet)
    })
    expect(readReturn(empty, sampleScheme())).toEqual({ outcome: 'refused', problem: { code: 'not-a-return', details: {} } })
  })
})

describe('size', () => {
  test('90,000 names for lines of a list, down to the last row of the sheet, are read within reason', () => {
    const names = Array.from({ length: 90_000 }, (_, index): [string, string, string] => [
      `XT_B_1_${index + 100}_x`,
      `B-1.${index + 100}.人次`,
      `'${list}'!$C$${1_048_576 - index}`,
    ])
    const read = returned(change((parts) => claim(parts, names)))
    expect(read.facts).toEqual(facts)
  })

  test('more names than any workbook has are refused', () => {
    const names = Array.from({ length: 100_001 }, (_, index): [string, string, string] => [
      `XT_Q${index}`,
      `B-1.${index}.人次`,
      `'${list}'!$C$7`,
    ])
    expect(() =>
      readReturn(
        change((parts) => claim(parts, names)),
        sampleScheme(),
      ),
    ).toThrow(XlsxRefusal)
  })

  test('figures all over a sheet, and on its last row and column, are counted, not all listed', () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, index) => `<row r="${100 + index}"><c r="D${100 + index}"><v>1</v></c><c r="E${100 + index}"><v>2</v></c></row>`,
    )
    const read = returned(
      change((parts) =>
        edit(parts, partOf(parts, grid), (xml) =>
          xml.replace(
            '</sheetData>',
            `${rows.join('')}<row r="1048576"><c r="XFD1048576"><v>1</v></c><c r="D1048576"><v>1</v></c></row></sheetData>`,
          ),
        ),
      ),
    )
    expect(read.facts).toEqual(facts)
    expect(read.problems).toHaveLength(501)
    expect(places(read)[0]).toEqual(['no-place', 'D100'])
  })

  test('50,000 lines of a list are taken as far as a list goes, the rest is listed', () => {
    const rows = Array.from(
      { length: 50_000 },
      (_, index) => `<row r="${100 + index}"><c r="B${100 + index}" t="str"><v>x</v></c><c r="C${100 + index}"><v>1</v></c></row>`,
    )
    const read = returned(
      change((parts) => edit(parts, partOf(parts, list), (xml) => xml.replace('</sheetData>', `${rows.join('')}</sheetData>`))),
    )
    expect(Object.keys(read.facts).length).toBeLessThanOrEqual(2 * 20_000 + 3)
    expect(read.problems).toHaveLength(501)
  })

  test('a merge over the whole sheet hides the form, and the reader says so; no figure is taken from under it', () => {
    const read = readReturn(
      change((parts) =>
        edit(parts, partOf(parts, grid), (xml) => xml.replace(/<mergeCells count="\d+">/, '<mergeCells><mergeCell ref="A1:XFD1048576"/>')),
      ),
      sampleScheme(),
    )
    expect(read.outcome === 'read' && read.problems.map(({ problem }) => problem.code)).toEqual(['cell-merged'])
  })
})
