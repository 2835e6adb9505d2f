/** Listeners of load balancers, with their default actions (API_CreateListener and its neighbors). Rules are not modeled. */
import { createHash } from 'node:crypto'
import { AwsError } from '../aws-error.js'
import { offsetIn, pageFrom } from '../continuation.js'
import { definedMembers } from '../defined-members.js'
import { type Action, forwardsTo, type Listener, type LoadBalancer } from '../ecs/resources/load-balancers.js'
import type { World } from '../ecs/world.js'
import { findTargetGroup } from './find-target-group.js'
import { type Attribute, listenerAttributes, recordOf } from './load-balancer-attributes.js'
import { findLoadBalancer } from './load-balancers.js'
import { invalid } from './target-group-settings.js'

interface ListenerInput {
  readonly Protocol?: string
  readonly Port?: number
  readonly Certificates?: readonly object[]
  readonly SslPolicy?: string
  readonly DefaultActions?: readonly Action[]
}

type OfBalancer = { readonly LoadBalancerArn: string }
type Reference = { readonly ListenerArn: string }

/** Creating the same one again returns it (hashicorp/terraform-provider-aws#35121). */
export function createListener(
  world: World,
  input: OfBalancer & ListenerInput & { readonly Tags?: Listener['tags'] },
): object {
  const { Port: port = 0, Protocol: protocol = '', DefaultActions = [], Certificates = [] } = input
  const balancer = findLoadBalancer(world, input.LoadBalancerArn)
  const id = createHash('sha256').update(`${balancer.arn} ${port}`).digest('hex').slice(0, 16)
  const listener: Listener = {
    arn: `${balancer.arn.replace(':loadbalancer/', ':listener/')}/${id}`,
    ...{ loadBalancerArn: balancer.arn, port, protocol, certificates: Certificates },
    sslPolicy: input.SslPolicy,
    defaultActions: checkedActions(world, DefaultActions),
    attributes: {},
    tags: input.Tags ?? [],
  }
  checkListener(balancer, listener)
  const known = world.loadBalancers.listenersOf(balancer.arn).find(each => each.port === port)
  // Code and message: hashicorp/terraform#26407.
  if (known !== undefined && !isSame(known, listener)) {
    throw new AwsError(
      'DuplicateListener',
      `A listener already exists on this port for this load balancer '${balancer.arn}'`,
    )
  }
  return { Listeners: [shapeOf(known ?? world.loadBalancers.setListener(listener))] }
}

const protocols: Readonly<Record<LoadBalancer['type'], readonly string[]>> = {
  application: ['HTTP', 'HTTPS'],
  network: ['TCP', 'TLS', 'UDP', 'TCP_UDP'],
}

/** The wording is ours. */
function checkListener(
  { type, name }: LoadBalancer,
  { port, protocol, certificates, defaultActions }: Listener,
): void {
  if (!(port >= 1 && port <= 65_535)) throw invalid(`Listener port '${port}' must be between 1 and 65535`)
  if (!protocols[type].includes(protocol)) {
    const allowed = protocols[type].join(', ')
    throw invalid(`Listener protocol '${protocol}' of load balancer '${name}' must be one of ${allowed}`)
  }
  if ((protocol === 'HTTPS' || protocol === 'TLS') && certificates.length === 0) {
    throw new AwsError('CertificateNotFound', `A certificate must be specified for ${protocol} listeners`)
  }
  if (defaultActions.length === 0) throw invalid('A default action must be specified')
}

/** Each group exists. A single one stands in both places, as in responses of AWS. */
function checkedActions(world: World, actions: readonly Action[]): Action[] {
  return actions.map(action => {
    const groups = forwardsTo(action)
    for (const arn of groups) findTargetGroup(world, arn)
    const [single] = groups
    if (action.Type !== 'forward' || groups.length !== 1 || single === undefined) return action
    const { ForwardConfig = { TargetGroups: [{ TargetGroupArn: single, Weight: 1 }] } } = action
    return { ...action, TargetGroupArn: single, ForwardConfig }
  })
}

function isSame(known: Listener, listener: Listener): boolean {
  const settings = ({ protocol, sslPolicy, certificates, defaultActions }: Listener) =>
    JSON.stringify([protocol, sslPolicy, certificates, defaultActions])
  return settings(known) === settings(listener)
}

export function modifyListener(world: World, input: Reference & ListenerInput): object {
  const listener = findListener(world, input.ListenerArn)
  const { DefaultActions } = input
  const changed: Listener = {
    ...listener,
    port: input.Port ?? listener.port,
    protocol: input.Protocol ?? listener.protocol,
    certificates: input.Certificates ?? listener.certificates,
    sslPolicy: input.SslPolicy ?? listener.sslPolicy,
    defaultActions: DefaultActions ? checkedActions(world, DefaultActions) : listener.defaultActions,
  }
  checkListener(findLoadBalancer(world, listener.loadBalancerArn), changed)
  const others = world.loadBalancers.listenersOf(listener.loadBalancerArn)
  // Message: hashicorp/terraform#26407.
  if (others.some(({ arn, port }) => arn !== changed.arn && port === changed.port)) {
    throw invalid(`Listener port '${changed.port}' is already in use`)
  }
  return { Listeners: [shapeOf(world.loadBalancers.setListener(changed))] }
}

interface DescribeListenersInput {
  readonly LoadBalancerArn?: string
  readonly ListenerArns?: readonly string[]
  readonly Marker?: string
  readonly PageSize?: number
}

export function describeListeners(world: World, input: DescribeListenersInput): object {
  const { LoadBalancerArn, ListenerArns = [], Marker, PageSize = 400 } = input
  const from = offsetIn(Marker)
  if (from === undefined) throw invalid(`Marker '${Marker}' is not valid`)
  const found =
    LoadBalancerArn === undefined
      ? ListenerArns.map(arn => findListener(world, arn))
      : world.loadBalancers.listenersOf(findLoadBalancer(world, LoadBalancerArn).arn)
  const { items, nextToken } = pageFrom(found, { from, size: PageSize })
  return definedMembers({ Listeners: items.map(shapeOf), NextMarker: nextToken })
}

export function findListener(world: World, arn: string): Listener {
  const listener = world.loadBalancers.findListener(arn)
  if (listener !== undefined) return listener
  throw new AwsError('ListenerNotFound', `One or more listeners not found: '${arn}'`)
}

export function deleteListener(world: World, { ListenerArn }: Reference): object {
  world.loadBalancers.removeListener(findListener(world, ListenerArn).arn)
  return {}
}

export function describeListenerAttributes(world: World, { ListenerArn }: Reference): object {
  return { Attributes: listenerAttributes(findListener(world, ListenerArn)) }
}

export function modifyListenerAttributes(
  world: World,
  { ListenerArn, Attributes }: Reference & { readonly Attributes: readonly Attribute[] },
): object {
  const listener = findListener(world, ListenerArn)
  const attributes = { ...listener.attributes, ...recordOf(Attributes) }
  return { Attributes: listenerAttributes(world.loadBalancers.setListener({ ...listener, attributes })) }
}

function shapeOf(listener: Listener): object {
  const { arn, loadBalancerArn, port, protocol, certificates, sslPolicy, defaultActions } = listener
  return definedMembers({
    ListenerArn: arn,
    LoadBalancerArn: loadBalancerArn,
    Port: port,
    Protocol: protocol,
    Certificates: certificates.length > 0 ? certificates : undefined,
    SslPolicy: sslPolicy,
    DefaultActions: defaultActions,
  })
}
