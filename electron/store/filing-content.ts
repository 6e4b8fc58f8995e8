import { isNotApplicable, NOT_APPLICABLE, type Fact, type Facts } from '../../shared/filing/facts.ts'
import type { CellRef } from '../../shared/words.ts'
import type { ReadableDb, WritableDb } from './db.ts'
import { readExplanations, replaceExplanations, type Explanation } from './explanations.ts'
import { readFacts, replaceFacts } from './facts.ts'
import { changeFiling, readFiling, type Filing } from './filings.ts'
import { readRefused, replaceRefused } from './refused.ts'

/** Everything a filing holds apart from whose it is: what receiving replaces and undoing brings back. */
export type FilingContent = {
  header: Omit<Filing, 'id' | 'task' | 'unit'>
  facts: Facts
  refused: ReadonlyMap<CellRef, string>
  explanations: ReadonlyMap<string, Explanation>
}

/** What a filing holds now. */
export function captureContent(db: ReadableDb, filing: number): FilingContent {
  const held = readFiling(db, filing)
  if (held === null) throw new Error(`no filing ${filing}`)
  const { id: _id, task: _task, unit: _unit, ...header } = held
  return { header, facts: readFacts(db, filing), refused: readRefused(db, filing), explanations: readExplanations(db, filing) }
}

/** Puts `content` in place of everything a filing holds. */
export function applyContent(db: WritableDb, filing: number, content: FilingContent): void {
  changeFiling(db, filing, content.header)
  replaceFacts(db, filing, content.facts)
  replaceRefused(db, filing, content.refused)
  replaceExplanations(db, filing, content.explanations)
}

/** A fact in a JSON column: a number is ten-thousandths, null is 不适用 (blank has no entry). */
type JsonFact = number | string | null
type Json = {
  header: FilingContent['header']
  facts: Record<CellRef, JsonFact>
  refused: Record<CellRef, string>
  explanations: Record<string, Explanation>
}

/** A content as the text of a batch's `before` and `incoming`. */
export function contentToJson({ header, facts, refused, explanations }: FilingContent): string {
  const json: Json = {
    header,
    facts: Object.fromEntries([...facts].map(([ref, fact]) => [ref, isNotApplicable(fact) ? null : fact])),
    refused: Object.fromEntries(refused),
    explanations: Object.fromEntries(explanations),
  }
  return JSON.stringify(json)
}

/** The content back from its text. */
export function contentFromJson(text: string): FilingContent {
  const { header, facts, refused, explanations } = JSON.parse(text) as Json
  const entries = Object.entries(facts).map(([ref, fact]): [CellRef, Fact] => [ref, fact ?? NOT_APPLICABLE])
  return { header, facts: new Map(entries), refused: new Map(Object.entries(refused)), explanations: new Map(Object.entries(explanations)) }
}
