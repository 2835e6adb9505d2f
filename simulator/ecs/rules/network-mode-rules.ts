import type { Document } from '../state/document.js'
import { asList, type Container } from './rule.js'

type Unsupported = { readonly member: string; readonly message: string }

/** Messages seen from ECS (badmintoncryer/cdk-preflight, rules/ecs) unless a comment says otherwise. */
const unsupported: readonly Unsupported[] = [
  { member: 'links', message: 'Links are not supported when networkMode=awsvpc.' },
  { member: 'hostname', message: 'hostname is not supported on container when networkMode=awsvpc.' },
  { member: 'extraHosts', message: 'Extra hosts are not supported on container when networkMode=awsvpc.' },
  { member: 'dnsServers', message: 'DNS servers are not supported on container when networkMode=awsvpc.' },
  // Documented (fargate-tasks-services); the wording is ours.
  {
    member: 'dnsSearchDomains',
    message: 'DNS search domains are not supported on container when networkMode=awsvpc.',
  },
  {
    member: 'disableNetworking',
    message: 'Disable Networking is not supported on container when networkMode=awsvpc.',
  },
]

export function networkModeRefusal(
  definition: Document,
  containers: readonly Container[],
): string | undefined {
  if (definition.networkMode !== 'awsvpc') {
    return definition.proxyConfiguration === undefined
      ? undefined
      : 'APPMESH proxy configuration is only supported in networkMode=awsvpc'
  }
  const found = unsupported.find(({ member }) => containers.some(container => isSet(container[member])))
  return found?.message ?? proxyRefusal(definition, containers)
}

function isSet(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

function proxyRefusal(
  { proxyConfiguration }: Document,
  containers: readonly Container[],
): string | undefined {
  if (proxyConfiguration === undefined) return undefined
  const { containerName, properties } = proxyConfiguration as Document
  if (!containers.some(({ name }) => name === containerName)) {
    return `Proxy container [${containerName}] does not exist.`
  }
  // Seen in aws-actions/amazon-ecs-deploy-task-definition, issue 163, where each had a name and some no value.
  if (asList(properties).some(({ value }) => value === undefined)) {
    return 'ProxyConfiguration properties value cannot be null.'
  }
  const names = new Set(asList(properties).map(({ name }) => name))
  if (!names.has('ProxyIngressPort')) return 'Ingress port not found'
  // Documented as required (API_ProxyConfiguration); the wording is ours.
  if (!names.has('ProxyEgressPort')) return 'Egress port not found'
  return names.has('AppPorts') ? undefined : 'App ports not found'
}
