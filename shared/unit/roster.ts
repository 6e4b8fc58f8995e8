import { problem, type Problem } from '../problem.ts'
import type { UnitCode } from '../words.ts'
import { unitAttributes, unitAttributeTable, type UnitAttribute } from './attributes.ts'
import type { Unit } from './unit.ts'

/** The titles that the product itself writes and asks for. */
export const rosterTitles: readonly string[] = unitAttributes.map(ownTitle)

/** `rows`: in which row of the file each unit stands, by its code. */
export type RosterFile = { units: Unit[]; rows: ReadonlyMap<UnitCode, number>; problems: Problem[] }
type Places = Partial<Record<UnitAttribute, number>>

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
    const unit = unitIn(row, places)
    const number = head + index + 2
    const { code, name } = unit
    if (row.every((cell) => plain(cell) === '')) return
    if (code === '' || name === '') {
      problems.push(problem('unit-incomplete', { row: number, field: ownTitle(code === '' ? 'code' : 'name') }))
    } else if (scientific.test(code)) {
      problems.push(problem('unit-code-scientific', { row: number, name, found: code }))
    } else if (seen.has(code)) {
      problems.push(problem('unit-duplicate', { unit: code, row: number }))
    } else {
      seen.set(code, number)
      units.push(unit)
    }
  })
  return { units, rows: seen, problems }
}

function placesIn(row: readonly string[]): Places {
  const places: Places = {}
  for (const attribute of unitAttributes) {
    const { titles } = unitAttributeTable[attribute]
    const place = row.findIndex((cell) => titles.includes(plain(cell).replace(/\s+/g, '').toLowerCase()))
    if (place >= 0) places[attribute] = place
  }
  return places
}

function unitIn(row: readonly string[], places: Places): Unit {
  const said = unitAttributes.map((attribute) => {
    const place = places[attribute]
    return [attribute, unitAttributeTable[attribute].clean(plain(place === undefined ? '' : (row[place] ?? '')))]
  })
  return Object.fromEntries(said) as Unit
}

function ownTitle(attribute: UnitAttribute): string {
  return unitAttributeTable[attribute].titles[0]
}

function plain(text: string): string {
  return text.normalize('NFKC').trim()
}

/** How Excel shows a number with many digits in a narrow column, and saves it to CSV. */
const scientific = /^\d(\.\d+)?E\+\d+$/i
