import type { ServiceDeployment } from '../ecs/service-deployment.js'

/** A stale read still shows the hook that this run has answered as waiting. */
export function withoutAnswered(
  deployment: ServiceDeployment | undefined,
  answered: string | undefined,
): ServiceDeployment | undefined {
  if (!deployment || answered === undefined) return deployment
  const isStale = ({ id, status }: ServiceDeployment['hooks'][number]) =>
    id === answered && status === 'AWAITING_ACTION'
  return { ...deployment, hooks: deployment.hooks.filter(hook => !isStale(hook)) }
}
