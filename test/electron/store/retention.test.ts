import { describe, expect, it } from 'vitest'
import { expiredBackups, type BackupMark, type BackupReason } from '../../../electron/store/retention.ts'

function mark(at: string, reason: BackupReason = 'start'): BackupMark {
  return { file: `${at}-${reason}`, at, reason }
}

function kept(backups: readonly BackupMark[]): string[] {
  const gone = new Set(expiredBackups(backups))
  return backups.map(({ file }) => file).filter((file) => !gone.has(file))
}

function day(index: number): string {
  return new Date(Date.UTC(2021, 0, 1 + index, 8)).toISOString()
}

describe('which backups are kept', () => {
  it('all of a few, whatever their age', () => {
    const few = ['2019-05-01T00:00:00.000Z', '2020-05-01T00:00:00.000Z', '2021-05-01T00:00:00.000Z'].map((at) => mark(at))
    expect(expiredBackups(few)).toEqual([])
    expect(expiredBackups([])).toEqual([])
  })

  it('the newest five of a busy day', () => {
    const busy = Array.from({ length: 12 }, (_, minute) => mark(`2021-09-01T08:${String(minute).padStart(2, '0')}:00.000Z`, 'receive'))
    expect(kept(busy)).toEqual(busy.slice(-5).map(({ file }) => file))
  })

  it('the last of each of seven days and of six months', () => {
    const year = Array.from({ length: 365 }, (_, index) => [
      mark(day(index), 'receive'),
      mark(day(index).replace('T08', 'T09'), 'start'),
    ]).flat()
    const files = kept(year)
    const days = Array.from({ length: 7 }, (_, index) => `${day(364 - index).replace('T08', 'T09')}-start`)
    const months = ['2021-12-31', '2021-11-30', '2021-10-31', '2021-09-30', '2021-08-31', '2021-07-31'].map(
      (date) => `${date}T09:00:00.000Z-start`,
    )
    for (const file of [...days, ...months]) expect(files).toContain(file)
    expect(files.length).toBe(new Set([...days, ...months, ...year.slice(-5).map(({ file }) => file)]).size)
  })

  it('what a person asked for, migrations and restores outlive busy days', () => {
    const turning = [mark(day(0), 'asked'), mark(day(1), 'migration'), mark(day(2), 'restore')]
    const busy = Array.from({ length: 60 }, (_, index) => mark(day(10 + index), 'receive'))
    expect(kept([...turning, ...busy]).slice(0, 3)).toEqual(turning.map(({ file }) => file))
  })

  it('the newest, always, in whatever order they are listed', () => {
    const all = Array.from({ length: 100 }, (_, index) => mark(day(index)))
    for (const order of [all, [...all].reverse()]) expect(kept(order)).toContain(all.at(-1)?.file)
  })
})
