/** ncc ships no types. These cover what the build uses. */
declare module '@vercel/ncc' {
  interface Options {
    readonly cache: false
    readonly quiet: true
    readonly filename: string
    /** What is not bundled, and what replaces it. */
    readonly externals: Readonly<Record<string, string>>
    readonly minify: boolean
    readonly license: string
  }
  interface Result {
    readonly code: string
    /** Other files by their path relative to the entry: chunks, package.json, licenses. */
    readonly assets: Readonly<Record<string, { readonly source: string | Buffer }>>
  }
  export default function ncc(entry: string, options: Options): Promise<Result>
}
