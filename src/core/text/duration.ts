/** `m:ss`, or `h:mm:ss` from an hour on */
export function formatElapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const pad = (n: number) => String(n).padStart(2, '0')
  const h = Math.floor(seconds / 3600)
  const m = Math.floor((seconds % 3600) / 60)
  return h > 0 ? `${h}:${pad(m)}:${pad(seconds % 60)}` : `${m}:${pad(seconds % 60)}`
}

/** `2026-11-21 09:30 UTC` */
export function formatTimestamp(at: number): string {
  // biome-ignore lint/style/noRestrictedGlobals: formats a time, reads no clock
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** `2026-11-21T09:30:12Z`, for programs */
export function formatIso(at: number): string {
  // biome-ignore lint/style/noRestrictedGlobals: formats a time, reads no clock
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')
}

export function formatTimeOfDay(at: number): string {
  // biome-ignore lint/style/noRestrictedGlobals: formats a time, reads no clock
  return `${new Date(at).toISOString().slice(11, 19)} UTC`
}

export function formatMinutes(minutes: number): string {
  if (minutes >= 120) return `${Math.round(minutes / 60)} hours`
  return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
}

export function formatDuration(seconds: number): string {
  return seconds < 120 ? `${Math.round(seconds)} seconds` : `${Math.round(seconds / 60)} minutes`
}
