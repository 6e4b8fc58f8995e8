import { openWorkspace } from '../../../electron/store/open.ts'

/** Entry of a child process: opens the workspace given on the command line, prints `held`, and keeps it open until killed. */
await openWorkspace(process.argv[2] ?? '', { clock: () => new Date() })
process.stdout.write('held\n')
setInterval(() => {}, 1000)
