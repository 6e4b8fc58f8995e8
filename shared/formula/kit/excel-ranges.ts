/** Gathers addresses of single cells (`C5`, `$C$5`, `'表 1'!$C$5`) into few ranges that hold exactly these cells. */

type Place = { prefix: string; column: number; row: number; absolute: boolean }
type Rectangle = { prefix: string; absolute: boolean; left: number; right: number; top: number; bottom: number }

/**
 * The ranges in no particular order, for functions where the order of cells does not matter. A name that is no address
 * stays as written; a cell given twice stays twice.
 */
export function gatherRanges(addresses: readonly string[]): string[] {
  const once = [...new Set(addresses)]
  const again = addresses.filter((address, i) => addresses.indexOf(address) < i)
  const names = once.filter((address) => readAddress(address) === null)
  const places = once.map(readAddress).filter((place) => place !== null)
  return [...names, ...mergeDown(mergeAcross(places)).map(printRectangle), ...(again.length > 0 ? gatherRanges(again) : [])]
}

/** The range of exactly these cells in this order, or null; for functions that pair two ranges cell by cell. */
export function orderedRange(addresses: readonly string[]): string | null {
  const places = addresses.map(readAddress)
  const first = places[0]
  if (!first) return null
  const runs = [
    { column: 0, row: 1 },
    { column: 1, row: 0 },
  ]
  const inLine = runs.some((step) =>
    places.every(
      (place, i) =>
        place !== null &&
        sameSheet(place, first) &&
        place.column === first.column + step.column * i &&
        place.row === first.row + step.row * i,
    ),
  )
  const last = places.at(-1)
  if (!inLine || !last) return null
  return printRectangle({ ...first, left: first.column, right: last.column, top: first.row, bottom: last.row })
}

function readAddress(address: string): Place | null {
  const [, prefix = '', dollar, letters, row] = /^(.*!)?(\$?)([A-Z]{1,3})\$?(\d+)$/.exec(address) ?? []
  if (letters === undefined) return null
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { prefix, column, row: Number(row), absolute: dollar === '$' }
}

function sameSheet(a: { prefix: string; absolute: boolean }, b: { prefix: string; absolute: boolean }): boolean {
  return a.prefix === b.prefix && a.absolute === b.absolute
}

function mergeAcross(places: readonly Place[]): Rectangle[] {
  const runs: Rectangle[] = []
  for (const place of [...places].sort((a, b) => compareText(a.prefix, b.prefix) || a.row - b.row || a.column - b.column)) {
    const last = runs.at(-1)
    if (last !== undefined && sameSheet(last, place) && last.top === place.row && last.right + 1 === place.column) last.right = place.column
    else
      runs.push({
        prefix: place.prefix,
        absolute: place.absolute,
        left: place.column,
        right: place.column,
        top: place.row,
        bottom: place.row,
      })
  }
  return runs
}

function mergeDown(runs: readonly Rectangle[]): Rectangle[] {
  const open = new Map<string, Rectangle>()
  const merged: Rectangle[] = []
  for (const run of runs) {
    const key = `${run.prefix} ${run.absolute} ${run.left} ${run.right}`
    const above = open.get(key)
    if (above !== undefined && above.bottom + 1 === run.top) above.bottom = run.bottom
    else {
      const started = { ...run }
      open.set(key, started)
      merged.push(started)
    }
  }
  return merged
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function printRectangle({ prefix, absolute, left, right, top, bottom }: Rectangle): string {
  const corner = (column: number, row: number) => (absolute ? `$${letters(column)}$${row}` : `${letters(column)}${row}`)
  const first = corner(left, top)
  const last = corner(right, bottom)
  return `${prefix}${first === last ? first : `${first}:${last}`}`
}

function letters(column: number): string {
  return column <= 26 ? String.fromCharCode(64 + column) : letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
}
