/**
 * Texts from elsewhere without what is no text: control characters, and those that turn the direction of writing, which
 * would turn the sentence that quotes them (https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing). Tabs and
 * ends of lines stay.
 */
export function stripControlCharacters(text: string): string {
  return text.replace(/[^\P{Cc}\t\r\n]|[\u202a-\u202e\u2066-\u2069]/gu, '')
}
