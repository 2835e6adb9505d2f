/** An image according to its registry. */

export type RegistryImage = { readonly kind: 'no-repository' } | { readonly kind: 'no-image' } | StoredImage

export interface StoredImage {
  readonly kind: 'stored'
  /** of the index, if there is one */
  readonly digest: string
  /** the registry refuses a second push of this tag; undefined if unknown */
  readonly immutable: boolean | undefined
  /** by platform; empty if they could not be read */
  readonly builds: readonly ImageBuild[]
  /** the permission to allow, or what AWS said */
  readonly unavailable:
    | { readonly mutability: string | undefined; readonly config: string | undefined }
    | undefined
}

export interface ImageBuild {
  /** amd64 or arm64 */
  readonly architecture: string
  /** linux or windows */
  readonly os: string
  /** only read for the task's platform */
  readonly config: ImageConfig | undefined
}

/** https://github.com/opencontainers/image-spec/blob/main/config.md */
export interface ImageConfig {
  /** `EXPOSE`: `5201/tcp` */
  readonly exposedPorts: readonly string[]
  /** values can be secrets */
  readonly environment: ReadonlyMap<string, string>
}
