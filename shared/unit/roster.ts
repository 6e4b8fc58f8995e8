import { problem, type Problem } from '../problem.ts'
import type { UnitCode } from '../words.ts'
import type { Unit } from './unit.ts'
import { urbanRuralClasses } from './urban-rural.ts'

/** The columns of a roster file (CLI.md `roster`), each with the titles people give it. Only the first two are needed. */
const columns = {
  code: ['代码', '单位代码', '学校代码', '学校标识码', '机构代码', 'code'],
  name: ['名称', '单位名称', '学校名称', '机构名称', 'name'],
  kind: ['类型', '单位类型', '学校类型', '办学类型', 'kind'],
  township: ['乡镇', '所在乡镇', '乡镇街道', 'township'],
  class: ['城乡分类', '城乡分类代码', 'class'],
  parent: ['上级', '上级单位', '主管单位', '中心校', 'parent'],
} as const satisfies Record<keyof Unit, readonly string[]>

/** The titles that the product itself writes and asks for. */
export const rosterTitles: readonly string[] = Object.values(columns).map((titles) => titles[0])

/** `rows`: in which row of the file each unit stands, by its code. */
export type RosterFile = { units: Unit[]; rows: ReadonlyMap<UnitCode, number>; problems: Problem[] }
type Places = Partial<Record<keyof Unit, number>>

/** How far down a title row may stand, under a heading and notes. */
const SEARCHED_ROWS = 20

/**
 * Reads a roster from the rows of a sheet: finds the title row wherever it stands, takes every row below that has a code
 * and a name, and reports the others with their row number (1-based, blank rows counted: the number people see). A code
 * that stands twice keeps its first row; one that Excel has turned into 「1.1349E+09」 has lost digits and is refused.
 * A 城乡分类 given as 「村庄」 or 「220 村庄」 becomes its code; blanks inside the words of a kind or township (「桃 源乡」) go.
 */
export function readRoster(rows: readonly (readonly string[])[]): RosterFile {
  const head = rows.slice(0, SEARCHED_ROWS).findIndex((row) => placesIn(row).code !== undefined && placesIn(row).name !== undefined)
  if (head < 0) return { units: [], rows: new Map(), problems: [] }
  const places = placesIn(rows[head] ?? [])
  const units: Unit[] = []
  const problems: Problem[] = []
  const seen = new Map<UnitCode, number>()
  rows.slice(head + 1).forEach((row, index) => {
    const at = (key: keyof Unit): string => plain(places[key] === undefined ? '' : (row[places[key]] ?? ''))
    const number = head + index + 2
    const code = at('code').replace(/\s+/g, '')
    if (row.every((cell) => plain(cell) === '')) return
    if (code === '' || at('name') === '') {
      problems.push(problem('unit-incomplete', { row: number, field: code === '' ? columns.code[0] : columns.name[0] }))
    } else if (scientific.test(code)) {
      problems.push(problem('unit-code-scientific', { row: number, name: at('name'), found: code }))
    } else if (seen.has(code)) {
      problems.push(problem('unit-duplicate', { unit: code, row: number }))
    } else {
      seen.set(code, number)
      units.push({
        code,
        name: at('name'),
        kind: closed(at('kind')),
        township: closed(at('township')),
        class: classCode(closed(at('class'))),
        parent: at('parent'),
      })
    }
  })
  return { units, rows: seen, problems }
}

function placesIn(row: readonly string[]): Places {
  const places: Places = {}
  for (const key of Object.keys(columns) as (keyof Unit)[]) {
    const place = row.findIndex((cell) => (columns[key] as readonly string[]).includes(plain(cell).replace(/\s+/g, '').toLowerCase()))
    if (place >= 0) places[key] = place
  }
  return places
}

function plain(text: string): string {
  return text.normalize('NFKC').trim()
}

/** How Excel shows a number with many digits in a narrow column, and saves it to CSV. */
const scientific = /^\d(\.\d+)?E\+\d+$/i

/** Without blanks between Chinese characters. */
function closed(text: string): string {
  return text.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
}

function classCode(text: string): string {
  const digits = /^\d{3}/.exec(text)?.[0]
  return digits ?? Object.entries(urbanRuralClasses).find(([, name]) => text.includes(name))?.[0] ?? text
}
