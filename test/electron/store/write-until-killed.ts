import { read, write } from '../../../electron/store/db.ts'
import { writeFact } from '../../../electron/store/facts.ts'
import { findFiling } from '../../../electron/store/filings.ts'
import { openWorkspace } from '../../../electron/store/open.ts'
import { listTasks } from '../../../electron/store/tasks.ts'
import { listUnits } from '../../../electron/store/units.ts'

/**
 * Entry of a child process: enters facts into the workspace given on the command line without end, and prints each as
 * `CELL=VALUE` after it is saved. The parent process kills it.
 */
const workspace = await openWorkspace(process.argv[2] ?? '', { clock: () => new Date() })
const filing = read(workspace.db, (db) => findFiling(db, listTasks(db)[0]?.id ?? 0, listUnits(db)[0]?.code ?? ''))
for (let count = 1; ; count += 1) {
  const cell = `MS03.${count % 40}.1`
  write(workspace.db, (db) => writeFact(db, filing?.id ?? 0, cell, count))
  process.stdout.write(`${cell}=${count}\n`)
}
