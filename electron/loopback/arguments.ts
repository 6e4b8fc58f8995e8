import { fail } from '../../shared/problem.ts'
import { isLanguageCode, type LanguageCode } from '../../shared/text/languages.ts'

/** The language of --lang, otherwise null. Read before the other arguments, because their faults are reported in this language. */
export function spokenLanguage(args: readonly string[]): LanguageCode | null {
  const at = args.findLastIndex((one) => one === '--lang' || one.startsWith('--lang='))
  const said = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1])
  return isLanguageCode(said) ? said : null
}

/** The port of --port; 0, a free one, without --port. Fails with `usage`. */
export function portOf(text: string | undefined): number {
  const port = Number(text ?? '0')
  return Number.isInteger(port) && port >= 0 && port <= 65535 ? port : fail('usage', { what: '--port 0–65535' })
}
