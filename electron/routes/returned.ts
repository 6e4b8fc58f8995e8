import { returnedApi } from '../../shared/api/returned.ts'
import { layOut, openSession, type Desk } from '../services/desk.ts'
import { returnFiling, writeReturnFile } from '../services/return-filing.ts'
import { startSession } from '../services/session.ts'
import { takeBackReturn } from '../services/take-back-return.ts'
import { fileAnswer } from './answers.ts'
import { implement, type Implementation } from './implement.ts'

/** Return files: sent back by who collects, taken back by who files. */
export function returnedRoutes(desk: Desk): Implementation[] {
  const session = (): ReturnType<typeof openSession> => openSession(desk)
  const by = (): string => session().owner.name
  return [
    implement(returnedApi.preview, async ({ params }) => {
      const { name, bytes } = await writeReturnFile(session(), params.unit, desk.version)
      return fileAnswer(name, bytes)
    }),
    implement(returnedApi.send, async ({ params }) => {
      const { name, bytes } = await returnFiling(session(), params.unit, by(), desk.version)
      return fileAnswer(name, bytes)
    }),
    implement(returnedApi.takeBack, async ({ params, query, input }) => {
      try {
        return await takeBackReturn(session(), desk.reader(), params.unit, { name: query.name, bytes: input }, by())
      } finally {
        // Whatever came of it, the desk goes on with the parameters that the workspace holds now.
        if (desk.session !== null) layOut(desk, startSession(desk.session.workspace))
      }
    }),
  ]
}
