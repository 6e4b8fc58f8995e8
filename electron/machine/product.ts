import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder of package.json: the repository, or the root inside the packed app. */
function findRoot(): URL {
  for (const up of ['../../', '../../../../']) {
    const folder = new URL(up, import.meta.url)
    try {
      readFileSync(new URL('package.json', folder))
      return folder
    } catch {
      // Source files lie two folders deep, bundles in dist/node four.
    }
  }
  throw new Error('package.json is missing beside the program')
}

/** The version in package.json, and the folder of the built page. */
export function productFiles(): { version: string; pageFolder: string } {
  const root = findRoot()
  const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string }
  return { version, pageFolder: fileURLToPath(new URL('dist/page', root)) }
}

/** The folder of the product's schemes; the relative path is the same from sources and bundles. */
export function schemeFolder(): string {
  return fileURLToPath(new URL('../../shared/schemes', import.meta.url))
}
