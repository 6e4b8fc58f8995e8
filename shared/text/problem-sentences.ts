import type { FirstFault, Problem } from '../problem.ts'
import type { SchemeProblem } from '../scheme/problem.ts'
import { languages, type LanguageCode } from './languages.ts'
import { schemeSentence } from './scheme-sentences.ts'

/**
 * A problem as a sentence: the event, the place, the remedy (docs/design/pages.md: Sentences). The page, the command
 * line and reports use the same sentences.
 */
export function problemSentence({ code, details }: Problem, language: LanguageCode): string {
  const { problems } = languages[language].sentences
  if (code === 'scheme-invalid') return problems[code]({ ...details, first: faultIn(details.first, language) })
  const sentence = problems[code] as (of: typeof details) => string
  return sentence(details)
}

/** The cast is safe: parse-scheme.ts makes the fault, and problem.ts cannot import the scheme's types. */
function faultIn(first: FirstFault | null, language: LanguageCode): string {
  return first === null ? '' : schemeSentence(first as SchemeProblem, language)
}
