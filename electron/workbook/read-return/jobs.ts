import type { Scheme } from '../../../shared/scheme/scheme.ts'
import type { CellRef } from '../../../shared/words.ts'

/** What a reading thread starts with. A loaded scheme is plain data, so it crosses whole: no thread parses it again. */
export type ReaderData = { scheme: Scheme }

/** What it can be asked for. */
export type ReaderJob = { bytes: Uint8Array } & ({ kind: 'return' } | { kind: 'rows' } | { kind: 'places'; cells: readonly CellRef[] })
