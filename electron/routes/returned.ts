import { returnedApi } from '../../shared/api/returned.ts'
import type { Runtime } from '../services/workspace/runtime.ts'
import { returnFiling, writeReturnFile } from '../services/filing/return-filing.ts'
import { takeBackReturn } from '../services/filing/take-back-return.ts'
import { fileAnswer } from './answers.ts'
import { implement, type Implementation } from './implement.ts'

/** Return files: sent by the collector, taken back by the unit. */
export function returnedRoutes(runtime: Runtime): Implementation[] {
  return [
    implement(returnedApi.preview, async ({ session, params }) => {
      const { name, bytes } = await writeReturnFile(session, params.unit, runtime.version)
      return fileAnswer(name, bytes)
    }),
    implement(returnedApi.send, async ({ session, params }) => {
      const { name, bytes } = await returnFiling(session, params.unit, session.owner.name, runtime.version)
      return fileAnswer(name, bytes)
    }),
    implement(returnedApi.takeBack, ({ session, params, query, input }) =>
      takeBackReturn(session, runtime.reader(session), params.unit, { name: query.name, bytes: input }, session.owner.name),
    ),
  ]
}
