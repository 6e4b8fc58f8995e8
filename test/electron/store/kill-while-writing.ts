import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * Starts a process that enters facts into a workspace (write-until-killed.ts) and kills it after `enough` facts. Returns the last
 * printed value of each cell, in ten-thousandths.
 */
export async function killWhileWriting(path: string, enough: number): Promise<Map<string, number>> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('write-until-killed.ts', import.meta.url)), path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (text: string) => {
    said += text
    if (said.split('\n').length > enough) child.kill('SIGKILL')
  })
  const signal = await new Promise<string | null>((resolve) => child.once('close', (_code, by) => resolve(by)))
  if (signal !== 'SIGKILL') throw new Error(`the writing process ended by itself (${signal})`)
  // An incomplete last line is not counted as saved.
  const lines = said.slice(0, said.lastIndexOf('\n')).split('\n')
  return new Map(lines.map((line): [string, number] => [line.split('=')[0] ?? '', Number(line.split('=')[1])]))
}
