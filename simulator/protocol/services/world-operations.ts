/** How a service finds what it can do: whatever is due in the world happens before it is asked. */

// biome-ignore lint/suspicious/noExplicitAny: members are checked against the schema before they come here
export type Operations<World> = Readonly<Record<string, (world: World, input: any) => object>>

/** Nothing for an operation that there is not. */
export function operationsOf<World extends { advance(): void }>(world: World, operations: Operations<World>) {
  return (operation: string) => {
    const perform = operations[operation]
    if (!perform) return undefined
    return (input: object) => {
      world.advance()
      return perform(world, input)
    }
  }
}
