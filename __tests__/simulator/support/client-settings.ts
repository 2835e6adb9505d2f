/** How a client of the SDK speaks to a simulator: with any credentials, and once, so that a fault is seen. */
export function settingsFor(url: string) {
  return {
    endpoint: url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'simulated' },
    maxAttempts: 1,
  }
}
