import type { Scheme } from '../../../shared/scheme/scheme.ts'
import type { CellRef } from '../../../shared/words.ts'

/** The starting data of a reading thread. A loaded scheme crosses between threads as plain data, so no thread parses it again. */
export type ReaderData = { scheme: Scheme }

/** A job of a reading thread: read a return, read plain rows, or find the places of cells. */
export type ReaderJob = { bytes: Uint8Array } & ({ kind: 'return' } | { kind: 'rows' } | { kind: 'places'; cells: readonly CellRef[] })
