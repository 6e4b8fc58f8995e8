import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

type Area = Record<string, unknown>

const folder = fileURLToPath(new URL('../../../renderer/text/', import.meta.url))
const files = globSync('*.ts', { cwd: folder }).filter((file) => file !== 'catalogue.ts')
const areas = await Promise.all(
  files.map(async (file) => ({
    file,
    exported: Object.values((await import(`${folder}${file}`)) as Record<string, { zh: Area; en: Area }>),
  })),
)

const sentences = areas.flatMap(({ file, exported }) =>
  exported.flatMap(({ zh, en }) =>
    (['zh', 'en'] as const).flatMap((lang) =>
      Object.entries(lang === 'zh' ? zh : en).map(([key, value]) => ({ file, lang, key, text: String(value) })),
    ),
  ),
)

describe('the message catalogue', () => {
  test('has sentences', () => expect(sentences.length).toBeGreaterThan(100))
  test.each(areas)('$file has the same keys in both languages', ({ exported }) => {
    for (const { zh, en } of exported) expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
  })
  test('no English sentence was left in Chinese', () => {
    // The product's name, and a text with the column titles of Chinese files.
    const named = ['product', 'emptyText']
    const left = sentences.filter(({ lang, key, text }) => lang === 'en' && !named.includes(key) && /[\u4e00-\u9fff]/u.test(text))
    expect(left).toEqual([])
  })
  test('nothing shouts, and nothing asks to please wait', () => {
    expect(sentences.filter(({ text }) => /！|[a-z]!|请稍候|操作成功|是否确定|please wait|oops/iu.test(text))).toEqual([])
  })
})
