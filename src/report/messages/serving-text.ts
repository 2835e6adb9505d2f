import { revisionName } from '../../core/ecs/arn.js'
import type { Rollout } from '../../core/outcome/rollout.js'
import { type RevisionTasks, type Serving, servingRevisions } from '../../core/outcome/serving.js'
import { enumerate } from '../../core/text/enumerate.js'

type Show = (taskDefinition: string) => string

/** `web:7 serves`, `web:8 (20% of the traffic) and web:7 (80% of the traffic) serve`; undefined: not known */
export function servingText(serving: Serving, show: Show = revisionName): string | undefined {
  switch (serving.kind) {
    case 'revisions':
      return `${names(serving.revisions, show)} ${serving.revisions.length === 1 ? 'serves' : 'serve'}`
    case 'none':
      return serving.others.length > 0 ? 'no running task is healthy' : 'no task is running'
    case 'unknown':
      return undefined
  }
}

/** `web:7 still serves`: where only earlier revisions serve */
export function stillServingText(
  { serving, tracked }: Pick<Rollout, 'serving' | 'tracked'>,
  show: Show = revisionName,
): string | undefined {
  const revisions = servingRevisions(serving)
  const isOurs = revisions.some(({ taskDefinition }) => taskDefinition === tracked.taskDefinition)
  if (isOurs) return servingText(serving, show)
  const [first, ...others] = revisions
  if (!first) return undefined
  return `${names(revisions, show)} still ${others.length === 0 ? 'serves' : 'serve'}`
}

function names(revisions: readonly RevisionTasks[], show: Show): string {
  const isShared = revisions.length > 1
  return enumerate(
    revisions.map(({ taskDefinition, traffic }) => {
      const share = isShared && traffic !== undefined ? ` (${traffic}% of the traffic)` : ''
      return `${show(taskDefinition)}${share}`
    }),
  )
}

/** `2 of 2 healthy`; `running` where nothing checks the health, or it is not known */
export function tasksText({ running, healthy, traffic }: RevisionTasks, wanted: number): string {
  const count = healthy === undefined ? `${running} of ${wanted} running` : `${healthy} of ${wanted} healthy`
  const isShared = traffic !== undefined && traffic > 0 && traffic < 100
  return isShared ? `${count}, ${traffic}% of the traffic` : count
}

/** `web:8, 1 of 2 healthy · web:7, 2 of 2 healthy`, or `nothing: no task is running` */
export function servingField({ desiredCount, serving }: Rollout): string | undefined {
  if (serving.kind === 'none') return `nothing: ${servingText(serving)}`
  const texts = servingRevisions(serving).map(
    tasks => `${revisionName(tasks.taskDefinition)}, ${tasksText(tasks, desiredCount)}`,
  )
  return texts.length > 0 ? texts.join(' · ') : undefined
}
