import { useCallback, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { hostContract } from '../../shared/api/host.ts'
import { isLanguageCode, languages, type LanguageCode } from '../../shared/text/languages.ts'
import type { PageSentences } from '../../shared/text/page-sentences.ts'
import { call } from '../api/client.ts'
import { LanguageContext } from '../text/language.tsx'
import { recall, remember } from '../ui/remember.ts'

type Spoken = { language: LanguageCode; sentences: PageSentences }

/** Holds the language of the page: the person's last choice, otherwise Chinese. Draws nothing until the sentences are loaded. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<LanguageCode>(() => {
    const chosen = recall('language')
    return isLanguageCode(chosen) ? chosen : 'zh'
  })
  const [spoken, setSpoken] = useState<Spoken | null>(null)
  // The former language stays in use until the sentences of the next one are loaded.
  useEffect(() => {
    let wanted = true
    const speak = (sentences: PageSentences) => wanted && setSpoken({ language: asked, sentences })
    languages[asked].page().then(speak, () => undefined)
    return () => {
      wanted = false
    }
  }, [asked])
  const setLanguage = useCallback((next: LanguageCode) => {
    remember('language', next)
    setAsked(next)
  }, [])
  // The person's choice outranks the host's start language (`--lang en`).
  useEffect(() => {
    if (recall('language') !== null) return
    call(hostContract.about).then(
      (host) => setAsked(host.lang),
      () => undefined,
    )
  }, [])
  useEffect(() => {
    if (spoken !== null) document.documentElement.lang = languages[spoken.language].tag
  }, [spoken])
  const value = useMemo(
    () => (spoken === null ? null : { ...spoken, lang: languages[spoken.language].base, setLanguage }),
    [spoken, setLanguage],
  )
  return value === null ? null : <LanguageContext value={value}>{children}</LanguageContext>
}
