import type { Lang } from '../words.ts'
import { en } from './en/sentences.ts'
import type { PageSentences } from './page-sentences.ts'
import type { Sentences } from './sentences.ts'
import { zh } from './zh/sentences.ts'

/**
 * The languages that a person can choose, each with its name and its sentences. A new language is a line here and a folder whose
 * sentences start as a copy of another language's (`{ ...en, problems: { ...en.problems, … } }`). Words outside these sentences
 * (formulas, definitions) are in the `base` language.
 */
const definitions = {
  zh: {
    name: '中文',
    choose: '用中文显示',
    tag: 'zh-CN',
    base: 'zh',
    sentences: zh,
    page: () => import('./zh/page.ts').then(({ page }) => page),
  },
  en: {
    name: 'English',
    choose: 'Show the page in English',
    tag: 'en',
    base: 'en',
    sentences: en,
    page: () => import('./en/page.ts').then(({ page }) => page),
  },
} as const satisfies Record<string, LanguageDefinition>

/**
 * `name` and `choose` are in the language itself; `tag` is the language's BCP 47 tag. `page` loads the page's sentences, because the host
 * does without them and a page needs those of one language.
 */
type LanguageDefinition = {
  name: string
  choose: string
  tag: string
  base: Lang
  sentences: Sentences
  page: () => Promise<PageSentences>
}

export type LanguageCode = keyof typeof definitions
export const languages: Readonly<Record<LanguageCode, LanguageDefinition>> = definitions
export const languageCodes = Object.keys(definitions) as [LanguageCode, ...LanguageCode[]]

/** True when a text is the code of a language that can be chosen. */
export function isLanguageCode(code: unknown): code is LanguageCode {
  return typeof code === 'string' && Object.hasOwn(languages, code)
}
