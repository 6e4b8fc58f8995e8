import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { demoCounty, type DemoCounty } from '../../../shared/demo/county.ts'
import { readDemoData } from '../../../shared/demo/data.ts'
import { readPlainDemo } from '../../../shared/demo/plain.ts'
import { fail } from '../../../shared/problem.ts'

/** The demo counties that are made from a description, not written unit by unit. */
const made: Readonly<Record<string, { file: string; make: (text: string) => DemoCounty }>> = {
  minsheng: { file: 'jinzhai-2021.yaml', make: (text) => demoCounty(readDemoData(text)) },
}

/** The ids of the schemes with a demo county: those in `made`, and one for each other file `demo/<scheme id>.yaml`. */
export function demoSchemes(schemeFolder: string): string[] {
  const builders = new Set(Object.values(made).map(({ file }) => file))
  const plain = readdirSync(join(schemeFolder, 'demo')).filter((file) => file.endsWith('.yaml') && !builders.has(file))
  return [...Object.keys(made), ...plain.map((file) => basename(file, '.yaml'))].sort()
}

/** Loads the demo county of a scheme; fails with `scheme-unknown` naming the schemes that have one. */
export function loadDemo(schemeFolder: string, scheme: string): DemoCounty {
  const builder = made[scheme]
  const path = join(schemeFolder, 'demo', builder?.file ?? `${basename(scheme)}.yaml`)
  if (!existsSync(path)) return fail('scheme-unknown', { scheme, known: demoSchemes(schemeFolder) })
  return (builder?.make ?? readPlainDemo)(readFileSync(path, 'utf8'))
}
