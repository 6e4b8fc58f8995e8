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
/** The packages that replace others by an override, written `npm:NAME@VERSION`. */
const standIns = Object.values(manifest.overrides).flatMap((packages) =>
  Object.values(packages).map((wanted) => /^npm:(.+)@[^@]+$/.exec(wanted)?.[1] ?? wanted),
)
const documents = filesOf('*.md', 'docs/**/*.md', '{shared,electron,renderer,build,test,.ci}/**/*.md')

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
  const named = documents.flatMap((path) =>
    [...textOf(path).matchAll(/npm run (?:-s )?([\w:-]+)/g)].map((match) => `${path}: ${match[1] ?? ''}`),
  )
  expect(named.filter((name) => !((name.split(': ')[1] ?? '') in manifest.scripts))).toEqual([])
})

/** True when a path of the repository, `*` allowed, leads to a file or a folder. */
function isThere(path: string): boolean {
  return filesOf(path).length > 0 || filesOf(`${path.replace(/\/$/, '')}/**/*`).length > 0
}

test('a link from one document to another leads somewhere', () => {
  const broken = documents.flatMap((path) =>
    [...textOf(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map((match) => match[1] ?? '')
      .filter((target) => !isThere(new URL(target, `file:///${path}`).pathname.slice(1)))
      .map((target) => `${path}: ${target}`),
  )
  expect(broken).toEqual([])
})

/** Placeholders in a path that stand for any file. */
const FOR_ANY = /NAME|NNNN/

/** The paths from the top of the repository that a text names in code spans and blocks. */
function pathsIn(text: string): string[] {
  const code = [...text.matchAll(/```[^]*?```|`[^`\n]+`/g)].map(([span]) => span).join('\n')
  return [...code.matchAll(/(?<![\w./-])(?:shared|electron|renderer|build|docs|test|\.ci)\/[\w./*-]*[\w/*]/g)]
    .map(([path]) => path)
    .filter((path) => !FOR_ANY.test(path))
}

test('a file or folder that a document names is there', () => {
  const gone = documents.flatMap((path) =>
    pathsIn(textOf(path))
      .filter((named) => !isThere(named))
      .map((named) => `${path}: ${named}`),
  )
  expect(gone).toEqual([])
  expect(pathsIn('`shared/gone.ts`, `npx node build/gone.ts x`, `shared/NAME.yaml`, `./shared/x.ts`')).toEqual([
    'shared/gone.ts',
    'build/gone.ts',
  ])
})

test('the architecture has its five flows, each a list of files', () => {
  const flows = textOf('ARCHITECTURE.md').split(/^## /m).slice(1)
  expect(flows.map((flow) => flow.split('\n')[0])).toEqual([
    'A key to SQLite and back',
    'A dropped file to a total',
    'An indicator to the Word report',
    "A scheme's mistake to its message",
    'A summary PDF',
  ])
  for (const flow of flows) expect(pathsIn(flow).length, flow.slice(0, 30)).toBeGreaterThan(5)
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
