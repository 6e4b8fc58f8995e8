import { readFileSync } from 'node:fs'
import { schemeJsonSchema } from '../../shared/scheme/json-schema.ts'
import { parseScheme } from '../../shared/scheme/parse-scheme.ts'
import { commandLineSentences } from '../../shared/text/command-line.ts'
import { faultSentence, schemeSentence } from '../../shared/text/scheme-sentences.ts'
import { builtInSchemes } from '../services/scheme/schemes.ts'
import { required } from './arguments.ts'
import { columns, type Command } from './command.ts'

const schemes: Command = {
  name: 'schemes',
  usage: 'schemes',
  takes: 0,
  run: async (_given, { runtime }) => {
    const found = builtInSchemes(runtime.schemeFolder).map(({ scheme }) => ({
      id: scheme.id,
      version: scheme.version,
      title: scheme.title,
      tables: scheme.tables.map(({ code, title, kind }) => ({ code, title, kind })),
      indicators: scheme.indicators.map(({ code, unit }) => ({ code, unit })),
    }))
    return { json: found, text: () => columns(found.map(({ id, version, title }) => [id, version, title])) }
  },
}

const schemeCheck: Command = {
  name: 'scheme check',
  usage: 'scheme check FILE',
  run: async ({ positionals, lang }) => {
    const file = required(positionals[0], 'scheme check FILE')
    const parsed = parseScheme(readFileSync(file, 'utf8'), file)
    const problems = parsed.ok ? [] : parsed.problems
    return {
      json: {
        ok: parsed.ok,
        problems: problems.map((one) => ({
          line: one.line,
          column: one.column,
          code: one.fault.code === 'formula' ? one.fault.problem.code : one.fault.code,
          message: faultSentence(one.fault, lang),
        })),
      },
      text: (spoken) =>
        parsed.ok ? commandLineSentences(spoken).schemeSound : problems.map((one) => schemeSentence(one, spoken)).join('\n'),
      problems: !parsed.ok,
    }
  },
}

const schemeSchema: Command = {
  name: 'scheme schema',
  usage: 'scheme schema',
  takes: 0,
  run: async () => {
    const schema = schemeJsonSchema()
    return { json: schema, text: () => JSON.stringify(schema, null, 2) }
  },
}

export const schemeCommands: readonly Command[] = [schemes, schemeCheck, schemeSchema]
