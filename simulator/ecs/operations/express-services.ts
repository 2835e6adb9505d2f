/**
 * Express services: canary deployments that ECS configures. Only those with a task definition of the user.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-overview.html
 */
import { AwsError } from '../../aws-error.js'
import { definedMembers } from '../../defined-members.js'
import { beginRollout } from '../behavior/rollout.js'
import type { Operation } from '../operation.js'
import { expressConfiguration, expressRefusal, mainContainer, mainPort } from '../rules/express-rules.js'
import { type LoadBalancer, primaryOf, type Service } from '../state/service.js'
import type { TaskDefinition } from '../state/task-definition.js'
import { expressServiceShape, updatedExpressServiceShape } from '../wire/express-service-shape.js'
import type { World } from '../world.js'
import { CreateService } from './create-service.js'
import { findActiveDefinition, findCluster, findService } from './find.js'
import { revisionAttributes } from './service-attributes.js'
import { checkFit } from './service-checks.js'
import { DeleteService } from './services.js'
import { keepStaleSnapshot } from './stale-snapshot.js'
import { checkDeployments } from './update-limits.js'

type Input = Parameters<Operation>[1]

const CreateExpressGatewayService: Operation = (world, input) => {
  const { cluster, infrastructureRoleArn, networkConfiguration = {}, scalingTarget = {}, serviceName } = input
  const definition = definitionFor(world, input)
  const { maxTaskCount = 20, minTaskCount = 1 } = scalingTarget
  const { alarm, loadBalancers } = openInfrastructure(world, input, definition)
  CreateService(world, {
    cluster,
    serviceName,
    taskDefinition: definition.arn,
    launchType: 'FARGATE',
    desiredCount: minTaskCount,
    loadBalancers,
    networkConfiguration: {
      awsvpcConfiguration: {
        subnets: networkConfiguration.subnets ?? ['subnet-0a1b2c3d4e5f60718', 'subnet-0f9e8d7c6b5a40312'],
        securityGroups: networkConfiguration.securityGroups ?? ['sg-0c4d2e6f8a1b3c5d7'],
        assignPublicIp: 'ENABLED',
      },
    },
    deploymentConfiguration: expressConfiguration(alarm),
    tags: input.tags,
    infrastructureRoleArn,
  })
  const service = findService(world, findCluster(world, cluster), serviceName)
  service.resourceManagementType = 'ECS'
  const resourceId = `service/${service.clusterName}/${service.name}`
  world.scalableTargets.register({ resourceId, min: minTaskCount, max: maxTaskCount }, world.now)
  return { service: expressServiceShape(world, service) }
}

/** The revision that the service has already starts no deployment. */
const UpdateExpressGatewayService: Operation = (world, input) => {
  const service = findExpress(world, input.serviceArn)
  if (service.status !== 'ACTIVE') throw new AwsError('ServiceNotActiveException', 'Service was not ACTIVE.')
  const definition = definitionFor(world, input)
  if (primaryOf(service).revision.taskDefinition.arn === definition.arn)
    return { service: updatedExpressServiceShape(world, service) }
  const { attributes } = service
  const containerPort = mainPort(definition)
  const loadBalancers = service.loadBalancers.map(
    (balancer): LoadBalancer => definedMembers({ ...balancer, containerPort }),
  )
  checkFit(world, definition, { loadBalancers, attributes })
  checkDeployments(world, service)
  keepStaleSnapshot(world, service)
  service.loadBalancers = loadBalancers
  beginRollout(world, service, {
    taskDefinition: definition,
    loadBalancers,
    attributes: revisionAttributes(attributes),
  })
  return { service: updatedExpressServiceShape(world, service) }
}

const DescribeExpressGatewayService: Operation = (world, { include = [], serviceArn }) => {
  const service = findExpress(world, serviceArn)
  const shape = expressServiceShape(world, service)
  return { service: include.includes('TAGS') ? { ...shape, tags: service.tags } : shape }
}

const DeleteExpressGatewayService: Operation = (world, { serviceArn }) => {
  const service = findExpress(world, serviceArn)
  DeleteService(world, { cluster: service.clusterName, service: service.name, force: true })
  return { service: expressServiceShape(world, service) }
}

export const expressServices = {
  CreateExpressGatewayService,
  UpdateExpressGatewayService,
  DescribeExpressGatewayService,
  DeleteExpressGatewayService,
}

/** "If you provide a task definition ARN, you cannot also specify" these. */
const excluded = ['primaryContainer', 'executionRoleArn', 'taskRoleArn', 'cpu', 'memory', 'cpuArchitecture']

function definitionFor(world: World, input: Input): TaskDefinition {
  const { taskDefinitionArn } = input
  if (taskDefinitionArn === undefined)
    throw invalid('This simulator has only Express services with a taskDefinitionArn.')
  for (const member of excluded) {
    if (input[member] !== undefined) throw invalid(`You cannot specify ${member} with taskDefinitionArn.`)
  }
  const definition = findActiveDefinition(world, taskDefinitionArn)
  const message = expressRefusal(definition)
  if (message !== undefined) throw invalid(message)
  return definition
}

function findExpress(world: World, serviceArn: string): Service {
  const [, cluster] = /:service\/([^/]+)\/[^/]+$/.exec(serviceArn) ?? []
  if (cluster === undefined) throw invalid('Invalid service ARN.')
  const service = findService(world, findCluster(world, cluster), serviceArn)
  if (service.resourceManagementType === 'ECS') return service
  throw invalid('The service is not an Express service.')
}

function openInfrastructure(
  world: World,
  { healthCheckPath = '/', serviceName }: Input,
  definition: TaskDefinition,
): { readonly alarm: string; readonly loadBalancers: readonly object[] } {
  const place = `arn:aws:elasticloadbalancing:${world.region}:${world.account}`
  const [blue = '', green] = ['0', '1'].map(nth => {
    const arn = `${place}:targetgroup/ecs-gateway-${serviceName}-${nth}/6d0ecf831eec9f0${nth}`
    world.targetGroups.add({ arn, path: healthCheckPath })
    return arn
  })
  const rule = `${place}:listener-rule/app/ecs-express-gateway/50dc6c495c0c9188/f2f7dc8efc522ab2`
  const alarm = `${serviceName}-ecs-express-rollback`
  world.setAlarm(alarm, 'OK', { definition: errorRate(blue) })
  const balancer = {
    targetGroupArn: blue,
    containerName: mainContainer,
    containerPort: mainPort(definition),
    advancedConfiguration: {
      alternateTargetGroupArn: green,
      productionListenerRule: `${rule}/9683b2d02a6cabee`,
      roleArn: `arn:aws:iam::${world.account}:role/ecsInfrastructureRoleForExpressServices`,
    },
  }
  return { alarm, loadBalancers: [balancer] }
}

/** More than 1 percent of answers are 4xx or 5xx for 2 of 3 minutes (express-service-update-full). */
function errorRate(targetGroupArn: string) {
  const dimensions = { TargetGroup: targetGroupArn.slice(targetGroupArn.lastIndexOf(':') + 1) }
  const metric = (name: string) => ({ namespace: 'AWS/ApplicationELB', name, dimensions })
  return {
    kind: 'expression',
    expression: '100 * (m4xx + m5xx) / requests',
    metrics: [
      metric('HTTPCode_Target_4XX_Count'),
      metric('HTTPCode_Target_5XX_Count'),
      metric('RequestCountPerTarget'),
    ],
    condition: {
      statistic: 'Sum',
      comparison: 'GreaterThanThreshold',
      threshold: 1,
      periods: 3,
      datapoints: 2,
    },
  } as const
}

function invalid(message: string): AwsError {
  return new AwsError('InvalidParameterException', message)
}
