import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../../../electron/cli/commands.ts'
import { commandNames } from '../../../shared/text/command-names.ts'
import { temporaryFolder } from '../../builders/run-cli.ts'
import { json, say } from './run-in-process.ts'

/**
 * Exit 2 for wrong usage, 3 for a failed command, errors on stderr as `code: sentence`, nothing on stdout
 * (docs/command-line.md: Exit codes).
 */
const { folder, remove } = temporaryFolder()
afterAll(remove)
const workspace = join(folder, 'school.xiaotong')
const file = (name: string): string => join(folder, name)

beforeAll(async () => {
  await json(['init', workspace, '--scheme', 'minsheng', '--period', '2021', '--unit', '2134000001', '--name', '甲村小学'])
  writeFileSync(file('broken.json'), '{"facts":')
  writeFileSync(file('shape.json'), '{"facts":{"MS00.03.3":{"n":1}}}')
  writeFileSync(file('text.xiaotong'), 'no workspace')
  mkdirSync(file('folder'))
}, 60_000)

/** Expects the code and a sentence for people, without a stack and without internal names. */
function expectSentence(stderr: string, code: string): void {
  expect(stderr).toMatch(new RegExp(`^${code}: \\S`))
  expect(stderr).not.toMatch(/\n\s+at |node:internal|\.ts:\d|undefined|\[object/)
}

describe('wrong usage', () => {
  test.each<[string[], string]>([
    [['nonsense'], 'usage'],
    [['scheme'], 'usage'],
    [['schemes', 'more'], 'usage'],
    [['schemes', '--bogus'], 'usage'],
    [['scheme', 'check'], 'usage'],
    [['init'], 'usage'],
    [['init', file('new'), '--scheme', 'minsheng'], 'usage'],
    [['init', file('new'), '--scheme', 'none', '--period', '2021', '--unit', '1', '--name', 'a'], 'scheme-unknown'],
    [['init', file('new'), '--scheme', 'minsheng', '--period', '21', '--unit', '1', '--name', 'a'], 'period-invalid'],
    [['roster'], 'usage'],
    [['roster', workspace, 'more'], 'usage'],
    [['set', workspace], 'usage'],
    [['set', workspace, '--unit', '2134000001', 'MS00.03.3'], 'usage'],
    [['set', workspace, '--unit', '9', 'MS00.03.3=1'], 'unit-unknown'],
    [['set', workspace, '--unit', '2134000001', '--from', file('broken.json')], 'usage'],
    [['set', workspace, '--unit', '2134000001', '--from', file('shape.json')], 'usage'],
    [['facts', workspace], 'usage'],
    [['facts', workspace, '--unit', '9'], 'unit-unknown'],
    [['check', workspace, '--unit', '9'], 'unit-unknown'],
    [['check', workspace, 'more'], 'usage'],
    [['sign', workspace, '--unit', '2134000001'], 'usage'],
    [['sign', workspace, '--unit', '2134000001', '--filler', 'a', '--head', 'b', '--date', '2021-02-30'], 'usage'],
    [['export', workspace, '--out', file('x.xlsx')], 'usage'],
    [['export', workspace, '--unit', '2134000001'], 'usage'],
    [['export', workspace, '--unit', '2134000001', '--all', '--out', file('x')], 'usage'],
    [['receive', workspace], 'usage'],
    [['undo', workspace], 'usage'],
    [['undo', workspace, 'first'], 'usage'],
    [['undo', workspace, '99'], 'batch-unknown'],
    [['status'], 'usage'],
    [['consolidate', workspace, '--by', 'street'], 'usage'],
    [['consolidate', workspace, '--money', '分', '--out', 'x.pdf'], 'usage'],
    [['consolidate', workspace, '--money', '万元', '--out', 'x.csv'], 'usage'],
    [['consolidate', workspace, '--money', '万元'], 'usage'],
    [['consolidate', workspace, '--out', file('x.doc')], 'usage'],
    [['indicators', workspace, '--by', 'street'], 'usage'],
    [['lineage', workspace], 'usage'],
    [['lineage', workspace, 'MS99.1.1'], 'cell-unknown'],
    [['evaluate'], 'usage'],
    [['backup'], 'usage'],
    [['restore', workspace], 'usage'],
    [['verify'], 'usage'],
    [['demo'], 'usage'],
    [['demo', '--out', file('d'), '--scheme', 'none'], 'scheme-unknown'],
    [['serve', '--port', '70000'], 'usage'],
    [['status', workspace, '--lang', 'xx'], 'usage'],
    [['status', workspace, '--lang'], 'usage'],
    [['--lang', 'xx', 'status', workspace], 'usage'],
    [['--lang', 'status', workspace], 'usage'],
    [['--nonsense', 'init', file('new')], 'usage'],
    [['--nonsense'], 'usage'],
    [['--scheme', 'minsheng', 'init', file('new')], 'usage'],
  ])('%j', async (args, code) => {
    for (const more of [[], ['--json']]) {
      const said = await say(...args, ...more)
      expect([said.code, said.stdout]).toEqual([2, ''])
      expectSentence(said.stderr, code)
    }
  })
})

describe('what could not be done', () => {
  test.each<[string[], string]>([
    [['status', file('none')], 'workspace-missing'],
    [['verify', file('text.xiaotong')], 'not-a-workspace'],
    [['init', workspace, '--scheme', 'minsheng', '--period', '2021', '--unit', '1', '--name', 'a'], 'workspace-exists'],
    [['init', file('new'), '--scheme', file('none.yaml'), '--period', '2021', '--unit', '1', '--name', 'a'], 'not-found'],
    [
      ['init', file('new'), '--scheme', 'minsheng', '--period', '2021', '--unit', '1', '--name', 'a', '--roster', file('none.csv')],
      'not-found',
    ],
    [['roster', workspace, '--import', file('none.csv')], 'not-found'],
    [['scheme', 'check', file('none.yaml')], 'not-found'],
    [['set', workspace, '--unit', '2134000001', '--from', file('none.json')], 'not-found'],
    [['receive', workspace, file('none')], 'not-found'],
    [['export', workspace, '--unit', '2134000001', '--out', join(file('broken.json'), 'x.xlsx')], 'not-writable'],
    [['consolidate', workspace, '--out', join(file('broken.json'), 'x.csv')], 'not-writable'],
    [['restore', workspace, '--from', file('none')], 'workspace-missing'],
    [['restore', workspace, '--from', file('text.xiaotong')], 'workspace-damaged'],
  ])('%j', async (args, code) => {
    const said = await say(...args, '--json')
    expect([said.code, said.stdout]).toEqual([3, ''])
    expectSentence(said.stderr, code)
  })

  test('a workspace that could not be filled is not left behind half made', async () => {
    const good = ['init', file('new'), '--scheme', 'minsheng', '--period', '2021', '--unit', '1', '--name', 'a小学']
    expect((await say(...good, '--roster', file('broken.json'))).code).toBe(3)
    expect((await say(...good)).code).toBe(0)
  })

  test('a workspace that could not be filled leaves the backups of an earlier one of its name', async () => {
    const path = file('moved.xiaotong')
    const made = ['init', path, '--scheme', 'minsheng', '--period', '2021', '--unit', '1', '--name', 'a小学']
    await json(made)
    const { file: backup } = (await json(['backup', path])) as { file: string }
    rmSync(path)
    expect((await say(...made, '--roster', file('broken.json'))).code).toBe(3)
    expect([existsSync(path), existsSync(backup), existsSync(`${path}.lock`)]).toEqual([false, true, true])
    await json(['restore', path, '--from', backup])
  })
})

describe('for people', () => {
  test('help names every command, in both languages', async () => {
    for (const [args, word] of [
      [[], '新建工作区'],
      [['--help', '--lang', 'en'], 'new workspace'],
      [['help'], '撤销'],
    ] as const) {
      const said = await say('--lang=zh', ...args)
      expect(said).toMatchObject({ code: 0, stderr: '' })
      for (const { name } of commands) expect(said.stdout).toContain(name)
      if (args.length < 3) expect(said.stdout).toContain(word)
    }
    for (const args of [['--lang', 'en'], ['--lang=en'], ['-h', '--lang', 'en'], ['--json', '--lang', 'en']]) {
      expect(await say(...args)).toMatchObject({ code: 0, stdout: expect.stringContaining('new workspace'), stderr: '' })
    }
  })

  test('each named command exists, in the order of the help', () => {
    expect(commands.map(({ name }) => name)).toEqual(commandNames)
  })

  test('every command says its usage', async () => {
    for (const { name, usage } of commands)
      expect(await say(...name.split(' '), '--help')).toEqual({ code: 0, stdout: `${usage}\n`, stderr: '' })
  })

  test('--lang, --json and --help mean the same before the name of a command as behind it', async () => {
    const english = await say('status', workspace, '--lang', 'en')
    expect(english).toMatchObject({ code: 0, stderr: '' })
    expect(english.stdout).toMatch(/^task minsheng\.2021\nfiled /)
    for (const before of [['--lang', 'en'], ['--lang=en']]) expect(await say(...before, 'status', workspace)).toEqual(english)
    const document = await say('status', workspace, '--json')
    for (const before of [['--json'], ['--lang', 'en', '--json']]) expect(await say(...before, 'status', workspace)).toEqual(document)
    for (const before of ['--help', '-h'])
      expect(await say(before, 'scheme', 'check')).toMatchObject({ code: 0, stdout: 'scheme check FILE\n' })
    const made = ['init', file('before.xiaotong'), '--scheme', 'minsheng', '--period', '2021', '--unit', '1', '--name', '乙村小学']
    expect(await say('--lang', 'en', ...made)).toMatchObject({ code: 0, stderr: '' })
    expect((await say('--lang', 'en', 'status', file('none'))).stderr).toMatch(/^workspace-missing: The workspace/)
  })

  test('errors are said in the language asked for, wherever it stands in the line', async () => {
    expect((await say('status', file('none'), '--lang', 'en')).stderr).toMatch(/^workspace-missing: The workspace/)
    expect((await say('status', file('none'), '--lang=zh')).stderr).toMatch(/^workspace-missing: 找不到/)
    expect((await say('nonsense', '--lang', 'en')).stderr).toMatch(/^usage: There is no command/)
  })
})
