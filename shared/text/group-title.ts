import { languages, type LanguageCode } from './languages.ts'

/** The title of a group of units in words; `title` is null for the units without a value of the grouping's attribute. */
export function groupTitle(title: string | null, language: LanguageCode): string {
  return title ?? languages[language].sentences.unsaidGroup
}
