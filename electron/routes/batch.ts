import { batchApi } from '../../shared/api/batch.ts'
import { mediaTypes } from '../../shared/file-endings.ts'
import { openSession, type Desk } from '../services/desk.ts'
import { commitBatch, discardBatch, listAllBatches, openFiles, startBatch, undoBatch, viewBatch } from '../services/receive/batches.ts'
import { receiveFiles } from '../services/receive/receive-files.ts'
import { originalOf } from '../services/safety.ts'
import { implement, type Implementation } from './implement.ts'

/** Receiving workbooks: preview, commit, undo. */
export function batchRoutes(desk: Desk): Implementation[] {
  const session = (): ReturnType<typeof openSession> => openSession(desk)
  const by = (): string => session().owner.name
  return [
    implement(batchApi.list, () => listAllBatches(session(), desk.pending)),
    implement(batchApi.start, () => startBatch(session(), desk.pending, by())),
    implement(batchApi.read, ({ params }) => viewBatch(session(), desk.pending, params.batch)),
    implement(batchApi.add, ({ params, query, input }, { report }) =>
      receiveFiles(
        session(),
        desk.reader(),
        openFiles(session(), desk.pending, params.batch),
        [{ name: query.name, bytes: input }],
        report,
        1,
      ),
    ),
    implement(batchApi.commit, ({ params, input }) => commitBatch(session(), desk.pending, params.batch, input, by())),
    implement(batchApi.discard, ({ params }) => discardBatch(session(), desk.pending, params.batch)),
    implement(batchApi.undo, ({ params }) => {
      undoBatch(session(), params.batch, by())
      return viewBatch(session(), desk.pending, params.batch)
    }),
    implement(batchApi.original, ({ params }) => {
      const { name, bytes } = originalOf(session(), params.sha256)
      // Whatever the file that came in is called, it is handed out as a workbook and never as a page.
      return { name, type: mediaTypes.xlsx, bytes }
    }),
  ]
}
