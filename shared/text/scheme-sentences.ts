import { formulaSentence } from '../formula/words/sentences.ts'
import type { SchemeFault, SchemeProblem } from '../scheme/problem.ts'
import { languages, type LanguageCode } from './languages.ts'

/** A scheme file's problem as one line: `file:line:column id sentence`. */
export function schemeSentence(problem: SchemeProblem, language: LanguageCode): string {
  const id = problem.id === '' ? '' : `${problem.id} `
  return `${problem.file}:${problem.line}:${problem.column} ${id}${faultSentence(problem.fault, language)}`
}

/** The fault as a sentence, without the place. */
export function faultSentence(fault: SchemeFault, language: LanguageCode): string {
  const { base, sentences } = languages[language]
  if (fault.code === 'formula') return formulaSentence(fault.problem, base)
  const sentence = sentences.faults[fault.code] as (of: SchemeFault) => string
  return sentence(fault)
}
