import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** LibreOffice's settings that recalculate every formula at opening, even formulas with a stored value. */
const alwaysCalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

/** Recalculates workbooks and returns them as LibreOffice's own writer saves them (.xlsx), under the same names without ending. */
export function recalculate(files: ReadonlyMap<string, Uint8Array>): Map<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'xiaotong-office-'))
  try {
    const [from, to, profile] = ['from', 'to', 'profile'].map((name) => join(folder, name)) as [string, string, string]
    for (const one of [from, to, join(profile, 'user')]) mkdirSync(one, { recursive: true })
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), alwaysCalculate)
    const paths = [...files].map(([name, bytes]) => {
      writeFileSync(join(from, `${name}.xlsx`), bytes)
      return join(from, `${name}.xlsx`)
    })
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        to,
        ...paths,
      ],
      { stdio: 'pipe' },
    )
    return new Map([...files.keys()].map((name) => [name, readFileSync(join(to, `${name}.xlsx`))]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
