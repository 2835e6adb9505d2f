/** Compares what the simulator answered with a folder of transcripts, world by world. */
import { compareTranscripts, type Difference } from './compare.js'
import { isKnown, type KnownDifference } from './known-differences.js'
import type { ComparedFolder } from './result.js'
import { readTranscripts, type Transcript } from './transcript.js'
import type { World } from './world.js'

export interface CompareOptions {
  readonly worlds: readonly World[]
  readonly simulated: readonly Transcript[]
  readonly known: readonly KnownDifference[]
}

/** Throws an Error if the folder has no transcripts. */
export function compareFolder(folder: string, options: CompareOptions): ComparedFolder {
  const { worlds, simulated, known } = options
  const compared: Transcript[] = []
  const notes: string[] = []
  const found: Difference[] = []
  let members = 0
  const unplayed = new Set<string>()
  for (const recorded of readTranscripts(folder)) {
    const world = worlds.find(({ name }) => name === recorded.world)
    const ours = simulated.find(transcript => transcript.world === recorded.world)
    if (world === undefined || ours === undefined) {
      unplayed.add(recorded.world)
      continue
    }
    compared.push(recorded)
    if (recorded.incomplete !== undefined)
      notes.push(`${recorded.world} ended early when it was recorded: ${recorded.incomplete}`)
    if (recorded.source.client !== undefined && recorded.source.client !== ours.source.client)
      notes.push(
        `${recorded.world} was recorded with ${recorded.source.client}, the simulator with ${ours.source.client}: a CLI shows only the members that it knows`,
      )
    const comparison = compareTranscripts(world, { simulated: ours, recorded })
    members += comparison.members
    found.push(...comparison.differences)
  }
  if (unplayed.size > 0) notes.push(`not played, and so not compared: ${[...unplayed].join(', ')}`)
  const isExpected = (difference: Difference) => isKnown(difference, known)
  return {
    folder,
    compared,
    members,
    differences: found.filter(difference => !isExpected(difference)),
    known: found.filter(isExpected),
    notes,
  }
}
