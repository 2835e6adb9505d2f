/** The port chain and the timing of health checks, seen before anything is changed, through the simulator. */
import { expect, test } from '@jest/globals'
import {
  alternateTargetGroupArn,
  replayBlueGreenHistory,
} from '../../simulator/scenarios/blue-green-service.js'
import {
  commit,
  imageOf,
  openTargetGroup,
  targetGroupArn,
  taskDefinition,
  workingSoftware,
} from '../../simulator/scenarios/web-service.js'
import { changesIn, type Played, play } from '../support/play.js'
import {
  acceptedInputs,
  deployed,
  type StoryOverrides,
  text,
  verdict,
  webStory,
} from '../support/web-stories.js'

type Definition = { readonly containerDefinitions: readonly object[] }

interface PortSentences extends StoryOverrides {
  readonly name: string
  /** what the file says otherwise of its container */
  readonly app?: object
  /** what the file says otherwise beside its container */
  readonly definition?: object
}

function playPorts({ name: _, app, definition, ...unusual }: PortSentences): Promise<Played> {
  const usual = taskDefinition('web') as Definition
  const containerDefinitions = usual.containerDefinitions.map(container => ({ ...container, ...app }))
  const file = JSON.stringify({ ...usual, containerDefinitions, ...definition }, undefined, 2)
  return play({ ...webStory(unusual), files: { 'task-definition.json': file } })
}

/** `port-host  task-definition.json:19:11` of every line of the plan about a check that did not pass. */
/** What the checks of ports and of health had to say; others have stories of their own. */
function findings(played: Played): string[] {
  const lines = played.log.flatMap(line => /[⚠✗ℹ] ([a-z-]+ {2}.*)$/.exec(line)?.[1] ?? [])
  return lines.filter(line => !/^(?:alarm-none|drift) /.test(line))
}

function problems({ annotations }: Played): string[] {
  return annotations.map(({ level, message }) => `${level}: ${message}`)
}

const instances = { networkMode: 'bridge', requiresCompatibilities: ['EC2'] }
const healthCheck = { command: ['CMD-SHELL', 'curl -f http://localhost:5001/health'] }

test('all in order: the target group is read once, and nothing is said', async () => {
  const played = await playPorts({ name: 'in order', app: { healthCheck } })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(findings(played)).toStrictEqual([])
  expect(played.annotations).toStrictEqual([])
  expect(acceptedInputs(played, 'DescribeTargetGroups')).toStrictEqual([
    { TargetGroupArns: [targetGroupArn] },
  ])
  const passed = JSON.parse(played.outputs.plan ?? '{}').checks.map(({ id }: { id: string }) => id)
  expect(passed).toEqual(
    expect.arrayContaining([
      'port-host',
      'port-balancer',
      'target-group',
      'target-type',
      'health-port',
      'health-check',
      'health-command',
    ]),
  )
})

test.each<PortSentences & { readonly expected: RegExp; readonly count?: number }>([
  {
    name: 'a host port that differs',
    app: { portMappings: [{ containerPort: 5001, hostPort: 80 }] },
    expected: /task-definition\.json:\d+:\d+.*hostPort is 80 and containerPort is 5001/,
  },
  {
    name: 'a port that the load balancer does not know',
    app: { portMappings: [{ containerPort: 5201 }] },
    expected: /sends requests to port 5001 of container app, which has only 5201 in its portMappings/,
  },
  {
    name: 'a container that the load balancer does not know',
    app: { name: 'web' },
    inputs: { 'container-name': 'web' },
    expected: /sends requests to port 5001 of container app, but the task definition has only web/,
  },
  {
    name: 'a network mode that the target group does not fit',
    definition: instances,
    // The network of the service does not fit either.
    count: 2,
    expected: /target group web-prod has target type ip, but network mode bridge requires instance/,
  },
  {
    name: 'an interval that ECS does not take',
    app: { healthCheck: { ...healthCheck, interval: 600 } },
    expected: /healthCheck\.interval is 600, but ECS accepts only 5 to 300 seconds/,
  },
])(
  '$name is refused whatever preflight says, since ECS would refuse it',
  async ({ expected, count = 1, ...story }) => {
    // What ECS refuses to register is left to it where preflight does not refuse.
    const isChecked = (preflight: string) => preflight !== 'fail' && /interval|hostPort/.test(expected.source)
    for (const preflight of ['fail', 'warn', 'off']) {
      const played = await playPorts({ ...story, inputs: { ...story.inputs, preflight } })
      expect(played.outputs.outcome).toBe('refused')
      expect(changesIn(played.requests)).toStrictEqual(isChecked(preflight) ? ['RegisterTaskDefinition'] : [])
      if (isChecked(preflight)) continue
      const errors = problems(played).slice(1)
      // Fargate takes no other network mode, either.
      const own = errors.filter(error => !error.includes('Fargate supports only awsvpc'))
      expect(own).toEqual(Array(count).fill(expect.stringMatching(/^error: /)))
      expect(text(played)).toMatch(expected)
    }
  },
)

test('a target group that is gone is refused, and only warned of where preflight warns', async () => {
  const gone: PortSentences = { name: 'gone', also: world => world.targetGroups.remove(targetGroupArn) }
  const refused = await playPorts(gone)
  expect(refused.outputs.outcome).toBe('refused')
  expect(changesIn(refused.requests)).toStrictEqual([])
  expect(text(refused)).toContain('registers its tasks in the target group web-prod, which does not exist')
  const planned = await playPorts({ ...gone, inputs: { preflight: 'warn', 'dry-run': 'true' } })
  expect(planned.outputs.outcome).toBe('planned')
  expect(findings(planned)).toEqual([expect.stringMatching(/^target-group /)])
})

test.each<PortSentences & { readonly expected: RegExp; readonly count?: number }>([
  {
    name: 'a target group that checks a port which nobody has',
    also: world => openTargetGroup(world, { port: 9000 }),
    expected: /^health-port {2}target group web-prod checks port 9000/,
  },
  {
    name: 'PORT in the task definition names another port',
    app: {
      environment: ['LOG_LEVEL', 'FEATURE_BANNER', 'PORT'].map(name => ({ name, value: '5201' })),
    },
    expected: /^port-environment {2}task-definition\.json:\d+:\d+ {2}container app: PORT is 5201/,
  },
  {
    name: 'a health check that checks nothing',
    app: { healthCheck: { command: ['NONE'] } },
    expected:
      /^health-command {2}task-definition\.json:\d+:\d+ {2}container app: healthCheck\.command is NONE/,
  },
  {
    name: 'a start that the load balancer does not wait for',
    app: { healthCheck: { ...healthCheck, startPeriod: 120 } },
    expected: /^grace-period {2}task-definition\.json:\d+:\d+ {2}container app may take 120 s to start/,
  },
])('a warning in the plan, and as an annotation: $name', async ({ expected, ...story }) => {
  const played = await playPorts({ ...story, inputs: { 'dry-run': 'true' } })
  expect(played.outputs.outcome).toBe('planned')
  expect(findings(played)).toEqual([expect.stringMatching(expected)])
  expect(problems(played)).toEqual([expect.stringMatching(/^warning: /)])
})

/** Given up after 20 s, healthy again after 20 s. */
const impatient = { intervalSeconds: 10, unhealthyThreshold: 2, healthyThreshold: 2 }

test.each([
  { grace: 0, outcome: 'rolled-back', warned: true },
  { grace: 122, outcome: 'rolled-back', warned: true },
  { grace: 140, outcome: 'succeeded', warned: false },
])(
  'a start of 119 s with a grace period of $grace s: $outcome, and warned of: $warned',
  async ({ grace, outcome, warned }) => {
    const played = await playPorts({
      name: `${grace}`,
      app: { healthCheck: { ...healthCheck, startPeriod: 120 } },
      software: { startSeconds: 119 },
      history: { service: { healthCheckGracePeriodSeconds: grace }, targetGroup: impatient },
    })
    expect(played.outputs.outcome).toBe(outcome)
    // Where it came as it was warned of, the line of the file says that it did.
    const placed = played.annotations.filter(({ position }) => position).map(({ message }) => message)
    expect(placed).toEqual(warned ? [expect.stringMatching(/^tasks failed the load balancer/)] : [])
    if (warned) expect(verdict(played)).toMatch(/to at least 140\.$/m)
    expect(findings(played).length).toBe(warned ? 1 : 0)
  },
)

test('target groups that may not be read are one line with the permission, and the deployment goes on', async () => {
  const played = await playPorts({
    name: 'denied',
    app: { healthCheck: { ...healthCheck, startPeriod: 120 } },
    history: { targetGroup: { port: 'traffic-port' } },
    faults: [{ kind: 'access-denied', operations: ['DescribeTargetGroups'] }],
  })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(findings(played)).toEqual([
    expect.stringMatching(/^target-group {2}not checked: allow elasticloadbalancing:DescribeTargetGroups/),
  ])
  expect(played.annotations).toStrictEqual([])
})

test('both target groups of blue/green are read', async () => {
  const played = await play({
    ...webStory({}),
    setUp: world => {
      replayBlueGreenHistory(world, { strategy: 'BLUE_GREEN' })
      world.images.add(imageOf(commit), workingSoftware)
    },
    inputs: { ...webStory({}).inputs, 'dry-run': 'true' },
  })
  expect(played.outputs.outcome).toBe('planned')
  expect(findings(played)).toStrictEqual([])
  expect(acceptedInputs(played, 'DescribeTargetGroups')).toEqual(
    [targetGroupArn, alternateTargetGroupArn].map(arn => ({ TargetGroupArns: [arn] })),
  )
})

test('where only a revision is registered, nothing is read, and the ports are checked anyway', async () => {
  const played = await playPorts({
    name: 'register only',
    app: { portMappings: [{ containerPort: 5001, hostPort: 80 }] },
    inputs: { service: '', cluster: '' },
  })
  expect(played.outputs.outcome).toBe('refused')
  expect(acceptedInputs(played, 'DescribeTargetGroups')).toStrictEqual([])
  expect(deployed(played)).toStrictEqual([])
})
