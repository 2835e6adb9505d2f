export type WebAnswer =
  | {
      readonly kind: 'answered'
      readonly status: number
      /** of a redirect, as the server wrote it */
      readonly location: string | undefined
      /** its beginning, if it is long */
      readonly body: string
    }
  | {
      readonly kind: 'unanswered'
      /** of Node: `ECONNREFUSED` */
      readonly code: string | undefined
      readonly reason: string
    }
