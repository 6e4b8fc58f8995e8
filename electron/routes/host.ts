import { hostContract } from '../../shared/api/host.ts'
import type { Machine } from '../machine/machine.ts'
import { implement, type Implementation } from './implement.ts'

/** What the page must know about the host before it draws anything. */
export function hostRoutes(machine: Machine): Implementation[] {
  return [
    implement(hostContract.about, () => ({
      product: 'xiaotong' as const,
      version: machine.version,
      capabilities: machine.capabilities,
      lang: machine.lang,
    })),
  ]
}
