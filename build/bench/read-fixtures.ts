import ExcelJS from 'exceljs'

/** The contents of a school-like workbook (docs/performance.md: Measured), made by the generator and checked by the bench. */
export const schoolWorkbook = { sheets: 8, values: 1366, names: 600 } as const

const tables = 6
const rows = 20
const columns = 5
const checks = 101

/** A random number generator (mulberry32); the same seed gives the same numbers. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * Workbook number `school` of a county as exceljs writes it: a cover, six tables of 20 × 5 input cells with a defined name
 * and a validation each and live totals, and a sheet of checks. The same number gives the same workbook.
 */
export async function buildSchoolWorkbook(school: number): Promise<Buffer> {
  const random = seeded(school * 7919 + 1)
  const book = new ExcelJS.Workbook()
  book.created = book.modified = new Date(Date.UTC(2024, 8, 1))
  addCover(book, school)
  for (let table = 1; table <= tables; table += 1) addTable(book, table, random)
  addChecks(book)
  return withoutTimes(Buffer.from(await book.xlsx.writeBuffer()))
}

/** Replaces the time of writing in each zip entry by a fixed time, so that the same workbook has the same bytes. */
function withoutTimes(zip: Buffer): Buffer {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    zip.writeUInt32LE(0x00210000, at + 12)
    zip.writeUInt32LE(0x00210000, zip.readUInt32LE(at + 42) + 10)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return zip
}

function addCover(book: ExcelJS.Workbook, school: number): void {
  const sheet = book.addWorksheet('封面', { pageSetup: { paperSize: 9 } })
  const lines = [
    ['单位', `第${school}中心小学`],
    ['单位代码', `4101${String(school).padStart(6, '0')}`],
    ['报告期', '2024 学年'],
    ['方案', '义务教育学校基本情况'],
    ['校区', '本部'],
    ['单位负责人', '张某'],
    ['统计负责人', '李某'],
    ['填表人', '王某'],
    ['联系电话', '0371-00000000'],
    ['报出日期', '2024-09-15'],
  ]
  sheet.getCell('A1').value = '学校统计报表'
  sheet.mergeCells('A1:D1')
  lines.forEach(([label, value], index) => {
    sheet.getCell(index + 3, 1).value = label
    sheet.getCell(index + 3, 2).value = value
  })
}

function addTable(book: ExcelJS.Workbook, table: number, random: () => number): void {
  const sheet = book.addWorksheet(`表${table}`, { views: [{ state: 'frozen', xSplit: 2, ySplit: 4 }] })
  sheet.getCell('A1').value = `表${table} 在校学生与教职工情况`
  sheet.mergeCells('A1:H1')
  sheet.getCell('A2').value = `表号：教基${table}`
  sheet.getCell('G2').value = '计量单位：人'
  const thin = { style: 'thin' } as const
  const border = { top: thin, left: thin, bottom: thin, right: thin }
  for (let column = 1; column <= columns; column += 1)
    sheet.getCell(4, column + 2).value = `${column} 年级${column % 2 ? '（男）' : '（女）'}`
  for (let row = 1; row <= rows; row += 1) {
    const at = row + 4
    sheet.getCell(at, 1).value = `第 ${row} 项指标${row % 3 ? '' : '，其中：寄宿生'}`
    sheet.getCell(at, 2).value = `R${row}`
    for (let column = 1; column <= columns; column += 1) {
      const cell = sheet.getCell(at, column + 2)
      cell.value = column === columns ? Math.round(random() * 100000) / 100 : Math.floor(random() * 2000)
      cell.border = border
      cell.numFmt = column === columns ? '#,##0.00' : '0'
      cell.protection = { locked: false }
      cell.dataValidation = {
        type: column === columns ? 'decimal' : 'whole',
        operator: 'greaterThanOrEqual',
        formulae: [0],
        allowBlank: true,
        showErrorMessage: true,
        errorTitle: '数据有误',
        error: '请填写不小于 0 的数',
        promptTitle: `第 ${row} 项`,
        prompt: `${'CDEFG'[column - 1]}${at}：不超过 ${500 + Math.floor(random() * 5000)}`,
        showInputMessage: true,
      }
      book.definedNames.add(`'表${table}'!$${'CDEFG'[column - 1]}$${at}`, `XT_T${table}_R${row}_C${column}`)
    }
    sheet.addConditionalFormatting({
      ref: `C${at}:G${at}`,
      rules: [{ type: 'expression', priority: 1, formulae: [`C${at}>$H$${at}`], style: { font: { color: { argb: 'FFC00000' } } } }],
    })
    const sum = sheet.getCell(at, 8)
    sum.value = { formula: `SUM(C${at}:G${at})`, result: Math.floor(random() * 10000) }
    sum.border = border
  }
  for (let column = 1; column <= columns; column += 1) {
    const letter = 'CDEFG'[column - 1]!
    sheet.getCell(25, column + 2).value = { formula: `SUM(${letter}5:${letter}24)`, result: Math.floor(random() * 100000) }
  }
}

function addChecks(book: ExcelJS.Workbook): void {
  const sheet = book.addWorksheet('审核')
  sheet.addRow(['编号', '审核关系', '结果', '说明'])
  for (let check = 1; check <= checks; check += 1) {
    const row = sheet.addRow([`C${check}`, `表${(check % tables) + 1} 第 ${check % rows} 项应不小于其中数`])
    row.getCell(3).value = { formula: `IF('表${(check % tables) + 1}'!C5>='表${(check % tables) + 1}'!C6,"✔","✘")`, result: '✔' }
  }
}
