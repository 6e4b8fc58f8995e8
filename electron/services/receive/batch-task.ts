import { fail } from '../../../shared/problem.ts'
import { taskKey } from '../../../shared/words.ts'
import { taskOfBatch } from '../../store/batches.ts'
import { read } from '../../store/db.ts'
import { readTask } from '../../store/tasks.ts'
import type { Session } from '../workspace/session.ts'

/** Fails with `batch-unknown`, naming the task that has the batch, when that is another one than the session's. */
export function assertBatchOfTask({ workspace, task }: Session, batch: number): void {
  read(workspace.db, (db) => {
    const id = taskOfBatch(db, batch)
    const other = id === null || id === task.id ? null : readTask(db, id)
    if (other !== null) fail('batch-unknown', { batch, task: taskKey(other) })
  })
}
