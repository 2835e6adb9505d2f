/** A text without what differs from task to task (ids, addresses), to tell whether two say the same. */
export function fingerprint(text: string): string {
  return text.replace(differing, '·')
}

/** Of containers the ids are twice as long as of tasks; the port of an address counts unless the call came from it. */
const differing =
  /\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?:[0-9a-f]{32}){1,2}|\d+\.\d+\.\d+\.\d+(?::\d+(?=->))?)\b/g
