import { expect, test } from 'vitest'
import { filesOf, textOf } from './repository.ts'

const TEXTS = filesOf('*', '{shared,electron,renderer,build,docs,test}/**/*.{ts,tsx,js,json,md,yaml,yml,css,html,sh,csv}').filter(
  (path) => path !== 'test/architecture/repository-words.test.ts',
)

test.each([
  ['a folder of one machine', /(?<![\w.$}*])\/(work|root)\/\w|(?<![\w.$}*])\/tmp\/\w|[A-Z]:\\Users\\(?!li\\)\w/],
  ['the host of a package registry or mirror', /registry\.npmjs|npmmirror|verdaccio|"resolved":/],
  ['a secret', /-----BEGIN [A-Z ]*PRIVATE KEY|\bgh[pousr]_\w{20}|\bAKIA[A-Z0-9]{16}\b/],
])('nothing in the repository names %s', (_, pattern) => {
  const found = TEXTS.flatMap((path) =>
    textOf(path)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 120)}`] : [])),
  )
  expect(found).toEqual([])
})

test('no work is left as a note to oneself', () => {
  const found = TEXTS.filter((path) => /\.tsx?$/.test(path) && /\b(TODO|FIXME|XXX|HACK)\b/.test(textOf(path)))
  expect(found).toEqual([])
})
