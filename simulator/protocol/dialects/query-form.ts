/** Converts `AlarmNames.member.1=web-5xx` into the equivalent JSON value. */
import { type Schema, type Shape, shapeOf } from '../schema/schema.js'

export function readForm(schema: Schema, form: URLSearchParams): unknown {
  return readMember(shapeOf(schema), '', form) ?? {}
}

function readMember(shape: Shape, path: string, form: URLSearchParams): unknown {
  switch (shape.kind) {
    case 'structure': {
      const members = [...shape.members].flatMap(([name, schema]) => {
        const value = readMember(shapeOf(schema), path ? `${path}.${name}` : name, form)
        return value === undefined ? [] : [[name, value] as const]
      })
      return members.length > 0 ? Object.fromEntries(members) : undefined
    }
    case 'list': {
      const items: unknown[] = []
      for (;;) {
        const item = readMember(shapeOf(shape.of), `${path}.member.${items.length + 1}`, form)
        if (item === undefined) return items.length > 0 ? items : undefined
        items.push(item)
      }
    }
    default:
      return readText(shape, form.get(path) ?? undefined)
  }
}

/** Unparsable text stays text, a wrong type. */
function readText(shape: Shape, text: string | undefined): unknown {
  if (text === undefined) return undefined
  if (shape.kind === 'number') return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text)
  if (shape.kind === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  return text
}
