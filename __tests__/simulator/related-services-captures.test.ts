/** The services other than ECS return the members and types that the AWS CLI's own examples show. */
import { expect, test } from '@jest/globals'
import { describeScalableTargets } from '../../simulator/application-auto-scaling/describe-scalable-targets.js'
import { describeAlarms } from '../../simulator/cloudwatch/describe-alarms.js'
import { describeLogStreams } from '../../simulator/cloudwatch-logs/describe-log-streams.js'
import { getLogEvents } from '../../simulator/cloudwatch-logs/get-log-events.js'
import { batchGetImage } from '../../simulator/ecr/batch-get-image.js'
import { describeImages } from '../../simulator/ecr/describe-images.js'
import { openWorld } from '../../simulator/ecs/open-world.js'
import { describeTargetGroups } from '../../simulator/elastic-load-balancing/describe-target-groups.js'
import { describeTargetHealth } from '../../simulator/elastic-load-balancing/describe-target-health.js'
import { healthy } from '../../simulator/scenarios/healthy.js'
import { commit, targetGroupArn } from '../../simulator/scenarios/web-service.js'
import { VirtualClock } from '../../simulator/time/virtual-clock.js'
import * as captured from './captures/related-services.js'
import { shapeOf } from './support/shape-of.js'

const world = openWorld({ clock: new VirtualClock() })
healthy.setUp(world)
world.scalableTargets.register({ resourceId: 'service/prod/web', min: 1, max: 5 }, world.now)
world.setAlarm('web-5xx', 'ALARM', {
  definition: {
    kind: 'metric',
    namespace: 'AWS/ApplicationELB',
    name: 'HTTPCode_Target_5XX_Count',
    dimensions: { LoadBalancer: 'app/web/50dc6c495c0c9188' },
  },
})

const web = { repositoryName: 'web', region: 'eu-west-1' }
const group = { logGroupName: '/ecs/web' }
const [logStreamName = ''] = world.logs.find('/ecs/web')?.streams.keys() ?? []

test.each([
  {
    operation: 'ecr DescribeImages',
    answer: describeImages(world, { ...web, imageIds: [{ imageTag: commit }] }),
    shape: captured.describeImages,
  },
  {
    operation: 'ecr BatchGetImage',
    answer: batchGetImage(world, { ...web, imageIds: [{ imageTag: commit }] }),
    shape: captured.batchGetImage,
  },
  {
    operation: 'elbv2 DescribeTargetGroups',
    answer: describeTargetGroups(world, { Names: ['web-prod'] }),
    shape: captured.describeTargetGroups,
  },
  {
    operation: 'elbv2 DescribeTargetHealth',
    answer: describeTargetHealth(world, { TargetGroupArn: targetGroupArn }),
    shape: captured.describeTargetHealth,
  },
  {
    operation: 'cloudwatch DescribeAlarms',
    answer: describeAlarms(world, { AlarmNames: ['web-5xx'] }),
    shape: captured.describeAlarms,
  },
  {
    operation: 'logs GetLogEvents',
    answer: getLogEvents(world, { ...group, logStreamName }),
    shape: captured.getLogEvents,
  },
  {
    operation: 'logs DescribeLogStreams',
    answer: describeLogStreams(world, group),
    shape: captured.describeLogStreams,
  },
  {
    operation: 'application-autoscaling DescribeScalableTargets',
    answer: describeScalableTargets(world, { ServiceNamespace: 'ecs' }),
    shape: captured.describeScalableTargets,
  },
])('$operation', ({ answer, shape }) => {
  expect(shapeOf(JSON.parse(JSON.stringify(answer)))).toMatchObject(shape)
})

test('the manifest of an image', () => {
  const { images } = batchGetImage(world, { ...web, imageIds: [{ imageTag: commit }] }) as {
    readonly images: readonly { readonly imageManifest: string }[]
  }

  expect(shapeOf(JSON.parse(images[0]?.imageManifest ?? ''))).toMatchObject(captured.imageManifest)
})
