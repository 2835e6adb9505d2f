/** A text without what differs from task to task (ids, addresses): equal for texts that say the same. */
export function fingerprint(text: string): string {
  return text.replace(differing, '·')
}

/** Container ids are twice as long as task ids. The port of an address is kept unless the call came from it. */
const differing =
  /\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?:[0-9a-f]{32}){1,2}|\d+\.\d+\.\d+\.\d+(?::\d+(?=->))?)\b/g
