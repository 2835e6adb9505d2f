import { expect, test } from '@jest/globals'
import { headline } from '../../../../src/report/log/headline.js'
import { aService } from '../../../support/service-builders.js'

const web = { cluster: 'prod', service: 'web' }
const arn = 'arn:aws:ecs:eu-west-1:123456789012'

test.each([
  {
    name: 'a deployment',
    target: web,
    service: aService(),
    commit: '9be21c4a1b2c',
    line: 'web on prod (eu-west-1) · commit 9be21c4',
  },
  {
    name: 'names instead of ARNs',
    target: { cluster: `${arn}:cluster/prod`, service: `${arn}:service/prod/web` },
    service: aService(),
    commit: undefined,
    line: 'web on prod (eu-west-1)',
  },
  {
    name: 'a service that was not read',
    target: web,
    service: undefined,
    commit: '9be21c4',
    line: 'web on prod · commit 9be21c4',
  },
  {
    name: 'no service',
    target: undefined,
    service: undefined,
    commit: undefined,
    line: 'register a task definition',
  },
])('the first line: $name', ({ target, service, commit, line }) => {
  expect(headline(target ? [target] : [], service, commit)).toBe(line)
})
