/** The protocol of EC2: forms as in Query, lists as `<item>`, no result element (ec2-query-api). */
import { AwsError } from '../../aws-error.js'
import { describeInstances } from '../../ec2/describe-instances.js'
import { describeSecurityGroups } from '../../ec2/describe-security-groups.js'
import {
  describeNetworkInterfaces,
  describeRouteTables,
  describeSubnets,
  describeVpcAttribute,
  describeVpcs,
  type Wanted,
} from '../../ec2/network.js'
import {
  authorizing,
  createSecurityGroup,
  deleteSecurityGroup,
  describeSecurityGroupRules,
  revoking,
} from '../../ec2/security-groups.js'
import type { World } from '../../ecs/world.js'
import { missingOperation } from '../dialects/missing-operation.js'
import { queryError } from '../dialects/query-error.js'
import { escaped, writeXml } from '../dialects/query-xml.js'
import { type Service, signedService, unchanged, type WireRequest } from '../service.js'

interface Operation {
  /** Of the ids in a form: `SubnetId.1`. */
  readonly ids: string
  readonly perform: (world: World, wanted: Wanted) => object
}

const operations: Readonly<Record<string, Operation>> = {
  DescribeVpcs: { ids: 'VpcId', perform: describeVpcs },
  DescribeSubnets: { ids: 'SubnetId', perform: describeSubnets },
  DescribeSecurityGroups: { ids: 'GroupId', perform: describeSecurityGroups },
  DescribeSecurityGroupRules: { ids: 'SecurityGroupRuleId', perform: describeSecurityGroupRules },
  CreateSecurityGroup: { ids: '', perform: createSecurityGroup },
  DeleteSecurityGroup: { ids: '', perform: deleteSecurityGroup },
  AuthorizeSecurityGroupIngress: { ids: '', perform: authorizing(false) },
  AuthorizeSecurityGroupEgress: { ids: '', perform: authorizing(true) },
  RevokeSecurityGroupIngress: { ids: '', perform: revoking(false) },
  RevokeSecurityGroupEgress: { ids: '', perform: revoking(true) },
  DescribeVpcAttribute: { ids: '', perform: describeVpcAttribute },
  DescribeRouteTables: { ids: 'RouteTableId', perform: describeRouteTables },
  DescribeNetworkInterfaces: { ids: 'NetworkInterfaceId', perform: describeNetworkInterfaces },
  DescribeInstances: { ids: 'InstanceId', perform: describeInstances },
}

const xmlNamespace = 'http://ec2.amazonaws.com/doc/2016-11-15/'

export function ec2Service(world: World): Service {
  return {
    name: 'ec2',
    owns: request => signedService(request) === 'ec2' && new URLSearchParams(request.body).has('Action'),
    read: request => read(world, request),
    errorResponse: (error, { requestId }) => {
      const { code, status } = queryError(error)
      const inner = writeXml('Error', { Code: code, Message: error.message })
      const body = `<Response><Errors>${inner}</Errors>${writeXml('RequestID', requestId)}</Response>`
      return { status, contentType: 'text/xml', body }
    },
  }
}

function read(world: World, { body, requestId }: WireRequest): ReturnType<Service['read']> {
  const form = new URLSearchParams(body)
  const name = form.get('Action') ?? ''
  const operation = operations[name]
  const wanted = { ids: listIn(form, operation?.ids ?? ''), filters: filtersIn(form), form }
  return {
    operation: name,
    input: Object.fromEntries(form),
    unknownMembers: [],
    resource: () => '*',
    perform: (transform = unchanged) => {
      if (operation === undefined) {
        const service = { name: 'ec2', operations: Object.keys(operations) }
        throw new AwsError('InvalidAction', missingOperation(name, service))
      }
      world.advance()
      const answer = transform(operation.perform(world, wanted))
      const content = element('requestId', requestId) + members(answer)
      const text = `<${name}Response xmlns="${xmlNamespace}">${content}</${name}Response>`
      return { status: 200, contentType: 'text/xml', body: text }
    },
  }
}

/** `SubnetId.1`, `SubnetId.2` … */
function listIn(form: URLSearchParams, name: string): string[] {
  const values: string[] = []
  for (let value = form.get(`${name}.1`); value !== null; value = form.get(`${name}.${values.length + 1}`)) {
    values.push(value)
  }
  return values
}

function filtersIn(form: URLSearchParams): ReadonlyMap<string, readonly string[]> {
  const filters = new Map<string, readonly string[]>()
  for (let number = 1; form.has(`Filter.${number}.Name`); number += 1) {
    filters.set(form.get(`Filter.${number}.Name`) ?? '', listIn(form, `Filter.${number}.Value`))
  }
  return filters
}

function element(name: string, value: unknown): string {
  if (Array.isArray(value)) return `<${name}>${value.map(item => element('item', item)).join('')}</${name}>`
  const content = typeof value === 'object' && value !== null ? members(value) : escaped(String(value))
  return `<${name}>${content}</${name}>`
}

function members(value: object): string {
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => element(name, member))
    .join('')
}
