import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compose } from '../../electron/compose.ts'
import { plainMachine } from '../../electron/loopback/plain-machine.ts'
import { serveLoopback } from '../../electron/loopback/server.ts'
import type { Machine } from '../../electron/machine/machine.ts'

export type TestHost = {
  /** The address with the token: what a person opens. */
  url: string
  port: number
  /** A folder of its own, removed at the end; the workspace lies in it. */
  folder: string
  close: () => Promise<void>
}

/** Runs the browser host in this process on a folder of its own; `change` replaces parts of the machine. */
export async function startHost(change: Partial<Machine> = {}): Promise<TestHost> {
  const folder = await mkdtemp(join(tmpdir(), 'xiaotong-host-'))
  const machine: Machine = {
    ...plainMachine({ lang: 'zh' }),
    paths: { data: folder, workspaces: join(folder, 'workspaces'), log: join(folder, 'xiaotong.log') },
    ...change,
  }
  const program = await compose(machine)
  const loopback = await serveLoopback(program.handler)
  return {
    url: loopback.url,
    port: loopback.port,
    folder,
    close: async () => {
      await loopback.close()
      program.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
