/** When and why a copy was made. `asked`: a person pressed the button. */
export const backupReasons = ['start', 'receive', 'migration', 'restore', 'asked'] as const
export type BackupReason = (typeof backupReasons)[number]
export type BackupMark = { file: string; at: string; reason: BackupReason }

/** The newest copies of all, whatever they are. */
const NEWEST = 5
/** The newest copy of each of this many days that have one. */
const DAYS = 7
/** The newest copy of each of this many months that have one. */
const MONTHS = 6
/** The newest copies of the kinds that a person may want to go back to by name. */
const BY_REASON: readonly [BackupReason, number][] = [
  ['asked', 5],
  ['migration', 2],
  ['restore', 2],
]

/**
 * Which copies may go (docs/design/storage.md: Backups). Days and months are counted over copies that exist and not over the
 * calendar: a workspace opened once a year keeps last year's copies. Pure; `at` is ISO UTC text.
 *
 * | kept                                    | so that                                    |
 * |-----------------------------------------|--------------------------------------------|
 * | newest 5                                | the last acts can be taken back            |
 * | last of each of 7 days, of 6 months     | a mistake found late can be looked up      |
 * | 5 asked for, 2 migrations, 2 restores   | a turning point outlives busy days         |
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

/** Compares two copies for sorting: the newest first, those of one moment by their file names. */
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
