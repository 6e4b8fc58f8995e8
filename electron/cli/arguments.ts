import { parseArgs, type ParseArgsConfig } from 'node:util'
import { fail } from '../../shared/problem.ts'
import { isLanguageCode, languageCodes, type LanguageCode } from '../../shared/text/languages.ts'

/** The options of every command; they stand before or after the command's name. */
const common = {
  json: { type: 'boolean', default: false },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

type Options = NonNullable<ParseArgsConfig['options']>
export type CommandInput = {
  positionals: string[]
  json: boolean
  lang: LanguageCode
  text: (name: string) => string | undefined
  flag: (name: string) => boolean
}

/**
 * Splits a command line into the options before the command's name and the rest from the name on. Unknown options pass;
 * `takeArguments` refuses them.
 */
export function splitAtName(args: readonly string[]): [before: string[], rest: string[]] {
  const { tokens } = parseArgs({ args: [...args], options: common, strict: false, allowPositionals: true, tokens: true })
  const at = tokens.find(({ kind }) => kind === 'positional')?.index ?? args.length
  return [args.slice(0, at), args.slice(at)]
}

/** Parses a command's arguments. Fails with `usage` (exit 2) for an unknown option or language. */
export function takeArguments(args: readonly string[], options: Options, systemLang: LanguageCode): CommandInput {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { ...common, ...options }, allowPositionals: true })
    const said = values as Record<string, string | boolean | undefined>
    const spoken = said['lang']
    if (spoken !== undefined && !isLanguageCode(spoken)) return fail('usage', { what: `--lang ${languageCodes.join('|')}` })
    return {
      positionals,
      json: said['json'] === true,
      lang: spoken ?? systemLang,
      text: (name) => (typeof said[name] === 'string' ? said[name] : undefined),
      flag: (name) => said[name] === true,
    }
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
      return fail('usage', { what: error.message })
    throw error
  }
}

/** Returns the value of a required argument or option. Fails with `usage` when the value is missing or empty. */
export function required(value: string | undefined, usage: string): string {
  return value === undefined || value === '' ? fail('usage', { what: usage }) : value
}
