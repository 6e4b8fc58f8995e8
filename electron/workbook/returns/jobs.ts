import type { CellRef } from '../../../shared/words.ts'

/** What a reading thread starts with. */
export type ReaderData = { schemeText: string; schemeFile: string }

/** What it can be asked for. */
export type ReaderJob = { bytes: Uint8Array } & ({ kind: 'return' } | { kind: 'rows' } | { kind: 'places'; cells: readonly CellRef[] })
