import { expect, test } from '@jest/globals'
import { summarizeRequests } from '../../../simulator/action/request-summary.js'

function file(...requests: readonly object[]): string {
  return requests
    .map(
      request =>
        `${JSON.stringify({ service: 'ecs', operation: 'DescribeServices', status: 200, faults: [], ...request })}\n`,
    )
    .join('')
}

test('requests are counted by service, refused and missing operations are named', () => {
  const denied = {
    operation: 'UpdateService',
    status: 400,
    error: 'AccessDeniedException',
    faults: ['access-denied'],
  }
  const text = file(
    {},
    {},
    denied,
    denied,
    { operation: 'ListTasks', status: 'reset', faults: ['connection-reset'] },
    { service: 'github', operation: 'create-comment', status: 502 },
    { service: 's3', operation: 'GET /', status: 404, error: 'UnknownOperationException' },
    { service: 'ec2', operation: 'RunInstances', status: 400, error: 'InvalidAction' },
  )
  expect(summarizeRequests(text)).toStrictEqual({
    lines: [
      '8 requests: ecs 5, github 1, s3 1, ec2 1',
      '4 refused:',
      '  ecs UpdateService: AccessDeniedException (fault: access-denied) (2 times)',
      '  ecs ListTasks: connection reset (fault: connection-reset)',
      '  github create-comment: status 502',
      '2 not in the simulator:',
      '  s3 GET /',
      '  ec2 RunInstances',
    ],
    missing: ['s3 GET /', 'ec2 RunInstances'],
  })
})

test('many kinds are cut', () => {
  const refused = Array.from({ length: 25 }, (_, i) => ({
    operation: `Operation${i}`,
    status: 400,
    error: 'E',
  }))
  const { lines } = summarizeRequests(file(...refused))
  expect(lines).toHaveLength(2 + 20 + 1)
  expect(lines.at(-1)).toBe('  and 5 more kinds')
})

test.each([
  { text: '', says: '0 requests' },
  { text: file({}), says: '1 request: ecs 1' },
  // A simulator that was killed may have written half of its last line.
  { text: `${file({})}{"service":"ecs","oper`, says: '1 request: ecs 1' },
])('$says', ({ text, says }) => {
  expect(summarizeRequests(text)).toStrictEqual({ lines: [says], missing: [] })
})
