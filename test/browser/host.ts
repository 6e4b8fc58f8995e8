import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compose } from '../../electron/compose.ts'
import { plainMachine } from '../../electron/loopback/plain-machine.ts'
import { serveLoopback } from '../../electron/loopback/server.ts'
import { presentScope, scopedAddress } from '../builders/scoped-address.ts'
import { copyOfDemoCounty } from '../builders/demo-folder.ts'
import type { Machine } from '../../electron/machine/machine.ts'

export type TestHost = {
  /** The address with the token, as a person opens it. */
  url: string
  port: number
  /** The host's own folder, with its workspaces; removed at the end. */
  folder: string
  /** Posts to a route about the open workspace and the task used last, without a page, to prepare a test. */
  post: (path: string, body: unknown) => Promise<void>
  close: () => Promise<void>
}

/** Runs the browser host with a copy of the demo county open. */
export async function startDemoHost(): Promise<TestHost> {
  return startHost({}, copyOfDemoCounty)
}

/**
 * Runs the browser host in this process on a folder of its own; `change` replaces parts of the machine, `furnish` makes the workspace to
 * open and returns its path.
 */
export async function startHost(change: Partial<Machine> = {}, furnish?: (workspaces: string) => Promise<string>): Promise<TestHost> {
  const folder = await mkdtemp(join(tmpdir(), 'xiaotong-host-'))
  const workspaces = join(folder, 'workspaces')
  await mkdir(workspaces)
  const machine: Machine = {
    ...plainMachine({ lang: 'zh' }),
    paths: { data: folder, workspaces, log: join(folder, 'xiaotong.log') },
    ...(furnish === undefined ? {} : { workspace: await furnish(workspaces) }),
    ...change,
  }
  const program = await compose(machine)
  const loopback = await serveLoopback(program.handler)
  return {
    url: loopback.url,
    port: loopback.port,
    folder,
    post: async (path, body) => {
      const answer = await program.handler(
        new Request(new URL(scopedAddress('POST', path, await presentScope(program.handler)), loopback.url), {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      )
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    },
    close: async () => {
      await loopback.close()
      program.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
