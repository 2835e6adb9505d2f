import { expect, test } from '@jest/globals'
import { deploymentLink, logLink, revisionLink } from '../../../src/report/console-links.js'

test.each([
  {
    arn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:8',
    url: 'https://eu-west-1.console.aws.amazon.com/ecs/v2/task-definitions/web/8/containers?region=eu-west-1',
  },
  {
    arn: 'arn:aws-cn:ecs:cn-north-1:123456789012:task-definition/web:8',
    url: 'https://cn-north-1.console.amazonaws.cn/ecs/v2/task-definitions/web/8/containers?region=cn-north-1',
  },
  {
    arn: 'arn:aws-us-gov:ecs:us-gov-west-1:123456789012:task-definition/web:8',
    url: 'https://us-gov-west-1.console.amazonaws-us-gov.com/ecs/v2/task-definitions/web/8/containers?region=us-gov-west-1',
  },
  { arn: 'arn:aws-iso:ecs:us-iso-east-1:123456789012:task-definition/web:8', url: undefined },
  { arn: 'arn:aws:ecs:evil.example/:123456789012:task-definition/web:8', url: undefined },
  { arn: 'web:8', url: undefined },
])('$arn', ({ arn, url }) => {
  expect(revisionLink(arn)).toBe(url)
})

const service = 'arn:aws:ecs:eu-west-1:123456789012:service/prod/web'
const cluster = 'arn:aws:ecs:eu-west-1:123456789012:cluster/prod'

test.each([
  {
    name: 'one service deployment',
    service,
    deployment: 'arn:aws:ecs:eu-west-1:123456789012:service-deployment/prod/web/NCWGC2ZR-taawPAYrIaU5',
    url: 'https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/prod/services/web/deployments/NCWGC2ZR-taawPAYrIaU5?region=eu-west-1',
  },
  {
    name: 'all of them, of a service with an ARN in its old form',
    service: 'arn:aws:ecs:eu-west-1:123456789012:service/web',
    deployment: undefined,
    url: 'https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/prod/services/web/deployments?region=eu-west-1',
  },
])('$name', ({ service: arn, deployment, url }) => {
  expect(deploymentLink(arn, cluster, deployment)).toBe(url)
})

test('a log stream in another region than the service', () => {
  expect(logLink(service, 'us-east-1', '/ecs/web', 'app/app/3e7a')).toBe(
    'https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#logsV2:log-groups/log-group/$252Fecs$252Fweb/log-events/app$252Fapp$252F3e7a',
  )
})
