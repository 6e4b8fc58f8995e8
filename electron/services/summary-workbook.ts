import type { Session } from './session.ts'
import type { Grouping } from '../../shared/consolidation/grouping.ts'
export async function summaryWorkbook(_session: Session, _by: Grouping, _key: string | undefined): Promise<Uint8Array<ArrayBuffer>> { throw new Error('x') }
