import { buildPage } from '../../build/page.ts'

/** Builds the page from the sources before the browser tests. */
export async function setup(): Promise<void> {
  await buildPage()
}
