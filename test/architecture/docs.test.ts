import { expect, test } from 'vitest'
import { commands } from '../../electron/cli/commands.ts'
import { shownVerdicts, verdictWords, type ShownVerdict } from '../../renderer/pages/receive/shown-verdict.ts'
import { verdictDefinitions } from '../../shared/receive/verdicts.ts'
import { filesOf, textOf } from './repository.ts'

type Manifest = {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  allowScripts: Record<string, boolean>
  overrides: Record<string, Record<string, string>>
  scripts: Record<string, string>
}
const manifest = JSON.parse(textOf('package.json')) as Manifest
const dependencies = textOf('docs/dependencies.md')
/** What stands in for packages that a dependency asks for, written `npm:NAME@VERSION`. */
const standIns = Object.values(manifest.overrides).flatMap((packages) =>
  Object.values(packages).map((wanted) => /^npm:(.+)@[^@]+$/.exec(wanted)?.[1] ?? wanted),
)

test('every dependency, and every pin, is explained', () => {
  const names = [...Object.keys({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.allowScripts }), ...standIns]
  expect(names.filter((name) => !dependencies.includes(`| \`${name}\``))).toEqual([])
})

test('nothing is explained that is no longer there', () => {
  const explained = [...dependencies.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1] ?? '')
  const known = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.allowScripts }
  expect(explained.filter((name) => !(name in known) && !standIns.includes(name))).toEqual([])
})

test('a script that the documents name exists', () => {
  const named = filesOf('README.md', 'docs/**/*.md', '{shared,electron,renderer,build,test}/**/README.md').flatMap((path) =>
    [...textOf(path).matchAll(/npm run (?:-s )?([\w:-]+)/g)].map((match) => `${path}: ${match[1] ?? ''}`),
  )
  expect(named.filter((name) => !((name.split(': ')[1] ?? '') in manifest.scripts))).toEqual([])
})

test('a link from one document to another leads somewhere', () => {
  const broken = filesOf('README.md', 'docs/**/*.md').flatMap((path) =>
    [...textOf(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map((match) => match[1] ?? '')
      .filter(
        (target) =>
          filesOf(new URL(target, `file:///${path}`).pathname.slice(1)).length === 0 &&
          filesOf(`${new URL(target, `file:///${path}`).pathname.slice(1)}/**/*`).length === 0,
      )
      .map((target) => `${path}: ${target}`),
  )
  expect(broken).toEqual([])
})

test('every command of the command line is documented with all its options, and no other is', () => {
  const text = textOf('docs/command-line.md')
  const rows = [...text.matchAll(/^\| (`.*?)(?<!\\) \| /gm)].map((match) => match[1] ?? '')
  const documented = rows.flatMap((row) => [...row.matchAll(/`([a-z]+(?: [a-z]+)?)[^`]*`/g)].map((match) => match[1] ?? ''))
  expect([...new Set(documented)].sort()).toEqual(commands.map(({ name }) => name).sort())
  const options = commands.flatMap(({ name, options: known }) => Object.keys(known ?? {}).map((option) => `${name} --${option}`))
  expect(options.filter((option) => !text.includes(`--${option.split(' --')[1] ?? ''}`))).toEqual([])
})

test('the user guide lists every verdict in the order of the page, with who takes such a file', () => {
  const takenWords = { 'by-itself': '接收', 'not-needed': '不用处理', 'when-decided': '由您决定', never: '不接收' }
  const taken = (verdict: ShownVerdict): string => takenWords[verdictDefinitions[verdict === 'other-task' ? 'unreadable' : verdict].taken]
  const [, table = ''] = textOf('docs/user-guide.zh.md').split('| 结论 | 意思 | 接收时 |')
  const rows = [...table.split('\n\n')[0]!.matchAll(/^\| ([^|]+) \| [^|]+ \| ([^|，]+?)(?:，[^|]*)? \|$/gm)]
  expect(rows.map(([, label, who]) => [label, who])).toEqual(
    shownVerdicts.map((verdict) => [verdictWords(verdict).label.zh, taken(verdict)]),
  )
})
