import { hostContract } from '../../shared/api/host.ts'
import type { Machine } from '../machine/machine.ts'
import { implement, type Implementation } from './implement.ts'

/** The host's data that the page needs before the first drawing. */
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
