/**
 * The closed list of sources for the host's answers. A reading route names the topics of its answer, a writing route names the topics
 * that it changes; the page reads answers with a changed topic again. Tested by test/promises/p9-nothing-stale.test.ts.
 */
export const topics = [
  /** The workspace that is open in the program. */
  'open',
  /** The files in the folder of workspaces. */
  'workspaces',
  /** Name, owner and role of a workspace. */
  'owner',
  /** The tasks of a workspace and the versions of their schemes. */
  'tasks',
  'last-task',
  'roster',
  /** The filings' facts, refused text, remarks, status, sign-off and revision. */
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
