/**
 * How to move a port: the port of a container and that of the service's load balancer can only change together, which
 * this action does not do.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html (loadBalancers)
 */
const page = 'docs/checks.md#moving-a-port of this action'

/** For an app that listens on another port (`port`, if it is known) than expected. */
export function portAdvice(expected: number, port?: number): string {
  const to = port === undefined ? '' : ` to ${port}`
  return `Make the app listen on ${expected}, or move the port${to} as ${page} says.`
}

/** After other advice: `Name the container app, or …`. */
export const orMoveThePort = `or move the load balancer of the service with it as ${page} says.`
