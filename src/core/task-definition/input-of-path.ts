/** undefined for parts that come from the source. */
import type { Json, JsonObject, Path } from '../text/json.js'
import { isList, isObject, text } from '../text/json.js'
import type { ContainerOverrides } from './overrides.js'
import type { RenderOptions } from './render.js'

export function inputOfPath(definition: JsonObject, path: Path, options: RenderOptions): string | undefined {
  const { images, overrides } = options
  const [first, index, ...inside] = path
  if (first === 'taskRoleArn') return overrides.taskRoleArn && 'task-role-arn'
  if (first === 'executionRoleArn') return overrides.executionRoleArn && 'execution-role-arn'
  if (first !== 'containerDefinitions' || typeof index !== 'number') return undefined
  const containers = definition.containerDefinitions
  const container = isList(containers) ? containers[index] : undefined
  if (!isObject(container)) return undefined
  const name = text(container.name) ?? ''
  if (inside[0] === 'image') {
    const image = images.find(one => one.container === name)
    return image && (image.input === 'images' ? 'images' : 'image')
  }
  const settings = overrides.container
  if (!settings?.containers.includes(name)) return undefined
  return inputOfSetting(settings, container, inside)
}

function inputOfSetting(
  settings: ContainerOverrides,
  container: JsonObject,
  [member, step, option]: Path,
): string | undefined {
  switch (member) {
    case 'environment':
      return has(settings.environment, nameAt(container.environment, step)) && 'environment-variables'
    case 'secrets':
      return has(settings.secrets, nameAt(container.secrets, step)) && 'secrets'
    case 'dockerLabels':
      return has(settings.dockerLabels, step) && 'docker-labels'
    case 'environmentFiles':
      return settings.environmentFiles.length > 0 ? 'env-files' : undefined
    case 'command':
      return settings.command && 'command'
    case 'logConfiguration':
      if (step === 'options') return has(settings.logOptions, option) && 'log-configuration-options'
      return step === 'secretOptions' ? undefined : settings.logDriver && 'log-configuration-log-driver'
    default:
      return undefined
  }
}

function has(settings: ContainerOverrides['environment'], key: string | number | undefined) {
  return settings.some(setting => setting.key === key) || undefined
}

function nameAt(list: Json | undefined, step: string | number | undefined): string | undefined {
  const item = isList(list) && typeof step === 'number' ? list[step] : undefined
  return isObject(item) ? text(item.name) : undefined
}
