import type { Facts } from '../../shared/filing/facts.ts'
import type { CellRef } from '../../shared/words.ts'
import type { ReadableDb, WritableDb } from './db.ts'
import { readExplanations, replaceExplanations, type Explanation } from './explanations.ts'
import { factsFromJson, factsToJson, type FactsJson } from './facts-json.ts'
import { readFacts, replaceFacts } from './facts.ts'
import { changeFiling, readFiling, type Filing } from './filings.ts'
import { readHandedOver, writeHandedOver } from './handed-over.ts'
import { readRefused, replaceRefused } from './refused.ts'
import { readRemarks, replaceRemarks } from './remarks.ts'

/** The whole content of a filing without id, task and unit; receiving replaces it and undoing restores it. */
export type FilingContent = {
  header: Omit<Filing, 'id' | 'task' | 'unit'>
  facts: Facts
  refused: ReadonlyMap<CellRef, string>
  explanations: ReadonlyMap<string, Explanation>
  /** The facts handed over last, when they are kept (handed-over.ts). */
  handedOver: Facts | null
  /** The collecting unit's remarks by cell. */
  remarks: ReadonlyMap<CellRef, string>
}

/** Reads the present content of a filing. */
export function captureContent(db: ReadableDb, filing: number): FilingContent {
  const held = readFiling(db, filing)
  if (held === null) throw new Error(`no filing ${filing}`)
  const { id: _id, task: _task, unit: _unit, ...header } = held
  return {
    header,
    facts: readFacts(db, filing),
    refused: readRefused(db, filing),
    explanations: readExplanations(db, filing),
    handedOver: readHandedOver(db, filing),
    remarks: readRemarks(db, filing),
  }
}

/** Replaces the whole content of a filing. */
export function applyContent(db: WritableDb, filing: number, content: FilingContent): void {
  changeFiling(db, filing, content.header)
  replaceFacts(db, filing, content.facts)
  replaceRefused(db, filing, content.refused)
  replaceExplanations(db, filing, content.explanations)
  writeHandedOver(db, filing, content.handedOver)
  replaceRemarks(db, filing, content.remarks)
}

type Json = {
  header: FilingContent['header']
  facts: FactsJson
  refused: Record<CellRef, string>
  explanations: Record<string, Explanation>
  /** Missing in texts of earlier versions, like `remarks`. */
  handedOver?: FactsJson | null
  remarks?: Record<CellRef, string>
}

/** Converts a content to the JSON text of a batch file's `before`. */
export function contentToJson({ header, facts, refused, explanations, handedOver, remarks }: FilingContent): string {
  const json: Json = {
    header,
    facts: factsToJson(facts),
    refused: Object.fromEntries(refused),
    explanations: Object.fromEntries(explanations),
    handedOver: handedOver === null ? null : factsToJson(handedOver),
    remarks: Object.fromEntries(remarks),
  }
  return JSON.stringify(json)
}

/** Parses the JSON text of a batch file's `before`. */
export function contentFromJson(text: string): FilingContent {
  const { header, facts, refused, explanations, handedOver = null, remarks = {} } = JSON.parse(text) as Json
  return {
    header,
    facts: factsFromJson(facts),
    refused: new Map(Object.entries(refused)),
    explanations: new Map(Object.entries(explanations)),
    handedOver: handedOver === null ? null : factsFromJson(handedOver),
    remarks: new Map(Object.entries(remarks)),
  }
}
