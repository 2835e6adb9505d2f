import { expect, test } from '@jest/globals'
import { classRow } from '../../../../src/core/diagnosis/classes.js'
import type { FailureGroup } from '../../../../src/core/diagnosis/failure-group.js'
import type { TargetGroup } from '../../../../src/core/resources/target-group.js'
import type { JsonObject } from '../../../../src/core/text/json.js'
import { anEvidence } from '../../../support/failure-evidence.js'
import { aFailureGroup } from '../../../support/rollout-builders.js'

const definition = {
  networkMode: 'awsvpc',
  containerDefinitions: [
    { name: 'app', image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:9be21c4' },
    { name: 'proxy', image: 'public.ecr.aws/envoy/envoy:v1.30' },
  ],
}

const healthCheck = {
  enabled: true,
  protocol: 'HTTP',
  port: 'traffic-port',
  path: '/health',
  interval: 30,
  timeout: 5,
  healthyThreshold: 2,
  unhealthyThreshold: 2,
}

function aGroup(check: Partial<TargetGroup['healthCheck']> = {}): TargetGroup {
  return { arn: 'arn', name: 'web', targetType: 'ip', healthCheck: { ...healthCheck, ...check } }
}

const elb = 'Task failed ELB health checks in (target-group web)'
const codes = (code: string) => `${elb}, port 5001: Health checks failed with these codes: [${code}]`
const exited = { failureClass: 'container-exit', reason: 'Essential container in task exited' } as const

test.each<{
  name: string
  group: Partial<FailureGroup>
  detail?: string
  targetGroups?: TargetGroup[]
  other?: JsonObject
  text: string
}>([
  {
    name: 'a status code, with the request of the health check',
    group: { failureClass: 'health-check', reason: codes('404') },
    targetGroups: [aGroup()],
    text: 'failed the load balancer health check (404 on GET :5001/health)',
  },
  {
    name: 'a health check on a port of its own',
    group: { failureClass: 'health-check', reason: codes('503') },
    targetGroups: [aGroup({ port: '8080', path: '/live' })],
    text: 'failed the load balancer health check (503 on GET :8080/live)',
  },
  {
    name: 'a target group that could not be read',
    group: { failureClass: 'health-check', reason: codes('404') },
    text: 'failed the load balancer health check (404 on port 5001)',
  },
  {
    name: 'a target group other than the one that was read',
    group: { failureClass: 'health-check', reason: codes('404') },
    targetGroups: [{ ...aGroup(), name: 'other' }],
    text: 'failed the load balancer health check (404 on port 5001)',
  },
  {
    name: 'no response in time',
    group: { failureClass: 'health-check', reason: `${elb}, port 5001: Request timed out` },
    targetGroups: [aGroup()],
    text: 'failed the load balancer health check (no response in time on GET :5001/health)',
  },
  {
    name: 'a failure without any detail',
    group: { failureClass: 'health-check', reason: `${elb}, port 5001: Health checks failed` },
    targetGroups: [aGroup({ protocol: 'TCP', path: '' })],
    text: 'failed the load balancer health check (TCP :5001)',
  },
  {
    name: 'a failure with an unknown detail',
    group: { failureClass: 'health-check', reason: `${elb}, port 5001: Health checks failed due to x` },
    targetGroups: [aGroup()],
    text: 'failed the load balancer health check (GET :5001/health: Health checks failed due to x)',
  },
  {
    name: 'no event about the task',
    group: { failureClass: 'health-check', reason: elb },
    targetGroups: [aGroup()],
    text: 'failed the load balancer health check of target group web',
  },
  {
    name: "a container's own check",
    group: { failureClass: 'health-check', reason: 'Task failed container health checks' },
    text: 'failed the container health check',
  },
  {
    name: 'a container that ends',
    group: { ...exited, container: 'app', exitCode: 1 },
    text: 'ended because app exited with code 1',
  },
  {
    name: 'a container that is killed',
    group: { ...exited, container: 'app', exitCode: 137 },
    text: 'ended because app exited with code 137 (killed, SIGKILL)',
  },
  {
    name: 'a container with a reason of its own',
    group: { ...exited, reason: 'DockerTimeoutError: Could not stop', container: 'app', exitCode: 1 },
    text: 'ended because app exited with code 1: DockerTimeoutError: Could not stop',
  },
  {
    name: 'a container that ECS does not name',
    group: exited,
    text: 'ended because an essential container exited',
  },
  {
    name: 'memory',
    group: { failureClass: 'out-of-memory', reason: 'OutOfMemoryError: x', container: 'app', exitCode: 137 },
    text: 'ended because app ran out of memory',
  },
  {
    name: 'an image, with a detail',
    group: { failureClass: 'image-pull', reason: 'CannotPullContainerError: x: not found', container: 'app' },
    detail: 'it is not there',
    text: 'could not pull web:9be21c4',
  },
  {
    name: "an image, with ECS's own words",
    group: { failureClass: 'image-pull', reason: 'CannotPullContainerError: odd', container: 'proxy' },
    text: 'could not pull envoy:v1.30: odd',
  },
  {
    name: 'an image of an unknown container',
    group: { failureClass: 'image-pull', reason: 'CannotPullContainerError: odd' },
    text: 'could not pull an image: odd',
  },
  {
    name: 'a task that could not be prepared, with a long reason whose ends stay',
    group: {
      failureClass: 'resource-initialization',
      reason: `ResourceInitializationError: ${'x'.repeat(300)}: no such host`,
    },
    text: `could not start: ${'x'.repeat(100)}…${'x'.repeat(85)}: no such host`,
  },
  {
    name: 'a task that could not be placed',
    group: { failureClass: 'placement', reason: 'RESOURCE:MEMORY', stopCode: 'TaskFailedToStart' },
    text: 'could not start: RESOURCE:MEMORY',
  },
  {
    name: 'something else, ARNs shortened',
    group: {
      failureClass: 'other',
      reason: 'ECS was unable to assume the role arn:aws:iam::123456789012:role/web-task',
    },
    text: 'ended: ECS was unable to assume the role web-task',
  },
])('$name', ({ group, detail, targetGroups, other, text }) => {
  const failure = aFailureGroup({ reason: 'x', tasks: ['t'], ...group })
  const evidence = anEvidence({ failure, definition: other ?? definition, targetGroups })
  expect(classRow(failure.failureClass).describe(evidence, detail)).toBe(text)
})
