/** For services whose SDK client is not among the packages, or too large for what is needed of it. */
import type { $SchemaRef, StaticListSchema, StaticMapSchema, StaticStructureSchema } from '@smithy/types'

export const text = 0
export const number = 1
export const flag = 2
export const time = 4

type Members = Readonly<Record<string, $SchemaRef>>

export function schemaWriter(namespace: string) {
  return {
    structure: (name: string, required: Members, optional: Members = {}): StaticStructureSchema => {
      const members = { ...required, ...optional }
      const count = Object.keys(required).length
      return [3, namespace, name, 0, Object.keys(members), Object.values(members), count]
    },
    list: (name: string, of: $SchemaRef): StaticListSchema => [1, namespace, name, 0, of],
    map: (name: string, of: $SchemaRef): StaticMapSchema => [2, namespace, name, 0, text, of],
  }
}
