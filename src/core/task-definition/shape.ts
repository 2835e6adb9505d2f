/**
 * The members that an AWS request can have, as a tree: what a task definition is checked against. It comes in as a
 * value (the SDK's own schema, translated at the edge), so that a newer SDK knows newer keys without a change here.
 */
export type Shape =
  | { readonly kind: 'structure'; readonly members: () => Readonly<Record<string, Shape>> }
  | { readonly kind: 'list'; readonly item: () => Shape }
  | { readonly kind: 'map'; readonly value: () => Shape }
  /** without `allowed`, any string goes */
  | { readonly kind: 'string'; readonly allowed: readonly string[] | undefined }
  | { readonly kind: 'number' | 'boolean' }
  /** a document or a kind that has no check */
  | { readonly kind: 'any' }
