import { languages, type LanguageCode } from './languages.ts'
import type { CommandLineSentences } from './sentences.ts'

/** The sentences of the command line and of the start, in one language. */
export function commandLineSentences(language: LanguageCode): CommandLineSentences {
  return languages[language].sentences.commandLine
}
