/** What is recorded of clients is held against the models of the services: what would be wrong is found. */
import { expect, test } from '@jest/globals'
import { healthy } from '../../simulator/scenarios/healthy.js'
import { openScenario } from '../../simulator/scenarios/open-scenario.js'
import { VirtualClock } from '../../simulator/time/virtual-clock.js'
import { testWithBoto3 } from './support/boto3.js'
import { type Exchange, problemsOf } from './support/check-exchanges.js'
import { openRecord } from './support/record-exchanges.js'

async function record(target: string, input: object): Promise<readonly Exchange[]> {
  const { observers, exchanges } = openRecord()
  const { server } = await openScenario(healthy, { clock: new VirtualClock(), ...observers })
  try {
    const headers = { 'x-amz-target': target }
    await fetch(server.url, { method: 'POST', headers, body: JSON.stringify(input) })
    return exchanges
  } finally {
    await server.close()
  }
}

const describeServices = 'AmazonEC2ContainerServiceV20141113.DescribeServices'
const web = { cluster: 'prod', services: ['web'] }

/** Of a request and an answer that are right, one with another member. */
async function altered(part: 'input' | 'answer', from: string, to: string): Promise<readonly Exchange[]> {
  const exchanges = await record(describeServices, web)
  expect(problemsOf(exchanges)).toStrictEqual([])
  return exchanges.map(exchange => {
    const text = JSON.stringify(exchange[part])
    expect(text).toContain(from)
    return { ...exchange, [part]: JSON.parse(text.replace(from, to)) }
  })
}

test.each([
  {
    name: 'a member that an answer must not have',
    part: 'answer',
    from: '"serviceName"',
    to: '"serviceNames"',
    problem: 'DescribeServices: services[0].serviceNames is not a member of Service',
  },
  {
    name: 'a number as text',
    part: 'answer',
    from: '"desiredCount":2',
    to: '"desiredCount":"2"',
    problem: 'DescribeServices: services[0].desiredCount should be an integer, not a string',
  },
  {
    name: 'a value that is not in an enum',
    part: 'answer',
    from: '"COMPLETED"',
    to: '"DONE"',
    problem: expect.stringMatching(/rolloutState "DONE" is not one of COMPLETED, FAILED, IN_PROGRESS$/),
  },
  {
    name: 'a member that a request must not have',
    part: 'input',
    from: '"cluster"',
    to: '"clusters"',
    problem: 'DescribeServices request: clusters is not a member of DescribeServicesRequest',
  },
] as const)('$name is found by the schemas of the SDK', async ({ part, from, to, problem }) => {
  expect(problemsOf(await altered(part, from, to))).toContainEqual(problem)
})

testWithBoto3.each([
  {
    name: 'a member that an answer must not have',
    part: 'answer',
    from: '"serviceName"',
    to: '"serviceNames"',
    problem: 'DescribeServices.services[].serviceNames is not in the model',
  },
  {
    name: 'a list without a required item',
    part: 'input',
    from: '"services"',
    to: '"include"',
    problem: expect.stringMatching(
      /^DescribeServices request: Missing required parameter in input: "services"/,
    ),
  },
] as const)("$name is found by botocore's model", async ({ part, from, to, problem }) => {
  expect(problemsOf(await altered(part, from, to))).toContainEqual(problem)
})

testWithBoto3.each([
  {
    name: 'a form that is right',
    form: { 'SubnetId.1': 'subnet-1', 'Filter.1.Name': 'vpc-id' },
    problems: [],
  },
  {
    name: 'a list by the name of the SDKs',
    form: { 'SubnetIds.1': 'subnet-1' },
    problems: ['DescribeSubnets request.SubnetIds.1 is not in the model'],
  },
  {
    name: 'a number that is none',
    form: { MaxResults: 'all' },
    problems: [expect.stringMatching(/^DescribeSubnets request: Invalid type for parameter MaxResults/)],
  },
])('of the requests of EC2, which are forms: $name', ({ form, problems }) => {
  const input = { Action: 'DescribeSubnets', Version: '2016-11-15', ...form }
  const exchange = { service: 'ec2', operation: 'DescribeSubnets', input, answer: {} }
  expect(problemsOf([exchange])).toStrictEqual(problems)
})

test('what is refused is not recorded, nor is GitHub', async () => {
  expect(await record(describeServices, { ...web, cluster: 'absent' })).toStrictEqual([])
})
