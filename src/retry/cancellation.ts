/** The answer of some work, or nothing when the workflow is cancelled first: it has seconds left and waits for nobody. */
export async function unlessCancelled<T>(work: Promise<T>, cancelled: AbortSignal): Promise<T | undefined> {
  let stop = () => {}
  const abort = new Promise<undefined>(resolve => {
    stop = () => resolve(undefined)
    if (cancelled.aborted) stop()
    cancelled.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([work, abort])
  } finally {
    cancelled.removeEventListener('abort', stop)
    // It may still fail after the race is over, with nobody left to hear of it.
    work.catch(() => {})
  }
}
