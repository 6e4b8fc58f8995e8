import type { SignOff } from '../../../shared/api/common.ts'
import type { FilingView } from '../../../shared/api/filing.ts'

/** The fields of the sign-off; the date is kept as typed. */
export type SignOffFields = Omit<SignOff, 'reportedOn'> & { reportedOn: string }

/** The typed fields that are not signed yet, until the page is loaded again. */
const typed = new Map<string, SignOffFields>()

/** Keeps the typed fields when the page is left before signing; `place` names the workspace, the task and the unit. */
export function keepDraft(place: string, revision: number, fields: SignOffFields): void {
  typed.set(draftKey(place, revision), fields)
}

/**
 * The first values of the fields: the typed draft, else the names of the last sign-off. The day is today, because each sign-off has its own
 * day; a day entered before the first sign-off stays.
 */
export function firstFields(place: string, { signOff, revision }: Pick<FilingView, 'signOff' | 'revision'>, today: string): SignOffFields {
  const reportedOn = revision === 0 ? (signOff.reportedOn ?? today) : today
  return typed.get(draftKey(place, revision)) ?? { ...signOff, reportedOn }
}

function draftKey(place: string, revision: number): string {
  return `${revision} ${place}`
}
