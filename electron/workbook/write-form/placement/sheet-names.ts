import type { Table } from '../../../../shared/scheme/scheme.ts'

/** Excel allows 31 characters, and none of these; an apostrophe becomes ’, because it would be doubled in every reference. */
const longest = 31
const forbidden = /[[\]:*?/\\\x00-\x1f]/g

/**
 * Names the sheets of tables in their order: code and short title, `MS03 营养改善`, cut to 31 characters, different from each
 * other and from `taken` without regard to case.
 */
export function sheetNames(tables: readonly Table[], taken: readonly string[]): Map<string, string> {
  const used = new Set(taken.map((name) => name.toLowerCase()))
  const names = new Map<string, string>()
  for (const table of tables) {
    const wanted = clean(`${table.code} ${table.shortTitle}`)
    let name = cut(wanted, longest)
    for (let n = 2; used.has(name.toLowerCase()); n += 1) name = `${cut(wanted, longest - String(n).length - 1)}~${n}`
    used.add(name.toLowerCase())
    names.set(table.code, name)
  }
  return names
}

/** A sheet's name in formulas and defined names. */
export function quoteSheet(name: string): string {
  return `'${name}'`
}

function clean(name: string): string {
  return name.replace(forbidden, ' ').replaceAll("'", '’').replace(/\s+/g, ' ').trim()
}

/** The first `length` UTF-16 units, never half a surrogate pair. */
function cut(text: string, length: number): string {
  let out = ''
  for (const char of text) {
    if (out.length + char.length > length) break
    out += char
  }
  return out.trimEnd()
}
