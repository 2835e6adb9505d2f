/**
 * SIGINT comes first, SIGTERM after 7.5 seconds, SIGKILL 2.5 seconds later.
 * https://github.com/actions/runner, src/Runner.Sdk/ProcessInvoker.cs
 */
export function listenForCancel(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => controller.abort())
  return controller.signal
}
