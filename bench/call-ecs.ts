/** One call of ECS without an SDK, whose own time would be in the figures. Raises what is not answered with 200. */
export async function callEcs(
  url: string,
  operation: string,
  input: object,
): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AmazonEC2ContainerServiceV20141113.${operation}`,
    },
    body: JSON.stringify(input),
  })
  const body = await response.text()
  if (!response.ok) throw new Error(`${operation}: ${response.status} ${body}`)
  return JSON.parse(body)
}
