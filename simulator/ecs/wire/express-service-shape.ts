import { definedMembers } from '../../defined-members.js'
import { mainContainer, mainPort } from '../rules/express-rules.js'
import type { Document } from '../state/document.js'
import { primaryOf, type Service, type ServiceRevision } from '../state/service.js'
import { isTerminal } from '../state/service-deployment.js'
import type { World } from '../world.js'
import { epoch } from './epoch.js'
import { revisionArn } from './service-shape.js'

/** For CreateExpressGatewayService, DescribeExpressGatewayService and DeleteExpressGatewayService. */
export function expressServiceShape(world: World, service: Service): Document {
  const current = service.serviceDeployments.findLast(deployment => !isTerminal(deployment))
  const serving = service.deployments.filter(
    deployment =>
      deployment === service.deployments[0] ||
      world
        .tasksOf(service)
        .some(task => task.deploymentId === deployment.id && task.lastStatus === 'RUNNING'),
  )
  return definedMembers({
    ...identity(service),
    infrastructureRoleArn: service.attributes.infrastructureRoleArn,
    currentDeployment: current?.arn,
    activeConfigurations: serving.map(({ revision }) => configurationShape(world, service, revision)),
  })
}

/** For UpdateExpressGatewayService: the configuration that it updates to. */
export function updatedExpressServiceShape(world: World, service: Service): Document {
  return {
    ...identity(service),
    targetConfiguration: configurationShape(world, service, primaryOf(service).revision),
  }
}

function identity(service: Service): Document {
  const updatedAt = service.revisions.at(-1)?.createdAt ?? service.createdAt
  return {
    cluster: service.clusterName,
    serviceName: service.name,
    serviceArn: service.arn,
    status: { statusCode: service.status },
    createdAt: epoch(service.createdAt),
    updatedAt: epoch(updatedAt),
  }
}

function configurationShape(world: World, service: Service, revision: ServiceRevision): Document {
  const { taskDefinition } = revision
  const { cpu, executionRoleArn, memory, taskRoleArn } = taskDefinition.document
  const network = revision.attributes.networkConfiguration as Document | undefined
  const { securityGroups, subnets } = (network?.awsvpcConfiguration ?? {}) as Document
  const group = world.targetGroups.find(service.loadBalancers[0]?.targetGroupArn ?? '')
  return definedMembers({
    serviceRevisionArn: revisionArn(world, service, revision.digits),
    executionRoleArn,
    taskRoleArn,
    taskDefinitionArn: taskDefinition.arn,
    cpu,
    memory,
    networkConfiguration: definedMembers({ securityGroups, subnets }),
    healthCheckPath: group?.path,
    primaryContainer: primaryContainerShape(revision),
    scalingTarget: scalingShape(world, service),
    ingressPaths: [{ accessType: 'PUBLIC', endpoint: endpointOf(world, service) }],
    createdAt: epoch(revision.createdAt),
  })
}

/** Derived from a task definition of the user (hashicorp/terraform-provider-aws, pull request 49095). */
function primaryContainerShape({ taskDefinition }: ServiceRevision): Document | undefined {
  const main = taskDefinition.containers.find(({ name }) => name === mainContainer)
  if (main === undefined) return undefined
  const { command, environment, image, secrets } = main
  return definedMembers({ image, containerPort: mainPort(taskDefinition), command, environment, secrets })
}

function scalingShape(world: World, { clusterName, name }: Service): Document | undefined {
  const scaled = world.scalableTargets.find(`service/${clusterName}/${name}`)
  return scaled && { minTaskCount: scaled.min, maxTaskCount: scaled.max }
}

function endpointOf({ region }: World, { name }: Service): string {
  return `${name}.ecs.${region}.on.aws`
}
