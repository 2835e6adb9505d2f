/** A command can be copied from a line of its own. */
export interface WordsAndCommand {
  readonly words: string
  readonly command: string | undefined
}

export function splitCommand(next: string): WordsAndCommand {
  const [, words = next, command] = /^(.*:) (aws [a-z]+ [a-z-]+ .*)$/s.exec(next) ?? []
  return { words, command }
}
