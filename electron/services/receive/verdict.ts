import type { Verdict } from '../../../shared/api/batch.ts'

/**
 * What a verdict is made from: the incoming return, and what the county holds of the unit; `draft`: with values entered here that no return
 * has brought; `returned`: sent back for correction.
 */
export type Incoming = { readable: boolean; onRoster: boolean; structureChanged: boolean; revision: number; digest: string }
export type HeldReturn = { revision: number; digest: string; draft: boolean; returned: boolean }

/**
 * The verdict on one file (DESIGN §5), from top to bottom, the first that fits:
 *
 * | file                                            | verdict           | taken by a commit |
 * |-------------------------------------------------|-------------------|-------------------|
 * | cannot be read, or is for another task          | unreadable        | never             |
 * | unit is not on the roster                       | not-on-roster     | never             |
 * | same content as held                            | identical         | nothing to take   |
 * | cells are missing from its sheets               | changed-structure | when decided      |
 * | nothing held                                    | new               | yes               |
 * | held has values entered here, not in a return   | conflict          | when decided      |
 * | higher revision than held                       | newer             | yes               |
 * | same revision, held was sent back for it        | newer             | yes               |
 * | same revision, other content                    | conflict          | when decided      |
 * | lower revision than held                        | older             | when decided      |
 */
export function judge(incoming: Incoming, held: HeldReturn | null): Verdict {
  if (!incoming.readable) return 'unreadable'
  if (!incoming.onRoster) return 'not-on-roster'
  if (held !== null && held.digest === incoming.digest && incoming.revision <= held.revision) return 'identical'
  if (incoming.structureChanged) return 'changed-structure'
  if (held === null) return 'new'
  if (held.draft) return 'conflict'
  if (incoming.revision > held.revision) return 'newer'
  if (incoming.revision < held.revision) return 'older'
  // A return file corrected in WPS or Excel comes back under the revision it went out with.
  return held.returned ? 'newer' : 'conflict'
}

/** Verdicts that a commit takes without being asked. */
export function takenByItself(verdict: Verdict): boolean {
  return verdict === 'new' || verdict === 'newer'
}

/** Verdicts that a person may decide to take, having seen the differences. */
export function mayBeTaken(verdict: Verdict): boolean {
  return takenByItself(verdict) || verdict === 'conflict' || verdict === 'older' || verdict === 'changed-structure'
}

export type Rival = { position: number; unit: string; verdict: Verdict; revision: number; digest: string }

/**
 * Several files of one batch for the same unit: identical copies count once; of different revisions the highest is taken
 * and the others are older; two contents of the same highest revision are a conflict, and none is taken (promise 5).
 * Answers the verdicts that change, by position.
 */
export function settleRivals(files: readonly Rival[]): Map<number, Verdict> {
  const changed = new Map<number, Verdict>()
  const byUnit = new Map<string, Rival[]>()
  for (const file of files) {
    if (!takenByItself(file.verdict)) continue
    byUnit.set(file.unit, [...(byUnit.get(file.unit) ?? []), file])
  }
  for (const rivals of byUnit.values()) {
    if (rivals.length < 2) continue
    const highest = Math.max(...rivals.map((rival) => rival.revision))
    const top = rivals.filter((rival) => rival.revision === highest)
    const disagree = new Set(top.map((rival) => rival.digest)).size > 1
    rivals.forEach((rival) => {
      if (rival.revision < highest) changed.set(rival.position, 'older')
      else if (disagree) changed.set(rival.position, 'conflict')
      else if (rival !== top[0]) changed.set(rival.position, 'identical')
    })
  }
  return changed
}
