/** At the end. */
export function truncate(text: string, most: number): string {
  // Keeps the two UTF-16 units of a character together.
  const letters = [...text.slice(0, 2 * most + 2)]
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text
}

/** In the middle: long texts differ at their ends. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const letters = [...text]
  if (letters.length <= most) return text
  const end = Math.floor((most - 1) / 2)
  return `${letters.slice(0, most - 1 - end).join('')}…${letters.slice(letters.length - end).join('')}`
}
