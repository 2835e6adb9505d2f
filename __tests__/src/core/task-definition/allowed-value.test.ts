import { describe, expect, test } from '@jest/globals'
import { taskDefinitionShape } from '../../../../src/adapters/aws/task-definition-shape.js'
import { parse } from '../../../../src/adapters/workspace/document.js'
import { showPosition } from '../../../../src/core/errors/problem.js'
import type { Validated } from '../../../../src/core/task-definition/validate.js'
import { validate } from '../../../../src/core/task-definition/validate.js'

/** A file held against what RegisterTaskDefinition takes. */
function checked(text: string, unknown: 'refuse' | 'keep' = 'refuse'): Validated {
  const document = parse('td.yml', text)
  if ('problem' in document) throw new Error(document.problem)
  return validate(document, taskDefinitionShape, unknown)
}

function complaints(text: string): string[] {
  return checked(text).problems.map(
    ({ text, position }) => `${position ? showPosition(position) : '-'} ${text}`,
  )
}

const newer = ': if ECS has it since this release, allow-unknown-keys: true sends it as it is'
const container = (members: string) => `containerDefinitions:\n  - name: app\n    ${members}\n`

describe('a value that ECS does not know', () => {
  const families =
    'LINUX, WINDOWS_SERVER_2004_CORE, WINDOWS_SERVER_2016_FULL, WINDOWS_SERVER_2019_CORE, WINDOWS_SERVER_2019_FULL, WINDOWS_SERVER_2022_CORE, WINDOWS_SERVER_2022_FULL, WINDOWS_SERVER_2025_CORE, WINDOWS_SERVER_2025_FULL, WINDOWS_SERVER_20H2_CORE'
  test.each([
    {
      text: 'networkMode: awsvpcp\n',
      says: 'td.yml:1:1 networkMode "awsvpcp" is not one of awsvpc, bridge, host, none; did you mean awsvpc?',
    },
    {
      text: 'requiresCompatibilities: [EC2, fargate]\n',
      says: 'td.yml:1:32 requiresCompatibilities[1] "fargate" is not one of EC2, EXTERNAL, FARGATE, MANAGED_INSTANCES; did you mean FARGATE?',
    },
    {
      text: 'runtimePlatform:\n  cpuArchitecture: amd64\n',
      says: 'td.yml:2:3 runtimePlatform.cpuArchitecture "amd64" is not one of ARM64, X86_64; did you mean X86_64?',
    },
    {
      text: 'runtimePlatform:\n  cpuArchitecture: linux/amd64\n',
      says: 'td.yml:2:3 runtimePlatform.cpuArchitecture "linux/amd64" is not one of ARM64, X86_64; did you mean X86_64?',
    },
    {
      text: 'runtimePlatform:\n  cpuArchitecture: aarch64\n',
      says: 'td.yml:2:3 runtimePlatform.cpuArchitecture "aarch64" is not one of ARM64, X86_64; did you mean ARM64?',
    },
    {
      text: 'runtimePlatform:\n  operatingSystemFamily: linux\n',
      says: `td.yml:2:3 runtimePlatform.operatingSystemFamily "linux" is not one of ${families}; did you mean LINUX?`,
    },
    {
      text: 'runtimePlatform:\n  operatingSystemFamily: SOLARIS\n',
      says: `td.yml:2:3 runtimePlatform.operatingSystemFamily "SOLARIS" is not one of ${families}${newer}`,
    },
    {
      text: container('portMappings: [{containerPort: 80, protocol: http}]'),
      says: 'td.yml:3:40 containerDefinitions[0].portMappings[0].protocol "http" is not one of tcp, udp; did you mean tcp?',
    },
    {
      text: container('portMappings: [{containerPort: 80, appProtocol: https}]'),
      says: 'td.yml:3:40 containerDefinitions[0].portMappings[0].appProtocol "https" is not one of grpc, http, http2; did you mean http?',
    },
    {
      text: container('dependsOn: [{containerName: db, condition: service_healthy}]'),
      says: 'td.yml:3:37 containerDefinitions[0].dependsOn[0].condition "service_healthy" is not one of COMPLETE, HEALTHY, START, SUCCESS; did you mean HEALTHY?',
    },
    {
      text: container('logConfiguration: {logDriver: awslog}'),
      says: 'td.yml:3:24 containerDefinitions[0].logConfiguration.logDriver "awslog" is not one of awsfirelens, awslogs, fluentd, gelf, journald, json-file, splunk, syslog; did you mean awslogs?',
    },
    {
      text: 'pidMode: container\n',
      says: `td.yml:1:1 pidMode "container" is not one of host, task${newer}`,
    },
    {
      text: 'ipcMode: 1\n',
      says: `td.yml:1:1 ipcMode "1" is not one of host, none, task${newer}`,
    },
    {
      text: container('firelensConfiguration: {type: hunter2}'),
      says: `td.yml:3:29 containerDefinitions[0].firelensConfiguration.type is not one of fluentbit, fluentd${newer}`,
    },
  ])('$text', ({ text, says }) => {
    expect(complaints(text)).toStrictEqual([says])
  })

  test('is kept and reported if unknown keys are allowed', () => {
    const { value, problems, unknown } = checked('networkMode: mesh\n', 'keep')
    expect([value, problems, unknown.map(({ text }) => text)]).toStrictEqual([
      { networkMode: 'mesh' },
      [],
      ['networkMode "mesh" is not one of awsvpc, bridge, host, none'],
    ])
  })

  test('those that it knows pass', () => {
    const text = `${container('logConfiguration: {logDriver: awslogs}')}networkMode: awsvpc\nrequiresCompatibilities: [FARGATE]\n`
    expect(complaints(text)).toStrictEqual([])
  })
})
