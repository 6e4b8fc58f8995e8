import { buildPage } from '../../build/page.ts'

/** Before the browser tests: the page as the sources have it. */
export async function setup(): Promise<void> {
  await buildPage()
}
