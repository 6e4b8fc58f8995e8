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

/** Everything a filing holds apart from whose it is: what receiving replaces and undoing brings back. */
export type FilingContent = {
  header: Omit<Filing, 'id' | 'task' | 'unit'>
  facts: Facts
  refused: ReadonlyMap<CellRef, string>
  explanations: ReadonlyMap<string, Explanation>
  /** What was handed over last, where that is not what is held (handed-over.ts). */
  handedOver: Facts | null
  /** What the collecting unit asks for, by cell. */
  remarks: ReadonlyMap<CellRef, string>
}

/** What a filing holds now. */
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

/** Puts `content` in place of everything a filing holds. */
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
  /** Absent in what an earlier version kept. */
  handedOver?: FactsJson | null
  remarks?: Record<CellRef, string>
}

/** A content as the text of a batch's `before` and `incoming`. */
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

/** The content back from its text. */
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
