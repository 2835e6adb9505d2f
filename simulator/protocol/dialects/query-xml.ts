/** Lists become `<member>`, timestamps ISO 8601. */
import { type Schema, type Shape, shapeOf } from '../schema/schema.js'

export function writeXml(name: string, value: unknown, schema?: Schema): string {
  return `<${name}>${content(value, schema === undefined ? undefined : shapeOf(schema))}</${name}>`
}

function content(value: unknown, shape: Shape | undefined): string {
  if (Array.isArray(value)) {
    return value.map(item => writeXml('member', item, shape?.kind === 'list' ? shape.of : undefined)).join('')
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) =>
        writeXml(name, member, shape?.kind === 'structure' ? shape.members.get(name) : undefined),
      )
      .join('')
  }
  if (shape?.kind === 'timestamp') return new Date(Number(value) * 1000).toISOString()
  return escaped(String(value))
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
}

export function escaped(text: string): string {
  return text.replaceAll(/[&<>"\r]/g, character => entities[character] ?? character)
}
