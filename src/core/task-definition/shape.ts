/** Members of an AWS request. Adapters build it from the SDK's schemas, so that a newer SDK knows newer members. */
export type Shape =
  | {
      readonly kind: 'structure'
      readonly members: () => Readonly<Record<string, Shape>>
      readonly required: readonly string[]
    }
  | { readonly kind: 'list'; readonly item: () => Shape }
  | { readonly kind: 'map'; readonly value: () => Shape }
  /** undefined: any string */
  | { readonly kind: 'string'; readonly allowed: readonly string[] | undefined }
  | { readonly kind: 'number' | 'boolean' }
  /** not checked */
  | { readonly kind: 'any' }
