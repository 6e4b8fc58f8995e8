import type { BatchFile, Verdict } from '../../../shared/api/batch.ts'

/** What a person decided beyond the verdicts, by position: files to take all the same, files to leave. */
export type Decisions = { also: ReadonlySet<number>; without: ReadonlySet<number> }

export const noDecisions: Decisions = { also: new Set(), without: new Set() }

/** Verdicts that are taken only when a person says so. */
const deliberate: readonly Verdict[] = ['conflict', 'older', 'changed-structure']

export function needsDecision(file: Pick<BatchFile, 'verdict' | 'unit'>): boolean {
  return file.unit !== null && deliberate.includes(file.verdict)
}

/**
 * Whether a commit with these decisions would take a file.
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

/** Changes the decision on one file. Of several files of one unit only one can be asked for. */
export function decide(decisions: Decisions, file: BatchFile, take: boolean, files: readonly BatchFile[]): Decisions {
  const also = new Set(decisions.also)
  const without = new Set(decisions.without)
  if (file.taken) {
    if (take) without.delete(file.position)
    else without.add(file.position)
  } else if (take) {
    for (const other of files) if (other.unit === file.unit) also.delete(other.position)
    also.add(file.position)
  } else also.delete(file.position)
  return { also, without }
}

/** Takes none of the files that were written from an unsigned filing. */
export function leaveOutDrafts(decisions: Decisions, files: readonly BatchFile[]): Decisions {
  return files.reduce((left, file) => (file.draft && isTaken(file, left) ? decide(left, file, false, files) : left), decisions)
}
