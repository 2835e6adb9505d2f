import { SigninClient } from '@aws-sdk/nested-clients/signin'
import { expect, test } from '@jest/globals'
import { alarmLink, deploymentLink, logLink, revisionLink } from '../../../../src/core/ecs/console-links.js'

const partitions = [
  { partition: 'aws', region: 'eu-west-1', host: 'eu-west-1.console.aws.amazon.com' },
  { partition: 'aws-cn', region: 'cn-north-1', host: 'cn-north-1.console.amazonaws.cn' },
  { partition: 'aws-us-gov', region: 'us-gov-west-1', host: 'us-gov-west-1.console.amazonaws-us-gov.com' },
  { partition: 'aws-eusc', region: 'eusc-de-east-1', host: 'eusc-de-east-1.console.amazonaws-eusc.eu' },
  { partition: 'aws-iso', region: 'us-iso-east-1', host: 'us-iso-east-1.console.c2shome.ic.gov' },
  { partition: 'aws-iso-b', region: 'us-isob-east-1', host: 'us-isob-east-1.console.sc2shome.sgov.gov' },
  { partition: 'aws-iso-e', region: 'eu-isoe-west-1', host: 'eu-isoe-west-1.console.csphome.adc-e.uk' },
  { partition: 'aws-iso-f', region: 'us-isof-south-1', host: 'us-isof-south-1.console.csphome.hci.ic.gov' },
]

test.each(partitions)('the console of $partition is at $host', ({ partition, region, host }) => {
  expect(revisionLink(`arn:${partition}:ecs:${region}:123456789012:task-definition/web:8`)).toBe(
    `https://${host}/ecs/v2/task-definitions/web/8/containers?region=${region}`,
  )
})

test.each(partitions)(
  'in $partition the console shares a domain with the sign-in page',
  ({ region, host }) => {
    const { config } = new SigninClient({ region })
    const { url } = config.endpointProvider({ Region: region, UseFIPS: false, UseDualStack: false })
    expect(url.host).toBe(host.replace('.console.', '.signin.'))
  },
)

test.each([
  { name: 'an unknown partition', arn: 'arn:aws-moon:ecs:eu-west-1:1:task-definition/web:8' },
  { name: 'a name that every object knows', arn: 'arn:constructor:ecs:eu-west-1:1:task-definition/web:8' },
  { name: 'no partition', arn: 'arn::ecs:eu-west-1:123456789012:task-definition/web:8' },
  { name: 'a host for a region', arn: 'arn:aws:ecs:evil.example/:123456789012:task-definition/web:8' },
  { name: 'a dash for a region', arn: 'arn:aws:ecs:-:123456789012:task-definition/web:8' },
  { name: 'no region', arn: 'arn:aws:ecs::123456789012:task-definition/web:8' },
  { name: 'no ARN', arn: 'web:8' },
])('$name: no link', ({ arn }) => {
  expect(revisionLink(arn)).toBeUndefined()
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
  expect(logLink(service, { region: 'us-east-1', group: '/ecs/web', stream: 'app/app/3e7a' })).toBe(
    'https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#logsV2:log-groups/log-group/$252Fecs$252Fweb/log-events/app$252Fapp$252F3e7a',
  )
})

test.each([
  { name: 'web-5xx', at: 'web-5xx' },
  { name: 'API 5xx (prod)/é', at: 'API%205xx%20%28prod%29%2F%C3%A9' },
])('the alarm $name', ({ name, at }) => {
  expect(alarmLink(service, name)).toBe(
    `https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#alarmsV2:alarm/${at}`,
  )
})
