import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { hostContract } from '../../shared/api/host.ts'
import { isLanguageCode, languages, type LanguageCode } from '../../shared/text/languages.ts'
import type { Lang } from '../../shared/words.ts'
import { call } from '../api/client.ts'
import { recall, remember } from '../ui/remember.ts'

/** `language` is what the person chose; `lang` the one of the words that definitions and this page have, its base. */
type SpokenLanguage = { language: LanguageCode; lang: Lang; setLanguage: (language: LanguageCode) => void }

const LanguageContext = createContext<SpokenLanguage>({ language: 'zh', lang: 'zh', setLanguage: () => undefined })

/** Holds the language of the page: Chinese unless the person chose another before. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setChosen] = useState<LanguageCode>(() => {
    const chosen = recall('language')
    return isLanguageCode(chosen) ? chosen : 'zh'
  })
  const setLanguage = useCallback((next: LanguageCode) => {
    remember('language', next)
    setChosen(next)
  }, [])
  // The host may have been started in English (`--lang en`); what the person chose here goes before.
  useEffect(() => {
    if (recall('language') !== null) return
    call(hostContract.about).then(
      (host) => setChosen(host.lang),
      () => undefined,
    )
  }, [])
  useEffect(() => {
    document.documentElement.lang = languages[language].tag
  }, [language])
  const value = useMemo(() => ({ language, lang: languages[language].base, setLanguage }), [language, setLanguage])
  return <LanguageContext value={value}>{children}</LanguageContext>
}

/** The language in use, and how to change it. */
export function useLanguage(): SpokenLanguage {
  return useContext(LanguageContext)
}

/** The words of an area in the language in use. */
export function useText<Text>(area: { zh: Text; en: Text }): Text {
  return area[useContext(LanguageContext).lang]
}
