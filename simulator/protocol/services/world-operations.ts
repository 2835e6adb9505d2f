/** Each call first runs everything that is due. */

// biome-ignore lint/suspicious/noExplicitAny: members are checked against the schema before they come here
export type Operations<World> = Readonly<Record<string, (world: World, input: any) => object>>

export function operationsOf<World extends { advance(): void }>(world: World, operations: Operations<World>) {
  return {
    operations: Object.keys(operations),
    find: (operation: string) => {
      const perform = operations[operation]
      if (!perform) return undefined
      return (input: object) => {
        world.advance()
        return perform(world, input)
      }
    },
  }
}
