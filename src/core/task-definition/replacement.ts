/** A line of the input `placeholders`. */
export interface Replacement {
  /** as it stands in the file */
  readonly text: string
  /** may be a secret */
  readonly value: string
  /** in the input, from 1 */
  readonly line: number
}
