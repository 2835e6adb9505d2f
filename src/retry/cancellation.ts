/** Undefined if canceled first: a canceled job has only seconds left. */
export async function unlessCanceled<T>(work: Promise<T>, canceled: AbortSignal): Promise<T | undefined> {
  let stop = () => {}
  const abort = new Promise<undefined>(resolve => {
    stop = () => resolve(undefined)
    if (canceled.aborted) stop()
    canceled.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([work, abort])
  } finally {
    canceled.removeEventListener('abort', stop)
    // A later failure must not become an unhandled rejection.
    work.catch(() => {})
  }
}
