import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { fail } from '../../shared/problem.ts'
import { cellRef } from '../../shared/words.ts'
import { typedText, type CellChange } from '../services/filing/enter-facts.ts'

/** A fact in JSON. Numbers are decimal strings; a JSON number counts as its shortest decimal text. */
const fact = z.union([z.string(), z.number().transform(String), z.null(), z.object({ na: z.literal(true) })])

/** The file of `set --from`: the document of `facts` (docs/command-line.md: Documents) or any part of it. */
const factsFile = z.object({
  facts: z.record(z.string(), fact).default({}),
  lists: z.record(z.string(), z.array(z.record(z.string(), fact))).default({}),
  explanations: z.record(z.string(), z.string()).default({}),
})

export type FactsFile = z.output<typeof factsFile>

/** Reads a facts file. Fails with `usage` and the place of the fault when the file is no facts file. */
export function readFactsFile(path: string): FactsFile {
  const parsed = factsFile.safeParse(parseJson(path, readFileSync(path, 'utf8')))
  if (parsed.success) return parsed.data
  const first = parsed.error.issues[0]
  return fail('usage', { what: `${path}: ${(first?.path ?? []).join('.')}: ${first?.message ?? ''}` })
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) return fail('usage', { what: `${path}: ${error.message}` })
    throw error
  }
}

/** The file's facts as typed texts, cell by cell. */
export function changesOf({ facts, lists }: FactsFile): CellChange[] {
  const grid = Object.entries(facts).map(([cell, wire]) => ({ cell, text: typedText(wire) }))
  const lines = Object.entries(lists).flatMap(([table, rows]) =>
    rows.flatMap((row, index) =>
      Object.entries(row).map(([column, wire]) => ({ cell: cellRef(table, index + 1, column), text: typedText(wire) })),
    ),
  )
  return [...grid, ...lines]
}
