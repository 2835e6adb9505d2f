/**
 * What a role of ECS lacks, from an error of another service in ECS's texts.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html
 */

/** `Allow lambda:InvokeFunction to the role hooks.` */
export function missingPermission(error: string): string | undefined {
  const assumed = /unable to assume (?:the )?role '?(?:arn:\S+?:role\/)?([^\s'.]+)/.exec(error)?.[1]
  if (assumed) return `Let ecs.amazonaws.com assume the role ${nameOf(assumed)} in its trust policy.`
  const [, session, action] =
    /(?:User: )?(\S*assumed-role\/\S+) is not authorized to perform: ([\w-]+:\w+)/.exec(error) ?? []
  const role = session && /assumed-role\/([^/\s]+)/.exec(session)?.[1]
  return role ? `Allow ${action} to the role ${role}.` : undefined
}

/** Roles can have paths. */
function nameOf(role: string): string {
  return role.slice(role.lastIndexOf('/') + 1)
}
