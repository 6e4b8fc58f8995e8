import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { TaskInfo, WorkspaceInfo } from '../../../shared/api/workspace.ts'
import { beginsAfter, parsePeriod } from '../../../shared/period/period.ts'
import { fail, ProblemError } from '../../../shared/problem.ts'
import type { Unit } from '../../../shared/unit/unit.ts'
import type { Clock } from '../../machine/clock.ts'
import { backUpIfChanged, backupFolder } from '../../store/backup.ts'
import { read, write, type ReadableDb } from '../../store/db.ts'
import { createWorkspace, openWorkspace, type Workspace } from '../../store/open.ts'
import { putScheme, readScheme } from '../../store/schemes.ts'
import { readSettings, writeSettings } from '../../store/settings.ts'
import { changeTaskVersion, countFilings, createTask, findTask, listTasks, type Task } from '../../store/tasks.ts'
import { putUnits } from '../../store/units.ts'
import { loadScheme, type LoadedScheme } from '../scheme/schemes.ts'
import { takeWorkspace, workspaceKey, type Runtime } from './runtime.ts'
import { lastSession, readOwner, sessionAnew, sessionOf, type Session } from './session.ts'
import { taskKey } from '../../../shared/words.ts'

/** The file name extension of a workspace. */
export const WORKSPACE_ENDING = '.xiaotong'

export type NewWorkspace = { path: string; role: 'school' | 'county'; scheme: LoadedScheme; period: string; unit: Unit; demo?: boolean }

/**
 * Makes a workspace with its owner, its first task, and the scheme's text kept in it. Fails as createWorkspace does, or with
 * `period-invalid`.
 */
export async function makeWorkspace(wanted: NewWorkspace, clock: Clock): Promise<Session> {
  return makeFilled(wanted, clock, async (session) => session)
}

/**
 * Makes a workspace as makeWorkspace does, with first content from `fill`. When the content cannot be written, the workspace is deleted
 * again, so that its name is free; backups of an earlier workspace of that name stay. The lock file stays too (store/lock.ts).
 */
export async function makeFilled<Filled>(
  { path, role, scheme, period, unit, demo }: NewWorkspace,
  clock: Clock,
  fill: (session: Session) => Promise<Filled>,
): Promise<Filled> {
  const checked = checkedPeriod(period, scheme)
  const hadBackups = existsSync(backupFolder(path))
  const workspace = await createWorkspace(path, { clock })
  try {
    write(workspace.db, (db) => {
      putUnits(db, [unit])
      putScheme(db, { id: scheme.scheme.id, version: scheme.scheme.version, digest: scheme.digest, text: scheme.text })
      const task = createTask(db, { scheme: scheme.scheme.id, version: scheme.scheme.version, period: checked })
      writeSettings(db, { unit: unit.code, name: unit.name, role, task: task.id, demo: demo ?? false })
    })
    return await fill(lastSession(workspace))
  } catch (error) {
    workspace.close()
    for (const tail of ['', '-wal', '-shm']) rmSync(`${workspace.path}${tail}`, { force: true })
    if (!hadBackups) rmSync(backupFolder(workspace.path), { recursive: true, force: true })
    throw error
  }
}

function checkedPeriod(period: string, { scheme }: LoadedScheme): string {
  const parsed = parsePeriod(period, scheme.period)
  if (!parsed.ok) throw new ProblemError(parsed.problem)
  return parsed.value
}

/** Opens a workspace and joins it with the task used last. A backup is made when the workspace changed since the last backup. */
export async function resumeWorkspace(path: string, clock: Clock): Promise<Session> {
  const workspace = await openWorkspace(path, { clock })
  try {
    await backUpIfChanged(workspace, 'start')
    return lastSession(workspace)
  } catch (error) {
    workspace.close()
    throw error
  }
}

/**
 * Opens a workspace and makes it the open one. When it is the open one already, it stays open, with its open batches. Waits for an
 * opening or a restore under way, because two of them for one file would find it locked by this very program.
 */
export async function openInTurn(runtime: Runtime, path: string): Promise<Workspace> {
  return runtime.inTurn('open', async () => {
    const { workspace } = runtime
    if (workspace !== null && workspaceKey(workspace) === workspaceKey({ path })) return workspace
    return takeWorkspace(runtime, (await resumeWorkspace(path, runtime.clock)).workspace)
  })
}

/**
 * Adds a task. An existing task of the same scheme and period changes to the given version of the scheme. Fails with
 * `period-invalid`.
 */
export function addTask(workspace: Workspace, scheme: LoadedScheme, period: string): Session {
  const checked = checkedPeriod(period, scheme)
  const { id, version } = scheme.scheme
  write(workspace.db, (db) => {
    putScheme(db, { id, version, digest: scheme.digest, text: scheme.text })
    const held = findTask(db, id, checked)
    if (held !== null && held.version !== version) changeTaskVersion(db, held.id, version)
    if (held === null) createTask(db, { scheme: id, version, period: checked })
  })
  return sessionOf(workspace, taskKey({ scheme: id, period: checked }))
}

/** Saves the task as the last used one; the program opens with it the next time. */
export function rememberTask({ workspace, task, settings }: Session): void {
  if (settings.task !== task.id) write(workspace.db, (db) => writeSettings(db, { task: task.id }))
}

/** Gives the workspace the role of a collector. */
export function asCollector(session: Session): Session {
  write(session.workspace.db, (db) => writeSettings(db, { role: 'county' }))
  return sessionAnew(session)
}

/** The facts about an open workspace for the frame of the page. Fails with `task-missing`. */
export function workspaceInfo(workspace: Workspace): WorkspaceInfo {
  return read(workspace.db, (db) => {
    const settings = readSettings(db)
    const held = listTasks(db)
    const last = held.find((task) => task.id === settings.task) ?? held[0] ?? fail('task-missing', {})
    return {
      key: workspaceKey(workspace),
      path: workspace.path,
      name: settings.name,
      role: settings.role,
      unit: readOwner(db, settings),
      tasks: held.map((task) => taskInfo(db, task)),
      lastTask: taskKey(last),
      demo: settings.demo,
    }
  })
}

function taskInfo(db: ReadableDb, { id, scheme: code, version, period }: Task): TaskInfo {
  const kept = readScheme(db, code, version)
  const scheme = kept === null ? null : loadScheme(kept.text, `${kept.id}.yaml`).scheme
  const until = scheme?.validUntil ?? null
  return {
    key: taskKey({ scheme: code, period }),
    scheme: code,
    version,
    title: scheme?.title ?? code,
    issuer: scheme?.issuer ?? '',
    period,
    filings: countFilings(db, id),
    lapsed: scheme !== null && until !== null && beginsAfter(period, scheme.period, until) ? until : null,
  }
}

export type FoundWorkspace = { path: string; file: string; name: string; changedAt: string }

/** The workspaces in a folder, the latest first; a missing folder is made. */
export function listWorkspaces(folder: string): FoundWorkspace[] {
  mkdirSync(folder, { recursive: true })
  return readdirSync(folder)
    .filter((file) => file.endsWith(WORKSPACE_ENDING))
    .map((file) => {
      const path = join(folder, file)
      return { path, file, name: basename(file, WORKSPACE_ENDING), changedAt: statSync(path).mtime.toISOString() }
    })
    .sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1))
}

/** The path of a new workspace file: the given name without characters that a system forbids, at most 60 characters. */
export function workspaceFile(folder: string, name: string): string {
  const safe =
    name
      .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 60) || '工作区'
  return join(folder, `${safe}${WORKSPACE_ENDING}`)
}
