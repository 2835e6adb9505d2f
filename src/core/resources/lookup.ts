/** An optional lookup. No verdict depends on it. */
export type Lookup<T> =
  | { readonly kind: 'found'; readonly value: T }
  /** `why`: the permission to allow, or what AWS said */
  | { readonly kind: 'unavailable'; readonly why: string }
  /** nothing to look up, or no AWS credentials */
  | { readonly kind: 'skipped' }

export const skipped: Lookup<never> = { kind: 'skipped' }
