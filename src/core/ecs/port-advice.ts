/**
 * UpdateService must change container port and load balancer port together, which this action does not do.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html (loadBalancers)
 */
const page = 'docs/checks.md#moving-a-port of this action'

/** `port`: what the app listens on, if known. */
export function portAdvice(expected: number, port?: number): string {
  const to = port === undefined ? '' : ` to ${port}`
  return `Make the app listen on ${expected}, or move the port${to} as ${page} says.`
}

/** After other advice: `Name the container app, or …`. */
export const orMoveThePort = `or move the load balancer of the service with it as ${page} says.`
