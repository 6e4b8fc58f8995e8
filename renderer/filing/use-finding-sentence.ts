import { useMemo } from 'react'
import type { Finding } from '../../shared/check/findings.ts'
import type { Scheme } from '../../shared/scheme/scheme.ts'
import type { LanguageCode } from '../../shared/text/languages.ts'
import { findingSentence } from '../../shared/text/finding-sentence.ts'
import { useScheme } from '../place/workspace-context.tsx'
import { useLanguage } from '../text/language.tsx'

/** Words findings in the current language, each finding once, because a search words thousands of findings at every key. */
export function useFindingSentence(): (finding: Finding) => string {
  const scheme = useScheme()
  const { language } = useLanguage()
  return useMemo(() => wordingOnce(scheme, language), [scheme, language])
}

function wordingOnce(scheme: Scheme, language: LanguageCode): (finding: Finding) => string {
  const known = new WeakMap<Finding, string>()
  return (finding) => {
    const before = known.get(finding)
    if (before !== undefined) return before
    const sentence = findingSentence(scheme, finding, language)
    known.set(finding, sentence)
    return sentence
  }
}
