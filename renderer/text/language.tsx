import { createContext, useContext } from 'react'
import type { LanguageCode } from '../../shared/text/languages.ts'
import type { PageSentences } from '../../shared/text/page-sentences.ts'
import type { Lang } from '../../shared/words.ts'

/** `language` is the person's choice, in `sentences`; `lang` is its base language, which has the words of definitions. */
type SpokenLanguage = { language: LanguageCode; lang: Lang; sentences: PageSentences; setLanguage: (language: LanguageCode) => void }

/** The language in use, provided by frame/language-provider.tsx. */
export const LanguageContext = createContext<SpokenLanguage | null>(null)

/** The language in use, and the function that changes the language. */
export function useLanguage(): SpokenLanguage {
  const spoken = useContext(LanguageContext)
  if (spoken === null) throw new Error('Parts of the page are drawn only inside LanguageProvider.')
  return spoken
}

/** The sentences of an area in the language in use: `const t = useText('fill')`. */
export function useText<Area extends keyof PageSentences>(area: Area): PageSentences[Area] {
  return useLanguage().sentences[area]
}
