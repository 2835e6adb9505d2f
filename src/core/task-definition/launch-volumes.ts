/** Volumes with `configuredAtLaunch`: who runs the task says what they are. */
import { type JsonObject, objectsIn, text } from '../text/json.js'

/** Names. */
export function launchVolumesIn({ volumes }: JsonObject): readonly string[] {
  return objectsIn(volumes)
    .filter(volume => volume.configuredAtLaunch === true)
    .flatMap(({ name }) => text(name) ?? [])
}

export function hasVolume({ volumes }: JsonObject, name: string): boolean {
  return objectsIn(volumes).some(volume => volume.name === name)
}
