/**
 * What to say to whoever has to move a port: ECS takes the new port of a container and that of the load balancer of its
 * service only together, which no deployment by this action sends.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html (loadBalancers)
 */
const page = 'docs/checks.md#moving-a-port of this action'

/** For an app that listens elsewhere; `port`: where, if that is one. */
export function portAdvice(asked: number, port?: number): string {
  const to = port === undefined ? '' : ` to ${port}`
  return `Make the app listen on ${asked}, or move the port${to} as ${page} says.`
}

/** After another advice: `Name the container app, or …`. */
export const orMoveThePort = `or move the load balancer of the service with it as ${page} says.`
