/** https://github.com/opencontainers/image-spec and Docker's older formats, with the same members. */
import { ApiError } from '../../core/errors/api-error.js'
import type { ImageBuild, ImageConfig } from '../../core/resources/registry-image.js'
import type { Json, JsonObject } from '../../core/text/json.js'
import { isObject, objectsIn, text } from '../../core/text/json.js'

/** Unless all are accepted, ECR can convert a manifest to another digest. */
export const mediaTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
]

export type Manifest =
  | { readonly kind: 'image'; readonly configDigest: string | undefined }
  | { readonly kind: 'index'; readonly entries: readonly Entry[] }

export interface Entry extends ImageBuild {
  readonly digest: string
}

export function readManifest(written: string): Manifest {
  const manifest = parseObject(written, 'ecr:BatchGetImage')
  if (manifest.manifests === undefined)
    return {
      kind: 'image',
      configDigest: isObject(manifest.config) ? text(manifest.config.digest) : undefined,
    }
  return { kind: 'index', entries: objectsIn(manifest.manifests).flatMap(readEntry) }
}

/** An entry without a platform is an attestation: https://docs.docker.com/build/metadata/attestations/attestation-storage/ */
function readEntry({ digest, platform }: JsonObject): Entry[] {
  const { architecture, os } = isObject(platform) ? platform : {}
  const entry = { digest: text(digest), architecture: text(architecture), os: text(os) }
  if (!entry.digest || !entry.architecture || !entry.os || entry.architecture === 'unknown') return []
  return [{ digest: entry.digest, architecture: entry.architecture, os: entry.os, config: undefined }]
}

/** Undefined: not the configuration of an image. */
export function readBuild(written: string): ImageBuild | undefined {
  const { architecture, os, config } = parseObject(written, 'ecr:GetDownloadUrlForLayer')
  const build = { architecture: text(architecture), os: text(os) }
  if (!build.architecture || !build.os) return undefined
  return {
    architecture: build.architecture,
    os: build.os,
    config: readConfig(isObject(config) ? config : {}),
  }
}

function readConfig({ ExposedPorts: ports, Env: variables }: JsonObject): ImageConfig {
  const pairs = Array.isArray(variables) ? variables.filter(one => typeof one === 'string') : []
  return {
    exposedPorts: isObject(ports) ? Object.keys(ports) : [],
    environment: new Map(pairs.map(pair => cut(pair))),
  }
}

function cut(pair: string): [string, string] {
  const i = pair.indexOf('=')
  return i < 0 ? [pair, ''] : [pair.slice(0, i), pair.slice(i + 1)]
}

/** A truncated response is no JSON. */
function parseObject(written: string, operation: string): JsonObject {
  try {
    const value = JSON.parse(written) as Json
    return isObject(value) ? value : {}
  } catch {
    throw new ApiError({
      kind: 'unavailable',
      operation,
      code: 'SyntaxError',
      message: 'the response is not JSON',
    })
  }
}

export function withConfig(build: ImageBuild, config: ImageConfig | undefined): ImageBuild {
  return { architecture: build.architecture, os: build.os, config }
}
