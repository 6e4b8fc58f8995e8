import { createContext, useContext } from 'react'
import type { LanguageCode } from '../../shared/text/languages.ts'
import type { Lang } from '../../shared/words.ts'

/** `language` is the person's choice; `lang` is its base language, which has the words of definitions and page. */
type SpokenLanguage = { language: LanguageCode; lang: Lang; setLanguage: (language: LanguageCode) => void }

/** The language in use, provided by frame/language-provider.tsx. */
export const LanguageContext = createContext<SpokenLanguage>({ language: 'zh', lang: 'zh', setLanguage: () => undefined })

/** The language in use, and the function that changes the language. */
export function useLanguage(): SpokenLanguage {
  return useContext(LanguageContext)
}

/** The words of an area in the language in use. */
export function useText<Text>(area: { zh: Text; en: Text }): Text {
  return area[useContext(LanguageContext).lang]
}
