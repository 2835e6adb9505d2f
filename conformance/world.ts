/** A world as data: calls of the AWS CLI in order, and what AWS documents of their answers. */
import type { JsonObject } from './json.js'
import type { Operation } from './operations.js'

export interface World {
  readonly name: string
  /** What can be learned from it, in a sentence. */
  readonly shows: string
  /** About how long it takes in a real account. */
  readonly minutes: number
  /** For the cost: about how many minutes of one task it runs in a real account, all tasks together. */
  readonly taskMinutes: number
  readonly needsTargetGroup?: true
  readonly steps: readonly Step[]
  readonly course: readonly Expectation[]
}

/**
 * `<name>` in an input stands for a setting (`cluster`, `family`, `network`, `tags`, `targetGroup`) or for what an
 * earlier step saved; a text that is nothing else becomes the value itself, which can be an object or a list.
 */
export interface Call {
  /** Unique in its world. */
  readonly name: string
  readonly operation: Operation
  readonly input: JsonObject
  /** By name: the path of a value in the answer. */
  readonly save?: Readonly<Record<string, string>>
  /** What it reads still moves: its state, and members that only an end brings, depend on the moment. */
  readonly isInMotion?: true
  /** AWS is expected to refuse it. */
  readonly isRefused?: true
}

/** A pause and a call, again and again; answers that differ from the one before are recorded. */
export interface Poll extends Call {
  readonly until: Condition
  /** The pause in a real account, by default 15. */
  readonly liveSeconds?: number
  /** The pause in the simulator's time, by default 30. */
  readonly simulatedSeconds?: number
  /** After so many minutes the world ends as incomplete; by default 30. */
  readonly atMostMinutes?: number
}

export type Step = Call | Poll

export type Condition =
  /** There are values at the path, and each is one of these. */
  | { readonly path: string; readonly oneOf: readonly string[] }
  /** A number at the path, or the number of items of a list. */
  | { readonly path: string; readonly atLeast: number }
  /** So much time has passed since the poll began. */
  | { readonly elapsedMinutes: number }

export function isPoll(step: Step): step is Poll {
  return 'until' in step
}

/** A row of the expected course: one documented fact that a transcript either shows or contradicts. */
export type Expectation = {
  readonly fact: string
  /** A page of AWS, or a public capture. */
  readonly source: string
  readonly step: string
  /** In the answers of the step. */
  readonly path: string
  /** It holds for a moment only, so that the polls of a recording may miss it. */
  readonly mayBeMissed?: true
} & Requirement

export type Requirement =
  /** The last answer has exactly these values at the path. */
  | { readonly ends: readonly (string | number)[] }
  /** Some answer has a text at the path that matches. */
  | { readonly matches: RegExp }
  /** Texts at the path that match appear in this order, oldest event first. */
  | { readonly inOrder: readonly RegExp[] }
  /** No answer has a value at the path. */
  | { readonly isAbsent: true }
  /** The last answer has a number of at least this at the path. */
  | { readonly atLeast: number }
