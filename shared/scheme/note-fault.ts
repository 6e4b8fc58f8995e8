import type { SchemeFault } from './problem.ts'

/** Reports a fault at a place of the file, a path of keys and indexes; `offset` is within the text at the place. */
export type NoteFault = (path: readonly (string | number)[], id: string, fault: SchemeFault, offset?: number) => void
