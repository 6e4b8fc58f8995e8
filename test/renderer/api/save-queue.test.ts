import { describe, expect, test } from 'vitest'
import { createSaveQueue } from '../../../renderer/api/save-queue.ts'

type Entry = { cell: string; text: string }

/** A queue with a host and a clock under the test's control. */
function setUp() {
  const sent: { changes: Entry[]; answer: () => Promise<void>; fail: () => Promise<void> }[] = []
  const waits: { milliseconds: number; act: () => void; off: boolean }[] = []
  /** The entries of each answer that no later one has replaced. */
  const saved: Entry[][] = []
  const states: { unsaved: number; failed: boolean }[] = []
  const settle = async () => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
  }
  const queue = createSaveQueue<Entry, Entry[]>({
    keyOf: ({ cell }) => cell,
    mostAtOnce: 5_000,
    send: (changes) =>
      new Promise((resolve, reject) => {
        sent.push({
          changes,
          answer: () => {
            resolve(changes)
            return settle()
          },
          fail: () => {
            reject(new Error('host gone'))
            return settle()
          },
        })
      }),
    later: (milliseconds, act) => {
      const wait = { milliseconds, act, off: false }
      waits.push(wait)
      return () => {
        wait.off = true
      }
    },
    onSaved: (answer, replaced) => saved.push(answer.filter(({ cell }) => !replaced(cell))),
    onState: (unsaved, failure) => states.push({ unsaved, failed: failure !== null }),
  })
  return { queue, sent, waits, saved, states }
}

describe('entries on their way to the host', () => {
  test('the first goes at once; what comes meanwhile goes together in the next request', async () => {
    const { queue, sent } = setUp()
    queue.put([{ cell: 'A', text: '1' }])
    queue.put([{ cell: 'B', text: '2' }])
    queue.put([{ cell: 'C', text: '3' }])
    expect(sent.map((one) => one.changes.length)).toEqual([1])
    await sent[0]!.answer()
    expect(sent[1]!.changes).toEqual([
      { cell: 'B', text: '2' },
      { cell: 'C', text: '3' },
    ])
  })

  test('nothing counts as saved before the host has answered', async () => {
    const { queue, sent, saved } = setUp()
    queue.put([{ cell: 'A', text: '1' }])
    expect(queue.unsaved()).toBe(1)
    expect(saved).toEqual([])
    await sent[0]!.answer()
    expect(queue.unsaved()).toBe(0)
    expect(saved).toHaveLength(1)
  })

  test('a cell typed over while it was on its way keeps the newer text', async () => {
    const { queue, sent, saved } = setUp()
    queue.put([{ cell: 'A', text: '1' }])
    queue.put([{ cell: 'A', text: '12' }])
    await sent[0]!.answer()
    expect(saved[0], 'the older answer must not overwrite what is on the screen').toEqual([])
    expect(sent[1]!.changes).toEqual([{ cell: 'A', text: '12' }])
  })

  test('a host that is gone is asked again, later and later, and nothing is dropped', async () => {
    const { queue, sent, waits, states } = setUp()
    queue.put([{ cell: 'A', text: '1' }])
    await sent[0]!.fail()
    expect(states.at(-1)).toEqual({ unsaved: 1, failed: true })
    queue.put([{ cell: 'B', text: '2' }])
    expect(sent, 'the waiting time is kept while more is typed').toHaveLength(1)
    waits[0]!.act()
    expect(sent[1]!.changes).toEqual([
      { cell: 'A', text: '1' },
      { cell: 'B', text: '2' },
    ])
    await sent[1]!.fail()
    expect(waits[1]!.milliseconds).toBeGreaterThan(waits[0]!.milliseconds)
    queue.retry()
    await sent[2]!.answer()
    expect(states.at(-1)).toEqual({ unsaved: 0, failed: false })
    expect(waits[1]!.off, 'the waiting is called off').toBe(true)
  })

  test('a text typed while the host was gone is not replaced by the older one that failed', async () => {
    const { queue, sent, waits } = setUp()
    queue.put([{ cell: 'A', text: '1' }])
    queue.put([{ cell: 'A', text: '2' }])
    await sent[0]!.fail()
    waits[0]!.act()
    expect(sent[1]!.changes).toEqual([{ cell: 'A', text: '2' }])
  })

  test('who waits for everything to be saved hears of it, or of the failure', async () => {
    const { queue, sent } = setUp()
    await queue.settled()
    queue.put([{ cell: 'A', text: '1' }])
    const done = queue.settled()
    await sent[0]!.answer()
    await done
    queue.put([{ cell: 'A', text: '2' }])
    const failing = expect(queue.settled()).rejects.toThrow('host gone')
    await sent[1]!.fail()
    await failing
  })
})
