/** What an optional look at something gave. The verdict never depends on one. */
export type Lookup<T> =
  | { readonly kind: 'found'; readonly value: T }
  /** asked for and not answered: `why` names the permission to allow, or what AWS said */
  | { readonly kind: 'unavailable'; readonly why: string }
  /** there was nothing to ask for, or nobody to ask: no AWS credentials */
  | { readonly kind: 'skipped' }

export const skipped: Lookup<never> = { kind: 'skipped' }
