/** What the network mode and the operating system rule out (API_RegisterTaskDefinition); the wording is ours. */
import type { Document } from '../state/document.js'
import { asList, type Container } from './rule.js'

export function platformRefusal(definition: Document, containers: readonly Container[]): string | undefined {
  return (
    windowsRefusal(definition, containers) ??
    kernelRefusal(definition, containers) ??
    constraintRefusal(definition)
  )
}

/** Each says so in API_ContainerDefinition. */
const notOnWindows = [
  'linuxParameters',
  'privileged',
  'dnsServers',
  'dnsSearchDomains',
  'extraHosts',
  'links',
  'readonlyRootFilesystem',
  'ulimits',
]

/** "This parameter is not supported for Windows containers." */
function windowsRefusal(definition: Document, containers: readonly Container[]): string | undefined {
  const { operatingSystemFamily = 'LINUX' } = (definition.runtimePlatform ?? {}) as Document
  if (!String(operatingSystemFamily).startsWith('WINDOWS')) return undefined
  const member =
    ['pidMode', 'ipcMode'].find(each => definition[each] !== undefined) ??
    notOnWindows.find(each => containers.some(container => container[each] !== undefined))
  return member && `${member} is not supported for Windows containers.`
}

/** "For tasks that use the host network mode, network namespace systemControls aren't supported." */
function kernelRefusal({ networkMode }: Document, containers: readonly Container[]): string | undefined {
  if (networkMode !== 'host') return undefined
  const controls = containers.flatMap(({ systemControls }) => asList(systemControls))
  const ofNetwork = controls.find(({ namespace }) => String(namespace).startsWith('net.'))
  return ofNetwork && `The systemControl ${ofNetwork.namespace} is not supported when networkMode=host.`
}

/** "You can specify a maximum of 10 constraints for each task." */
function constraintRefusal({ placementConstraints }: Document): string | undefined {
  // Seen in aws-samples/aws-cdk-examples, issue 628.
  const other = asList(placementConstraints).find(({ type }) => type !== undefined && type !== 'memberOf')
  if (other !== undefined) return `constraint.type '${other.type}' is not supported.`
  return asList(placementConstraints).length > 10
    ? 'A task definition can have at most 10 placement constraints.'
    : undefined
}
