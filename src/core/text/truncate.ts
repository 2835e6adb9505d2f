export function truncate(text: string, most: number): string {
  // Keeps the two UTF-16 units of a character together.
  const letters = [...text.slice(0, 2 * most + 2)]
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text
}
