import { openWorkspace } from '../../../electron/store/open.ts'

/** Run as a process of its own: opens the workspace named on the command line, says so, and holds it until it is killed. */
await openWorkspace(process.argv[2] ?? '', { clock: () => new Date() })
process.stdout.write('held\n')
setInterval(() => {}, 1000)
