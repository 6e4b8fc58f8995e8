/**
 * The allowed imports (docs/design/shape.md: Layers), as one table for the lint rule and for the architecture test.
 *
 *     renderer ──▶ shared ◀── electron
 *     electron: entries → compose → routes → services → (store | workbook | print) → machine
 *     shared:   a folder imports only folders that stand before it in SHARED_ORDER
 */

/** The folders and files of `shared/` in their order: each may import itself and its predecessors. */
const SHARED_ORDER = [
  'words',
  'problem',
  'file-endings',
  'decimal',
  'period',
  'cell-types',
  'unit',
  'formula',
  'scheme',
  'filing',
  'check',
  'indicator',
  'evaluation',
  'consolidation',
  'receive',
  'report',
  'demo',
  'text',
  'api',
  'summary',
] as const

/** The folders of `shared/formula/` in their order, under the same rule. */
const FORMULA_ORDER = ['syntax', 'bound', 'kit', 'functions', 'bind', 'run', 'excel', 'words'] as const

/** The folders of `electron/workbook/`: a folder imports only the listed folders, and the files beside the folders. */
const WORKBOOK_MAY: Record<string, readonly string[]> = {
  xlsx: [],
  threads: [],
  'write-form': ['xlsx'],
  'write-summary': ['xlsx', 'write-form'],
  'read-return': ['xlsx', 'threads', 'write-form'],
  corpus: ['xlsx', 'threads'],
}

/**
 * The folders of the page: texts are independent of requests, the grid of filings, small pieces of pages. A folder imports only
 * the listed folders, and the files beside the folders.
 */
const RENDERER_MAY: Record<string, readonly string[]> = {
  style: [],
  text: [],
  api: [],
  ui: ['api', 'text', 'style'],
  grid: ['text', 'ui', 'style'],
  place: ['api'],
  filing: ['api', 'place', 'grid', 'text', 'ui'],
  frame: ['api', 'place', 'filing', 'text', 'ui'],
  pages: ['api', 'place', 'filing', 'frame', 'grid', 'text', 'ui', 'style'],
}

/** The page's sentences, which the host never loads. */
const PAGE_SENTENCES = /^shared\/text\/[a-z]+\/page(\/|\.ts$)/

/** The entry points of `electron/`, each a program; some have a folder of the same name. */
const ENTRIES = ['main', 'browser-host', 'cli', 'corpus'] as const

/** The other parts of `electron/` that each part may import; its own files and `shared/` are always allowed. */
const ELECTRON_MAY: Record<string, readonly string[]> = {
  machine: [],
  store: ['machine'],
  workbook: ['machine'],
  print: ['machine'],
  services: ['store', 'workbook', 'print', 'machine'],
  routes: ['services', 'machine'],
  compose: ['routes', 'services', 'store', 'workbook', 'print', 'machine'],
  shell: ['machine'],
  loopback: ['routes', 'machine'],
  ...Object.fromEntries(ENTRIES.map((entry) => [entry, ['compose', 'services', 'shell', 'loopback', 'machine']])),
  // The comparison of readers on real files has no workspace and no page.
  corpus: ['workbook', 'machine'],
}

/** The packages that `shared/` may use, all of them pure. */
const SHARED_PACKAGES = ['big.js', 'yaml', 'zod']

/** The packages that the page may use. */
const RENDERER_PACKAGES = [
  '@ant-design/icons',
  '@fontsource-variable/noto-sans-sc',
  'antd',
  'echarts',
  'pinyin-pro',
  'react',
  'react-dom',
  'vite',
  ...SHARED_PACKAGES,
]

/** The packages that `electron/` may use; all others belong to the page or to the build. */
const ELECTRON_PACKAGES = [
  '@e965/xlsx',
  '@hono/node-server',
  '@sparticuz/chromium',
  'better-sqlite3',
  'csv-parse',
  'docxtemplater',
  'mammoth',
  'pizzip',
  'electron',
  'exceljs',
  'hono',
  ...SHARED_PACKAGES,
]

type Place = { side: 'shared' | 'electron' | 'renderer' | 'outside'; part: string }

/** The layer and the part of a path; the path is relative to the repository, with `/`. */
function placeOf(path: string): Place {
  const [side, second = ''] = path.split('/')
  if (side === 'shared' || side === 'electron' || side === 'renderer') {
    return { side, part: second.replace(/\.tsx?$/, '') }
  }
  return { side: 'outside', part: '' }
}

/** The package name of a bare specifier: `antd/locale/zh_CN` → `antd`. */
export function packageOf(specifier: string): string {
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier)
}

/**
 * Judges the import of a file. `from` and `to` are paths relative to the repository.
 * Returns null for an allowed import, otherwise a sentence with the right way.
 */
export function judgeFileImport(from: string, to: string): string | null {
  const here = placeOf(from)
  const there = placeOf(to)
  if (here.side === 'outside') return null
  if (there.side === 'outside') {
    return to.endsWith('package.json') ? null : `${to} does not ship: shipped code imports only shared/, electron/ or renderer/.`
  }
  if (PAGE_SENTENCES.test(to) && !from.startsWith('shared/text/')) {
    return `${to} is loaded for one language by shared/text/languages.ts: a component asks useText of renderer/text/language.tsx.`
  }
  if (here.side === 'shared') return judgeFormula(from, to) ?? judgeShared(here.part, there)
  if (here.side === 'renderer') {
    return there.side === 'electron'
      ? 'The page never imports electron/: call the API through renderer/api/client.ts; its contract is in shared/api/.'
      : judgeRoom('renderer', RENDERER_MAY, from, to)
  }
  if (there.side === 'renderer') {
    return 'electron/ never imports the page: move what both need to shared/.'
  }
  if (there.side === 'shared') return null
  if (here.part === there.part) return here.part === 'workbook' ? judgeRoom('electron/workbook', WORKBOOK_MAY, from, to) : null
  return judgeElectron(here.part, there.part)
}

function judgeShared(part: string, there: Place): string | null {
  if (there.side !== 'shared') {
    return `shared/ is pure and imports only shared/: turn the dependency on ${there.side}/ into a parameter.`
  }
  if (part === there.part || there.part === 'schemes') return null
  const order: readonly string[] = SHARED_ORDER
  const mine = order.indexOf(part)
  const theirs = order.indexOf(there.part)
  if (mine < 0 || theirs < 0) {
    return `shared/${mine < 0 ? part : there.part} has no place yet: add it to SHARED_ORDER in build/eslint/layer-table.ts.`
  }
  return theirs < mine
    ? null
    : `shared/${part} stands before shared/${there.part} and may not import it: move the piece that is needed down, or the caller up.`
}

/** Judges an import between folders of `shared/formula/`; null for an allowed import and for other files. */
function judgeFormula(from: string, to: string): string | null {
  const order: readonly string[] = FORMULA_ORDER
  const [mine, theirs] = [from, to].map((path) => /^shared\/formula\/(.+)$/.exec(path)?.[1]?.split('/')[0] ?? null)
  if (mine === null || mine === undefined || theirs === null || theirs === undefined || mine === theirs) return null
  const unknown = [mine, theirs].find((room) => !order.includes(room))
  if (unknown !== undefined) return `shared/formula/${unknown} has no place yet: add it to FORMULA_ORDER in build/eslint/layer-table.ts.`
  return order.indexOf(theirs) < order.indexOf(mine)
    ? null
    : `shared/formula/${mine} stands before shared/formula/${theirs} and may not import it: what functions need of it is handed to them.`
}

/** Judges an import between the folders inside `house`; the files beside the folders may import all and be imported by all. */
function judgeRoom(house: string, may: Record<string, readonly string[]>, from: string, to: string): string | null {
  const [mine, theirs] = [from, to].map((path) => new RegExp(`^${house}/([^/]+)/`).exec(path)?.[1] ?? null)
  if (mine === null || mine === undefined || theirs === null || theirs === undefined || mine === theirs) return null
  const allowed = may[mine]
  if (allowed === undefined || may[theirs] === undefined)
    return `${house}/${allowed === undefined ? mine : theirs} has no place yet: add it to build/eslint/layer-table.ts.`
  return allowed.includes(theirs) ? null : `${house}/${mine} knows nothing of ${house}/${theirs}: hand over what it needs.`
}

function judgeElectron(part: string, target: string): string | null {
  const may = ELECTRON_MAY[part]
  if (may === undefined || ELECTRON_MAY[target] === undefined) {
    return `electron/${may === undefined ? part : target} has no place yet: add it to ELECTRON_MAY in build/eslint/layer-table.ts.`
  }
  if (may.includes(target)) return null
  if (['store', 'workbook', 'print'].includes(part) && ['store', 'workbook', 'print'].includes(target)) {
    return `electron/${part} never imports electron/${target}: a use case in electron/services joins them.`
  }
  if (part === 'routes') return `A route calls a service: put the use of electron/${target} into electron/services.`
  return `electron/${part} may import only ${may.map((name) => `electron/${name}`).join(', ') || 'shared/'}: pass what you need as a parameter.`
}

/** Judges the import of a package or of a Node module; null when allowed. */
export function judgePackageImport(from: string, specifier: string): string | null {
  const here = placeOf(from)
  if (here.side === 'outside') return null
  const name = packageOf(specifier)
  if (specifier.startsWith('node:')) {
    if (here.side === 'electron') return null
    return here.side === 'shared'
      ? 'shared/ is pure: pass in what the machine gives; electron/machine/ has it.'
      : 'The page is a plain web page: what needs the machine is a service in electron/, called through shared/api/.'
  }
  if (name === 'electron' && from !== 'electron/main.ts') {
    return "Only electron/main.ts imports 'electron': pass what you need into a plain function, as electron/shell/ does."
  }
  const allowed = { shared: SHARED_PACKAGES, electron: ELECTRON_PACKAGES, renderer: RENDERER_PACKAGES }[here.side]
  return allowed.includes(name)
    ? null
    : `${here.side}/ does not use the package ${name}: see docs/dependencies.md, and add it to build/eslint/layer-table.ts with a reason.`
}
