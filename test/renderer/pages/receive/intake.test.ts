import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetIntake, stopIntake, takeIn } from '../../../../renderer/pages/receive/intake.ts'
import type { ChosenFile } from '../../../../renderer/ui/file-drop.tsx'

const one = { workspace: 'w', task: 'one' }
const two = { workspace: 'w', task: 'two' }
/** The names of the files that the host has judged, by task. */
let judged: { one: string[]; two: string[] }

beforeEach(() => {
  judged = { one: [], two: [] }
  vi.stubGlobal('fetch', hostSlowToJudge)
})
afterEach(() => {
  for (const scope of [one, two]) forgetIntake(scope)
  vi.unstubAllGlobals()
})

/** A host with batch 1 in task one and batch 2 in task two, which takes some milliseconds for a file. */
async function hostSlowToJudge(address: string, { signal }: RequestInit): Promise<Response> {
  const task = address.includes('/one/') ? 'one' : 'two'
  const name = new URL(address, 'http://127.0.0.1:1').searchParams.get('name')
  if (name === null) return Response.json({ batch: task === 'one' ? 1 : 2, state: 'open', at: '', committed: 0, parked: 0, files: [] })
  await new Promise((resolve, reject) => {
    setTimeout(resolve, 5)
    signal?.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')))
  })
  judged[task].push(name)
  return Response.json([{ position: judged[task].length, name }])
}

function files(count: number): ChosenFile[] {
  return Array.from({ length: count }, (_, index) => ({ path: `${index}.xlsx`, file: new File(['x'], `${index}.xlsx`) }))
}

const moment = () => new Promise((resolve) => setTimeout(resolve, 12))

test('files for one task go on into their batch while another task takes files', async () => {
  const first = takeIn(files(20), null, one)
  await moment()
  await Promise.all([first, takeIn(files(1), null, two)])
  expect([judged.one.length, judged.two.length]).toEqual([20, 1])
})

test('a batch received or discarded in one task leaves the files of another alone', async () => {
  const first = takeIn(files(20), null, one)
  await moment()
  forgetIntake(two)
  await first
  expect(judged.one).toHaveLength(20)
})

test('files taken right after a stop are sent', async () => {
  const first = takeIn(files(20), null, one)
  await moment()
  stopIntake(one)
  const before = judged.one.length
  await Promise.all([first, takeIn(files(3), 1, one)])
  expect(judged.one.length - before).toBe(3)
})
