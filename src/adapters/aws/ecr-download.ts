/**
 * The configuration of an image, by the link that ECR signs for it. The link lets whoever has it read the image: it
 * stays out of every message.
 */
import { Fault } from '../../core/fault.js'

/** Real ones are a few kilobytes. */
const most = 1_048_576
const patience = 5_000

export async function download(link: string): Promise<string> {
  try {
    const response = await fetch(link, { signal: AbortSignal.timeout(patience) })
    if (!response.ok) {
      await response.body?.cancel()
      throw failed(response.status < 500 ? 'rejected' : 'unavailable', `HTTP ${response.status}`)
    }
    return await readAll(response)
  } catch (error) {
    if (error instanceof Fault) throw error
    throw failed('unavailable', error instanceof DOMException ? 'no answer in time' : 'the connection broke')
  }
}

async function readAll({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > most) throw failed('rejected', 'it is larger than 1 MiB')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function failed(kind: 'rejected' | 'unavailable', why: string): Fault {
  const message = `the configuration of the image could not be downloaded: ${why}`
  return new Fault(kind, 'ecr:GetDownloadUrlForLayer', 'Download', message)
}
