import { describe, expect, test } from 'vitest'
import { seeded } from '../../build/bench/read-fixtures.ts'
import { readXlsx } from '../../electron/workbook/xlsx/read-xlsx.ts'
import { XlsxRefusal } from '../../electron/workbook/xlsx/refusal.ts'
import type { SheetSpec, XlsxSpec } from '../builders/xlsx-builder.ts'
import { buildXlsx } from '../builders/xlsx-builder.ts'

/** The number of cells in a workbook after a full read, or the refusal as `code reason`. Any other error fails the test. */
function outcome(bytes: Uint8Array): string | number {
  try {
    const book = readXlsx(bytes)
    for (const { target } of book.names) if (target) book.sheets.find((sheet) => sheet.name === target.sheet)?.at(target.row, target.column)
    return book.sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0)
  } catch (error) {
    if (error instanceof XlsxRefusal) return `${error.code} ${error.details.reason ?? ''}`.trim()
    throw error
  }
}

const spec: XlsxSpec = {
  sheets: [
    { name: '封面', cells: { A1: '第一小学', B1: '代码 & 名称', A2: 1 } },
    {
      name: '表1',
      cells: {
        A1: 12.5,
        B1: { formula: 'A1*2', value: '25' },
        C1: { style: 1, value: '45536' },
        D1: true,
        E1: { type: 'e', value: '#N/A' },
      },
      merges: ['A3:B4'],
    },
    { name: '_xt', state: 'veryHidden', cells: { A1: { type: 'inlineStr', xml: '<is><r><t>rich </t></r><r><t>text</t></r></is>' } } },
  ],
  names: [
    { name: 'XT_1', text: '表1!$A$1' },
    { name: 'XT_2', text: "'封面'!$A$2" },
  ],
  formats: [0, 14, 'yyyy"年"'],
}

/** The good workbook with one part changed as text. */
function withPart(name: string, change: (text: string) => string): Buffer {
  return buildXlsx({
    ...spec,
    change: (parts) => parts.map((part) => (part.name === name ? { ...part, data: change(part.data.toString()) } : part)),
  })
}

function withSheet(sheet: Omit<SheetSpec, 'name'>): Buffer {
  return buildXlsx({ sheets: [{ name: 'a', ...sheet }] })
}

test('the workbook the others are broken from is good', () => expect(outcome(buildXlsx(spec))).toBe(9))

describe('seeded damage gives a result or a named refusal, never another error and never a hang', () => {
  const good = buildXlsx(spec)
  // The bytes of packed parts are nearly all guarded by a CRC; stored parts let damage through to the XML.
  const stored = buildXlsx({ ...spec, change: (parts) => parts.map((part) => ({ ...part, method: 0 })) })

  test.each([
    ['packed', good, 600],
    ['stored', stored, 600],
  ] as const)('flipped bits of a %s workbook', (_how, bytes, rounds) => {
    const random = seeded(bytes.length)
    for (let round = 0; round < rounds; round += 1) {
      const broken = Buffer.from(bytes)
      for (let flips = 1 + Math.floor(random() * 3); flips > 0; flips -= 1)
        broken[Math.floor(random() * broken.length)]! ^= 1 << Math.floor(random() * 8)
      expect(typeof outcome(broken)).toMatch(/string|number/)
    }
  })

  test('flipped bytes inside the XML, with a CRC that fits', () => {
    const random = seeded(5)
    const seen = new Set<string>()
    for (let round = 0; round < 1000; round += 1) {
      const target = Math.floor(random() * 9)
      const result = outcome(
        buildXlsx({
          ...spec,
          change: (parts) =>
            parts.map((part, index) => {
              if (index !== target) return { ...part, method: 0 }
              const data = Buffer.from(part.data)
              for (let flips = 1 + Math.floor(random() * 2); flips > 0; flips -= 1)
                data[Math.floor(random() * data.length)] =
                  random() < 0.5 ? Math.floor(random() * 256) : '<>/="\'&; rcvf'.charCodeAt(Math.floor(random() * 13))
              return { ...part, data, method: 0 }
            }),
        }),
      )
      seen.add(String(result))
    }
    expect(seen.size).toBeGreaterThan(8)
  })

  test('every way of cutting it off', () => {
    for (let length = 0; length < good.length; length += 7)
      expect(outcome(good.subarray(0, length))).toMatch(/^(empty|not-a-workbook|damaged|unsafe)/)
  })

  test('every part cut off inside', () => {
    const random = seeded(9)
    for (let round = 0; round < 300; round += 1) {
      const target = Math.floor(random() * 9)
      const broken = buildXlsx({
        ...spec,
        change: (parts) =>
          parts.map((part, index) =>
            index === target ? { ...part, data: Buffer.from(part.data).subarray(0, Math.floor(random() * part.data.length)) } : part,
          ),
      })
      expect(typeof outcome(broken)).toMatch(/string|number/)
    }
  })

  test('every part missing', () => {
    const found = Array.from({ length: 9 }, (_, missing) =>
      outcome(buildXlsx({ ...spec, change: (parts) => parts.filter((_part, index) => index !== missing) })),
    )
    expect(found).toEqual([
      9,
      9,
      'damaged workbook-part-missing',
      'damaged sheet-part-missing',
      'damaged sheet-part-missing',
      'damaged sheet-part-missing',
      'damaged sheet-part-missing',
      'damaged part-missing',
      'damaged part-missing',
    ])
  })
})

describe('XML that wants something from the reader', () => {
  const xxe = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
  const laughs = `<!DOCTYPE a [<!ENTITY a "ha">${'<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'.repeat(9)}]>`
  test.each([
    ['an outside file, in a sheet', 'xl/worksheets/sheet1.xml', xxe],
    ['an outside file, in the strings', 'xl/sharedStrings.xml', xxe],
    ['an outside file, in the workbook', 'xl/workbook.xml', xxe],
    ['an outside file, in the relations', 'xl/_rels/workbook.xml.rels', xxe],
    ['an outside file, in the styles', 'xl/styles.xml', xxe],
    ['a billion laughs', 'xl/worksheets/sheet2.xml', laughs],
  ])('%s, is refused', (_what, part, doctype) =>
    expect(outcome(withPart(part, (text) => text.replace('?>', `?>${doctype}`)))).toBe('unsafe doctype'),
  )

  test('a DOCTYPE in the middle is refused too', () =>
    expect(outcome(withSheet({ dataXml: `${xxe}<row r="1"><c r="A1"><v>1</v></c></row>` }))).toBe('unsafe doctype'))
  test('an entity of its own is refused', () =>
    expect(outcome(withSheet({ dataXml: '<row r="1"><c r="A1" t="str"><v>&secret;</v></c></row>' }))).toBe('damaged xml-entity-unknown'))
  test('a link to another place is not followed', () => {
    const link = '<Relationship Id="e" Type="http://x/externalLink" Target="http://example.invalid/" TargetMode="External"/>'
    expect(outcome(withPart('xl/_rels/workbook.xml.rels', (text) => text.replace('</Relationships>', `${link}</Relationships>`)))).toBe(9)
  })
  test('a relation that climbs out of the file is refused', () => {
    expect(outcome(withPart('xl/_rels/workbook.xml.rels', (text) => text.replace('worksheets/sheet1.xml', '../../../etc/passwd')))).toBe(
      'unsafe target-leaves-file',
    )
  })
  test('another encoding is refused, not garbled', () => {
    expect(
      outcome(withPart('xl/sharedStrings.xml', (text) => text.replace('<?xml version="1.0"', '<?xml version="1.0" encoding="GB2312"'))),
    ).toBe('damaged encoding-unknown')
  })
})

describe('sheets built to stall a reader', () => {
  test('a hundred thousand elements inside each other', () => {
    const deep = '<x>'.repeat(100_000) + '</x>'.repeat(100_000)
    expect(outcome(withSheet({ before: deep, cells: { A1: 1 } }))).toBe(1)
    expect(outcome(withSheet({ dataXml: `<row r="1"><c r="A1"><v>1</v><extLst>${deep}</extLst></c></row>` }))).toBe(1)
    expect(outcome(withSheet({ dataXml: `<row r="1"><c r="A1">${'<x>'.repeat(100_000)}</c></row>` }))).toBe('damaged xml-cut-off')
  })
  test('one merged region over the whole sheet', () =>
    expect(outcome(withSheet({ cells: { A1: 1, B2: 2, XFD1048576: 3 }, merges: ['A1:XFD1048576'] }))).toBe(1))
  test('a hundred thousand merged regions on top of each other', () => {
    const rows = Array.from({ length: 2000 }, (_, row) => `<row r="${row + 1}"><c r="B${row + 1}"><v>1</v></c></row>`).join('')
    expect(outcome(withSheet({ dataXml: rows, merges: Array.from({ length: 100_000 }, () => 'A1:XFD1048576') }))).toBe(
      'damaged merges-overlap',
    )
  })
  test('a hundred thousand merged regions side by side', () => {
    const merges = Array.from({ length: 100_000 }, (_, index) => `A${index * 2 + 1}:C${index * 2 + 2}`)
    const rows = Array.from(
      { length: 5000 },
      (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>1</v></c><c r="B${row + 1}"><v>1</v></c></row>`,
    ).join('')
    expect(outcome(withSheet({ dataXml: rows, merges }))).toBe(2500)
  })
  test('a validation over whole columns, a name over the whole sheet, a dimension of everything', () => {
    const validation =
      '<dataValidations count="1"><dataValidation type="whole" sqref="A1:XFD1048576 A:A 1:1048576"><formula1>0</formula1></dataValidation></dataValidations>'
    const bytes = buildXlsx({
      sheets: [
        {
          name: 'a',
          before: '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9"/></cols>',
          cells: { A1: 1 },
          after: validation,
        },
      ],
      names: [{ name: 'all', text: 'a!$A$1:$XFD$1048576' }],
    })
    expect(outcome(bytes)).toBe(1)
  })
  test('a tag with a hundred thousand attributes, and one that never ends', () => {
    expect(outcome(withSheet({ dataXml: `<row r="1" ${'a="1" '.repeat(100_000)}><c r="A1"><v>1</v></c></row>` }))).toBe(1)
    expect(outcome(withSheet({ dataXml: `<row r="1"><c ${'a="1" '.repeat(100_000)}` }))).toMatch(/^damaged/)
  })
  test.each([
    ['a cell outside the sheet', '<row r="1"><c r="XFE1"><v>1</v></c></row>', 'damaged cell-outside-sheet'],
    ['a row outside the sheet', '<row r="1048577"><c><v>1</v></c></row>', 'damaged cell-outside-sheet'],
    ['a row 0', '<row r="0"><c><v>1</v></c></row>', 'damaged cell-outside-sheet'],
    ['a row after the last', '<row r="1048576"/><row><c><v>1</v></c></row>', 'damaged cell-outside-sheet'],
    ['a cell without a row', '<c><v>1</v></c>', 'damaged cell-outside-sheet'],
    ['a cell address in words', '<row r="1"><c r="first"><v>1</v></c></row>', 'damaged cell-attribute-wrong'],
    ['a type nobody knows', '<row r="1"><c r="A1" t="z"><v>1</v></c></row>', 'damaged cell-type-unknown'],
    ['a shared string that is not there', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>', 'damaged shared-string-missing'],
    ['a shared string before the first', '<row r="1"><c r="A1" t="s"><v>-1</v></c></row>', 'damaged shared-string-missing'],
    ['a boolean that is neither', '<row r="1"><c r="A1" t="b"><v>2</v></c></row>', 'damaged cell-boolean-wrong'],
    ['a tag inside a value', '<row r="1"><c r="A1"><v><b>1</b></v></c></row>', 'damaged xml-tag-inside-text'],
    ['crossed tags', '<row r="1"><c r="A1"><v>1</v></row></c>', 'damaged xml-tags-crossed'],
    ['an attribute without quotes', '<row r=1><c r="A1"><v>1</v></c></row>', 'damaged xml-attribute-broken'],
    ['a comment that never ends', '<row r="1"><!-- <c r="A1"><v>1</v></c></row>', 'damaged xml-cut-off'],
  ])('%s is refused by name', (_what, dataXml, refusal) => expect(outcome(withSheet({ dataXml }))).toBe(refusal))

  test('a refusal says on which sheet', () => {
    const book = readXlsx(
      buildXlsx({
        sheets: [
          { name: '好', cells: { A1: 1 } },
          { name: '坏', dataXml: '<row' },
        ],
      }),
    )
    expect(book.sheets[0]!.cells).toHaveLength(1)
    expect(() => book.sheets[1]!.cells).toThrow(
      expect.objectContaining({
        code: 'damaged',
        details: expect.objectContaining({ sheet: '坏', part: 'xl/worksheets/sheet2.xml' }) as unknown,
      }),
    )
  })
})
