import type { TaskScope } from '../../shared/api/contract.ts'
import { compose } from '../../electron/compose.ts'
import { plainMachine } from '../../electron/loopback/plain-machine.ts'
import type { Machine } from '../../electron/machine/machine.ts'
import type { Handler } from '../../electron/routes/handler.ts'
import { presentScope, scopedAddress } from './scoped-address.ts'
import { isFailure } from '../../shared/api/failure.ts'
import { problemSentence } from '../../shared/text/problem-sentences.ts'

/**
 * The whole program in this process, for requests by method, path and JSON. A path is written as in the contract; its scope is the open
 * workspace and the task used last, changed by `within`.
 */
export type Program = {
  /** The JSON of a good answer; a failure throws its sentence. */
  ask: <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>
  /** Posts raw bytes, like an uploaded file. */
  send: <Answer>(path: string, bytes: Uint8Array<ArrayBuffer>) => Promise<Answer>
  /** The response, good or not. */
  raw: (method: string, path: string, body?: unknown) => Promise<Response>
  /** The same program for requests about another task, or about a workspace that may no longer be the open one. */
  within: (scope: Partial<TaskScope>) => Program
  /** The present scope of a request. */
  scope: () => Promise<TaskScope>
  handler: Handler
  close: () => void
}

/** Starts the program on a workspace, or without one. */
export async function startProgram(folder: string, workspace: string | null, change: Partial<Machine> = {}): Promise<Program> {
  const machine: Machine = {
    ...plainMachine({ lang: 'zh', workspace }),
    paths: { data: folder, workspaces: folder, log: `${folder}/log` },
    ...change,
  }
  const { handler, close } = await compose(machine)
  return programOn(handler, close, {})
}

function programOn(handler: Handler, close: () => void, fixed: Partial<TaskScope>): Program {
  const scope = async (): Promise<TaskScope> => ({ ...(await presentScope(handler)), ...fixed })
  const request = async (method: string, path: string, init: RequestInit): Promise<Response> =>
    handler(new Request(`http://localhost${scopedAddress(method, path, await scope())}`, { method, ...init }))
  const raw = (method: string, path: string, body?: unknown): Promise<Response> =>
    request(method, path, body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } })
  const settle = async <Answer>(response: Response, what: string): Promise<Answer> => {
    if (!response.ok) {
      const failure: unknown = await response.json()
      const sentence = isFailure(failure) ? `${failure.code} ${problemSentence(failure, 'zh')}` : JSON.stringify(failure)
      throw new Error(`${what}: ${response.status} ${sentence}`)
    }
    return (await response.json()) as Answer
  }
  return {
    raw,
    ask: async (method, path, body) => settle(await raw(method, path, body), `${method} ${path}`),
    send: async (path, bytes) =>
      settle(await request('POST', path, { body: bytes, headers: { 'Content-Type': 'application/octet-stream' } }), path),
    within: (other) => programOn(handler, close, { ...fixed, ...other }),
    scope,
    handler,
    close,
  }
}
