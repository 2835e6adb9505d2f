/** A text of at most so many characters: of a longer one the beginning, and that there was more. */
export function truncate(text: string, most: number): string {
  // A character takes two places at the most, and half of one is none.
  const letters = [...text.slice(0, 2 * most + 2)]
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text
}
