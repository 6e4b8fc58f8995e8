import { useCallback, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { hostContract } from '../../shared/api/host.ts'
import { isLanguageCode, languages, type LanguageCode } from '../../shared/text/languages.ts'
import { call } from '../api/client.ts'
import { LanguageContext } from '../text/language.tsx'
import { recall, remember } from '../ui/remember.ts'

/** Holds the language of the page: the person's last choice, otherwise the host's start language. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setChosen] = useState<LanguageCode>(() => {
    const chosen = recall('language')
    return isLanguageCode(chosen) ? chosen : 'zh'
  })
  const setLanguage = useCallback((next: LanguageCode) => {
    remember('language', next)
    setChosen(next)
  }, [])
  // The person's choice outranks the host's start language (`--lang en`).
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
