/**
 * The oldest supported Node: better-sqlite3 crashes a Node without the Node-API of Node 22 (docs/design/machines.md: Node).
 * The entries main.ts, browser-host.ts and cli.ts import this file first, to refuse an older Node before other modules load.
 */
const OLDEST_NODE = 22

/** The sentence for a Node that is too old, otherwise null. `version` as in process.versions.node. */
export function refuseNode(version: string): string | null {
  const major = Number(version.split('.')[0])
  return major >= OLDEST_NODE
    ? null
    : `校统需要 Node ${OLDEST_NODE} 或更高版本，这里是 ${version}。请用 npm 脚本启动（npm start），它自带 Node 24。\n` +
        `Xiaotong needs Node ${OLDEST_NODE} or newer, this is ${version}. Start it with npm (npm start), which brings Node 24 along.`
}

const refusal = refuseNode(process.versions.node)
if (refusal !== null) {
  process.stderr.write(`${refusal}\n`)
  process.exit(3)
}
