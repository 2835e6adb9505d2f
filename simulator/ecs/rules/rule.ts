import type { Document } from '../state/document.js'

export type Container = Document & {
  readonly name?: string
  readonly image?: string
  readonly essential?: boolean
}

/** Returns what ECS says to a definition that breaks it. */
export type Rule = (definition: Document, containers: readonly Container[]) => string | undefined | false

export function asList(value: unknown): readonly Document[] {
  return Array.isArray(value) ? value : []
}

export function isFor(compatibility: string, { requiresCompatibilities }: Document): boolean {
  return Array.isArray(requiresCompatibilities) && requiresCompatibilities.includes(compatibility)
}
