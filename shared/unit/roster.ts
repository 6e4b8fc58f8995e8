import { problem, type Problem } from '../problem.ts'
import type { UnitCode } from '../words.ts'
import { unitAttributes, unitAttributeTable, type UnitAttribute } from './attributes.ts'
import type { Unit } from './unit.ts'

/** The product's own column titles of a roster file. */
export const rosterTitles: readonly string[] = unitAttributes.map(ownTitle)

/** The content of a roster file; `rows` holds each unit's row number by its code. */
export type RosterFile = { units: Unit[]; rows: ReadonlyMap<UnitCode, number>; problems: Problem[] }
type Places = Partial<Record<UnitAttribute, number>>

/** The number of rows searched for the title row, which may follow a heading and notes. */
const SEARCHED_ROWS = 20

/**
 * Reads a roster from the rows of a sheet: finds the title row in the first rows, takes every row below with a code
 * and a name, and reports the others by row number (1-based, blank rows counted, as in Excel). A repeated code
 * keeps its first row. A code written as 「1.1349E+09」 is refused because Excel dropped digits.
 * A 城乡分类 such as 「村庄」 or 「220 村庄」 becomes its code; a kind or township such as 「桃 源乡」 loses its blanks.
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

/** A long number as shown by Excel in a narrow column and saved to CSV. */
const scientific = /^\d(\.\d+)?E\+\d+$/i
