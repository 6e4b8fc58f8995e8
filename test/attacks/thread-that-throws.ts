/** A reading thread that fails while it loads, like one with a missing or half-installed file; each start leaves a mark. */
import { appendFileSync } from 'node:fs'
import { workerData } from 'node:worker_threads'

const { marks } = workerData as { marks?: string }
if (marks !== undefined) appendFileSync(marks, 'x')
throw new Error('this module does not load')
