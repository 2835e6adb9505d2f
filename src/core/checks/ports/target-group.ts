import { named } from '../../text/enumerate.js'
import { defineCheck, type Findings, unavailable } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const targetGroup = defineCheck({ id: 'target-group', run })

function run({ observed, resources: { targetGroups } }: CheckContext): Findings {
  const arns = (observed?.service.loadBalancers ?? []).flatMap(balancer => balancer.targetGroups)
  if (arns.length === 0 || targetGroups.kind === 'skipped') return undefined
  if (targetGroups.kind === 'unavailable') return [unavailable(targetGroups.why)]
  const missing = arns.filter(arn => !targetGroups.value.some(group => group.arn === arn))
  if (missing.length === 0) return []
  const [verb, it, them] =
    missing.length === 1 ? ['does', 'the target group', 'it'] : ['do', 'the target groups', 'them']
  return [
    {
      result: 'refused',
      text: `the service registers its tasks in ${named({ one: 'target group', many: 'target groups' }, missing.map(nameOf))}, which ${verb} not exist`,
      next: `Create ${it} again, or remove ${them} from the service.`,
    },
  ]
}

/** `web-prod` of `…:targetgroup/web-prod/6d0ecf831eec9f09` */
function nameOf(arn: string): string {
  return arn.split('/')[1] ?? arn
}
