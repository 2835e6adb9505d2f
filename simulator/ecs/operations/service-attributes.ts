import type { Document } from '../state/document.js'

/** Members of a service that belong to its revisions: a change of one of them starts a deployment (UpdateServiceRequest). */
const ofRevision = [
  'networkConfiguration',
  'platformVersion',
  'serviceRegistries',
  'serviceConnectConfiguration',
  'volumeConfigurations',
  'vpcLatticeConfigurations',
] as const

/** Members that change the service only. */
const ofService = [
  'capacityProviderStrategy',
  'availabilityZoneRebalancing',
  'placementConstraints',
  'placementStrategy',
  'enableExecuteCommand',
  'enableECSManagedTags',
  'propagateTags',
] as const

const fargatePlatform = '1.4.0'

/** What a deployment shows of the service's settings; there the platform version is the resolved one. */
export function revisionAttributes(attributes: Document): Document {
  const { launchType, platformVersion, platformFamily, networkConfiguration } = attributes
  return {
    ...(launchType !== undefined && { launchType }),
    ...(platformVersion !== undefined && {
      platformVersion: platformVersion === 'LATEST' ? fargatePlatform : platformVersion,
    }),
    ...(platformFamily !== undefined && { platformFamily }),
    ...(networkConfiguration !== undefined && { networkConfiguration }),
    ...pick(attributes, ['serviceConnectConfiguration', 'volumeConfigurations', 'vpcLatticeConfigurations']),
  }
}

/** The attributes after an update, and whether it starts a deployment: it does where such a member is given and differs. */
export function updateAttributes(
  attributes: Document,
  input: Document,
): { readonly attributes: Document; readonly triggers: boolean } {
  const changed = pick(input, ofRevision)
  const triggers = Object.entries(changed).some(
    ([member, value]) => JSON.stringify(value) !== JSON.stringify(attributes[member]),
  )
  return { attributes: { ...attributes, ...changed, ...pick(input, ofService) }, triggers }
}

function pick(document: Document, members: readonly string[]): Document {
  return Object.fromEntries(
    members
      .filter(member => document[member] !== undefined && document[member] !== null)
      .map(member => [member, document[member]]),
  )
}
