/** Of names that look like others: a space that is none, a zero-width space, a byte order mark. */
const invisible =
  /\u034f|[\u00a0\u00ad\u061c\u115f\u1160\u1680\u17b4\u17b5\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/g

/** `app<U+200B>` */
export function showInvisible(text: string): string {
  return text.replace(invisible, character => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    return `<U+${code}>`
  })
}
