import { expect, test } from 'vitest'
import { readXlsx } from '../../../../electron/workbook/xlsx/read-xlsx.ts'
import { seeded } from '../../../../build/bench/read-fixtures.ts'
import { buildXlsx } from '../../../builders/xlsx-builder.ts'

const strings = ['甲', '乙', '丙']
const formats = [0, 14, '0.00', 20]

/** The same cell as written by two programs. */
function twoWays(random: () => number): [string, string] {
  const pick = <Choice>(choices: readonly Choice[]): Choice => choices[Math.floor(random() * choices.length)]!
  const column = pick(['A', 'B', 'Z', 'AA', 'XFD'])
  const row = pick(['1', '2', '10', '1048576'])
  const style = pick(['', ' s="0"', ' s="1"', ' s="2"', ' s="3"'])
  const shared = random() < 0.3
  const value = shared
    ? pick(['0', '1', '2'])
    : pick(['0', '7', '-3', '45536', '45536.5', '0.25', '.5', '5.', '-0', '123456789012345678', '1E3', '-', '', '.', '1.2.3', '7x'])
  const type = shared ? ' t="s"' : pick(['', ' t="n"'])
  const reference = column + row
  return [
    `<row r="${row}"><c r="${reference}"${style}${type}><v>${value}</v></c></row>`,
    `<row r='${row}'><c ${type.replaceAll('"', "'")} ${style}\n r='${reference}' ><v >${value}</v ></c ></row>`,
  ]
}

test('a cell in the plainest form reads the same as in any other', () => {
  const random = seeded(11)
  const cellsOf = (dataXml: string): unknown =>
    readXlsx(
      buildXlsx({
        formats,
        sheets: [
          { name: 'a', dataXml },
          { name: 'b', cells: { A1: strings[0]!, A2: strings[1]!, A3: strings[2]! } },
        ],
      }),
    ).sheets[0]!.cells
  let read = 0
  for (let round = 0; round < 400; round += 1) {
    const [plain, other] = twoWays(random)
    const found = cellsOf(plain) as unknown[]
    expect([plain, found]).toEqual([plain, cellsOf(other)])
    read += found.length
  }
  expect(read).toBeGreaterThan(300)
})
