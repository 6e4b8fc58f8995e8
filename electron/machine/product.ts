import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json: the repository, or the root inside the packed app. */
function findRoot(): URL {
  for (const up of ['../../', '../../../../']) {
    const folder = new URL(up, import.meta.url)
    try {
      readFileSync(new URL('package.json', folder))
      return folder
    } catch {
      // One of the two is right: sources lie two folders deep, bundles in dist/node four.
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

/** The folder of the schemes that come with the product; it lies alike beside the sources and beside the bundles. */
export function schemeFolder(): string {
  return fileURLToPath(new URL('../../shared/schemes', import.meta.url))
}
