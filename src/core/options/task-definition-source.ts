/** The task definition to start from, as the user names it. */
export type TaskDefinitionSource =
  /** the one that the service runs */
  | { readonly kind: 'live' }
  | { readonly kind: 'file'; readonly path: string }
  /** a registered one: an ARN, `web:7`, or `web` for the latest that is ACTIVE; and the input that named it */
  | { readonly kind: 'registered'; readonly name: string; readonly input: string }
