import type { DeploymentConfiguration, SchedulingStrategy } from '../state/deployment-configuration.js'

/** The wording for a maximum below 100 is not published. */
export function percentRefusal(
  { minimumHealthyPercent, maximumPercent }: DeploymentConfiguration,
  strategy: SchedulingStrategy,
): string | undefined {
  if (maximumPercent < 100) return 'maximumPercent must be at least 100'
  if (strategy === 'DAEMON') {
    return maximumPercent > 100
      ? 'The daemon scheduling strategy does not support values above 100 for maximumPercent'
      : undefined
  }
  return minimumHealthyPercent === 100 && maximumPercent === 100
    ? 'Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.'
    : undefined
}
