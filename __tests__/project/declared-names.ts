/** The names that a TypeScript file declares: variables, parameters, members, functions, types. Not those it only uses. */
import { parse } from '@babel/parser'

export interface DeclaredName {
  readonly name: string
  readonly line: number
}

interface Node {
  readonly type: string
  readonly loc: { readonly start: { readonly line: number } }
  readonly [member: string]: unknown
}

export function declaredNames(path: string, text: string): readonly DeclaredName[] {
  const { program } = parse(text, {
    sourceType: 'module',
    plugins: [['typescript', { dts: path.endsWith('.d.ts') }]],
  })
  const names: DeclaredName[] = []
  visit(program, names)
  return names
}

function visit(value: unknown, names: DeclaredName[]): void {
  if (Array.isArray(value)) for (const one of value) visit(one, names)
  if (!isNode(value)) return
  for (const declared of declaredBy(value)) collect(declared, names)
  for (const [member, child] of Object.entries(value)) {
    // A key of a pattern names a member that is declared elsewhere.
    if (member === 'properties' && value.type === 'ObjectPattern') visit(valuesOf(child), names)
    else visit(child, names)
  }
}

function declaredBy(node: Node): readonly unknown[] {
  switch (node.type) {
    case 'ImportSpecifier':
      return nameOf(node.local) === nameOf(node.imported) ? [] : [node.local]
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      return [node.local]
    case 'CatchClause':
      return [node.param]
    // Also each use of a private member is one.
    case 'PrivateName':
      return []
    default:
      return [node.id, node.computed ? undefined : node.key, node.params, node.parameters].flat()
  }
}

/** Adds the names in a binding pattern; a type or an expression declares none. */
function collect(pattern: unknown, names: DeclaredName[]): void {
  if (!isNode(pattern)) return
  switch (pattern.type) {
    case 'Identifier':
      names.push({ name: String(pattern.name), line: pattern.loc.start.line })
      return
    case 'PrivateName':
      collect(pattern.id, names)
      return
    case 'AssignmentPattern':
      collect(pattern.left, names)
      return
    case 'RestElement':
      collect(pattern.argument, names)
      return
    case 'TSParameterProperty':
      collect(pattern.parameter, names)
      return
    case 'ArrayPattern':
      for (const element of listOf(pattern.elements)) collect(element, names)
      return
    case 'ObjectPattern':
      for (const property of listOf(pattern.properties)) {
        collect(isNode(property) && property.type === 'ObjectProperty' ? property.value : property, names)
      }
  }
}

function valuesOf(properties: unknown): readonly unknown[] {
  return listOf(properties).map(property =>
    isNode(property) ? (property.value ?? property.argument) : undefined,
  )
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function nameOf(value: unknown): unknown {
  return isNode(value) ? value.name : undefined
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'loc' in value
}
