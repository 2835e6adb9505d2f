/**
 * In their order. Which of them a rolling deployment shows is not documented. PRE_PRODUCTION_TRAFFIC_SHIFT is a stage of
 * hooks, but never that of a deployment.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceDeployment.html (lifecycleStage)
 */
export const lifecycleStages = [
  'RECONCILE_SERVICE',
  'PRE_SCALE_UP',
  'SCALE_UP',
  'POST_SCALE_UP',
  'TEST_TRAFFIC_SHIFT',
  'POST_TEST_TRAFFIC_SHIFT',
  'PRODUCTION_TRAFFIC_SHIFT',
  'POST_PRODUCTION_TRAFFIC_SHIFT',
  'BAKE_TIME',
  'CLEAN_UP',
] as const

export type LifecycleStage = (typeof lifecycleStages)[number]

/** A poll may miss a short stage, but not those after it. */
export function hasReached(current: string | undefined, wanted: LifecycleStage): boolean {
  const order: readonly (string | undefined)[] = lifecycleStages
  return order.indexOf(current) >= order.indexOf(wanted)
}

/** `test traffic shift` */
export function readableStage(stage: string): string {
  return stage.toLowerCase().replaceAll('_', ' ')
}
