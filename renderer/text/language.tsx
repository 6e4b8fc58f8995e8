import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { Lang } from '../../shared/words.ts'
import { recall, remember } from '../ui/remember.ts'

type Language = { lang: Lang; setLang: (lang: Lang) => void }

const LanguageContext = createContext<Language>({ lang: 'zh', setLang: () => undefined })

/** Holds the language of the page: Chinese unless the person chose English before. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [lang, setChosen] = useState<Lang>(() => (recall('language') === 'en' ? 'en' : 'zh'))
  const setLang = useCallback((next: Lang) => {
    remember('language', next)
    setChosen(next)
  }, [])
  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
  }, [lang])
  const value = useMemo(() => ({ lang, setLang }), [lang, setLang])
  return <LanguageContext value={value}>{children}</LanguageContext>
}

/** The language in use, and how to change it. */
export function useLanguage(): Language {
  return useContext(LanguageContext)
}

/** The words of an area in the language in use. */
export function useText<Text>(area: { zh: Text; en: Text }): Text {
  return area[useContext(LanguageContext).lang]
}
