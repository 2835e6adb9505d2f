import { architectureOf } from '../task-definition/platform.js'
import type { JsonObject } from '../text/json.js'
import { isObject } from '../text/json.js'
import type { ImageConfig, StoredImage } from './registry-image.js'

/** Undefined if several builds fit and differ. */
export function configOf({ builds }: StoredImage, { runtimePlatform }: JsonObject): ImageConfig | undefined {
  const wanted = isObject(runtimePlatform)
    ? architectureOf(String(runtimePlatform.cpuArchitecture))
    : undefined
  const fitting = builds.filter(({ architecture }) => wanted === undefined || architecture === wanted)
  const [first, ...others] = fitting.flatMap(({ config }) => config ?? [])
  return first && others.every(other => isSame(first, other)) ? first : undefined
}

function isSame(a: ImageConfig, b: ImageConfig): boolean {
  return (
    JSON.stringify([a.exposedPorts, [...a.environment]]) ===
    JSON.stringify([b.exposedPorts, [...b.environment]])
  )
}
