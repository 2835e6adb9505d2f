/** Uploads the requests as an artifact. A bundle of its own (scripts/bundle.ts), loaded only by a post step that uploads. */
import { dirname } from 'node:path'
import { DefaultArtifactClient } from '@actions/artifact'

export interface Uploaded {
  /** In bytes, compressed. */
  readonly size: number
  readonly id: number
}

/** Rejects with an error of the library if there is no artifact service, or if it refuses. */
export async function uploadRequests(name: string, file: string): Promise<Uploaded> {
  const { size = 0, id = 0 } = await new DefaultArtifactClient().uploadArtifact(name, [file], dirname(file))
  return { size, id }
}
