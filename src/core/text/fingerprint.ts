/** Equal for texts that differ only in ids and addresses. */
export function fingerprint(text: string): string {
  return text.replace(differing, '·')
}

/** Container ids are twice as long as task ids. A port stays unless the call came from it. */
const differing =
  /\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?:[0-9a-f]{32}){1,2}|\d+\.\d+\.\d+\.\d+(?::\d+(?=->))?)\b/g
