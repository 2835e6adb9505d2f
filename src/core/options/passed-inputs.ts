/** Names in the environment of the step that look like inputs. */

export interface PassedInput {
  /** in small letters; the runner writes spaces as underscores */
  readonly name: string
  readonly isEmpty: boolean
  readonly isFalse: boolean
}

export interface PassedInputs {
  /** also those that action.yml does not know, and variables that look like them */
  readonly inputs: readonly PassedInput[]
  /** maybe with those of the composite action around this step */
  readonly includesSurrounding: boolean
}
