/** What a service says to an operation that it does not have here. */
export function missingOperation(
  operation: string,
  { name, operations }: { readonly name: string; readonly operations: readonly string[] },
): string {
  const subject = operation === '' ? 'A request without an operation' : operation
  return `${subject} is not among the operations of ${name} in this simulator, which are: ${operations.toSorted().join(', ')}.`
}
