import type { Random } from '../random.js'

/** Request ids in the form that AWS gives them (UUID version 4), the same ones for the same seed. */
export function requestIds(random: Random): () => string {
  const digits = (count: number) =>
    Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join('')
  return () => `${digits(8)}-${digits(4)}-4${digits(3)}-a${digits(3)}-${digits(12)}`
}
