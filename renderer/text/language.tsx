import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { hostContract } from '../../shared/api/host.ts'
import type { Lang } from '../../shared/words.ts'
import { call } from '../api/client.ts'
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
  // The host may have been started in English (`--lang en`); what the person chose here goes before.
  useEffect(() => {
    if (recall('language') !== null) return
    call(hostContract.about).then(
      (host) => setChosen(host.lang),
      () => undefined,
    )
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
