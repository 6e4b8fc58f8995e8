/** The reasons for a backup. `asked`: a person requested it. */
export const backupReasons = ['start', 'receive', 'migration', 'restore', 'asked'] as const
export type BackupReason = (typeof backupReasons)[number]
export type BackupMark = { file: string; at: string; reason: BackupReason }

/** The number of newest copies kept, for any reason. */
const NEWEST = 5
/** The number of days whose newest copy is kept; only days with a copy count. */
const DAYS = 7
/** The number of months whose newest copy is kept; only months with a copy count. */
const MONTHS = 6
/** The numbers of newest copies kept by reason, because a person may want to restore such a copy. */
const BY_REASON: readonly [BackupReason, number][] = [
  ['asked', 5],
  ['migration', 2],
  ['restore', 2],
]

/**
 * The file names of the copies to delete (docs/design/storage.md: Backups). Only days and months with a copy count, so that a
 * workspace opened once a year keeps last year's copies. Pure; `at` is ISO UTC text.
 *
 * | kept copies                             | reason                                     |
 * |-----------------------------------------|--------------------------------------------|
 * | newest 5                                | the last changes can be undone             |
 * | last of each of 7 days, of 6 months     | a mistake found late can be examined       |
 * | 5 asked for, 2 migrations, 2 restores   | many copies on busy days do not replace them |
 */
export function expiredBackups(backups: readonly BackupMark[]): string[] {
  const newestFirst = [...backups].sort(byNewest)
  const kept = new Set<string>()
  for (const backup of newestFirst.slice(0, NEWEST)) kept.add(backup.file)
  keepFirstOfEach(newestFirst, 10, DAYS, kept)
  keepFirstOfEach(newestFirst, 7, MONTHS, kept)
  for (const [reason, count] of BY_REASON) {
    for (const backup of newestFirst.filter((one) => one.reason === reason).slice(0, count)) kept.add(backup.file)
  }
  return newestFirst.filter((backup) => !kept.has(backup.file)).map((backup) => backup.file)
}

/** Compares two copies for sorting: the newest first; copies of the same time by file name, descending. */
export function byNewest(a: Pick<BackupMark, 'at' | 'file'>, b: Pick<BackupMark, 'at' | 'file'>): number {
  return a.at < b.at ? 1 : a.at > b.at ? -1 : a.file < b.file ? 1 : -1
}

function keepFirstOfEach(newestFirst: readonly BackupMark[], length: number, count: number, kept: Set<string>): void {
  const seen = new Set<string>()
  for (const { at, file } of newestFirst) {
    const span = at.slice(0, length)
    if (seen.has(span)) continue
    if (seen.size === count) return
    seen.add(span)
    kept.add(file)
  }
}
