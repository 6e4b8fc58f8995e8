/**
 * The workspace named on the command line (or by a double click on it); null when there is none. Electron's own
 * switches are passed over; in development the first argument is the program itself.
 */
export function workspaceArgument(argv: readonly string[], packaged: boolean): string | null {
  const own = argv.slice(packaged ? 1 : 2)
  return own.find((argument) => !argument.startsWith('-')) ?? null
}
