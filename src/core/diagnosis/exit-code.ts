/**
 * Only meanings that are certain.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_08_02
 */
const meanings: Readonly<Record<number, string>> = {
  126: 'found but cannot be executed: no permission, or not an executable',
  127: 'no such program',
  137: 'killed, SIGKILL',
  139: 'segmentation fault, SIGSEGV',
  143: 'terminated, SIGTERM',
}

export function exitCodeMeaning(exitCode: number): string | undefined {
  return meanings[exitCode]
}

export function isNotExecuted(exitCode: number | undefined): boolean {
  return exitCode === 126 || exitCode === 127
}
