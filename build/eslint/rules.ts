/** The repository's own lint rules: layers, file names, no await inside a transaction, no flag without a name. */
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Rule } from 'eslint'
import { judgeFileImport, judgePackageImport } from './layer-table.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

function pathInRepository(file: string): string {
  return relative(root, file).split(sep).join('/')
}

type Sourced = Rule.Node & { source?: { type: string; value?: unknown } | null }

/** Allows only the imports of the layer table; the message names the right place. */
export const layers: Rule.RuleModule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const from = pathInRepository(context.filename)
    function judge(node: Rule.Node): void {
      const source = (node as Sourced).source
      if (source === undefined || source === null || typeof source.value !== 'string') return
      const specifier = source.value
      const message = specifier.startsWith('.')
        ? judgeFileImport(from, pathInRepository(resolve(join(dirname(context.filename), specifier.split('?')[0] ?? ''))))
        : judgePackageImport(from, specifier)
      if (message !== null) context.report({ node, message })
    }
    return { ImportDeclaration: judge, ExportNamedDeclaration: judge, ExportAllDeclaration: judge, ImportExpression: judge }
  },
}

/** Requires file names in kebab-case, so that a name is the same on every system. */
export const kebabCaseFiles: Rule.RuleModule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const name = context.filename.split(sep).pop() ?? ''
    return {
      Program(node) {
        if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config|d))?\.tsx?$/.test(name)) {
          context.report({ node, message: `${name}: file names are kebab-case, like fill-filing.ts.` })
        }
      },
    }
  },
}

const TRANSACTIONS = new Set(['transaction', 'inTransaction', 'write', 'read'])

/**
 * Forbids async functions in `transaction`, `inTransaction`, `write` and `read`, because better-sqlite3 commits when the function
 * returns, before the work of an async function ends (docs/design/storage.md: Transactions).
 */
export const noAwaitInTransaction: Rule.RuleModule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    return {
      CallExpression(node) {
        const callee = node.callee
        const name =
          callee.type === 'Identifier'
            ? callee.name
            : callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
              ? callee.property.name
              : ''
        if (!TRANSACTIONS.has(name)) return
        for (const argument of node.arguments) {
          const isFunction = argument.type === 'ArrowFunctionExpression' || argument.type === 'FunctionExpression'
          if (isFunction && argument.async === true) {
            context.report({
              node: argument,
              message: `${name}() commits when its function returns: await before it, and give it a plain function.`,
            })
          }
        }
      },
    }
  },
}

/**
 * Forbids a bare true or false among several arguments, because `bindReference(binder, reference, true)` does not name the flag.
 * The flag goes into an object under its name, or becomes a union of literals; a variable already names its flag.
 */
export const noBareBoolean: Rule.RuleModule = {
  meta: { type: 'suggestion', schema: [] },
  create(context) {
    return {
      CallExpression(node) {
        if (node.callee.type !== 'Identifier' || node.arguments.length < 2) return
        for (const argument of node.arguments) {
          if (argument.type !== 'Literal' || typeof argument.value !== 'boolean') continue
          const message = `${node.callee.name}(…, ${argument.value}) does not say what is ${argument.value}: take the flag in an object under its name, or as a union of literals.`
          context.report({ node: argument, message })
        }
      },
    }
  },
}
