import { batchApi } from '../../shared/api/batch.ts'
import { mediaTypes } from '../../shared/file-endings.ts'
import type { Runtime } from '../services/workspace/runtime.ts'
import { commitBatch, discardBatch, listAllBatches, openFiles, startBatch, undoBatch, viewBatch } from '../services/receive/batches.ts'
import { receiveFiles } from '../services/receive/receive-files.ts'
import { originalOf } from '../services/workspace/safety.ts'
import { implement, type Implementation } from './implement.ts'

/** Receiving workbooks: preview, commit, undo. */
export function batchRoutes(runtime: Runtime): Implementation[] {
  return [
    implement(batchApi.list, ({ session }) => listAllBatches(session, runtime.openBatches)),
    implement(batchApi.start, ({ session }) => startBatch(session, runtime.openBatches)),
    implement(batchApi.read, ({ session, params }) => viewBatch(session, runtime.openBatches, params.batch)),
    implement(batchApi.add, ({ session, params, query, input }, { report }) =>
      receiveFiles(
        session,
        runtime.reader(session),
        openFiles(session, runtime.openBatches, params.batch),
        [{ name: query.name, bytes: input }],
        report,
        1,
      ),
    ),
    implement(batchApi.commit, ({ session, params, input }) => commitBatch(session, runtime.openBatches, params.batch, input)),
    implement(batchApi.discard, ({ session, params }) => discardBatch(session, runtime.openBatches, params.batch)),
    implement(batchApi.undo, ({ session, params }) => {
      undoBatch(session, params.batch)
      return viewBatch(session, runtime.openBatches, params.batch)
    }),
    implement(batchApi.original, ({ session, params }) => {
      const { name, bytes } = originalOf(session, params.sha256)
      // The media type is always a workbook's, because the name of an original may end like a page's.
      return { name, type: mediaTypes.xlsx, bytes }
    }),
  ]
}
