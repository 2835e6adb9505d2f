/** A volume that the task definition leaves to the launch: its name, and what Amazon EBS creates for it. */
import type { VolumeConfiguration } from '../core/ecs/volume-configuration.js'
import type { InputForm } from './input-form.js'

type Owner = 'service' | 'run-task'

export function readVolume({ values }: InputForm, owner: Owner): VolumeConfiguration | undefined {
  const name = values[`${owner}-managed-ebs-volume-name`]
  const managedEBSVolume = values[`${owner}-managed-ebs-volume`]
  return name === '' || !managedEBSVolume ? undefined : { name, managedEBSVolume }
}

export function reportHalfVolume({ isSet, report, values }: InputForm, owner: Owner): void {
  const volumeInput = `${owner}-managed-ebs-volume` as const
  const nameInput = `${volumeInput}-name` as const
  const name = values[nameInput]
  if (name === '' && isSet(volumeInput))
    report(
      nameInput,
      `is empty, but ${volumeInput} is set: set it to the volume of the task definition that has configuredAtLaunch: true`,
    )
  if (name !== '' && !isSet(volumeInput))
    report(
      volumeInput,
      `is empty, but ${nameInput} is set: set it to a JSON object with roleArn and sizeInGiB or snapshotId`,
    )
}
