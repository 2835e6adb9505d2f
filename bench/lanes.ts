/** Does the tasks in their order, at most so many at once, and returns their results in the same order. */
export async function inLanes<Result>(
  count: number,
  tasks: readonly (() => Promise<Result>)[],
): Promise<readonly Result[]> {
  const results: Result[] = []
  const queue = tasks.entries()
  // All lanes take from the one iterator.
  const lane = async () => {
    for (const [index, task] of queue) results[index] = await task()
  }
  await Promise.all(Array.from({ length: count }, lane))
  return results
}
