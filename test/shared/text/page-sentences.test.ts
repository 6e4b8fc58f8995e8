import { describe, expect, test } from 'vitest'
import { languageCodes, languages } from '../../../shared/text/languages.ts'
import type { PageSentences } from '../../../shared/text/page-sentences.ts'

const spoken = await Promise.all(languageCodes.map(async (language) => ({ language, page: await languages[language].page() })))
const [zh, en] = [await languages.zh.page(), await languages.en.page()]

type Sentence = { language: string; area: string; key: string; text: string }

/** Every sentence of a language; the text of a sentence with values is its function. */
function sentencesOf(language: string, page: PageSentences): Sentence[] {
  return Object.entries(page).flatMap(([area, sentences]) =>
    Object.entries(sentences).map(([key, value]) => ({ language, area, key, text: String(value) })),
  )
}

const sentences = spoken.flatMap(({ language, page }) => sentencesOf(language, page))

describe("the page's sentences", () => {
  test('are many', () => expect(sentences.length).toBeGreaterThan(100))
  test.each(spoken)('$language has the areas and keys of Chinese', ({ language, page }) => {
    const keysOf = (code: string, of: PageSentences): string[] => sentencesOf(code, of).map(({ area, key }) => `${area}.${key}`)
    expect(keysOf(language, page).sort()).toEqual(keysOf('zh', zh).sort())
  })
  test('no English sentence was left in Chinese', () => {
    // The product's name, the switch to Chinese, and titles that stand in files as they are named.
    const named = ['product', 'emptyText']
    const left = sentencesOf('en', en).filter(({ key, text }) => !named.includes(key) && /[\u4e00-\u9fff]/u.test(text))
    expect(left).toEqual([])
  })
  test('nothing shouts, and nothing asks to please wait', () => {
    expect(sentences.filter(({ text }) => /！|[a-z]!|请稍候|操作成功|是否确定|please wait|oops/iu.test(text))).toEqual([])
  })
  test('a language may begin as a copy of another with a few sentences replaced', () => {
    const begun: PageSentences = { ...en, titles: { ...en.titles, fill: 'Formulaires' } }
    expect([begun.titles.fill, begun.titles.checks]).toEqual(['Formulaires', 'Checks'])
  })
})
