/** A reading thread that breaks while it is loaded, as one whose file is missing or half-installed; it leaves a mark for each start. */
import { appendFileSync } from 'node:fs'
import { workerData } from 'node:worker_threads'

const { marks } = workerData as { marks?: string }
if (marks !== undefined) appendFileSync(marks, 'x')
throw new Error('this module does not load')
