import { expect, test } from 'vitest'
import { codeOf, filesOf } from './repository.ts'

const IMPURE: [string, RegExp][] = [
  ['the clock', /\bDate\.now\b|\bnew Date\((?!\s*Date\.UTC\()|\bperformance\./],
  ['randomness', /\bMath\.random\b|\bcrypto\b/],
  ['the machine', /\bprocess\.|\bglobalThis\.|['"]node:|\brequire\(/],
  ['the network', /\bfetch\(|\bXMLHttpRequest\b/],
  ['the habits of the machine (locale)', /\.toLocale\w+\(|\bIntl\./],
  ['the console', /\bconsole\./],
]

test.each(IMPURE)('shared/ does not touch %s', (_, pattern) => {
  const found = filesOf('shared/**/*.ts').flatMap((path) =>
    codeOf(path)
      .split('\n')
      .flatMap((line) => (pattern.test(line) ? [`${path}: ${line.trim()}`] : [])),
  )
  expect(found).toEqual([])
})
