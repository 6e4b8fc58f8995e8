import { expect, test } from 'vitest'
import { filesOf, foldersOf, shippedSources, textOf } from './repository.ts'

/** The folders of one language, which need no README, because shared/text/README.md names the files of all languages. */
const ofALanguage = /^shared\/text\/[a-z]+(\/page)?$/

test('every folder with sources says in a few lines what belongs into it', () => {
  const folders = foldersOf([...shippedSources(), ...filesOf('build/**/*.ts', 'test/*/*.ts', '.ci/**/*.ts')])
  const readmes = filesOf('**/README.md', '.ci/**/README.md')
  expect(folders.filter((folder) => !ofALanguage.test(folder) && !readmes.includes(`${folder}/README.md`))).toEqual([])
})

test('a folder README is at most 15 lines', () => {
  const readmes = filesOf('{shared,electron,renderer,build,test,.ci}/**/README.md')
  expect(readmes.filter((path) => textOf(path).trimEnd().split('\n').length > 15)).toEqual([])
})
