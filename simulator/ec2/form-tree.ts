/** Forms of EC2 as a tree: `IpPermissions.1.IpRanges.1.CidrIp` (ec2-query-api). */
export interface FormTree {
  readonly value: string | undefined
  readonly members: ReadonlyMap<string, FormTree>
}

interface MutableTree {
  value: string | undefined
  readonly members: Map<string, MutableTree>
}

export function formTree(form: URLSearchParams): FormTree {
  const root: MutableTree = { value: undefined, members: new Map() }
  for (const [path, value] of form) {
    let tree = root
    for (const name of path.split('.')) {
      const next = tree.members.get(name) ?? { value: undefined, members: new Map() }
      tree.members.set(name, next)
      tree = next
    }
    tree.value = value
  }
  return root
}

/** The items of a list, in the order of the form. */
export function itemsOf(tree: FormTree, name: string): FormTree[] {
  return [...(tree.members.get(name)?.members.values() ?? [])]
}

export function textOf(tree: FormTree, name: string): string | undefined {
  return tree.members.get(name)?.value
}
