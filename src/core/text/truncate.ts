/** At most so many characters: of a longer text the beginning and an ellipsis. */
export function truncate(text: string, most: number): string {
  // A character has at most two UTF-16 units, which must not be separated.
  const letters = [...text.slice(0, 2 * most + 2)]
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text
}
