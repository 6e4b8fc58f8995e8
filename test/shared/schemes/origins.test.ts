import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cellOf } from '../../../shared/scheme/cells.ts'
import type { Cell, Scheme } from '../../../shared/scheme/scheme.ts'
import { builtIn } from './built-in.ts'

const ids = readdirSync(new URL('../../../shared/schemes/', import.meta.url))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -5))
const schemes = new Map<string, Scheme>(ids.map((id) => [id, builtIn(id)]))
const carried = [...schemes.values()].flatMap((scheme) =>
  [...scheme.cells.values()].filter((cell) => cell.from !== null).map((cell) => [scheme.id, cell] as const),
)

/** Returns the cell of `from` in the other built-in scheme. */
function originOf(cell: Cell): Cell | null {
  const other = schemes.get(cell.from?.scheme ?? '')
  return other === undefined ? null : cellOf(other, cell.from?.cell ?? '')
}

describe('what the built-in schemes take over from one another', () => {
  it('is used: the other schemes refer to the base tables instead of asking twice', () => {
    const by = (id: string): number => carried.filter(([scheme]) => scheme === id).length
    expect(by('funding')).toBeGreaterThan(5)
    expect(by('balanced')).toBeGreaterThan(15)
  })

  it.each(carried.map(([scheme, cell]) => [scheme, cell.ref, cell] as const))(
    '%s %s is an input whose origin is there, counts the same thing, and is as exact',
    (_, ref, cell) => {
      const origin = originOf(cell)
      expect(origin, ref).not.toBeNull()
      expect(cell.state).toBe('input')
      expect(origin?.state).not.toBe('blocked')
      expect(origin?.quantity).toBe(cell.quantity)
      expect(cell.decimals).toBeGreaterThanOrEqual(origin?.decimals ?? 9)
    },
  )
})
