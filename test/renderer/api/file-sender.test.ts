import { expect, test } from 'vitest'
import { createFileSender, NOT_SENDING, type Sending } from '../../../renderer/api/file-sender.ts'

/** A sender in two lanes whose files arrive, fail or hang as their names say, with what it reports. */
function setUp(begin?: () => Promise<void>) {
  const arrived: string[] = []
  let state: Sending = NOT_SENDING
  let ends = 0
  const sender = createFileSender<{ path: string }>({
    lanes: 2,
    ...(begin === undefined ? {} : { begin }),
    async send({ path }, signal) {
      if (path === 'bad') throw new Error('refused')
      if (path === 'slow') await new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))))
      arrived.push(path)
    },
    ended: () => (ends += 1),
    onState: (next) => (state = next),
  })
  const files = (...names: string[]) => names.map((path) => ({ path }))
  return { sender, files, arrived, state: () => state, ends: () => ends }
}

const notSent = ({ notSent: files }: Sending) =>
  files.map(({ path, failure }) => [path, failure instanceof Error ? failure.message : failure])

test('a file that fails is listed and does not stop the others', async () => {
  const { sender, files, arrived, state, ends } = setUp()
  await sender.add(files('a', 'bad', 'b', 'c'))
  expect(arrived).toEqual(['a', 'b', 'c'])
  expect(notSent(state())).toEqual([['bad', 'refused']])
  expect([state().progress, ends()]).toEqual([null, 1])
})

test('files stopped on their way or before it are listed, and later files go again', async () => {
  const { sender, files, arrived, state } = setUp()
  const run = sender.add(files('slow', 'slow', 'a'))
  sender.stop()
  expect(notSent(state())).toEqual([
    ['slow', null],
    ['slow', null],
    ['a', null],
  ])
  await Promise.all([run, sender.add(files('b'))])
  expect(arrived).toEqual(['b'])
  expect(state().progress).toBeNull()
})

test('a run that cannot begin lists all its files', async () => {
  const { sender, files, state } = setUp(() => Promise.reject(new Error('locked')))
  await sender.add(files('a', 'b'))
  expect(notSent(state())).toEqual([
    ['a', 'locked'],
    ['b', 'locked'],
  ])
})

test('forgotten files are not listed', async () => {
  const { sender, files, state } = setUp()
  const run = sender.add(files('slow', 'a', 'bad'))
  sender.forget()
  await run
  expect(state()).toEqual(NOT_SENDING)
})
