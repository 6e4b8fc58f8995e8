import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildPage } from '../../build/page.ts'
import { composeDesk } from '../../electron/compose/desk.ts'
import { plainMachine } from '../../electron/loopback/plain-machine.ts'
import { DEFAULT_DEMO, openDemo } from '../../electron/services/demo/make-demo.ts'

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- vitest asks for an interface to add to
  export interface ProvidedContext {
    /** The demo county's workspace, made once for all files: each works on a copy. */
    demoCounty: string
  }
}

/** Before the browser tests: the page as the sources have it, and a demo county. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildPage()
  const folder = await mkdtemp(join(tmpdir(), 'xiaotong-county-'))
  const machine = plainMachine({ lang: 'zh' })
  const desk = composeDesk({ ...machine, paths: { ...machine.paths, data: folder, workspaces: folder } })
  const { workspace } = await openDemo(desk, DEFAULT_DEMO, async () => {})
  desk.close()
  project.provide('demoCounty', workspace.path)
  return () => rm(folder, { recursive: true, force: true })
}
