/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateExpressGatewayService.html (taskDefinitionArn) */
import { type JsonObject, text } from '../text/json.js'
import { type Container, containersOf, listedIn, type Placed } from './containers.js'

/** The container of an Express service that gets the traffic. */
export const mainContainer = 'Main'

export function mainContainerOf(definition: JsonObject): Container | undefined {
  return containersOf(definition).find(({ value }) => value.name === mainContainer)
}

/** TCP by default (API_PortMapping). */
export function tcpMappingsOf(container: Placed): Placed[] {
  const mappings = listedIn(container, 'portMappings')
  return mappings.filter(({ value }) => (text(value.protocol) || 'tcp') === 'tcp')
}
