/** What an optional look at something gave. The verdict never depends on one. */
export type Seen<T> =
  | { readonly kind: 'seen'; readonly value: T }
  /** asked for and not answered: `why` names the permission to allow, or what AWS said */
  | { readonly kind: 'unseen'; readonly why: string }
  /** there was nothing to ask for, or nobody to ask: no AWS credentials */
  | { readonly kind: 'not-asked' }

export const notAsked: Seen<never> = { kind: 'not-asked' }
