import type { Scheme } from '../scheme/scheme.ts'
import type { CellRef } from '../words.ts'
import type { Fact, Facts } from './facts.ts'

/**
 * A filing's facts for another thread, without a string per fact. Numbers of grid cells are stored by place in the
 * scheme's input cells; texts, 不适用 and list lines are spelled out.
 */
export type PackedFacts = { cells: Int32Array; numbers: Float64Array; others: [CellRef, Fact][] }

/** The input cells of a scheme's grids in form order, with the place of each cell. */
export type InputPlaces = { refs: readonly CellRef[]; index: ReadonlyMap<CellRef, number> }

const known = new WeakMap<Scheme, InputPlaces>()

/** Packs a scheme's facts; another thread unpacks the facts with the scheme loaded from the same text. */
export function packFacts(scheme: Scheme, facts: Facts): PackedFacts {
  const { index } = inputPlaces(scheme)
  const cells: number[] = []
  const numbers: number[] = []
  const others: [CellRef, Fact][] = []
  for (const [ref, fact] of facts) {
    const place = typeof fact === 'number' ? index.get(ref) : undefined
    if (place !== undefined && typeof fact === 'number') {
      cells.push(place)
      numbers.push(fact)
    } else others.push([ref, fact])
  }
  return { cells: Int32Array.from(cells), numbers: Float64Array.from(numbers), others }
}

/** Unpacks facts; the references are the scheme's own strings, shared by all filings. */
export function unpackFacts(scheme: Scheme, packed: PackedFacts): Map<CellRef, Fact> {
  const { refs } = inputPlaces(scheme)
  const facts = new Map<CellRef, Fact>()
  packed.cells.forEach((place, at) => {
    const ref = refs[place]
    const number = packed.numbers[at]
    if (ref !== undefined && number !== undefined) facts.set(ref, number)
  })
  for (const [ref, fact] of packed.others) facts.set(ref, fact)
  return facts
}

/** Returns the places of a scheme's input cells, computed once for each loaded scheme. */
export function inputPlaces(scheme: Scheme): InputPlaces {
  const held = known.get(scheme)
  if (held !== undefined) return held
  const refs = [...scheme.cells.values()].filter((cell) => cell.state === 'input').map((cell) => cell.ref)
  const made = { refs, index: new Map(refs.map((ref, place) => [ref, place])) }
  known.set(scheme, made)
  return made
}
