import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { backUp, backUpIfChanged, backUpTo, backupFolder, listBackups } from '../../../electron/store/backup.ts'
import { handleOf, read, write } from '../../../electron/store/db.ts'
import { openHandle } from '../../../electron/store/driver.ts'
import { createWorkspace, openWorkspace, type Workspace } from '../../../electron/store/open.ts'
import { keepOriginal } from '../../../electron/store/originals.ts'
import { restoreBackup } from '../../../electron/store/restore.ts'
import { readSettings, writeSettings } from '../../../electron/store/settings.ts'
import { NOON, temporaryFolder, temporaryWorkspace } from './workspace-helper.ts'

const options = { clock: () => NOON }

function name(workspace: Workspace, text: string): void {
  write(workspace.db, (db) => writeSettings(db, { name: text }))
}

async function nameIn(path: string): Promise<string> {
  const workspace = await openWorkspace(path, options)
  const { name: held } = read(workspace.db, readSettings)
  workspace.close()
  return held
}

async function closedWith(text: string): Promise<string> {
  const path = join(temporaryFolder(), 'county.db')
  const workspace = await createWorkspace(path, options)
  name(workspace, text)
  workspace.close()
  return path
}

describe('a backup', () => {
  it('is one whole file beside the workspace, made while it is open and being written', async () => {
    const workspace = await temporaryWorkspace()
    name(workspace, '备份时')
    const running = backUp(workspace, 'asked')
    name(workspace, '备份后')
    const backup = await running
    expect(backup).toMatchObject({ file: '2021-09-01T040000.000Z-asked.db', at: '2021-09-01T04:00:00.000Z', reason: 'asked' })
    expect(readdirSync(backupFolder(workspace.path))).toEqual([backup.file])
    const copy = openHandle(backup.path, { readonly: true })
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(copy.pragma('journal_mode', { simple: true })).toBe('delete')
    copy.close()
  })

  it('never takes another one’s name, and is the newest even when the clock was set back', async () => {
    const path = await closedWith('一')
    const workspace = await openWorkspace(path, options)
    await backUp(workspace, 'receive')
    await backUp(workspace, 'receive')
    workspace.close()
    const earlier = await openWorkspace(path, { clock: () => new Date('2009-01-01T00:00:00.000Z') })
    await backUp(earlier, 'asked')
    earlier.close()
    expect(listBackups(path).map(({ file }) => file)).toEqual([
      '2021-09-01T040000.002Z-asked.db',
      '2021-09-01T040000.001Z-receive.db',
      '2021-09-01T040000.000Z-receive.db',
    ])
  })

  it('asked for twice at one moment is made twice, also when the clock was set back', async () => {
    const path = await closedWith('一')
    const workspace = await openWorkspace(path, options)
    await Promise.all([backUp(workspace, 'asked'), backUp(workspace, 'asked')])
    workspace.close()
    const earlier = await openWorkspace(path, { clock: () => new Date('2009-01-01T00:00:00.000Z') })
    await Promise.all([backUp(earlier, 'asked'), backUp(earlier, 'asked'), backUpTo(earlier, join(path, '..', 'copy.db'))])
    earlier.close()
    expect(listBackups(path).map(({ at }) => at.slice(-5))).toEqual(['.003Z', '.002Z', '.001Z', '.000Z'])
  })

  it('goes to one place twice at one moment', async () => {
    const workspace = await temporaryWorkspace()
    const stick = join(temporaryFolder(), 'stick.db')
    name(workspace, '一')
    await Promise.all([backUpTo(workspace, stick), backUpTo(workspace, stick)])
    expect(await nameIn(stick)).toBe('一')
  })

  it('is not written over the workspace itself, by whatever path', async () => {
    const workspace = await temporaryWorkspace()
    const link = join(temporaryFolder(), 'link')
    symlinkSync(dirname(workspace.path), link)
    const destination = join(link, basename(workspace.path))
    await expect(backUpTo(workspace, destination)).rejects.toMatchObject({ problem: { code: 'workspace-exists' } })
  })

  it('is rotated: the folder does not grow without end, and files of other people in it are left alone', async () => {
    const workspace = await temporaryWorkspace()
    mkdirSync(backupFolder(workspace.path), { recursive: true })
    writeFileSync(join(backupFolder(workspace.path), '说明.txt'), '勿删')
    for (let count = 0; count < 9; count += 1) await backUp(workspace, 'receive')
    expect(listBackups(workspace.path).length).toBe(5)
    expect(existsSync(join(backupFolder(workspace.path), '说明.txt'))).toBe(true)
  })

  it('at the start is made only when something was written since the last one', async () => {
    const path = await closedWith('一')
    for (const expected of [1, 1, 2]) {
      const workspace = await openWorkspace(path, options)
      if (expected === 2) name(workspace, '二')
      await backUpIfChanged(workspace, 'start')
      workspace.close()
      expect(listBackups(path).length).toBe(expected)
    }
  })

  it('goes to a place of the person’s choosing, over an older one there', async () => {
    const workspace = await temporaryWorkspace()
    const stick = join(temporaryFolder(), '优盘', '金寨县.db')
    name(workspace, '一')
    await backUpTo(workspace, stick)
    name(workspace, '二')
    await backUpTo(workspace, stick)
    expect(await nameIn(stick)).toBe('二')
  })

  it('that is under way when the workspace is closed stops, and leaves nothing that looks like a backup', async () => {
    const workspace = await temporaryWorkspace()
    write(workspace.db, (db) => keepOriginal(db, { sha256: 'aa', name: '大.xlsx', keptAt: '2021', bytes: new Uint8Array(20_000_000) }))
    const running = backUp(workspace, 'asked')
    await new Promise((resolve) => setImmediate(resolve))
    workspace.close()
    await expect(running).rejects.toMatchObject({ problem: { code: 'cancelled' } })
    expect(readdirSync(backupFolder(workspace.path))).toEqual([])
  })

  it('that has no place to go leaves nothing behind and says so', async () => {
    const workspace = await temporaryWorkspace()
    await expect(backUpTo(workspace, join(workspace.path, 'inside-a-file.db'))).rejects.toMatchObject({ problem: { code: 'not-writable' } })
    await expect(backUpTo(workspace, workspace.path)).rejects.toMatchObject({ problem: { code: 'workspace-exists' } })
  })
})

describe('restoring', () => {
  it('brings back what the backup held, and keeps what it replaces as a backup', async () => {
    const path = await closedWith('旧')
    const workspace = await openWorkspace(path, options)
    const backup = await backUp(workspace, 'asked')
    name(workspace, '新')
    workspace.close()
    const restored = await restoreBackup(path, backup.file, options)
    expect(await nameIn(path)).toBe('旧')
    expect(restored.aside).toBe(listBackups(path).find(({ reason }) => reason === 'restore')?.path)
    await restoreBackup(path, restored.aside ?? '', { clock: () => new Date('2021-09-02T04:00:00.000Z') })
    expect(await nameIn(path)).toBe('新')
  })

  it('moves a damaged workspace aside with every byte it has', async () => {
    const path = await closedWith('好')
    const workspace = await openWorkspace(path, options)
    const backup = await backUp(workspace, 'start')
    workspace.close()
    const damaged = Buffer.from(readFileSync(path)).fill(0x5a, 4096, 8192)
    writeFileSync(path, damaged)
    writeFileSync(`${path}-wal`, 'what is left of a log')
    const { aside } = await restoreBackup(path, backup.file, options)
    expect(await nameIn(path)).toBe('好')
    expect(aside).toContain('county.db.damaged-2021-09-01T040000.000Z')
    expect(readFileSync(aside ?? '').equals(damaged)).toBe(true)
    expect(readFileSync(`${aside}-wal`, 'utf8')).toBe('what is left of a log')
  })

  it('works when the workspace itself is gone', async () => {
    const path = await closedWith('还在')
    const workspace = await openWorkspace(path, options)
    const { path: backup } = await backUp(workspace, 'asked')
    workspace.close()
    const elsewhere = join(temporaryFolder(), 'new.db')
    expect((await restoreBackup(elsewhere, backup, options)).aside).toBeNull()
    expect(await nameIn(elsewhere)).toBe('还在')
  })

  it('refuses a backup that is damaged, missing or none, and then changes nothing', async () => {
    const path = await closedWith('原样')
    const folder = temporaryFolder()
    const bad = join(folder, 'bad.db')
    writeFileSync(bad, Buffer.from(readFileSync(path)).fill(0x5a, 4096, 8192))
    writeFileSync(join(folder, 'letter.docx'), 'PK')
    const other = openHandle(join(folder, 'other.db'))
    other.exec('CREATE TABLE a (b)')
    other.close()
    const codes: [string, string][] = [
      ['bad.db', 'workspace-damaged'],
      ['letter.docx', 'workspace-damaged'],
      ['other.db', 'not-a-workspace'],
      ['none.db', 'workspace-missing'],
    ]
    for (const [file, code] of codes) {
      await expect(restoreBackup(path, join(folder, file), options), file).rejects.toMatchObject({ problem: { code } })
    }
    expect(await nameIn(path)).toBe('原样')
    expect(readdirSync(dirname(path)).sort()).toEqual(['county.db', 'county.db.lock'])
  })

  it('is refused while the workspace is open', async () => {
    const workspace = await temporaryWorkspace()
    const backup = await backUp(workspace, 'asked')
    await expect(restoreBackup(workspace.path, backup.file, options)).rejects.toMatchObject({ problem: { code: 'workspace-locked' } })
    expect(handleOf(workspace.db).open).toBe(true)
  })
})
