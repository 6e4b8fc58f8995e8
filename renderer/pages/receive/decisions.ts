import type { BatchFile } from '../../../shared/api/batch.ts'
import { takenWhenDecided } from '../../../shared/receive/verdicts.ts'

/** A person's decisions beyond the verdicts, by position: files to take all the same, files to leave. */
export type Decisions = { also: ReadonlySet<number>; without: ReadonlySet<number> }

export const noDecisions: Decisions = { also: new Set(), without: new Set() }

export function needsDecision(file: Pick<BatchFile, 'verdict' | 'unit'>): boolean {
  return file.unit !== null && takenWhenDecided(file.verdict)
}

/**
 * True when a commit with these decisions takes the file.
 *
 * | by its verdict | left out | asked for | taken |
 * |----------------|----------|-----------|-------|
 * | yes            | no       | –         | yes   |
 * | yes            | yes      | –         | no    |
 * | no             | –        | yes       | yes   |
 * | no             | –        | no        | no    |
 */
export function isTaken(file: Pick<BatchFile, 'position' | 'taken'>, decisions: Decisions): boolean {
  return file.taken ? !decisions.without.has(file.position) : decisions.also.has(file.position)
}

/** Changes the decision on one file. Of several files of one unit only one is taken: the last requested one. */
export function decide(decisions: Decisions, file: BatchFile, act: 'take' | 'leave', files: readonly BatchFile[]): Decisions {
  const take = act === 'take'
  const also = new Set(decisions.also)
  const without = new Set(decisions.without)
  const others = files.filter((other) => other.unit === file.unit && other.position !== file.position)
  if (file.taken) {
    if (take) without.delete(file.position)
    else without.add(file.position)
    if (take) for (const other of others) also.delete(other.position)
  } else {
    if (take) also.add(file.position)
    else also.delete(file.position)
    for (const other of others) {
      also.delete(other.position)
      // The file taken by its verdict is left out for the requested one, and is taken again when the request ends.
      if (other.taken && take) without.add(other.position)
      else if (other.taken) without.delete(other.position)
    }
  }
  return { also, without }
}

/** The positions of the older files whose unit has a higher revision in the same batch; a held filing is not needed for that. */
export function outdoneFiles(files: readonly BatchFile[]): Set<number> {
  const highest = new Map<string, number>()
  for (const { unit, revision, verdict } of files) {
    if (unit === null || revision === null || verdict === 'older' || verdict === 'identical') continue
    highest.set(unit, Math.max(revision, highest.get(unit) ?? 0))
  }
  return new Set(
    files
      .filter(({ verdict, unit, revision }) => verdict === 'older' && (revision ?? 0) < (highest.get(unit ?? '') ?? 0))
      .map(({ position }) => position),
  )
}

/** Leaves out every file that was written from an unsigned filing. */
export function leaveOutDrafts(decisions: Decisions, files: readonly BatchFile[]): Decisions {
  return files.reduce((left, file) => (file.draft && isTaken(file, left) ? decide(left, file, 'leave', files) : left), decisions)
}
