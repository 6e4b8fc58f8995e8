import { returnFileApi } from '../../shared/api/return-file.ts'
import type { Runtime } from '../services/workspace/runtime.ts'
import { returnFiling, writeReturnFile } from '../services/filing/return-filing.ts'
import { takeBackWorkbook } from '../services/filing/take-back-workbook.ts'
import { fileAnswer } from './answers.ts'
import { implement, type Implementation } from './implement.ts'

/** Return files: sent by the collector, taken back by the unit. */
export function returnFileRoutes(runtime: Runtime): Implementation[] {
  return [
    implement(returnFileApi.preview, async ({ session, params }) => {
      const { name, bytes } = await writeReturnFile(session, params.unit, runtime.version)
      return fileAnswer(name, bytes)
    }),
    implement(returnFileApi.send, async ({ session, params }) => {
      const { name, bytes } = await returnFiling(session, params.unit, runtime.version)
      return fileAnswer(name, bytes)
    }),
    implement(returnFileApi.takeBack, ({ session, params, query, input }) =>
      takeBackWorkbook(session, runtime.reader(session), params.unit, { name: query.name, bytes: input }),
    ),
  ]
}
