import { parseArgs, type ParseArgsConfig } from 'node:util'
import { fail } from '../../shared/problem.ts'
import { isLanguageCode, languageCodes, type LanguageCode } from '../../shared/text/languages.ts'

/** What every command understands, behind its name or before it. */
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
 * The options that stand before a command's name, and the line from the name on. Whether the options are some that every command
 * understands, `takeArguments` says.
 */
export function splitAtName(args: readonly string[]): [before: string[], rest: string[]] {
  const { tokens } = parseArgs({ args: [...args], options: common, strict: false, allowPositionals: true, tokens: true })
  const at = tokens.find(({ kind }) => kind === 'positional')?.index ?? args.length
  return [args.slice(0, at), args.slice(at)]
}

/** Takes a command's arguments apart; an option that it does not know is wrong usage (`usage`, exit 2). */
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

/** A positional argument that must be there. */
export function required(value: string | undefined, usage: string): string {
  return value === undefined || value === '' ? fail('usage', { what: usage }) : value
}
