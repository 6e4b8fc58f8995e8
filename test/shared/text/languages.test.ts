import { expect, test } from 'vitest'
import { languageFor } from '../../../shared/text/languages.ts'

test.each([
  ['en-US', 'en'],
  ['en', 'en'],
  ['en_GB.UTF-8', 'en'],
  ['zh-CN', 'zh'],
  ['zh_CN.UTF-8', 'zh'],
  ['C.UTF-8', 'zh'],
  ['constructor', 'zh'],
  ['', 'zh'],
])('a machine with the locale “%s” speaks %s', (locale, expected) => expect(languageFor(locale)).toBe(expected))
