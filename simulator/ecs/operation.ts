import type { World } from './world.js'

/**
 * An ECS API operation: takes type-checked request members and returns response members, with timestamps in
 * epoch seconds. Throws AwsError for requests that ECS rejects.
 */
// biome-ignore lint/suspicious/noExplicitAny: members are checked against the service's schema before they come here
export type Operation = (world: World, input: any) => object
