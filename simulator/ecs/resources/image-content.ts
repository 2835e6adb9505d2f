/**
 * Manifests, an index for several platforms, and configurations (github.com/opencontainers/image-spec). The
 * same build gives the same digests; layers have no content.
 */
import { createHash } from 'node:crypto'
import { definedMembers } from '../../defined-members.js'

export const architectures = ['X86_64', 'ARM64'] as const

export type Architecture = (typeof architectures)[number]

/** As in a Dockerfile and `docker build`. */
export type Build = {
  /** Several make an index; the default is X86_64. */
  readonly architectures?: readonly Architecture[]
  /** Forces an index, as `docker buildx` pushes with its attestation. */
  readonly index?: boolean
  /** `EXPOSE`: 5001, or "53/udp" */
  readonly exposedPorts?: readonly (number | string)[]
  readonly environment?: Readonly<Record<string, string>>
  readonly entrypoint?: readonly string[]
  readonly command?: readonly string[]
  readonly user?: string
  readonly labels?: Readonly<Record<string, string>>
}

export type StoredDocument = { readonly digest: string; readonly mediaType: string; readonly text: string }

export type Manifest = StoredDocument & {
  readonly architecture: Architecture
  readonly config: StoredDocument
  readonly layers: readonly Descriptor[]
}

export type ImageContent = {
  readonly manifests: readonly Manifest[]
  readonly index?: StoredDocument
  readonly attestations: readonly StoredDocument[]
}

type Descriptor = { readonly mediaType: string; readonly digest: string; readonly size: number }

const mediaTypes = {
  index: 'application/vnd.oci.image.index.v1+json',
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
  attestation: 'application/vnd.in-toto+json',
} as const

const platforms = {
  X86_64: { architecture: 'amd64', os: 'linux' },
  ARM64: { architecture: 'arm64', os: 'linux', variant: 'v8' },
} as const satisfies Record<Architecture, object>

/** `source` distinguishes builds. */
export function contentOf(source: string, build: Build): ImageContent {
  const { architectures = ['X86_64'], index = architectures.length > 1 } = build
  const manifests = architectures.map(architecture => manifestOf(source, build, architecture))
  if (!index) return { manifests, attestations: [] }
  const attestations = manifests.map(({ digest }) => attestationOf(source, digest))
  return { manifests, index: indexOf(manifests, attestations), attestations }
}

/** The image's own digest identifies it. */
export function topDocument({ index, manifests }: ImageContent): StoredDocument {
  return index ?? (manifests[0] as Manifest)
}

function manifestOf(source: string, build: Build, architecture: Architecture): Manifest {
  const layers = ['base', 'app'].map((name, index) =>
    layer(`${source} ${architecture} ${name}`, 30 - 18 * index),
  )
  const config = stored(mediaTypes.config, configOf(build, architecture, layers))
  const manifest = stored(mediaTypes.manifest, {
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    config: describe(config),
    layers,
  })
  return { ...manifest, architecture, config, layers }
}

function configOf(build: Build, architecture: Architecture, layers: readonly Descriptor[]): object {
  const { exposedPorts = [], environment = {}, entrypoint, command = ['/app/server'], user, labels } = build
  const ports = exposedPorts.map(port => [typeof port === 'number' ? `${port}/tcp` : port, {}])
  const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
  return {
    ...platforms[architecture],
    config: definedMembers({
      User: user,
      ExposedPorts: ports.length > 0 ? Object.fromEntries(ports) : undefined,
      Env: Object.entries({ PATH: path, ...environment }).map(([name, value]) => `${name}=${value}`),
      Entrypoint: entrypoint,
      Cmd: command,
      WorkingDir: '/app',
      Labels: labels,
    }),
    // Of the uncompressed layers.
    rootfs: { type: 'layers', diff_ids: layers.map(({ digest }) => digestOf(`${digest} unpacked`)) },
    history: layers.map((_, index) => ({ created_by: index === 0 ? 'ADD rootfs.tar /' : 'COPY . /app' })),
  }
}

/** One attestation per image, with platform unknown/unknown (docs.docker.com, attestation-storage). */
function indexOf(manifests: readonly Manifest[], attestations: readonly StoredDocument[]): StoredDocument {
  const images = manifests.map(manifest => ({
    ...describe(manifest),
    platform: platforms[manifest.architecture],
  }))
  const attested = attestations.map((attestation, index) => ({
    ...describe(attestation),
    annotations: {
      'vnd.docker.reference.digest': manifests[index]?.digest,
      'vnd.docker.reference.type': 'attestation-manifest',
    },
    platform: { architecture: 'unknown', os: 'unknown' },
  }))
  return stored(mediaTypes.index, {
    schemaVersion: 2,
    mediaType: mediaTypes.index,
    manifests: [...images, ...attested],
  })
}

function attestationOf(source: string, imageDigest: string): StoredDocument {
  const statement = {
    mediaType: mediaTypes.attestation,
    digest: digestOf(`${source} ${imageDigest}`),
    size: 1_167,
  }
  const config = { mediaType: mediaTypes.config, digest: digestOf(`${imageDigest} attestation`), size: 167 }
  return stored(mediaTypes.manifest, { schemaVersion: 2, config, layers: [statement] })
}

function layer(content: string, megabytes: number): Descriptor {
  return { mediaType: mediaTypes.layer, digest: digestOf(content), size: megabytes * 1_048_576 }
}

function stored(mediaType: string, document: object): StoredDocument {
  const text = JSON.stringify(document, undefined, 2)
  return { digest: digestOf(text), mediaType, text }
}

function describe({ mediaType, digest, text }: StoredDocument): Descriptor {
  return { mediaType, digest, size: Buffer.byteLength(text) }
}

function digestOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`
}
