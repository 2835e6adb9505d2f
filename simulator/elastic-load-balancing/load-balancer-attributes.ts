/** Attributes with their defaults: API_LoadBalancerAttribute and API_ListenerAttribute. Only deletion protection has an effect. */
import type { Listener, LoadBalancer } from '../ecs/resources/load-balancers.js'

export interface Attribute {
  readonly Key?: string
  readonly Value?: string
}

const ofAll = { 'deletion_protection.enabled': 'false', 'access_logs.s3.enabled': 'false' }
const logs = { 'access_logs.s3.bucket': '', 'access_logs.s3.prefix': '' }

const byType: Readonly<Record<LoadBalancer['type'], Readonly<Record<string, string>>>> = {
  application: {
    ...{ ...ofAll, ...logs, 'load_balancing.cross_zone.enabled': 'true' },
    ...{ 'connection_logs.s3.enabled': 'false', 'connection_logs.s3.bucket': '' },
    ...{ 'connection_logs.s3.prefix': '', 'idle_timeout.timeout_seconds': '60' },
    ...{ 'client_keep_alive.seconds': '3600', 'routing.http2.enabled': 'true' },
    'routing.http.desync_mitigation_mode': 'defensive',
    'routing.http.drop_invalid_header_fields.enabled': 'false',
    'routing.http.preserve_host_header.enabled': 'false',
    'routing.http.x_amzn_tls_version_and_cipher_suite.enabled': 'false',
    'routing.http.xff_client_port.enabled': 'false',
    'routing.http.xff_header_processing.mode': 'append',
    ...{ 'waf.fail_open.enabled': 'false', 'zonal_shift.config.enabled': 'false' },
  },
  network: {
    ...{ ...ofAll, ...logs, 'load_balancing.cross_zone.enabled': 'false' },
    'dns_record.client_routing_policy': 'any_availability_zone',
    'zonal_shift.config.enabled': 'false',
  },
}

export function balancerAttributes({ type, attributes }: LoadBalancer): Attribute[] {
  return pairsOf({ ...byType[type], ...attributes })
}

export function listenerAttributes({ protocol, attributes }: Listener): Attribute[] {
  const defaults: Record<string, string> = protocol.startsWith('HTTP')
    ? { 'routing.http.response.server.enabled': 'true' }
    : { 'tcp.idle_timeout.seconds': '350' }
  return pairsOf({ ...defaults, ...attributes })
}

function pairsOf(attributes: Readonly<Record<string, string>>): Attribute[] {
  return Object.entries(attributes).map(([Key, Value]) => ({ Key, Value }))
}

export function recordOf(attributes: readonly Attribute[]): Record<string, string> {
  return Object.fromEntries(attributes.map(({ Key = '', Value = '' }) => [Key, Value]))
}
