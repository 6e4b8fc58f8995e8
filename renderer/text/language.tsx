import { createContext, useContext } from 'react'
import type { LanguageCode } from '../../shared/text/languages.ts'
import type { Lang } from '../../shared/words.ts'

/** `language` is what the person chose; `lang` the one of the words that definitions and this page have, its base. */
type SpokenLanguage = { language: LanguageCode; lang: Lang; setLanguage: (language: LanguageCode) => void }

/** The language in use; the frame gives it (frame/language-provider.tsx). */
export const LanguageContext = createContext<SpokenLanguage>({ language: 'zh', lang: 'zh', setLanguage: () => undefined })

/** The language in use, and how to change it. */
export function useLanguage(): SpokenLanguage {
  return useContext(LanguageContext)
}

/** The words of an area in the language in use. */
export function useText<Text>(area: { zh: Text; en: Text }): Text {
  return area[useContext(LanguageContext).lang]
}
