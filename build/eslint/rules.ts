/** The house's own lint rules: layers, file names, no await inside a transaction, no boolean that a caller must guess. */
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Rule } from 'eslint'
import { judgeFileImport, judgePackageImport } from './layer-table.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

function pathInRepository(file: string): string {
  return relative(root, file).split(sep).join('/')
}

type Sourced = Rule.Node & { source?: { type: string; value?: unknown } | null }

/** Imports go only in the directions of the layer table; the message names the right place. */
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

/** Files are called in kebab-case, so that a name is typed the same on every system. */
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
 * better-sqlite3 commits when the function returns: an async one would commit before its work is done (STYLE §3).
 * The functions given to `transaction`, `write` and `read` therefore may neither be async nor await.
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

type Annotated = { typeAnnotation?: { typeAnnotation?: { type: string } } }

/**
 * `draw(table, true)` does not say what is true: an exported function takes a boolean inside an object, under its name, or a
 * union of literals. A boolean that is all there is to the function (its only parameter) is the thing itself and stays.
 */
export const noBooleanParameter: Rule.RuleModule = {
  meta: { type: 'suggestion', schema: [] },
  create(context) {
    return {
      'ExportNamedDeclaration > FunctionDeclaration'(node: Rule.Node) {
        if (node.type !== 'FunctionDeclaration' || node.params.length < 2) return
        for (const parameter of node.params) {
          const named = parameter.type === 'AssignmentPattern' ? parameter.left : parameter
          const annotated = (named as Annotated).typeAnnotation?.typeAnnotation?.type === 'TSBooleanKeyword'
          const given =
            parameter.type === 'AssignmentPattern' && parameter.right.type === 'Literal' && typeof parameter.right.value === 'boolean'
          if (annotated || given) {
            context.report({
              node: parameter,
              message: 'A caller sees only true or false: take it in an object under its name, or as a union of literals.',
            })
          }
        }
      },
    }
  },
}
