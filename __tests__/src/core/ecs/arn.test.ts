import { describe, expect, test } from '@jest/globals'
import {
  isArn,
  isRevisionOf,
  parseArn,
  resourceName,
  revisionName,
  serviceOf,
  shortenArns,
  shortenEveryArn,
  shortTask,
} from '../../../../src/core/ecs/arn.js'

const ecs = 'arn:aws:ecs:eu-west-1:123456789012'

test.each([
  { arn: `${ecs}:task-definition/web:8`, name: 'web:8' },
  { arn: 'arn:aws-cn:ecs:cn-north-1:123456789012:task-definition/my_web-1:12', name: 'my_web-1:12' },
  { arn: 'web:8', name: 'web:8' },
  { arn: '', name: '' },
])('$arn is the revision $name', ({ arn, name }) => {
  expect(revisionName(arn)).toBe(name)
})

test.each([
  { name: 'the same digits', digits: '6216346761948112104', id: 'ecs-svc/6216346761948112104', same: true },
  {
    name: 'digits that a number would round to the same',
    digits: '6216346761948112105',
    id: 'ecs-svc/6216346761948112104',
    same: false,
  },
  { name: 'a zero in front', digits: '0192876543210', id: 'ecs-svc/0192876543210', same: true },
  { name: 'a zero in front is a digit', digits: '192876', id: 'ecs-svc/0192876', same: false },
  { name: 'digits that only end alike', digits: '99192876', id: 'ecs-svc/192876', same: false },
])('$name', ({ digits, id, same }) => {
  expect(isRevisionOf(`${ecs}:service-revision/prod/web/${digits}`, id)).toBe(same)
})

test.each([
  { arn: `${ecs}:service/prod/web`, parts: { cluster: 'prod', service: 'web' } },
  { arn: `${ecs}:service/web`, parts: { service: 'web' } },
  { arn: 'arn:aws-us-gov:ecs:us-gov-west-1:123456789012:service/a/b', parts: { cluster: 'a', service: 'b' } },
  { arn: `${ecs}:cluster/prod`, parts: undefined },
  { arn: `${ecs}:service/a/b/c`, parts: undefined },
  { arn: 'arn:aws:iam::123456789012:role/service/prod/web', parts: undefined },
  { arn: 'web', parts: undefined },
])('$arn names $parts', ({ arn, parts }) => {
  expect(serviceOf(arn)).toStrictEqual(parts)
})

test.each([
  {
    arn: `${ecs}:service/prod/web`,
    place: { partition: 'aws', region: 'eu-west-1', account: '123456789012' },
  },
  {
    arn: 'arn:aws:iam::123456789012:role/x',
    place: { partition: 'aws', region: '', account: '123456789012' },
  },
  { arn: 'web', place: undefined },
])('$arn lies in $place', ({ arn, place }) => {
  expect(parseArn(arn)).toStrictEqual(place)
})

test('a name is not an ARN, and the last part of an ARN is its name', () => {
  const task = `${ecs}:task/prod/3e7a13950d1e4dd29258e0c39ac058ae`
  expect([isArn('web'), isArn(task), resourceName(task), shortTask(task), resourceName('web')]).toStrictEqual(
    [false, true, '3e7a13950d1e4dd29258e0c39ac058ae', '3e7a1395', 'web'],
  )
})

describe('a text with ARNs', () => {
  test.each([
    {
      name: 'a target group in brackets',
      text: 'registered 2 targets in (target-group arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/Blue/d981484920c49db1)',
      short: 'registered 2 targets in (target-group Blue)',
    },
    { name: 'a task definition', text: `uses ${ecs}:task-definition/web:8.`, short: 'uses web:8.' },
    { name: 'a task', text: `(task ${ecs}:task/prod/3e7a)`, short: '(task 3e7a)' },
    {
      name: 'anything else stays',
      text: 'on arn:aws:iam::123456789012:role/deploy, please',
      short: 'on arn:aws:iam::123456789012:role/deploy, please',
    },
  ])('$name', ({ text, short }) => {
    expect(shortenArns(text)).toBe(short)
  })
})

test.each([
  {
    text: 'secret arn:aws:secretsmanager:eu-west-1:123456789012:secret:web/url-8Zk2Qp.',
    short: 'secret web/url-8Zk2Qp.',
  },
  { text: '(arn:aws:ssm:eu-west-1:123456789012:parameter/prod/url)', short: '(/prod/url)' },
  { text: 'arn:aws-cn:lambda:cn-north-1:123456789012:function:smoke failed', short: 'smoke failed' },
  { text: 'assume arn:aws:iam::123456789012:role/deploy, please', short: 'assume deploy, please' },
  { text: `uses ${ecs}:task-definition/web:8`, short: 'uses web:8' },
  { text: '"arn:aws:s3:::bucket/app.env"', short: '"bucket/app.env"' },
])('every ARN of a sentence: $short', ({ text, short }) => {
  expect(shortenEveryArn(text)).toBe(short)
})
