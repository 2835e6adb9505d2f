/**
 * A task definition that leaves a volume to the launch needs to be told what it is.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskVolumeConfiguration.html
 */
import type { VolumeConfiguration } from '../ecs/volume-configuration.js'
import { closest, quote } from '../errors/problem.js'
import { hasVolume, launchVolumesIn } from '../task-definition/launch-volumes.js'
import type { JsonObject } from '../text/json.js'
import { showName } from '../text/name.js'

const nameInput = 'run-task-managed-ebs-volume-name'

export function reportTaskVolume(
  volume: VolumeConfiguration | undefined,
  definition: JsonObject,
  report: (subject: string, words: string) => void,
): void {
  const atLaunch = launchVolumesIn(definition)
  const [missing] = atLaunch.filter(name => name !== volume?.name)
  if (!volume) {
    if (missing !== undefined)
      report(
        nameInput,
        `is empty, but the task definition that the task runs leaves the volume ${quote(missing)} to the launch: set it to ${missing}, and run-task-managed-ebs-volume to its size and role`,
      )
    return
  }
  const { name } = volume
  if (atLaunch.includes(name)) return
  const meant = closest(name, atLaunch)
  const lacks = hasVolume(definition, name)
    ? 'has no configuredAtLaunch: true in the task definition that the task runs: set that, or remove the input'
    : `is not a volume of the task definition that the task runs${meant ? `; did you mean ${meant}?` : ': add it with configuredAtLaunch: true, or remove the input'}`
  report(nameInput, `${quote(showName(name))} ${lacks}`)
}
