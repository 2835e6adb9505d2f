import { definedMembers } from '../../defined-members.js'
import type { Document } from '../state/document.js'
import type { ContainerDefinition } from '../state/task-definition.js'
import { fargateRefusal } from './fargate-rules.js'
import { asList } from './rule.js'
import { units } from './size-units.js'

/** Keeps unknown members. */
export function fillDefaults(request: Document): Document {
  const { tags: _tags, ...document } = request
  const sharesPorts = document.networkMode === 'awsvpc' || document.networkMode === 'host'
  const containers = document.containerDefinitions as readonly Document[]
  return definedMembers({
    volumes: [],
    placementConstraints: [],
    ...document,
    cpu: document.cpu === undefined ? undefined : units(String(document.cpu), 1024),
    memory: document.memory === undefined ? undefined : units(String(document.memory), 1024),
    containerDefinitions: containers.map(container => fillContainer(container, sharesPorts)),
    requiresAttributes: [{ name: 'com.amazonaws.ecs.capability.docker-remote-api.1.18' }],
    compatibilities: compatibilities(document),
  })
}

function fillContainer(container: Document, sharesPorts: boolean): Document {
  const ports = (container.portMappings ?? []) as readonly Document[]
  const { healthCheck } = container
  return definedMembers({
    cpu: 0,
    essential: true,
    environment: [],
    mountPoints: [],
    volumesFrom: [],
    systemControls: [],
    ...container,
    portMappings: ports.map(port => fillPort(port, sharesPorts)),
    healthCheck: healthCheck && { interval: 30, timeout: 5, retries: 3, ...(healthCheck as Document) },
  })
}

function fillPort(port: Document, sharesPorts: boolean): Document {
  const hostPort = sharesPorts ? port.containerPort : undefined
  return definedMembers({ protocol: 'tcp', hostPort, ...port })
}

/** Regardless of requiresCompatibilities. */
function compatibilities(document: Document): readonly string[] {
  if (document.networkMode !== 'awsvpc') return ['EC2', 'EXTERNAL']
  const requested = { ...document, requiresCompatibilities: ['FARGATE'] }
  const isRefused = fargateRefusal(requested, asList(document.containerDefinitions)) !== undefined
  return isRefused ? ['EC2'] : ['EC2', 'FARGATE', 'MANAGED_INSTANCES']
}

export function containersOf(document: Document): readonly ContainerDefinition[] {
  return document.containerDefinitions as readonly ContainerDefinition[]
}
