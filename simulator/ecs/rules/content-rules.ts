/** What containers say in words: images, names, commands. The wording is ours unless a comment says otherwise. */
import type { Document } from '../state/document.js'
import { asList, type Container } from './rule.js'

export function contentRefusal(definition: Document, containers: readonly Container[]): string | undefined {
  for (const container of containers) {
    const message =
      imageRefusal(container) ??
      portNameRefusal(container) ??
      variableRefusal(container) ??
      healthCheckCommandRefusal(container) ??
      gpuRefusal(container) ??
      linkRefusal(definition, container, containers)
    if (message !== undefined) return message
  }
  return undefined
}

/**
 * "Up to 255 letters, numbers, hyphens, underscores, colons, periods, forward slashes, and number signs are allowed"
 * (API_ContainerDefinition), and the @ of a digest.
 */
function imageRefusal({ image = '' }: Container): string | undefined {
  if (image.length > 255) return 'Container.image is longer than 255.'
  return /^[\w\-:./#@]+$/.test(image) ? undefined : 'Container.image contains invalid characters.'
}

/** API_PortMapping */
function portNameRefusal({ name: container, portMappings }: Container): string | undefined {
  const wrong = asList(portMappings).find(
    ({ name }) => name !== undefined && !/^[a-z0-9_][a-z0-9_-]{0,63}$/.test(String(name)),
  )
  return wrong && `Invalid port mapping name '${wrong.name}' for container '${container}'.`
}

function variableRefusal({ name: container, environment, secrets }: Container): string | undefined {
  const nameless = [...asList(environment), ...asList(secrets)].some(({ name }) => !name)
  return nameless ? `An environment variable of container '${container}' has no name.` : undefined
}

/** "The string array must start with CMD … or CMD-SHELL" (API_HealthCheck); NONE turns that of the image off. */
function healthCheckCommandRefusal({ name, healthCheck }: Container): string | undefined {
  if (healthCheck === undefined) return undefined
  const [start, ...rest] = ((healthCheck as Document).command ?? []) as readonly string[]
  if (start === 'NONE') return undefined
  const isRight = (start === 'CMD' || start === 'CMD-SHELL') && rest.length > 0
  return isRight
    ? undefined
    : `The health check command of container '${name}' must start with CMD or CMD-SHELL.`
}

/** "The number of physical GPUs" (API_ResourceRequirement) */
function gpuRefusal({ name, resourceRequirements }: Container): string | undefined {
  const wrong = asList(resourceRequirements).some(
    ({ type, value }) => type === 'GPU' && !/^[1-9]\d*$/.test(String(value)),
  )
  return wrong ? `The GPUs of container '${name}' must be a number.` : undefined
}

/** "only supported if the network mode of a task definition is bridge"; awsvpc has a message of its own. */
function linkRefusal(
  { networkMode = 'bridge' }: Document,
  { links }: Container,
  containers: readonly Container[],
) {
  const names = ((links ?? []) as readonly string[]).map(link => link.split(':')[0])
  if (names.length === 0 || networkMode === 'awsvpc') return undefined
  if (networkMode !== 'bridge') return `Links are not supported when networkMode=${networkMode}.`
  const unknown = names.find(linked => !containers.some(({ name }) => name === linked))
  return unknown && `The linked container '${unknown}' does not exist.`
}
