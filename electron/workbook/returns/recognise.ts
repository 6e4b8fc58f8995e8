import { signFields, signTitles, type SignField } from '../manifest.ts'
import type { XlsxBook, XlsxCell, XlsxSheet } from '../xlsx/book.ts'

/** What labels on the sheets say of the unit and the sign-off, for a return whose hidden sheet is gone. */
export type CoverWords = { code: string | null; name: string | null; sign: Readonly<Partial<Record<SignField, XlsxCell>>> }

const codeTitles = ['单位代码', '学校代码', '学校标识码', '代码']
const nameTitles = ['填报单位', '单位名称', '学校名称', '填报单位名称']

/** Looks for 「单位代码」「填报单位」 and the sign-off titles on the sheets, 封面 first; the value stands to the right or behind a colon. */
export function readCoverWords(book: XlsxBook): CoverWords {
  const sheets = [...book.sheets].filter((sheet) => sheet.hasCells && sheet.state === 'visible').sort((a, b) => Number(b.name.includes('封面')) - Number(a.name.includes('封面')))
  const words: { code: string | null; name: string | null; sign: Partial<Record<SignField, XlsxCell>> } = { code: null, name: null, sign: {} }
  for (const sheet of sheets) {
    for (const cell of sheet.cells) {
      if (cell.kind !== 'text' || cell.row > 60) continue
      const [title = '', rest = ''] = plainLabel(cell.text).split(/[:：]/, 2)
      if (codeTitles.includes(title)) words.code ??= (rest || rightOf(sheet, cell)?.text.trim()) ?? null
      if (nameTitles.includes(title)) words.name ??= (rest || rightOf(sheet, cell)?.text.trim()) ?? null
      const field = signFields.find((one) => signTitles[one] === title)
      const value = field === undefined ? undefined : rightOf(sheet, cell)
      if (field !== undefined && value !== undefined && rest === '') words.sign[field] ??= value
    }
  }
  return words
}

/** A label without the blanks that people put between characters: 「教  师」 is 教师. */
export function plainLabel(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '')
}

function rightOf(sheet: XlsxSheet, label: XlsxCell): XlsxCell | undefined {
  for (let step = 1; step <= 3; step += 1) {
    const cell = sheet.at(label.row, label.column + step)
    if (cell !== undefined) return cell
  }
  return undefined
}
