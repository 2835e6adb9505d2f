import type { World } from './world.js'

/** Takes validated members, returns response members (timestamps in epoch seconds), throws AwsError. */
// biome-ignore lint/suspicious/noExplicitAny: members are checked against the service's schema before they come here
export type Operation = (world: World, input: any) => object
