/** The first line of the log. */
import { parseArn, resourceName } from '../../core/ecs/arn.js'
import type { Service, Target } from '../../core/ecs/service.js'
import { enumerate } from '../../core/text/enumerate.js'

/** `web on prod (eu-west-1) · commit 9be21c4` */
export function headline(
  targets: readonly Target[],
  service: Service | undefined,
  commit: string | undefined,
): string {
  const [first] = targets
  const where = first
    ? `${enumerate(targets.map(({ service }) => resourceName(service)))} on ${resourceName(first.cluster)}`
    : 'register a task definition'
  const region = service ? parseArn(service.arn)?.region : undefined
  return [
    `${where}${region ? ` (${region})` : ''}`,
    ...(commit ? [`commit ${commit.slice(0, 7)}`] : []),
  ].join(' · ')
}
