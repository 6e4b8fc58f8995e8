import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { onChanges } from '../../../renderer/api/changes.ts'
import { act, call } from '../../../renderer/api/client.ts'
import { lostReason } from '../../../renderer/api/workspace-lost.ts'
import { route } from '../../../shared/api/contract.ts'

const keep = route({ scope: 'workspace', changes: ['roster'], method: 'POST', path: '/api/keep', output: z.object({}) })
const inA = { scope: { workspace: 'a' } }
const inB = { scope: { workspace: 'b' } }

/** Stubs a host that answers for the named workspaces and refuses requests about others. */
function hostWith(open: readonly string[]): void {
  vi.stubGlobal('fetch', async (address: string) =>
    open.some((key) => address.includes(`/workspaces/${key}/`))
      ? Response.json({})
      : Response.json({ code: 'workspace-changed', details: { open: null } }, { status: 409 }),
  )
}
afterEach(() => vi.unstubAllGlobals())

test('what waits to be saved in a workspace that was left does not say that the present one is lost', async () => {
  hostWith(['b'])
  await expect(call(keep, inA)).rejects.toMatchObject({ failure: { code: 'workspace-changed' } })
  expect([lostReason('a')?.code, lostReason('b')]).toEqual(['workspace-changed', null])
  await call(keep, inB)
  expect(lostReason('a')?.code).toBe('workspace-changed')
  hostWith(['a'])
  await call(keep, inA)
  expect(lostReason('a')).toBeNull()
})

test('an act that broke off may have been carried out: what depends on it is read again; one that was refused changed nothing', async () => {
  const heard: unknown[] = []
  const leave = onChanges((topics) => heard.push(topics))
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  await expect(act(keep, inA)).rejects.toMatchObject({ failure: { code: 'host-gone' } })
  expect(heard).toEqual([['roster']])
  hostWith([])
  await expect(act(keep, inA)).rejects.toMatchObject({ failure: { code: 'workspace-changed' } })
  expect(heard).toHaveLength(1)
  leave()
})
