import type { SignOff } from '../../../shared/api/common.ts'
import type { FilingView } from '../../../shared/api/filing.ts'

/** What stands in the fields of the sign-off; a date is kept as typed. */
export type SignOffFields = Omit<SignOff, 'reportedOn'> & { reportedOn: string }

/** What was typed and not signed yet, until the page is loaded again. */
const typed = new Map<string, SignOffFields>()

/** Keeps what is typed when the page is left before signing; `place` says of which workspace, task and unit. */
export function keepDraft(place: string, revision: number, fields: SignOffFields): void {
  typed.set(draftKey(place, revision), fields)
}

/**
 * What the fields begin with: what was typed before; else who signed last, on this day. The day of an earlier sign-off is
 * not that of the next.
 */
export function firstFields(place: string, { signOff, revision }: Pick<FilingView, 'signOff' | 'revision'>, today: string): SignOffFields {
  const reportedOn = revision === 0 ? (signOff.reportedOn ?? today) : today
  return typed.get(draftKey(place, revision)) ?? { ...signOff, reportedOn }
}

function draftKey(place: string, revision: number): string {
  return `${revision} ${place}`
}
