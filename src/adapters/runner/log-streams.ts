import { stderr, stdout } from 'node:process'

/** If nobody reads the log any more, the step still has to restore, to report and to end with its exit code. */
export function outliveReaders(): void {
  for (const stream of [stdout, stderr]) stream.on('error', () => {})
}
