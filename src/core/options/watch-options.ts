export interface WatchOptions {
  readonly minutes: number
  /** number of failed tasks; 0: never */
  readonly failFastAfter: number
  readonly onTimeout: 'fail' | 'rollback'
  readonly onCancel: 'leave' | 'rollback'
}
