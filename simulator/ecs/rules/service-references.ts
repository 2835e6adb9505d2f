import type { Document } from '../state/document.js'
import type { TaskDefinition } from '../state/task-definition.js'
import { ebsVolumeRefusal } from './ebs-volume-rules.js'

/**
 * What the service names and its task definition must have. The messages about port names (badmintoncryer/cdk-preflight,
 * rules/ecs) and about volumes that do not match (go-to-k/cdkd, pull request 811) were seen from ECS; the others follow
 * the API reference (ServiceRegistry, ServiceVolumeConfiguration).
 */
export function referenceRefusal(definition: TaskDefinition, attributes: Document): string | undefined {
  return (
    portNameRefusal(definition, attributes) ??
    registryRefusal(definition, attributes) ??
    volumeRefusal(definition, attributes) ??
    ebsVolumeRefusal(attributes)
  )
}

type Named = { readonly portName?: string }

function portNameRefusal({ containers }: TaskDefinition, attributes: Document): string | undefined {
  const connect = attributes.serviceConnectConfiguration as
    | { readonly enabled?: boolean; readonly services?: readonly Named[] }
    | undefined
  const connected = connect?.enabled ? (connect.services ?? []) : []
  const lattices = (attributes.vpcLatticeConfigurations ?? []) as readonly Named[]
  const names = containers.flatMap(({ portMappings = [] }) => portMappings.map(({ name }) => name))
  const missing = [...connected, ...lattices].find(({ portName }) => !names.includes(portName))
  return (
    missing &&
    `portName(${missing.portName}) does not refer to any named PortMapping in the container definitions`
  )
}

type Registry = { readonly containerName?: string; readonly containerPort?: number }

function registryRefusal({ containers }: TaskDefinition, attributes: Document): string | undefined {
  for (const { containerName, containerPort } of (attributes.serviceRegistries ??
    []) as readonly Registry[]) {
    if (containerName === undefined) continue
    const container = containers.find(({ name }) => name === containerName)
    if (container === undefined)
      return `The container ${containerName} does not exist in the task definition.`
    const ports = (container.portMappings ?? []).map(mapping => mapping.containerPort)
    if (containerPort !== undefined && !ports.includes(containerPort)) {
      return `The container ${containerName} did not have a container port ${containerPort} defined.`
    }
  }
  return undefined
}

type Volume = { readonly name?: string; readonly configuredAtLaunch?: boolean }

function volumeRefusal({ document }: TaskDefinition, attributes: Document): string | undefined {
  const volumes = (document.volumes ?? []) as readonly Volume[]
  const configurations = (attributes.volumeConfigurations ?? []) as readonly Volume[]
  const atLaunch = volumes.filter(({ configuredAtLaunch }) => configuredAtLaunch).map(({ name }) => name)
  const configured = configurations.map(({ name }) => name)
  if (configured.some(name => !atLaunch.includes(name))) {
    return 'Volume configuration provided but no matching configuredAtLaunch volume found in task definition.'
  }
  const missing = atLaunch.find(name => !configured.includes(name))
  return missing && `No volume configuration provided for the configuredAtLaunch volume ${missing}.`
}
