/** How the user wants a deployment to be watched. */
export interface WatchOptions {
  /** how long to watch */
  readonly minutes: number
  /** stop the deployment after this many failed tasks; 0 leaves it to ECS */
  readonly failFastAfter: number
  readonly onTimeout: 'fail' | 'rollback'
  readonly onCancel: 'leave' | 'rollback'
}
