/**
 * In the words of registries: https://github.com/opencontainers/image-spec/blob/main/config.md
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html
 */
import type { JsonObject } from '../text/json.js'
import { isObject, text } from '../text/json.js'

export interface Platform {
  /** amd64, arm64 */
  readonly architecture: string
  /** linux, windows */
  readonly os: string
}

const architectures: Readonly<Record<string, string>> = { X86_64: 'amd64', ARM64: 'arm64' }

export function architectureOf(named: string): string | undefined {
  return architectures[named]
}

/** undefined for unknown values */
export function platformOf({ runtimePlatform }: JsonObject): Platform | undefined {
  const named = isObject(runtimePlatform) ? runtimePlatform : {}
  const architecture = architectureOf(text(named.cpuArchitecture) ?? 'X86_64')
  const os = osOf(text(named.operatingSystemFamily) ?? 'LINUX')
  return architecture && os ? { architecture, os } : undefined
}

function osOf(family: string): string | undefined {
  if (family === 'LINUX') return 'linux'
  return family.startsWith('WINDOWS_') ? 'windows' : undefined
}

export function showPlatform({ os, architecture }: Platform): string {
  return `${os}/${architecture}`
}
