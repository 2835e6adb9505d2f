/**
 * Replaces texts of a file in its values: each becomes as many characters of private use, so that every position stays
 * as written, and after parsing each value gets what it stands for. A value thus cannot end a string or add a key.
 */
import type { Document as Parsed, Scalar } from 'yaml'
import { isScalar, Scalar as ScalarNode, visit } from 'yaml'
import type { Replacement } from '../../core/task-definition/replacement.js'

export interface Masked {
  readonly text: string
  /** Returns the replacements that occur in a value or a key. */
  readonly restore: (parsed: Parsed) => ReadonlySet<Replacement>
}

export function mask(text: string, replacements: readonly Replacement[]): Masked {
  const [filler = '', ...marks] = unusedCharacters(text, replacements.length + 1)
  const byText = new Map(replacements.map(replacement => [replacement.text, replacement]))
  const byMark = new Map([...byText.values()].map((replacement, i) => [marks[i] ?? '', replacement]))
  const markOf = new Map([...byMark].map(([mark, { text: masked }]) => [masked, mark]))
  if (byMark.size === 0 || marks.length < byMark.size) return { text, restore: () => new Set() }
  return {
    text: text.replace(anyOf([...byText.keys()]), found =>
      (markOf.get(found) ?? '').padEnd(found.length, filler),
    ),
    restore: parsed => restore(parsed, byMark, new RegExp(`([${marks.join('')}])${filler}*`, 'g')),
  }
}

/** What is surely no JSON or YAML: `${PORT}`, `{{ port }}`. Each stands for itself. */
export function bareTemplates(text: string): Replacement[] {
  const found = text.match(/\$?\{\{[^{}\n":]*\}\}|\$\{[^{}\n"]+\}/g) ?? []
  return [...new Set(found)].map(template => ({ text: template, value: template, line: 0 }))
}

/** At one place, the longest. */
function anyOf(texts: readonly string[]): RegExp {
  const longestFirst = [...texts].sort((a, b) => b.length - a.length)
  return new RegExp(longestFirst.map(one => one.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'), 'g')
}

/** https://www.unicode.org/faq/private_use.html: one UTF-16 unit each */
function unusedCharacters(text: string, count: number): string[] {
  const used = new Set(text)
  const unused: string[] = []
  for (let code = 0xe000; code <= 0xf8ff && unused.length < count; code++) {
    const character = String.fromCharCode(code)
    if (!used.has(character)) unused.push(character)
  }
  return unused
}

function restore(
  parsed: Parsed,
  byMark: ReadonlyMap<string, Replacement>,
  marked: RegExp,
): ReadonlySet<Replacement> {
  const used = new Set<Replacement>()
  const restored = (text: string) =>
    text.replace(marked, (_, mark: string) => {
      const replacement = byMark.get(mark)
      if (replacement) used.add(replacement)
      return replacement?.value ?? ''
    })
  visit(parsed, {
    Scalar(key, node) {
      if (typeof node.value !== 'string') return
      const text = restored(node.value)
      if (text === node.value) return
      const isPlain = node.type === ScalarNode.PLAIN && key !== 'key' && node.tag === undefined
      node.value = isPlain ? resolvePlain(parsed, text) : text
      node.source = text
      // A key `<<` would merge.
      if (key === 'key') node.type = ScalarNode.QUOTE_DOUBLE
    },
  })
  return used
}

/** A number, true, false or null, as if it stood in the file. */
function resolvePlain({ schema, options }: Parsed, text: string): unknown {
  for (const tag of schema?.tags ?? []) {
    if (tag.default !== true || !('test' in tag) || !tag.test?.test(text)) continue
    const resolved = tag.resolve(text, () => undefined, options) as unknown
    return isScalar(resolved) ? (resolved as Scalar).value : resolved
  }
  return text
}
