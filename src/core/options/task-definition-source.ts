export type TaskDefinitionSource =
  | { readonly kind: 'live' }
  | { readonly kind: 'file'; readonly path: string }
  /** ARN, `web:7`, or `web` for the latest ACTIVE one; `input` named it */
  | { readonly kind: 'registered'; readonly name: string; readonly input: string }
