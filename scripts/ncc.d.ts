/** ncc ships no types. These cover what the build asks of it. */
declare module '@vercel/ncc' {
  interface Options {
    readonly cache: false
    readonly quiet: true
    readonly filename: string
    /** What is not bundled, and what is required or imported in its place. */
    readonly externals: Readonly<Record<string, string>>
    readonly license: string
  }
  interface Result {
    readonly code: string
    /** Everything beside the entry, by its path relative to it: chunks, package.json, the licences. */
    readonly assets: Readonly<Record<string, { readonly source: string | Buffer }>>
  }
  export default function ncc(entry: string, options: Options): Promise<Result>
}
