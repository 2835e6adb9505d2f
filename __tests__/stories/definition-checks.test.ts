/** What ECS would refuse in a definition is told on its line before anything is registered, and ECS says the same. */
import { describe, expect, test } from '@jest/globals'
import {
  app,
  awslogs,
  everything,
  file,
  logOptions,
  playFile,
  secretArn,
} from '../support/definition-file.js'
import { changesIn, type Played } from '../support/play.js'
import { playWeb, type StoryOverrides, text } from '../support/web-stories.js'

const sidecar = { name: 'envoy', image: 'envoyproxy/envoy:v1.30' }
const { 'awslogs-stream-prefix': _, ...unprefixed } = logOptions
const { 'awslogs-region': __, ...nowhere } = logOptions
const port = { containerPort: 5001, hostPort: 5001 }

interface Refusal {
  readonly id: string
  readonly name: string
  readonly story: StoryOverrides
  /** the text at the place in the file, or the text alone where it is about something missing */
  readonly expected: RegExp
  /** what ECS says to it */
  readonly ecs: string
}

const refusals: readonly Refusal[] = [
  {
    id: 'execution-role',
    name: 'secrets without a role',
    story: file({}, { executionRoleArn: undefined }),
    expected:
      /task-definition\.json:\d+:\d+ executionRoleArn is missing; it is required for the secrets of app, the image of app in ECR and the log of app in CloudWatch/,
    ecs: 'Fargate requires task definition to have execution role ARN to support ECR images.',
  },
  {
    id: 'execution-role',
    name: 'a policy as a role',
    story: file({}, { taskRoleArn: 'arn:aws:iam::123456789012:policy/web' }),
    expected: /task-definition\.json:10:3 taskRoleArn "arn:aws:iam::123456789012:policy\/web" is neither/,
    ecs: 'Role is not valid',
  },
  {
    id: 'secret-reference',
    name: 'a secret that is no reference',
    story: file({ secrets: [{ name: 'DATABASE_URL', valueFrom: 'postgres://me:hunter2-hunter2@db/web' }] }),
    expected:
      /task-definition\.json:\d+:\d+ container app: the secret DATABASE_URL has a valueFrom that is no ARN/,
    ecs: 'The Systems Manager parameter name specified for secret DATABASE_URL is invalid.',
  },
  {
    id: 'secret-reference',
    name: 'a secret that is kept nowhere',
    story: file({ secrets: [{ name: 'DATABASE_URL' }] }),
    expected: /task-definition\.json:\d+:\d+ container app: the secret DATABASE_URL has no valueFrom/,
    ecs: 'secrets[0].valueFrom is required',
  },
  {
    id: 'unnamed-variable',
    name: 'a secret without a name',
    story: file({ secrets: [{ valueFrom: secretArn }] }),
    expected: /task-definition\.json:\d+:\d+ container app: secrets\[0\] has no name/,
    ecs: 'secrets[0].name is required',
  },
  {
    id: 'duplicate-variable',
    name: 'a secret and a value of one name',
    story: file({ secrets: [{ name: 'LOG_LEVEL', valueFrom: secretArn }] }),
    expected: /task-definition\.json:\d+:\d+ container app has LOG_LEVEL both in environment and in secrets/,
    ecs: 'The secret name must be unique and not shared with any new or existing environment variables',
  },
  {
    id: 'duplicate-variable',
    name: 'two secrets of one name',
    story: file({ secrets: [1, 2].map(() => ({ name: 'DATABASE_URL', valueFrom: secretArn })) }),
    expected: /task-definition\.json:\d+:\d+ container app has DATABASE_URL more than once in secrets/,
    ecs: 'Duplicate secret names found: DATABASE_URL.',
  },
  {
    id: 'log-group',
    name: 'logs without a region',
    story: file(awslogs(nowhere)),
    expected: /task-definition\.json:\d+:\d+ container app: the log driver awslogs lacks awslogs-region/,
    ecs: 'Log driver awslogs requires options: awslogs-region, awslogs-group',
  },
  {
    id: 'log-group',
    name: 'logs without a prefix on Fargate',
    story: file(awslogs(unprefixed)),
    expected:
      /task-definition\.json:\d+:\d+ container app: the log driver awslogs lacks awslogs-stream-prefix/,
    ecs: 'Fargate requires log configuration options to include awslogs-stream-prefix',
  },
  {
    id: 'fargate-size',
    name: 'a size that Fargate does not have',
    story: file({}, { cpu: '256', memory: '4 GB' }),
    expected:
      /task-definition\.json:8:3 cpu 256 with memory 4096: with 256 CPU units Fargate supports 512, 1024 or 2048 MiB/,
    ecs: 'No Fargate configuration exists for given values: 256 CPU, 4096 memory.',
  },
  {
    id: 'fargate-size',
    name: 'another network mode on Fargate',
    story: file({}, { networkMode: 'bridge' }),
    expected: /task-definition\.json:3:3 networkMode is bridge/,
    ecs: "Fargate only supports network mode 'awsvpc'.",
  },
  {
    id: 'container-size',
    name: 'a container that is larger than its task',
    story: file({ memory: 2048 }),
    expected: /task-definition\.json:\d+:\d+ container app may use 2048 MiB, but the task has only 1024/,
    ecs: "The 'memory' setting for container 'app' is greater than for the task.",
  },
  {
    id: 'container-size',
    name: 'containers that reserve more than their task has',
    story: file(
      {},
      {
        containerDefinitions: [
          { ...app, memoryReservation: 1000 },
          { ...sidecar, memoryReservation: 100 },
        ],
      },
    ),
    expected:
      /task-definition\.json:8:3 the containers reserve 1100 MiB in total, but the task has only 1024/,
    ecs: "The sum of all container 'memoryReservation' values cannot be greater",
  },
  {
    id: 'essential',
    name: 'no essential container',
    story: file({ essential: false }),
    expected: /task-definition\.json:\d+:\d+ no container is essential/,
    ecs: "Task definition doesn't have any essential container",
  },
  {
    id: 'duplicate-container',
    name: 'two containers of one name',
    story: file({}, { containerDefinitions: [app, { ...sidecar, name: 'app' }] }),
    expected: /task-definition\.json:\d+:\d+ two containers are named app/,
    ecs: 'Container names must be unique within a task definition',
  },
  {
    id: 'duplicate-port',
    name: 'two containers on one port',
    story: file(
      {},
      {
        containerDefinitions: [
          { ...app, portMappings: [port] },
          { ...sidecar, portMappings: [port] },
        ],
      },
    ),
    expected:
      /task-definition\.json:\d+:\d+ containers app and envoy use port tcp 5001, but share one network/,
    ecs: "TCP host port '5001' is mapped multiple times in task.",
  },
  {
    id: 'dangling-reference',
    name: 'a dependency that does not exist',
    story: file({ dependsOn: [{ containerName: 'envoy', condition: 'START' }] }),
    expected:
      /task-definition\.json:\d+:\d+ container app depends on "envoy", but the task definition has no such container; it has app/,
    ecs: "Cannot depend on container + 'envoy' because it does not exist",
  },
  {
    id: 'dangling-reference',
    name: 'a volume that does not exist',
    story: file({ mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] }),
    expected:
      /task-definition\.json:\d+:\d+ container app mounts "data", but the task definition has no such volume; it has none/,
    ecs: "Unknown volume 'data'.",
  },
  {
    id: 'definition-size',
    name: 'a definition that is too long',
    story: file({ dockerLabels: { about: 'x'.repeat(70_000) } }),
    expected: /the task definition has 7\d{4} bytes, but ECS accepts at most 65536/,
    ecs: "Max allowed length is '65536' bytes.",
  },
]

describe('refused before anything is registered', () => {
  test.each(refusals)('$id: $name', async ({ id, story, expected }) => {
    const played = await playFile(story)
    expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['refused', []])
    const lines = played.log.filter(line => line.includes(id))
    expect(lines.join('\n')).toMatch(expected)
    const placed = played.annotations.filter(({ title, position }) => title === id && position)
    expect(placed).toHaveLength(expected.source.includes('json') ? 1 : 0)
    expect(everything(played)).not.toContain('hunter2')
  })
})

/** A network mode without an address of its own is refused under any preflight: these target groups want one. */
const lenient = refusals.filter(({ name }) => name !== 'another network mode on Fargate')

describe('with preflight: warn the call is sent, and ECS refuses the same', () => {
  test.each(lenient)('$id: $name', async ({ story, ecs }) => {
    const played = await playFile(story, { preflight: 'warn' })
    expect(played.outputs.outcome).toBe('refused')
    expect(changesIn(played.requests)).toStrictEqual(['RegisterTaskDefinition'])
    expect(text(played)).toContain(ecs)
  })
})

describe('where nothing is wrong', () => {
  const results = (played: Played) =>
    (JSON.parse(played.outputs.plan ?? '') as { checks: { id: string; result: string }[] }).checks

  test('all of them pass', async () => {
    const checks = results(await playFile({}))
    const raised = checks.filter(({ result }) => result !== 'passed')
    expect(raised.map(({ id }) => id)).toStrictEqual(['alarm-none'])
    const ids = refusals
      .map(({ id }) => id)
      .filter(id => !['container-size', 'dangling-reference'].includes(id))
    expect(checks.map(({ id }) => id)).toEqual(expect.arrayContaining([...ids, 'secret-in-clear', 'drift']))
  })

  test('a revision alone is checked, too', async () => {
    const played = await playFile(file({ essential: false }), {
      service: '',
      cluster: '',
      'wait-for-service-stability': '',
    })
    expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['refused', []])
    expect(text(played)).toContain('essential  task-definition.json:15:7 no container is essential')
  })

  test('and a dry-run without credentials', async () => {
    const played = await playWeb({
      ...file({}, { cpu: '256', memory: '4 GB' }),
      credentials: 'none',
      inputs: { 'dry-run': 'true' },
    })
    expect(played.outputs.outcome).toBe('refused')
    expect(text(played)).toContain('fargate-size  task-definition.json:8:3 cpu 256 with memory 4096')
  })
})
