import type { Problem } from '../problem.ts'
import { languages, type LanguageCode } from './languages.ts'

/** A problem as a sentence: what happened, where, what to do (UI.md Words). One place for the page, the command line and reports. */
export function problemSentence({ code, details }: Problem, language: LanguageCode): string {
  const sentence = languages[language].sentences.problems[code] as (of: Problem['details']) => string
  return sentence(details)
}
