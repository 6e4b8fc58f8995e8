/**
 * The Electron shell, and the one file that imports 'electron' (docs/design/shape.md: One handler): a window on
 * `app://xiaotong/`, served by the same handler as the browser host. The window has no preload and no ipc;
 * shell/ holds the window's permissions.
 */
import './machine/require-node.ts'
import { app, BrowserWindow, dialog, Menu, protocol, session, shell, type MenuItemConstructorOptions } from 'electron'
import { mkdir } from 'node:fs/promises'
import { languageFor, languages, type LanguageCode } from '../shared/text/languages.ts'
import { compose } from './compose.ts'
import { plainMachine } from './loopback/plain-machine.ts'
import type { Machine } from './machine/machine.ts'
import { startFailure } from './machine/start-failure.ts'
import { pdfPages } from './shell/pdf-pages.ts'
import { menuFor, type MenuEntry } from './shell/menu.ts'
import { APP_ORIGIN, APP_PRIVILEGES, APP_SCHEME, APP_START } from './shell/scheme.ts'
import { mayHavePermission, mayNavigate, mayOpenWindow, mayRequest, QUIET_SWITCHES, WINDOW } from './shell/window-rules.ts'
import { workspaceArgument } from './shell/arguments.ts'

protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { ...APP_PRIVILEGES } }])

for (const service of QUIET_SWITCHES) app.commandLine.appendSwitch(service)

const pages = pdfPages(APP_ORIGIN)
let window: BrowserWindow | null = null

async function renderPdf(html: string, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const hidden = new BrowserWindow({ show: false, webPreferences: { ...WINDOW.webPreferences, javascript: false } })
  const page = pages.put(html)
  const stop = (): void => hidden.destroy()
  signal?.addEventListener('abort', stop)
  try {
    await hidden.loadURL(page.address)
    return new Uint8Array(await hidden.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }))
  } finally {
    signal?.removeEventListener('abort', stop)
    page.remove()
    if (!hidden.isDestroyed()) hidden.destroy()
  }
}

function createWindow(lang: LanguageCode): BrowserWindow {
  const words = languages[lang].sentences.window.unsaved
  const created = new BrowserWindow({ ...WINDOW, show: false })
  // The page blocks closing while entries are unsaved; only a dialog lets the person close the window then.
  created.webContents.on('will-prevent-unload', (event) => {
    const leave = dialog.showMessageBoxSync(created, {
      type: 'question',
      message: words.message,
      detail: words.detail,
      buttons: [words.stay, words.leave],
      defaultId: 0,
      cancelId: 0,
    })
    if (leave === 1) event.preventDefault()
  })
  created.once('ready-to-show', () => created.show())
  created.on('closed', () => {
    window = null
  })
  void created.loadURL(APP_START)
  return created
}

function menuItem(entry: MenuEntry, machine: Machine): MenuItemConstructorOptions {
  if ('separator' in entry) return { type: 'separator' }
  if ('role' in entry) return { label: entry.label, role: entry.role as MenuItemConstructorOptions['role'], accelerator: entry.accelerator }
  const acts = {
    print: () => window?.webContents.print(),
    'data-folder': () => void mkdir(machine.paths.workspaces, { recursive: true }).then(() => shell.openPath(machine.paths.workspaces)),
    about: () => void dialog.showMessageBox({ title: '校统', message: `校统 Xiaotong ${machine.version}`, detail: machine.paths.data }),
  }
  return { label: entry.label, click: acts[entry.act], accelerator: entry.accelerator }
}

/** Every page of this program follows the rules of shell/window-rules.ts. */
app.on('web-contents-created', (_event, contents) => {
  contents.on('will-navigate', (event) => {
    if (!mayNavigate(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!mayRequest(event.url) && event.url !== 'about:srcdoc' && event.url !== 'about:blank') event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!mayNavigate(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: mayOpenWindow() ? 'allow' : 'deny' }))
})

async function start(): Promise<void> {
  await app.whenReady()
  const machine: Machine = {
    ...plainMachine({ workspace: workspaceArgument(process.argv, app.isPackaged), lang: languageFor(app.getLocale()) }),
    capabilities: { pdf: true, window: true },
    renderPdf,
  }
  const program = await compose(machine)
  session.defaultSession.setPermissionRequestHandler((contents, permission, answer) =>
    answer(mayHavePermission(permission, contents.getURL())),
  )
  session.defaultSession.setPermissionCheckHandler((_contents, permission, origin) => mayHavePermission(permission, origin))
  session.defaultSession.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayRequest(details.url) }))
  protocol.handle(APP_SCHEME, (request) => pages.answer(request) ?? program.handler(request))
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuFor(machine.lang).map(({ label, entries }) => ({ label, submenu: entries.map((entry) => menuItem(entry, machine)) })),
    ),
  )
  app.on('will-quit', () => program.close())
  window = createWindow(machine.lang)
}

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    if (window === null) return
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => app.quit())
  start().catch((error: unknown) => {
    dialog.showErrorBox('校统 Xiaotong', startFailure(error, languageFor(app.getLocale())))
    app.exit(3)
  })
} else {
  app.quit()
}
