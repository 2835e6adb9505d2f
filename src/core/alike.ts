/** A text without what differs from task to task (ids, addresses), to tell whether two say the same. */
export function alike(text: string): string {
  return text.replace(
    /\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}|\d+\.\d+\.\d+\.\d+)\b/g,
    '·',
  )
}
