/** Which tier of tests runs: jest.config.js says what belongs to it. */
export const isDeep = (globalThis as { readonly testTier?: string }).testTier === 'deep'
