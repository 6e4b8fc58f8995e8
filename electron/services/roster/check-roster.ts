import { nearest } from '../../../shared/formula/syntax/nearest.ts'
import { problem, type Problem } from '../../../shared/problem.ts'
import { kindsThatFile } from '../../../shared/scheme/kinds.ts'
import type { Scheme } from '../../../shared/scheme/scheme.ts'
import { commonKinds } from '../../../shared/unit/common-kinds.ts'
import { guessKind } from '../../../shared/unit/guess-kind.ts'
import type { RosterFile } from '../../../shared/unit/roster.ts'
import type { Unit } from '../../../shared/unit/unit.ts'
import { urbanRuralClasses } from '../../../shared/unit/urban-rural.ts'

export type CheckedRoster = { units: Unit[]; warnings: Problem[] }

/**
 * Checks the units of a roster file. All units are taken, those with warnings too. A parent given by name becomes its code when
 * only one unit has that name. The warnings:
 *
 * | attribute                                              | warning                                   |
 * |--------------------------------------------------------|-------------------------------------------|
 * | an unknown kind, and the scheme asks for the kind      | one for each row, with the nearest kind   |
 * | a common kind, or none, without a table in this scheme | one for each kind, with the number of units |
 * | a class that is not of 城乡分类                         | one for each row                          |
 * | a parent that is neither in the roster nor in the file | one for each row                          |
 */
export function checkRoster(file: RosterFile, held: readonly Unit[], scheme: Scheme): CheckedRoster {
  const asked = kindsThatFile(scheme)
  const all = new Map([...held, ...file.units].map((unit) => [unit.code, unit]))
  const warnings: Problem[] = []
  const idle = new Map<string, number>()
  const units = file.units.map((read): Unit => {
    const unit = { ...read, parent: parentCode(read.parent, all) }
    const row = file.rows.get(unit.code) ?? 0
    if (asked !== null && !asked.includes(unit.kind)) {
      if (unit.kind === '' || commonKinds.includes(unit.kind)) idle.set(unit.kind, 1 + (idle.get(unit.kind) ?? 0))
      else
        warnings.push(
          problem('unit-kind-unknown', { row, name: unit.name, found: unit.kind, nearest: nearestKind(unit, asked), known: asked }),
        )
    }
    if (unit.class !== '' && !(unit.class in urbanRuralClasses))
      warnings.push(problem('unit-class-unknown', { row, name: unit.name, found: unit.class }))
    if (unit.parent !== '' && !all.has(unit.parent))
      warnings.push(problem('unit-parent-unknown', { row, name: unit.name, found: unit.parent }))
    return unit
  })
  return { units, warnings: [...warnings, ...[...idle].map(([kind, count]) => problem('unit-kind-not-asked', { kind, count }))] }
}

function parentCode(found: string, all: ReadonlyMap<string, Unit>): string {
  const bare = found.replace(/\s+/g, '')
  if (all.has(bare)) return bare
  const named = [...all.values()].filter(({ name }) => name === found)
  return named.length === 1 ? (named[0]?.code ?? found) : found
}

function nearestKind({ code, name, kind }: Unit, asked: readonly string[]): string | null {
  return [guessKind('', kind), ...nearest(kind, asked, 1), guessKind(code, name)].find((guess) => asked.includes(guess)) ?? null
}
