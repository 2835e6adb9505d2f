import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { taskDefinitionShape } from '../../../../src/adapters/aws/task-definition-shape.js'
import type { Shape } from '../../../../src/core/task-definition/shape.js'

/** The shape below a path: `[]` stands for the items of a list, `*` for the values of a map. */
function below(shape: Shape, path: readonly string[]): Shape | undefined {
  const [step, ...rest] = path
  if (step === undefined) return shape
  if (shape.kind === 'list') return step === '[]' ? below(shape.item(), rest) : undefined
  if (shape.kind === 'map') return step === '*' ? below(shape.value(), rest) : undefined
  if (shape.kind !== 'structure') return undefined
  const member = shape.members()[step]
  return member && below(member, rest)
}

test.each([
  { path: [], kind: 'structure' },
  { path: ['family'], kind: 'string' },
  { path: ['cpu'], kind: 'string' },
  { path: ['enableFaultInjection'], kind: 'boolean' },
  { path: ['requiresCompatibilities', '[]'], kind: 'string' },
  { path: ['tags', '[]', 'key'], kind: 'string' },
  { path: ['containerDefinitions', '[]'], kind: 'structure' },
  { path: ['containerDefinitions', '[]', 'cpu'], kind: 'number' },
  { path: ['containerDefinitions', '[]', 'essential'], kind: 'boolean' },
  { path: ['containerDefinitions', '[]', 'command', '[]'], kind: 'string' },
  { path: ['containerDefinitions', '[]', 'environment', '[]', 'value'], kind: 'string' },
  { path: ['containerDefinitions', '[]', 'dockerLabels', '*'], kind: 'string' },
  { path: ['containerDefinitions', '[]', 'portMappings', '[]', 'containerPort'], kind: 'number' },
  { path: ['containerDefinitions', '[]', 'logConfiguration', 'options', '*'], kind: 'string' },
  { path: ['containerDefinitions', '[]', 'restartPolicy', 'ignoredExitCodes', '[]'], kind: 'number' },
  { path: ['containerDefinitions', '[]', 'versionConsistency'], kind: 'string' },
  { path: ['containerDefinitions', '[]', 'linuxParameters', 'tmpfs', '[]', 'size'], kind: 'number' },
  { path: ['volumes', '[]', 'efsVolumeConfiguration', 'authorizationConfig', 'iam'], kind: 'string' },
  { path: ['volumes', '[]', 'dockerVolumeConfiguration', 'autoprovision'], kind: 'boolean' },
  { path: ['ephemeralStorage', 'sizeInGiB'], kind: 'number' },
  { path: ['containerDefinitions', '[]', 'portMapping'], kind: undefined },
  { path: ['taskDefinitionArn'], kind: undefined },
])('$path is $kind', ({ path, kind }) => {
  expect(below(taskDefinitionShape, path)?.kind).toBe(kind)
})

test('it takes the members of a registration and none of those that only ECS writes', () => {
  const members = taskDefinitionShape.kind === 'structure' ? Object.keys(taskDefinitionShape.members()) : []
  expect(members.sort()).toStrictEqual([
    'containerDefinitions',
    'cpu',
    'enableFaultInjection',
    'ephemeralStorage',
    'executionRoleArn',
    'family',
    'inferenceAccelerators',
    'ipcMode',
    'memory',
    'networkMode',
    'pidMode',
    'placementConstraints',
    'proxyConfiguration',
    'requiresCompatibilities',
    'runtimePlatform',
    'tags',
    'taskRoleArn',
    'volumes',
  ])
})

/** `PortMapping.protocol` of every member that the SDK declares with one of its enums. */
function declaredEnums(): string[] {
  const types = 'node_modules/@aws-sdk/client-ecs/dist-types/models'
  const read = (file: string) => readFileSync(`${types}/${file}.d.ts`, 'utf8')
  const enums = new Set([...read('enums').matchAll(/^export type (\w+) =/gm)].map(([, name]) => name))
  const interfaces = new Map(
    [...`${read('models_0')}${read('models_1')}`.matchAll(/^export interface (\w+)[^{]*\{(.*?)^\}/gms)].map(
      ([, name, body = '']) => [name, [...body.matchAll(/^ {4}(\w+)\??: (\w+)/gm)]],
    ),
  )
  const found: string[] = []
  const walk = (name: string, path: string): void => {
    for (const [, member, type = ''] of interfaces.get(name) ?? []) {
      if (enums.has(type)) found.push(`${path}${member}`)
      else walk(type, `${path}${member}.`)
    }
  }
  walk('RegisterTaskDefinitionRequest', '')
  return found.sort()
}

function enumsOf(shape: Shape, path: string): string[] {
  switch (shape.kind) {
    case 'structure':
      return Object.entries(shape.members()).flatMap(([name, member]) =>
        enumsOf(member, path ? `${path}.${name}` : name),
      )
    case 'list':
      return enumsOf(shape.item(), path)
    case 'string':
      return shape.allowed ? [path] : []
    default:
      return []
  }
}

test('it knows the values of every member that the SDK declares with an enum', () => {
  const declared = declaredEnums()
  expect(declared).toContain('containerDefinitions.portMappings.protocol')
  expect(enumsOf(taskDefinitionShape, '').sort()).toStrictEqual(declared)
})
