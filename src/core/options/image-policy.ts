/** What the input `image-policy` asks of every image that would run. */
export type ImagePolicy =
  /** it cannot become other software by its form, or its repository keeps it */
  | 'immutable'
  /** it is registered by its digest */
  | 'digest'
  /** nothing: what moves is only warned of */
  | 'any'
