import { describe, expect, test } from 'vitest'
import type { XlsxBook } from '../../../../electron/workbook/xlsx/book.ts'
import { readXlsx } from '../../../../electron/workbook/xlsx/read-xlsx.ts'
import type { SheetSpec, XlsxSpec } from '../../../builders/xlsx-builder.ts'
import { buildXlsx } from '../../../builders/xlsx-builder.ts'

/** `R1C1=number 5` for each cell of a sheet, in the reader's order; a star marks a formula's value. */
function contents(book: XlsxBook, sheet = 0): string[] {
  return book.sheets[sheet]!.cells.map((cell) => `R${cell.row}C${cell.column}=${cell.kind}${cell.formula ? '*' : ''} ${cell.text}`)
}

function readSheet(sheet: Omit<SheetSpec, 'name'>, spec: Omit<XlsxSpec, 'sheets'> = {}): string[] {
  return contents(readXlsx(buildXlsx({ sheets: [{ name: '表1', ...sheet }], ...spec })))
}

const plain = { A1: '学校', B1: 12, A2: 'a & <b>', B2: true, C2: 0.5 } as const
const plainRead = ['R1C1=text 学校', 'R1C2=number 12', 'R2C1=text a & <b>', 'R2C2=boolean TRUE', 'R2C3=number 0.5']

describe('the same table, however the program wrote it', () => {
  const ways: [string, Omit<XlsxSpec, 'sheets'>][] = [
    ['plainly', {}],
    ['with a namespace prefix (x:), as .NET back ends do', { prefix: 'x' }],
    ['without references on rows and cells', { withoutReferences: true }],
    ['with inline strings', { strings: 'inline' }],
    ['with inline strings and a prefix', { strings: 'inline', prefix: 'x' }],
    ['as ISO strict', { strict: true }],
    ['with a byte order mark', { encoding: 'utf8-bom' }],
    ['in UTF-16', { encoding: 'utf16le' }],
    ['in big-endian UTF-16 with inline strings', { encoding: 'utf16be', strings: 'inline' }],
    ['with the workbook under another name', { workbookPart: 'xl/book2.xml' }],
    ['with the workbook at the top', { workbookPart: 'workbook.xml' }],
    ['with absolute targets', { absoluteTargets: true }],
    ['with entries that are stored, not packed', { change: (parts) => parts.map((part) => ({ ...part, method: 0 })) }],
    [
      'with backslashes in its entry names',
      { change: (parts) => parts.map((part) => ({ ...part, name: part.name.replaceAll('/', '\\') })) },
    ],
    ['with other capitals in its entry names', { change: (parts) => parts.map((part) => ({ ...part, name: part.name.toUpperCase() })) }],
    ['with a comment at the end of the zip', { zipEnd: { comment: 'made by hand' } }],
    ['without the package relations', { change: (parts) => parts.filter((part) => part.name !== '_rels/.rels') }],
    ['without content types', { change: (parts) => parts.filter((part) => !part.name.startsWith('[')) }],
  ]
  test.each(ways)('%s', (_way, spec) => expect(readSheet({ cells: plain }, spec)).toEqual(plainRead))
})

describe('what a cell holds', () => {
  test.each([
    ['a number keeps the text of the file', { value: '0.30000000000000004' }, ['number 0.30000000000000004']],
    ['a number with an exponent too', { value: '1E3' }, ['number 1E3']],
    ['a number among blanks', { xml: '<v> 12\n</v>' }, ['number 12']],
    ['what is no number in a number cell is text, as it stands', { value: '12人' }, ['text 12人']],
    ['a formula with its value', { formula: 'SUM(B1:B2)', value: '7' }, ['number* 7']],
    ['a formula with the value 0', { formula: 'B1-B2', value: '0' }, ['number* 0']],
    ['a formula nobody calculated', { formula: 'SUM(B1:B2)' }, ['formula-without-value* ']],
    ['a formula with an empty value', { xml: '<f>A2</f><v/>' }, ['formula-without-value* ']],
    ['a formula that gives a text', { type: 'str', formula: 'A2&amp;A3', value: '合格' }, ['text* 合格']],
    ['a formula that gives an empty text', { type: 'str', xml: '<f>IF(1,"")</f><v></v>' }, ['text* ']],
    ['a formula that gives an error', { type: 'e', formula: '1/0', value: '#DIV/0!' }, ['error* #DIV/0!']],
    ['a shared formula without its text', { xml: '<f t="shared" si="0"/><v>3</v>' }, ['number* 3']],
    ['false', { type: 'b', value: '0' }, ['boolean FALSE']],
    ['an error', { type: 'e', value: '#N/A' }, ['error #N/A']],
    ['a style and nothing else', { style: 0 }, []],
    ['an empty text', { type: 'inlineStr', xml: '<is><t></t></is>' }, []],
    [
      'rich text is joined',
      { type: 'inlineStr', xml: '<is><r><rPr><b/></rPr><t>在校</t></r><r><t xml:space="preserve"> 学生</t></r></is>' },
      ['text 在校 学生'],
    ],
    [
      'a phonetic guide is left out',
      { type: 'inlineStr', xml: '<is><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></is>' },
      ['text 東京'],
    ],
    ['blanks around a text stay', { type: 'inlineStr', xml: '<is><t xml:space="preserve">  教  师 </t></is>' }, ['text   教  师 ']],
    ['CDATA', { type: 'inlineStr', xml: '<is><t><![CDATA[<教师> & ]]>学生</t></is>' }, ['text <教师> & 学生']],
    ['a comment in the middle of a number', { xml: '<v>1<!-- x -->2</v>' }, ['number 12']],
    ['an ISO date', { type: 'd', value: '2024-09-01T00:00:00' }, ['date 2024-09-01']],
    ['an extension list beside the value', { xml: '<v>5</v><extLst><ext><a:v xmlns:a="u">9</a:v></ext></extLst>' }, ['number 5']],
    ['a line break written as _x000D_', { type: 'inlineStr', xml: '<is><t>a_x000D_&#10;b</t></is>' }, ['text a\r\nb']],
  ])('%s', (_what, cell, expected) => {
    const before = { B1: 1 }
    const found = readSheet({ cells: { A1: cell, ...before } })
    expect(found).toEqual([...expected.map((text) => `R1C1=${text}`), 'R1C2=number 1'])
    const prefixed = typeof cell === 'object' && 'xml' in cell ? null : readSheet({ cells: { A1: cell, ...before } }, { prefix: 'x' })
    if (prefixed) expect(prefixed).toEqual(found)
  })

  test('attributes in any order, quotes of both kinds, and names that only begin alike', () => {
    expect(
      readSheet({
        dataXml: `<row spans='1:2' r = "3" rr="9"><c t='n' cm="7" s="0" r='B3'><v>5</v></c><c ph="1" r="C3" tt="s" ><v>6</v></c></row>`,
      }),
    ).toEqual(['R3C2=number 5', 'R3C3=number 6'])
  })
  test('a > inside an attribute does not end the tag', () => {
    expect(readSheet({ dataXml: '<row r="1" note="a>b"><c r="A1" note="x>y"><f ca="1>0">1</f><v>5</v></c></row>' })).toEqual([
      'R1C1=number* 5',
    ])
  })
})

describe('dates', () => {
  const formats = [0, 14, 'yyyy"年"m"月"d"日"', '0.00"日"', 31, 20, 'General', 57]
  test('are found by built-in formats, Chinese ones and custom ones; numbers stay numbers', () => {
    const cells = Object.fromEntries(formats.map((_format, style) => [`${'ABCDEFGH'[style]}1`, { style, value: '45536.5' }]))
    expect(readSheet({ cells }, { formats })).toEqual([
      'R1C1=number 45536.5',
      'R1C2=date 2024-09-01T12:00:00',
      'R1C3=date 2024-09-01T12:00:00',
      'R1C4=number 45536.5',
      'R1C5=date 2024-09-01T12:00:00',
      'R1C6=date 2024-09-01T12:00:00',
      'R1C7=number 45536.5',
      'R1C8=date 2024-09-01T12:00:00',
    ])
  })
  test('count from 1904 where the workbook says so', () => {
    const sheets = [{ name: 'a', cells: { A1: { style: 1, value: '42735' } } }]
    expect(contents(readXlsx(buildXlsx({ sheets, formats, date1904: true })))).toEqual(['R1C1=date 2021-01-01'])
    expect(contents(readXlsx(buildXlsx({ sheets, formats })))).toEqual(['R1C1=date 2016-12-31'])
  })
  test('a number too large for a day stays a number, a style that does not exist is none', () => {
    expect(
      readSheet(
        { cells: { A1: { style: 1, value: '99999999' }, B1: { style: 99, value: '5' }, C1: { style: 1, value: '-3' } } },
        { formats },
      ),
    ).toEqual(['R1C1=number 99999999', 'R1C2=number 5', 'R1C3=number -3'])
  })
})

describe('sheets and names', () => {
  const book = readXlsx(
    buildXlsx({
      sheets: [
        { name: '封面', cells: { A1: '校' } },
        { name: "O'Neil & 表", state: 'hidden', cells: { B2: 5 } },
        { name: '_xt', state: 'veryHidden', cells: { A1: 'format' } },
        { name: '图', relation: 'chartsheet' },
      ],
      names: [
        { name: 'XT_a', text: "'O''Neil & 表'!$B$2" },
        { name: 'gone', text: '#REF!' },
        { name: 'area', text: '封面!$A$1:$C$3' },
        { name: '_xlnm.Print_Area', text: '封面!$A$1:$D$9', scope: 0 },
      ],
    }),
  )
  test('come in order with their state', () => {
    expect(book.sheets.map(({ name, state, hasCells }) => [name, state, hasCells])).toEqual([
      ['封面', 'visible', true],
      ["O'Neil & 表", 'hidden', true],
      ['_xt', 'veryHidden', true],
      ['图', 'visible', false],
    ])
    expect(book.sheets[3]!.cells).toEqual([])
  })
  test('a name that is one cell leads to it', () => {
    const target = book.names[0]!.target!
    expect(target).toEqual({ sheet: "O'Neil & 表", row: 2, column: 2 })
    expect(book.sheets.find((sheet) => sheet.name === target.sheet)!.at(target.row, target.column)?.text).toBe('5')
  })
  test('a name that is gone, a range or local is still told', () => {
    expect(book.names.slice(1).map(({ name, scope, text, target }) => [name, scope, text, target])).toEqual([
      ['gone', null, '#REF!', null],
      ['area', null, '封面!$A$1:$C$3', null],
      ['_xlnm.Print_Area', 0, '封面!$A$1:$D$9', null],
    ])
  })
  test('two workbooks in a row each have their own names', () => {
    const names = (text: string): unknown =>
      readXlsx(buildXlsx({ sheets: [{ name: 'a' }], names: [{ name: 'n', text }] })).names.map((name) => name.text)
    expect([names('a!$A$1'), names('a!$B$1'), names('a!$B$1'), names('a!$A$1')]).toEqual([['a!$A$1'], ['a!$B$1'], ['a!$B$1'], ['a!$A$1']])
    expect(readXlsx(buildXlsx({ sheets: [{ name: 'a' }] })).names).toEqual([])
  })
  test('nothing stands where no cell is', () => {
    expect([book.sheets[1]!.at(2, 1), book.sheets[1]!.at(1, 2), book.sheets[1]!.at(2, 3), book.sheets[1]!.at(0, 0)]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('the order of cells', () => {
  test('rows and cells out of order are put in order, and of two with one address the later counts', () => {
    const cell = (address: string, value: number): string => `<c r="${address}"><v>${value}</v></c>`
    expect(
      readSheet({
        dataXml: `<row r="3">${cell('B3', 1)}${cell('A3', 2)}</row><row r="1">${cell('A1', 3)}</row><row r="3">${cell('B3', 4)}</row>`,
      }),
    ).toEqual(['R1C1=number 3', 'R3C1=number 2', 'R3C2=number 4'])
  })
  test('cells without references go on from those that have one', () => {
    expect(
      readSheet({
        dataXml:
          '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="7"><c/><c><v>4</v></c></row><row><c><v>5</v></c></row>',
      }),
    ).toEqual(['R1C1=number 1', 'R1C4=number 2', 'R1C5=number 3', 'R7C2=number 4', 'R8C1=number 5'])
  })
  test('a sheet that claims all its rows costs what it holds', () => {
    const empty = Array.from({ length: 2000 }, (_, row) => `<row r="${row + 5}"><c r="A${row + 5}" s="1"/></row>`).join('')
    expect(
      readSheet({
        before: '<dimension ref="A1:XFD1048576"/>',
        dataXml: `<row r="1"><c r="A1"><v>1</v></c></row>${empty}<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>`,
      }),
    ).toEqual(['R1C1=number 1', 'R1048576C16384=number 2'])
  })
})

describe('merged regions', () => {
  test('only the first cell counts, so that sums do not double', () => {
    const cells = { A1: 5, B1: 5, A2: 5, B2: 5, C2: 7, D9: 8 }
    expect(readSheet({ cells, merges: ['A1:B2', 'D9:D9'] })).toEqual(['R1C1=number 5', 'R2C3=number 7', 'R9C4=number 8'])
  })
  test('are told with their corners, also with a prefix', () => {
    const { merges } = readXlsx(buildXlsx({ prefix: 'x', sheets: [{ name: 'a', cells: { A1: 1, B1: 2 }, merges: ['A1:B3'] }] })).sheets[0]!
    expect(merges).toEqual([{ row: 1, column: 1, lastRow: 3, lastColumn: 2 }])
  })
  test('the word in a comment or a name is no merge', () => {
    expect(readSheet({ cells: { A1: 1, B1: 2 }, after: '<!-- <mergeCells><mergeCell ref="A1:B1"/></mergeCells> -->' })).toEqual([
      'R1C1=number 1',
      'R1C2=number 2',
    ])
  })
})
