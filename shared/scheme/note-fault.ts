import type { SchemeFault } from './problem.ts'

/** Notes a fault at a place in the file, given as a path of keys and indexes; `offset` is within the text that stands there. */
export type NoteFault = (path: readonly (string | number)[], id: string, fault: SchemeFault, offset?: number) => void
