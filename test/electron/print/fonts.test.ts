import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { embeddedFonts } from '../../../electron/print/fonts.ts'

const folder = new URL('../../../node_modules/@fontsource-variable/noto-sans-sc/', import.meta.url)
const css = readFileSync(new URL('index.css', folder), 'utf8')
const read = (file: string): string => readFileSync(new URL(`files/${file}`, folder)).toString('base64')

describe('the bundled fallback font', () => {
  test('every file the style sheet names is there', () => {
    const files = [...css.matchAll(/url\(\.\/files\/([\w.-]+)\)/g)].map(([, file = '']) => file)
    expect(files.length).toBeGreaterThan(90)
    for (const file of files) expect(existsSync(new URL(`files/${file}`, folder)), file).toBe(true)
  })

  test('only the files that a text needs are put inside', () => {
    expect(embeddedFonts(css, 'only ASCII 123', read)).toBe('')
    const some = embeddedFonts(css, '学校统计报表，在校学生数', read)
    expect(some).toContain('data:font/woff2;base64,')
    expect(some.match(/@font-face/g)?.length).toBeLessThan(12)
  })
})
