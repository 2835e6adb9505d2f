/** Runs the tasks in order, at most `count` at once, and returns their results in the same order. */
export async function inLanes<Result>(
  count: number,
  tasks: readonly (() => Promise<Result>)[],
): Promise<readonly Result[]> {
  const results: Result[] = []
  const queue = tasks.entries()
  const lane = async () => {
    for (const [index, task] of queue) results[index] = await task()
  }
  await Promise.all(Array.from({ length: count }, lane))
  return results
}
