/**
 * Untrusted text must not reorder the sentence that quotes it. Tabs and line ends stay.
 * https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
export function stripControlCharacters(text: string): string {
  return text.replace(/[^\P{Cc}\t\r\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
}
