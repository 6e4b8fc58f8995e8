import type { FilingView } from '../../shared/api/filing.ts'

/**
 * True when a filing can only be read:
 *
 * | status           | the unit's own | another's, at the collector     |
 * |------------------|----------------|---------------------------------|
 * | open             | no             | no                              |
 * | signed, received | yes            | yes                             |
 * | returned         | no             | yes: its correction is awaited  |
 */
export function isLocked(status: FilingView['status'], own: boolean): boolean {
  return status === 'signed' || status === 'received' || (status === 'returned' && !own)
}
