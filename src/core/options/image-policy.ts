export type ImagePolicy =
  /** cannot change, by its form or its repository */
  | 'immutable'
  /** registered by digest */
  | 'digest'
  /** anything; a movable tag only warns */
  | 'any'
