import { describe, expect, test } from '@jest/globals'
import { taskDefinitionShape } from '../../../../src/adapters/aws/task-definition-shape.js'
import { parse } from '../../../../src/adapters/workspace/document.js'
import { showPosition } from '../../../../src/core/errors/problem.js'
import type { Validated } from '../../../../src/core/task-definition/validate.js'
import { validate } from '../../../../src/core/task-definition/validate.js'
import type { JsonObject } from '../../../../src/core/text/json.js'
import { objectsIn } from '../../../../src/core/text/json.js'

/** A file held against what RegisterTaskDefinition takes. */
function checked(text: string): Validated {
  const document = parse('td.yml', text)
  if ('problem' in document) throw new Error(document.problem)
  return validate(document, taskDefinitionShape)
}

function complaints(text: string): string[] {
  return checked(text).problems.map(
    ({ text, position }) => `${position ? showPosition(position) : '-'} ${text}`,
  )
}

const container = (members: string) => `containerDefinitions:\n  - name: app\n    ${members}\n`

describe('a key that ECS does not know', () => {
  test.each([
    {
      name: 'at the top, with what was meant',
      text: '{\n  "family": "web",\n    "containerDefinitons": []\n}',
      says: 'td.yml:3:5 unknown key containerDefinitons; did you mean containerDefinitions? (allow-unknown-keys: true sends it as it is)',
    },
    {
      name: 'in a container',
      text: container('portMapping: []'),
      says: 'td.yml:3:5 unknown key containerDefinitions[0].portMapping; did you mean portMappings? (allow-unknown-keys: true sends it as it is)',
    },
    {
      name: 'in another case',
      text: container('Image: web:1'),
      says: 'td.yml:3:5 unknown key containerDefinitions[0].Image; did you mean image? (allow-unknown-keys: true sends it as it is)',
    },
    {
      name: 'five levels deep',
      text: container('linuxParameters: {capabilities: {ad: [SYS_PTRACE]}}'),
      says: 'td.yml:3:38 unknown key containerDefinitions[0].linuxParameters.capabilities.ad; did you mean add? (allow-unknown-keys: true sends it as it is)',
    },
    {
      name: 'in an item of a list in a list',
      text: container('environment:\n      - {name: A, val: "1"}'),
      says: 'td.yml:4:19 unknown key containerDefinitions[0].environment[0].val; did you mean value? (allow-unknown-keys: true sends it as it is)',
    },
    {
      name: 'in a union',
      text: container('resourceRequirements: [{type: GPU, sharingStrategy: {nvidiaMp: {}}}]'),
      says: 'td.yml:3:58 unknown key containerDefinitions[0].resourceRequirements[0].sharingStrategy.nvidiaMp; did you mean nvidiaMps? (allow-unknown-keys: true sends it as it is)',
    },
    {
      name: 'for the name of a variable',
      text: container('environment: [{key: A, value: x}]'),
      says: 'td.yml:3:20 unknown key containerDefinitions[0].environment[0].key; did you mean name? (allow-unknown-keys: true sends it as it is)',
    },
    {
      name: 'for the key of a tag',
      text: 'tags: [{name: team, value: shop}]\n',
      says: 'td.yml:1:9 unknown key tags[0].name; did you mean key? (allow-unknown-keys: true sends it as it is)',
    },
    {
      name: 'for where a secret is kept',
      text: container('secrets: [{name: A, value: hunter2}]'),
      says: 'td.yml:3:25 unknown key containerDefinitions[0].secrets[0].value; did you mean valueFrom? (allow-unknown-keys: true sends it as it is)',
    },
    {
      name: 'of Compose',
      text: container('ports: ["80:80"]'),
      says: [
        'td.yml:3:5 unknown key containerDefinitions[0].ports; did you mean portMappings? (allow-unknown-keys: true sends it as it is)',
        'td.yml:3:13 containerDefinitions[0].ports[0] is a string, but ECS expects an object',
      ],
    },
    {
      name: 'of CloudFormation, with those inside of it',
      text: 'ContainerDefinitions:\n  - Name: app\n    PortMappings: [{ContainerPort: 80, Portocol: tcp}]\n    DockerLabels: {A: hunter2}\n    Essential: yes\n',
      says: [
        'td.yml:1:1 unknown key ContainerDefinitions; did you mean containerDefinitions? (allow-unknown-keys: true sends it as it is)',
        'td.yml:2:5 unknown key ContainerDefinitions[0].Name; did you mean name? (allow-unknown-keys: true sends it as it is)',
        'td.yml:3:5 unknown key ContainerDefinitions[0].PortMappings; did you mean portMappings? (allow-unknown-keys: true sends it as it is)',
        'td.yml:3:21 unknown key ContainerDefinitions[0].PortMappings[0].ContainerPort; did you mean containerPort? (allow-unknown-keys: true sends it as it is)',
        'td.yml:3:40 unknown key ContainerDefinitions[0].PortMappings[0].Portocol; did you mean protocol? (allow-unknown-keys: true sends it as it is)',
        'td.yml:4:5 unknown key ContainerDefinitions[0].DockerLabels; did you mean dockerLabels? (allow-unknown-keys: true sends it as it is)',
        'td.yml:5:5 unknown key ContainerDefinitions[0].Essential; did you mean essential? (allow-unknown-keys: true sends it as it is)',
      ],
    },
    {
      name: 'with nothing near',
      text: 'zebra: 1\n',
      says: 'td.yml:1:1 unknown key zebra: if ECS has it since this release, allow-unknown-keys: true sends it as it is',
    },
    {
      name: 'what is meant is there already',
      text: 'family: web\nfamilys: web\n',
      says: 'td.yml:2:1 unknown key familys; did you mean family, which is already present? (allow-unknown-keys: true sends it as it is)',
    },
    {
      name: 'with another word that is as long, and free',
      text: container('environment: []\n    environments: []'),
      says: 'td.yml:4:5 unknown key containerDefinitions[0].environments; did you mean environment, which is already present? (allow-unknown-keys: true sends it as it is)',
    },
    {
      name: 'of Compose, for a key that is there already',
      text: container('environment: []\n    env: []'),
      says: 'td.yml:4:5 unknown key containerDefinitions[0].env; did you mean environment, which is already present? (allow-unknown-keys: true sends it as it is)',
    },
    {
      name: 'that is as near to one that is free as to one that is there',
      text: container('linuxParameters: {capabilities: {add: [], dro: [], ad: [SYS_PTRACE]}}'),
      says: [
        'td.yml:3:47 unknown key containerDefinitions[0].linuxParameters.capabilities.dro; did you mean drop? (allow-unknown-keys: true sends it as it is)',
        'td.yml:3:56 unknown key containerDefinitions[0].linuxParameters.capabilities.ad; did you mean add, which is already present? (allow-unknown-keys: true sends it as it is)',
      ],
    },
    {
      name: 'that ECS has since November 2026',
      text: 'family: web\ntrustedExecutionConfiguration: {isolationMode: SHARED}\n',
      says: 'td.yml:2:1 unknown key trustedExecutionConfiguration: if ECS has it since this release, allow-unknown-keys: true sends it as it is',
    },
    {
      name: 'is reported even if it is empty',
      text: 'zebra:\n',
      says: 'td.yml:1:1 unknown key zebra: if ECS has it since this release, allow-unknown-keys: true sends it as it is',
    },
    {
      name: 'called __proto__',
      text: '{"__proto__": {"family": "web"}}',
      says: 'td.yml:1:2 unknown key __proto__: if ECS has it since this release, allow-unknown-keys: true sends it as it is',
    },
    {
      name: 'that may be a value rather than a name, and is not shown',
      text: container('environment: [{name: A, value:hunter2: }]'),
      says: 'td.yml:3:29 unknown key containerDefinitions[0].environment[0].…: if ECS has it since this release, allow-unknown-keys: true sends it as it is',
    },
    {
      name: 'called constructor',
      text: 'constructor: 1\n',
      says: 'td.yml:1:1 unknown key constructor: if ECS has it since this release, allow-unknown-keys: true sends it as it is',
    },
  ])('$name', ({ text, says }) => {
    expect(complaints(text)).toStrictEqual([says].flat())
  })

  test('several are reported at once, in the order of the file', () => {
    expect(complaints('zebra: 1\nfamly: web\n')).toStrictEqual([
      'td.yml:1:1 unknown key zebra: if ECS has it since this release, allow-unknown-keys: true sends it as it is',
      'td.yml:2:1 unknown key famly; did you mean family? (allow-unknown-keys: true sends it as it is)',
    ])
  })
})

describe('a value of another type', () => {
  test.each([
    { text: 'hello\n', says: 'td.yml:1:1 the task definition is a string, but ECS expects an object' },
    { text: '[]', says: 'td.yml:1:1 the task definition is a list, but ECS expects an object' },
    { text: 'null\n', says: 'td.yml:1:1 the task definition is empty, but ECS expects an object' },
    { text: 'family: [web]\n', says: 'td.yml:1:1 family is a list, but ECS expects a string' },
    {
      text: 'containerDefinitions: {}\n',
      says: 'td.yml:1:1 containerDefinitions is an object, but ECS expects a list of objects',
    },
    {
      text: 'containerDefinitions: [app]\n',
      says: 'td.yml:1:24 containerDefinitions[0] is a string, but ECS expects an object',
    },
    {
      text: 'containerDefinitions: [null]\n',
      says: 'td.yml:1:24 containerDefinitions[0] is empty, but ECS expects an object',
    },
    {
      text: container('cpu: many'),
      says: 'td.yml:3:5 containerDefinitions[0].cpu is the string "many", but ECS expects a number',
    },
    {
      text: container('cpu: .inf'),
      says: 'td.yml:3:5 containerDefinitions[0].cpu is not a finite number, as ECS expects',
    },
    {
      text: container('essential: yes'),
      says: 'td.yml:3:5 containerDefinitions[0].essential is the string "yes", but ECS expects true or false; did you mean true?',
    },
    {
      text: container('readonlyRootFilesystem: "Off"'),
      says: 'td.yml:3:5 containerDefinitions[0].readonlyRootFilesystem is the string "Off", but ECS expects true or false; did you mean false?',
    },
    {
      text: container('environment: {LOG_LEVEL: debug}'),
      says: 'td.yml:3:5 containerDefinitions[0].environment is an object, but ECS expects a list of objects with name and value',
    },
    {
      text: container('secrets: {A: hunter2}'),
      says: 'td.yml:3:5 containerDefinitions[0].secrets is an object, but ECS expects a list of objects with name and valueFrom',
    },
    {
      text: container('healthCheck: {command: curl hunter2}'),
      says: 'td.yml:3:19 containerDefinitions[0].healthCheck.command is a string, but ECS expects a list of strings such as ["CMD-SHELL", "…"]',
    },
    {
      text: container('command: serve hunter2'),
      says: 'td.yml:3:5 containerDefinitions[0].command is a string, but ECS expects a list of strings',
    },
    {
      text: 'requiresCompatibilities: FARGATE\n',
      says: 'td.yml:1:1 requiresCompatibilities is the string "FARGATE", but ECS expects a list of strings; did you mean ["FARGATE"]?',
    },
    {
      text: container('essential: 1'),
      says: 'td.yml:3:5 containerDefinitions[0].essential is the number 1, but ECS expects true or false',
    },
    {
      text: container('dockerLabels: {a: , b: x}'),
      says: 'td.yml:3:20 containerDefinitions[0].dockerLabels.a is empty, but ECS expects a string',
    },
    {
      text: container('dockerLabels: {a:hunter2: }'),
      says: 'td.yml:3:20 containerDefinitions[0].dockerLabels.… is empty, but ECS expects a string',
    },
    {
      text: container('dockerLabels: [a]'),
      says: 'td.yml:3:5 containerDefinitions[0].dockerLabels is a list, but ECS expects an object',
    },
  ])('$text', ({ text, says }) => {
    expect(complaints(text)).toStrictEqual([says])
  })
})

describe('YAML values that ECS expects in another type', () => {
  const environment = (value: string) => container(`environment:\n      - name: A\n        value: ${value}`)
  const read = (text: string) =>
    objectsIn(objectsIn((checked(text).value as JsonObject).containerDefinitions)[0]?.environment)[0]?.value
  test.each([
    { written: '256', value: '256' },
    { written: '0123', value: '0123' },
    { written: 'true', value: 'true' },
    { written: 'False', value: 'False' },
    { written: '5001', value: '5001' },
    { written: '1.10', value: '1.10' },
    { written: '1e3', value: '1e3' },
    { written: '0x1F', value: '0x1F' },
    { written: '123456789012345678901234', value: '123456789012345678901234' },
    { written: '""', value: '' },
    { written: "'null'", value: 'null' },
    { written: '"0123"', value: '0123' },
    { written: '!!str 7', value: '7' },
    { written: '2026-11-21', value: '2026-11-21' },
  ])('an environment value of $written stays as written', ({ written, value }) => {
    expect(read(environment(written))).toBe(value)
  })

  test.each([
    {
      name: 'a task size as a number',
      text: 'cpu: 256\nmemory: 512\n',
      value: { cpu: '256', memory: '512' },
    },
    {
      name: 'a port as text',
      text: container('portMappings: [{containerPort: "5001"}]'),
      value: { containerDefinitions: [{ name: 'app', portMappings: [{ containerPort: 5001 }] }] },
    },
    {
      name: 'members that are empty are absent',
      text: container('image: web:1\n    command:\n    environment: ~'),
      value: { containerDefinitions: [{ name: 'app', image: 'web:1' }] },
    },
    {
      name: 'labels: numbers become text',
      text: container('dockerLabels: {a: 1, c: "x"}'),
      value: { containerDefinitions: [{ name: 'app', dockerLabels: { a: '1', c: 'x' } }] },
    },
    {
      name: 'empty text and empty lists stay',
      text: '{"family": "", "volumes": [], "tags": []}',
      value: { family: '', volumes: [], tags: [] },
    },
  ])('$name', ({ text, value }) => {
    expect(checked(text)).toStrictEqual({ value, problems: [], unknown: [] })
  })

  test('a label called __proto__ is a label', () => {
    const { value, problems } = checked(container('dockerLabels: {__proto__: x}'))
    const labels = objectsIn((value as JsonObject).containerDefinitions)[0]?.dockerLabels ?? {}
    expect([Object.entries(labels), problems]).toStrictEqual([[['__proto__', 'x']], []])
  })
})
