/** Which of the builds of an image a task definition runs, as far as it says so. */
import type { JsonObject } from '../json.js'
import { isObject } from '../json.js'
import type { ImageConfig, StoredImage } from './registry-image.js'

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html */
const architectures: Readonly<Record<string, string>> = { X86_64: 'amd64', ARM64: 'arm64' }

/** Nothing where several builds could run and were built to do different things. */
export function configOf({ builds }: StoredImage, { runtimePlatform }: JsonObject): ImageConfig | undefined {
  const wanted = isObject(runtimePlatform)
    ? architectures[String(runtimePlatform.cpuArchitecture)]
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
