import { definedMembers } from '../../defined-members.js'
import type { Document } from '../state/document.js'

/** A change starts a deployment (UpdateServiceRequest). */
const ofRevision = [
  'networkConfiguration',
  'platformVersion',
  'serviceRegistries',
  'serviceConnectConfiguration',
  'volumeConfigurations',
  'vpcLatticeConfigurations',
] as const

/** A change starts none. */
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

/** With the resolved platform version. */
export function revisionAttributes(attributes: Document): Document {
  const { launchType, platformVersion, platformFamily, networkConfiguration } = attributes
  return definedMembers({
    launchType,
    platformVersion: platformVersion === 'LATEST' ? fargatePlatform : platformVersion,
    platformFamily,
    networkConfiguration,
    ...pick(attributes, ['serviceConnectConfiguration', 'volumeConfigurations', 'vpcLatticeConfigurations']),
  })
}

/** Also returns whether the change starts a deployment. */
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
