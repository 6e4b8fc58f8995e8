import { expect, test } from 'vitest'
import { codeOf, filesOf } from './repository.ts'

/** The frames of the page: each `<iframe …>` as written, with its file. */
function framesOf(paths: readonly string[]): { path: string; tag: string }[] {
  return paths.flatMap((path) => [...codeOf(path).matchAll(/<iframe\b(?:=>|[^>])*>/g)].map(([tag]) => ({ path, tag })))
}

test('what stands in a frame runs no scripts', () => {
  const frames = framesOf(filesOf('renderer/**/*.{tsx,html}'))
  expect(frames.length).toBeGreaterThan(0)
  const open = frames.filter(({ tag }) => {
    const sandbox = /\bsandbox="([^"]*)"/.exec(tag)?.[1]
    return sandbox === undefined || /\ballow-(scripts|top-navigation|popups|forms)/.test(sandbox)
  })
  expect(open).toEqual([])
})

test('frames are written as tags, where the test above sees them', () => {
  const others = filesOf('renderer/**/*.{ts,tsx}').filter((path) =>
    /createElement\(\s*['"](iframe|frame|object|embed)|<(object|embed|frame)\b/.test(codeOf(path)),
  )
  expect(others).toEqual([])
})
