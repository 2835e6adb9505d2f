/** "1 vCPU" and "2 GB" become "1024" and "2048". */
export function units(value: string, factor: number): string {
  const amount = /^([\d.]+)\s*(vcpu|gb)$/i.exec(value)?.[1]
  return amount === undefined ? value : String(Math.round(Number(amount) * factor))
}
