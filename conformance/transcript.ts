/** What a world's calls were and what was answered, without anything that belongs to an account. One JSON file a world. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JsonObject } from './json.js'
import type { Operation } from './operations.js'

export interface Transcript {
  readonly world: string
  readonly source: Source
  /** In the order of the calls; of a poll, the first answer and each that differs from the one before. */
  readonly entries: readonly Entry[]
  /** Why the world ended early. */
  readonly incomplete?: string
  /** A public capture, abridged: members that it lacks prove nothing, and `text` stands for any text. */
  readonly isPartial?: true
}

export interface Source {
  /** `endpoint`: variables of the AWS CLI named an address that is not that of AWS. */
  readonly kind: 'simulator' | 'account' | 'endpoint' | 'public capture'
  /** `aws-cli/2.31.0`: a CLI shows only the members that it knows. */
  readonly client?: string
  /** The day of the recording, or of the capture. */
  readonly date: string
  /** Where a capture was published. */
  readonly publishedAt?: string
}

export interface Entry {
  readonly step: string
  readonly operation: Operation
  readonly input?: JsonObject
  readonly output?: JsonObject
  readonly error?: { readonly code: string; readonly message: string }
}

export function writeTranscripts(folder: string, transcripts: readonly Transcript[]): void {
  mkdirSync(folder, { recursive: true })
  for (const transcript of transcripts)
    writeFileSync(join(folder, `${transcript.world}.json`), `${JSON.stringify(transcript, null, 2)}\n`)
}

/** Throws an Error that names the file if one is not a transcript. */
export function readTranscripts(folder: string): readonly Transcript[] {
  const files = readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .sort()
  if (files.length === 0) throw new Error(`There are no transcripts (*.json) in ${folder}.`)
  return files.map(file => readTranscript(join(folder, file)))
}

function readTranscript(path: string): Transcript {
  let found: Partial<Transcript>
  try {
    found = JSON.parse(readFileSync(path, 'utf8')) as Partial<Transcript>
  } catch (error) {
    throw new Error(`${path} is not JSON: ${(error as Error).message}`)
  }
  if (typeof found.world !== 'string' || !Array.isArray(found.entries) || found.source === undefined)
    throw new Error(`${path} is not a transcript: it needs world, source and entries.`)
  return found as Transcript
}

/** What was answered at a step, in order: outputs, and errors as objects with `code` and `message`. */
export function answersAt(transcript: Transcript, step: string): readonly JsonObject[] {
  return transcript.entries
    .filter(entry => entry.step === step)
    .map(({ output, error }) => output ?? { ...error })
}
