/**
 * The command line (docs/command-line.md): the same services as the windows. One JSON document on stdout with --json, errors on stderr
 * as `code: sentence`. Exit 0 for success, 1 for problems in the data, 2 for wrong usage, 3 for a failure.
 */
import './machine/require-node.ts'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { systemPaths } from './machine/paths.ts'

// Compilation takes longer than most commands. The compile cache helps only modules loaded later, hence the dynamic import.
enableCompileCache(join(systemPaths().data, 'compiled'))
const { runCommandLine } = await import('./cli/main.ts')
process.exitCode = await runCommandLine(process.argv.slice(2))
