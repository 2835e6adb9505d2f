/** What the main step leaves for the post step. */
export interface SavedServer {
  readonly pid: number
  /** Undefined as long as the server has not answered. */
  readonly url: string | undefined
  readonly requestsFile: string
  readonly logFile: string
  /** Name of the artifact to upload the requests as. */
  readonly artifact: string | undefined
}

export const stateName = 'server'

/** Undefined where nothing runs: the state is empty then. */
export function parseServer(state: string): SavedServer | undefined {
  return state === '' ? undefined : (JSON.parse(state) as SavedServer)
}
