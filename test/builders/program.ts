import { compose } from '../../electron/compose.ts'
import { plainMachine } from '../../electron/loopback/plain-machine.ts'
import type { Machine } from '../../electron/machine/machine.ts'
import { isFailure } from '../../shared/api/failure.ts'
import { problemSentence } from '../../shared/text/problem-sentences.ts'

/** The whole program in this process, asked by method, path and JSON as its page would. */
export type Program = {
  /** Answers the JSON of a good answer; a failure ends the test with its sentence. */
  ask: <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>
  /** Sends raw bytes, as a file goes up. */
  send: <Answer>(path: string, bytes: Uint8Array<ArrayBuffer>) => Promise<Answer>
  /** Answers whatever comes. */
  raw: (method: string, path: string, body?: unknown) => Promise<Response>
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
  const raw = (method: string, path: string, body?: unknown): Promise<Response> =>
    handler(
      new Request(
        `http://localhost${path}`,
        body === undefined ? { method } : { method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } },
      ),
    )
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
      settle(
        await handler(
          new Request(`http://localhost${path}`, { method: 'POST', body: bytes, headers: { 'Content-Type': 'application/octet-stream' } }),
        ),
        path,
      ),
    close,
  }
}
