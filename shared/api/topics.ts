/**
 * What an answer of the host is made from, as a closed list. A route that reads says which of these its answer depends on, a
 * route that writes says which of these it changes; the page reads again what depends on a topic that was changed. Held by
 * test/promises/p9-nothing-stale.test.ts, which walks the contract.
 */
export const topics = [
  /** Which workspace is open in the program. */
  'open',
  /** The files in the folder of workspaces. */
  'workspaces',
  /** Name, owner and role of a workspace. */
  'owner',
  /** The tasks of a workspace and the versions of their schemes. */
  'tasks',
  /** Which task was used last. */
  'last-task',
  'roster',
  /** Entries, refused text and remarks of filings, their status, sign-off and revision. */
  'filings',
  /** Explanations of queries. */
  'explanations',
  'parameters',
  /** Points and reasons given to items of the evaluation. */
  'scores',
  'evidence',
  'batches',
  /** The county's own templates of reports. */
  'templates',
  'backups',
] as const

export type Topic = (typeof topics)[number]
