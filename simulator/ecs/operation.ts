import type { World } from './world.js'

/**
 * One ECS API operation: takes the request members after their types were checked, returns the response members.
 * Timestamps in the response are epoch seconds. Raises AwsError for what ECS would refuse.
 */
// biome-ignore lint/suspicious/noExplicitAny: members are checked against the service's schema before they come here
export type Operation = (world: World, input: any) => object
