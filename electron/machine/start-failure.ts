import { ProblemError } from '../../shared/problem.ts'
import { commandLineSentences } from '../../shared/text/command-line.ts'
import { problemSentence } from '../../shared/text/problem-sentences.ts'
import { languageCodes, type LanguageCode } from '../../shared/text/languages.ts'

/** The sentence for a failed start, without a stack trace; the sentences for wrong arguments and a used port name a remedy. */
export function startFailure(thrown: unknown, lang: LanguageCode): string {
  if (thrown instanceof ProblemError) return problemSentence(thrown.problem, lang)
  const { code, message } = thrown instanceof Error ? (thrown as NodeJS.ErrnoException) : { code: '', message: String(thrown) }
  const { start } = commandLineSentences(lang)
  if (code === 'EADDRINUSE' || code === 'EACCES') return start.port
  if (code?.startsWith('ERR_PARSE_ARGS') === true) return start.arguments(message, languageCodes.join('|'))
  return start.otherwise(message)
}
