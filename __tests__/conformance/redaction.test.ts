import { expect, test } from '@jest/globals'
import { Redactor } from '../../conformance/redaction.js'

const id = '0a1b2c3d4e5f60718293a4b5c6d7e8f9'
const other = 'f9e8d7c6b5a493827160f5e4d3c2b1a0'
const digits = '6216346761948112104'

const arn = (resource: string) => `arn:aws:ecs:eu-central-1:998877665544:${resource}`
const redacted = (resource: string) => `arn:aws:ecs:region-1:123456789012:${resource}`

test.each([
  { what: 'a task', from: arn(`task/mine-1a2b3c4d/${id}`), to: redacted('task/cluster/task-1') },
  {
    what: 'a service deployment',
    from: arn('service-deployment/mine-1a2b3c4d/web/NCWGC2ZR-taawPAYrIaU5'),
    to: redacted('service-deployment/cluster/web/service-deployment-1'),
  },
  {
    what: 'a service deployment in an event',
    from: 'Deployment [pAqFD3ipH3ItQ5wt3lJOy] rollback has failed.',
    to: 'Deployment [service-deployment-1] rollback has failed.',
  },
  {
    what: 'a service revision',
    from: arn(`service-revision/mine-1a2b3c4d/web/${digits}`),
    to: redacted('service-revision/cluster/web/deployment-1'),
  },
  { what: 'a deployment', from: `ecs-svc/${digits}`, to: 'ecs-svc/deployment-1' },
  { what: 'the run of a container', from: `${id}-1234567890`, to: 'runtime-1' },
  { what: 'a digest', from: `sha256:${id}${other}`, to: 'digest-1' },
  { what: 'an id of an event', from: 'a2b132d4-64b4-43bf-a94e-1ea7bf51a56d', to: 'id-1' },
  {
    what: 'a target group',
    from: 'in (target-group arn:aws:elasticloadbalancing:eu-central-1:998877665544:targetgroup/shop/d981484920c49db1)',
    to: 'in (target-group arn:aws:elasticloadbalancing:region-1:123456789012:targetgroup/target-group-1)',
  },
  {
    what: 'who called',
    from: 'User: arn:aws:sts::998877665544:assumed-role/Admins/jane@example.com is not authorized',
    to: 'User: arn:aws:sts::123456789012:assumed-role/principal-1 is not authorized',
  },
  {
    what: 'no role of a service',
    from: 'arn:aws:iam::998877665544:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
    to: 'arn:aws:iam::123456789012:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
  },
  {
    what: 'network ids',
    from: 'eni-0a1b2c3d subnet-0a1b sg-0a1b vpc-0a1b',
    to: 'interface-1 subnet-1 security-group-1 vpc-1',
  },
  { what: 'addresses', from: '10.0.1.17 and 2600:1f13:abc::17', to: 'address-1 and address-2' },
  { what: 'a host', from: 'ip-10-0-1-17.eu-central-1.compute.internal', to: 'host-1' },
  { what: 'a MAC address', from: '0a:1b:2c:3d:4e:5f', to: 'mac-1' },
  { what: 'a zone', from: 'eu-central-1b', to: 'zone-1' },
  {
    what: 'no version and no family',
    from: 'mine-1a2b3c4d-healthy:12 on 1.4.0',
    to: 'cluster-healthy:12 on 1.4.0',
  },
])('replaces $what', ({ from, to }) => {
  expect(new Redactor({ 'mine-1a2b3c4d': 'cluster' }).text(from)).toBe(to)
})

test('the same id has the same number everywhere, another one the next', () => {
  const redactor = new Redactor()
  const found = redactor.redact({
    taskArns: [id, other],
    tasks: [{ taskArn: other, startedBy: `ecs-svc/${digits}` }],
    revision: `service-revision/c/s/${digits}`,
  })
  expect(found).toStrictEqual({
    taskArns: ['task-1', 'task-2'],
    tasks: [{ taskArn: 'task-2', startedBy: 'ecs-svc/deployment-1' }],
    revision: 'service-revision/c/s/deployment-1',
  })
})

test('times are seconds since the first one, whether the CLI prints numbers or texts', () => {
  const found = new Redactor().redact({
    createdAt: 1_777_518_042.816,
    deployments: [{ updatedAt: '2026-04-30T03:01:42.816000+00:00', finishedAt: 1_777_518_000 }],
  })
  expect(found).toStrictEqual({
    createdAt: '+0s',
    deployments: [{ updatedAt: '+60s', finishedAt: '-43s' }],
  })
})

test('a token is no more than that', () => {
  expect(new Redactor().redact({ nextToken: 'eyJ0b2tlbiI6MX0=' })).toStrictEqual({ nextToken: 'token' })
})
