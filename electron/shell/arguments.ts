/**
 * The workspace's path from the command line or a double click, otherwise null. Skips Electron's switches and,
 * in development, the program's own path.
 */
export function workspaceArgument(argv: readonly string[], packaged: boolean): string | null {
  const own = argv.slice(packaged ? 1 : 2)
  return own.find((argument) => !argument.startsWith('-')) ?? null
}
