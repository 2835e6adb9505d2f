/**
 * Validates action.yml, or the file named as argument, with GitHub's own language service.
 * The service imports JSON without an import attribute, which Node allows only through a hook, since Node 22.15.
 */
import { readFileSync } from 'node:fs'
import * as module from 'node:module'
import { relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

if (!module.registerHooks) {
  throw new Error(`Checking action.yml needs Node 24, this is ${process.version}`)
}
module.registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    return found.url.endsWith('.json')
      ? { ...found, format: 'json', importAttributes: { type: 'json' } }
      : found
  },
})
const { validateAction } = await import('@actions/languageservice/validate-action')
const { TextDocument } = await import('vscode-languageserver-textdocument')

const file = resolve(process.argv[2] ?? 'action.yml')
const name = relative('.', file)
const text = readFileSync(file, 'utf8')
const problems = await validateAction(TextDocument.create(pathToFileURL(file).href, 'yaml', 1, text))
for (const { range, message } of problems) {
  console.error(`${name}:${range.start.line + 1}:${range.start.character + 1} ${message}`)
}
if (problems.length > 0) {
  process.exitCode = 1
} else {
  console.log(`${name} is a valid action`)
}
