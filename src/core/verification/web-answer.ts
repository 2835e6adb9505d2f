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
      readonly reason: string
      /** false: what was deployed never got the request, and cannot be why */
      readonly isReached: boolean
    }
