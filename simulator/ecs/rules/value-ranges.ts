/**
 * Numbers of a container that are out of their documented range (API_ContainerDefinition, API_PortMapping,
 * API_HealthCheck, API_LinuxParameters, API_Tmpfs). Only the maxima of health checks and the size of a tmpfs have a
 * published message, the others are ours.
 */
import type { Document } from '../state/document.js'
import { asList, type Container } from './rule.js'

type Range = { readonly from: number; readonly to: number }

const unlimited = Number.POSITIVE_INFINITY
const positive: Range = { from: 1, to: unlimited }
/** Seen in aws/amazon-ecs-agent, issue 2226. */
const tmpfsMessage =
  'The container has an invalid tmpfs size value specified. It must be a non-zero, non-negative integer.'
const ports: Range = { from: 1, to: 65_535 }

/** "The Docker daemon reserves a minimum of 4 MiB of memory for a container" before version 20.10. */
const ofContainer: Readonly<Record<string, Range>> = {
  cpu: { from: 0, to: unlimited },
  memory: { from: 4, to: unlimited },
  memoryReservation: { from: 4, to: unlimited },
  startTimeout: { from: 0, to: unlimited },
  stopTimeout: { from: 0, to: unlimited },
}

const ofHealthCheck: Readonly<Record<string, Range>> = {
  interval: { from: 5, to: 300 },
  timeout: { from: 2, to: 60 },
  retries: { from: 1, to: 10 },
  startPeriod: { from: 0, to: 300 },
}

const ofLinux: Readonly<Record<string, Range>> = {
  swappiness: { from: 0, to: 100 },
  maxSwap: { from: 0, to: unlimited },
  sharedMemorySize: { from: 1, to: unlimited },
}

export function rangeRefusal(_definition: Document, containers: readonly Container[]): string | undefined {
  for (const container of containers) {
    const { name, portMappings, healthCheck } = container
    const linux = (container.linuxParameters ?? {}) as Document
    const message =
      outOf(container, ofContainer, name) ??
      first(asList(portMappings), port =>
        outOf(port, { containerPort: ports, hostPort: { from: 0, to: 65_535 } }, name),
      ) ??
      healthCheckRefusal((healthCheck ?? {}) as Document, name) ??
      outOf(linux, ofLinux, name) ??
      first(asList(linux.tmpfs), mount => (isOutside(mount.size, positive) ? tmpfsMessage : undefined))
    if (message !== undefined) return message
  }
  return undefined
}

function outOf(
  values: Document,
  ranges: Readonly<Record<string, Range>>,
  container?: string,
): string | undefined {
  const wrong = Object.entries(ranges).find(([member, range]) => isOutside(values[member], range))
  if (wrong === undefined) return undefined
  const [member, { from, to }] = wrong
  const allowed = to === unlimited ? `at least ${from}` : `between ${from} and ${to}`
  return `Invalid '${member}' setting for container '${container}'. It must be ${allowed}.`
}

function healthCheckRefusal(healthCheck: Document, container?: string): string | undefined {
  const wrong = Object.entries(ofHealthCheck).find(([member, range]) => isOutside(healthCheck[member], range))
  if (wrong === undefined) return undefined
  const [member, { from, to }] = wrong
  const bound =
    Number(healthCheck[member]) > to
      ? `less than or equal to the maximum allowed value ${to}`
      : `greater than or equal to the minimum allowed value ${from}`
  return `Health check ${member} must be ${bound} for container '${container}'`
}

function isOutside(value: unknown, { from, to }: Range): boolean {
  return value !== undefined && (Number(value) < from || Number(value) > to)
}

function first<T>(items: readonly T[], rule: (item: T) => string | undefined): string | undefined {
  return items.map(rule).find(message => message !== undefined)
}
