/**
 * Milliseconds after the end of the wait by which calls to AWS end: the step ends within a minute of its wait, whatever
 * AWS does. docs/security.md lists these numbers.
 */

/** Looking for a deployment, and the last poll. */
export const watching = 10_000

/** Restoring the desired count, the rollback, and the evidence. The post step restores what is still left. */
export const finishing = 28_000
