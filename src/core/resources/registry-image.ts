/** An image as its registry describes it, without pulling it. */

export type RegistryImage = { readonly kind: 'no-repository' } | { readonly kind: 'no-image' } | StoredImage

export interface StoredImage {
  readonly kind: 'stored'
  /** of the index where there is one: what a reference by digest names */
  readonly digest: string
  /** whether the registry itself keeps this tag from being pushed again; absent where it could not be asked */
  readonly immutable: boolean | undefined
  /** one for each platform that it is built for; empty where that could not be read */
  readonly builds: readonly ImageBuild[]
  /** why a part was not read: the permission to allow, or what AWS said */
  readonly unavailable:
    | { readonly mutability: string | undefined; readonly config: string | undefined }
    | undefined
}

export interface ImageBuild {
  /** as registries call it: amd64, arm64 */
  readonly architecture: string
  /** linux or windows */
  readonly os: string
  /** absent where it was not read, as it is not for a platform that the task does not run on */
  readonly config: ImageConfig | undefined
}

/** What the image was built to do: https://github.com/opencontainers/image-spec/blob/main/config.md */
export interface ImageConfig {
  /** `EXPOSE`: `5201/tcp` */
  readonly exposedPorts: readonly string[]
  /** values can be secrets */
  readonly environment: ReadonlyMap<string, string>
}
