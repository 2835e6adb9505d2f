/** Every place of the inputs and of a task definition file where a text can stand. */
import { taskDefinition } from '../../simulator/scenarios/web-service.js'
import { inputNames } from '../../src/inputs/input-table.js'

interface Draft {
  [member: string]: unknown
}

/** What is written into. */
export interface Seeded {
  readonly inputs: Record<string, string>
  readonly definition: Draft
  readonly container: Draft
  readonly comments: string[]
}

type Place = (seeded: Seeded, value: string) => void

export function unseeded(): Seeded {
  const definition = structuredClone(taskDefinition('web')) as Draft
  const [container = {}] = definition.containerDefinitions as Draft[]
  return { inputs: {}, definition, container, comments: [] }
}

/** YAML, which JSON is, too. */
export function fileOf({ definition, comments }: Seeded): string {
  return `${comments.map(line => `# ${line}\n`).join('')}${JSON.stringify(definition, undefined, 2)}\n`
}

/** What the story needs as it is; a token is told to the runner, which hides it. */
const fixed = ['task-definition', 'github-token', 'dry-run', 'pr-comment']
const lines = [
  'environment-variables',
  'secrets',
  'docker-labels',
  'log-configuration-options',
  'tags',
  'images',
]

function set(object: Draft, member: string, value: unknown): void {
  object[member] = value
}

function pushed(object: Draft, list: string, item: unknown): void {
  object[list] = [...((object[list] as unknown[]) ?? []), item]
}

function added(object: Draft, member: string, more: Draft): void {
  object[member] = { ...(object[member] as Draft), ...more }
}

const inContainer =
  (write: (container: Draft, value: string) => void): Place =>
  ({ container }, value) =>
    write(container, value)
const inDefinition =
  (write: (definition: Draft, value: string) => void): Place =>
  ({ definition }, value) =>
    write(definition, value)

const line =
  (name: string, write: (value: string) => string): Place =>
  ({ inputs }, value) =>
    set(inputs, name, [inputs[name] ?? [], write(value)].flat().join('\n'))

function inInput(name: string): [string, Place] {
  return [`input ${name}`, ({ inputs }, value) => set(inputs, name, value)]
}

function inLines(name: string): [string, Place][] {
  return [
    [`value in ${name}`, line(name, value => `A${value.length}=${value}`)],
    [`key in ${name}`, line(name, value => `${value}=1`)],
    [`continuation in ${name}`, line(name, value => `B=1\n${value}`)],
  ]
}

const inputPlaces: Readonly<Record<string, Place>> = {
  ...Object.fromEntries(inputNames.filter(name => !fixed.includes(name)).map(inInput)),
  ...Object.fromEntries(lines.flatMap(inLines)),
  'value of a placeholder': ({ inputs, container }, value) => {
    inputs.placeholders = `<KEY>=${value}`
    container.entryPoint = ['<KEY>']
  },
  'placeholder in a name': ({ inputs, definition }, value) => {
    inputs.placeholders = `<NAME>=${value}`
    definition.family = 'web-<NAME>'
  },
  'item of command': ({ inputs }, value) => set(inputs, 'command', JSON.stringify(['serve', value])),
}

const containerPlaces: Readonly<Record<string, Place>> = Object.fromEntries(
  Object.entries<(container: Draft, value: string) => void>({
    'variable name': (app, value) => pushed(app, 'environment', { name: value, value: '1' }),
    'variable value': (app, value) => pushed(app, 'environment', { name: 'A', value }),
    'secret name': (app, value) => pushed(app, 'secrets', { name: value, valueFrom: '/web/key' }),
    'secret value': (app, value) => pushed(app, 'secrets', { name: 'S', valueFrom: value }),
    'label key': (app, value) => added(app, 'dockerLabels', { [value]: '1' }),
    'label value': (app, value) => added(app, 'dockerLabels', { a: value }),
    'health check': (app, value) =>
      added(app, 'healthCheck', { command: ['CMD-SHELL', `curl -H "X: ${value}" localhost || exit 1`] }),
    command: (app, value) => set(app, 'command', ['serve', value]),
    'entry point': (app, value) => set(app, 'entryPoint', ['sh', '-c', value]),
    'log option key': (app, value) => log(app, { [value]: '1' }),
    'log option value': (app, value) => log(app, { 'awslogs-datetime-format': value }),
    'log group': (app, value) => log(app, { 'awslogs-group': value }),
    'log driver': (app, value) => added(app, 'logConfiguration', { logDriver: value }),
    'secret option': (app, value) =>
      added(app, 'logConfiguration', { secretOptions: [{ name: value, valueFrom: '/web/key' }] }),
    'secret option value': (app, value) =>
      added(app, 'logConfiguration', { secretOptions: [{ name: 'o', valueFrom: value }] }),
    'registry credentials': (app, value) =>
      set(app, 'repositoryCredentials', { credentialsParameter: value }),
    'environment file': (app, value) => pushed(app, 'environmentFiles', { type: 's3', value }),
    'unknown key': (app, value) => set(app, value, 1),
    'value of an unknown key': (app, value) => set(app, 'someKey', { deep: [value] }),
    'container name': (app, value) => set(app, 'name', value),
    image: (app, value) => set(app, 'image', value),
    'image tag': (app, value) => set(app, 'image', `web:${value}`),
    'port name': (app, value) => pushed(app, 'portMappings', { containerPort: 81, name: value }),
    protocol: (app, value) => pushed(app, 'portMappings', { containerPort: 81, protocol: value }),
    user: (app, value) => set(app, 'user', value),
    'working directory': (app, value) => set(app, 'workingDirectory', value),
    host: (app, value) => set(app, 'hostname', value),
    link: (app, value) => set(app, 'links', [value]),
    mount: (app, value) => pushed(app, 'mountPoints', { sourceVolume: value, containerPath: '/data' }),
    'container path': (app, value) =>
      pushed(app, 'mountPoints', { sourceVolume: 'data', containerPath: value }),
    dependency: (app, value) => set(app, 'dependsOn', [{ containerName: value, condition: 'START' }]),
    'extra host': (app, value) => pushed(app, 'extraHosts', { hostname: value, ipAddress: value }),
    'system control': (app, value) => pushed(app, 'systemControls', { namespace: value, value }),
    limit: (app, value) => pushed(app, 'ulimits', { name: value, softLimit: 1, hardLimit: 1 }),
    'security option': (app, value) => set(app, 'dockerSecurityOptions', [value]),
    'FireLens option': (app, value) =>
      set(app, 'firelensConfiguration', { type: 'fluentbit', options: { [value]: value } }),
  }).map(([name, write]) => [name, inContainer(write)]),
)

function log(container: Draft, options: Draft): void {
  const { logConfiguration } = container
  const before = (logConfiguration as Draft | undefined)?.options as Draft
  added(container, 'logConfiguration', { options: { ...before, ...options } })
}

const definitionPlaces: Readonly<Record<string, Place>> = Object.fromEntries(
  Object.entries<(definition: Draft, value: string) => void>({
    family: (all, value) => set(all, 'family', value),
    'task role': (all, value) => set(all, 'taskRoleArn', value),
    'name of the task role': (all, value) =>
      set(all, 'taskRoleArn', `arn:aws:iam::123456789012:role/${value}`),
    'execution role': (all, value) => set(all, 'executionRoleArn', value),
    'network mode': (all, value) => set(all, 'networkMode', value),
    cpu: (all, value) => set(all, 'cpu', value),
    memory: (all, value) => set(all, 'memory', value),
    compatibility: (all, value) => set(all, 'requiresCompatibilities', ['FARGATE', value]),
    'tag key': (all, value) => pushed(all, 'tags', { key: value, value: '1' }),
    'tag value': (all, value) => pushed(all, 'tags', { key: 'a', value }),
    'volume name': (all, value) => pushed(all, 'volumes', { name: value }),
    'host path': (all, value) => pushed(all, 'volumes', { name: 'data', host: { sourcePath: value } }),
    'file system': (all, value) =>
      pushed(all, 'volumes', { name: 'data', efsVolumeConfiguration: { fileSystemId: value } }),
    'key of the file': (all, value) => set(all, value, 'x'),
    'placement constraint': (all, value) =>
      set(all, 'placementConstraints', [{ type: 'memberOf', expression: value }]),
    'second container': (all, value) =>
      pushed(all, 'containerDefinitions', { name: value, image: 'envoy:1', essential: false }),
  }).map(([name, write]) => [name, inDefinition(write)]),
)

export const places: Readonly<Record<string, Place>> = {
  ...inputPlaces,
  ...containerPlaces,
  ...definitionPlaces,
  comment: ({ comments }, value) => void comments.push(...value.split('\n')),
}
