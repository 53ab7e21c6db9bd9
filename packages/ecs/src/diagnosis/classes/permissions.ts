import type { ReasonClass, ToldReason } from './reason-class.ts'

/** Permissions that the execution role, or ECS itself, has not. */
export const permissionClasses: readonly ReasonClass[] = [
  {
    kind: 'assume-role',
    patterns: [/unable to assume the (?:[\w-]+ ){0,4}role/i],
    remedy: ({ text }) =>
      /service[- ]linked/i.test(text)
        ? 'Create the role AWSServiceRoleForECS: aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com'
        : `Check that the role ${roleArn(text) ?? 'named above'} exists, and that its trust policy lets ecs-tasks.amazonaws.com call sts:AssumeRole; a role that was just created may need a minute.`,
  },
  {
    kind: 'key-permission',
    patterns: [/access to KMS is not allowed|\bkms:Decrypt|KMS\w*AccessDenied/i],
    remedy:
      "The task's execution role may not use the KMS key that encrypts the secret. Allow it kms:Decrypt on that key, in a policy of the role and in the key policy.",
  },
  {
    kind: 'permission',
    patterns: [/AccessDenied|not authorized to perform|no identity-based policy/i],
    remedy: permissionRemedy,
  },
]

/** The statement that is missing, where AWS names the action; else where to look. */
function permissionRemedy({ text }: ToldReason): string {
  const action = /not authorized to perform: ([\w-]+:\w+)/.exec(text)?.[1]
  const role = roleName(text)
  const who = role === undefined ? "the task's execution role" : `the role ${role}`
  if (action === undefined) return `Add the permission named above to a policy of ${who}.`
  const resource = generalResource(/on resource: ([^\s;,]+?)[.,;]?(?:\s|$)/.exec(text)?.[1])
  if (/explicit deny/i.test(text)) {
    return `A policy denies ${action} on ${resource} to ${who}, and no permission overrides that: change that policy.`
  }
  return `Add this statement to a policy of ${who}: ${statement([action], resource)}`
}

/** A statement for IAM, ready to paste. */
export function statement(actions: readonly string[], resource: string): string {
  const [action] = actions
  return JSON.stringify({
    Effect: 'Allow',
    Action: actions.length === 1 ? action : actions,
    Resource: resource,
  })
}

/** A log stream is that of one task; the next one has another. */
function generalResource(resource = '*'): string {
  return resource.replace(/(:log-group:[^:]+):log-stream:.*$/, '$1:*')
}

function roleArn(text: string): string | undefined {
  return /arn:[\w-]+:iam::\d*:role\/[\w+=,.@/-]+/.exec(text)?.[0]
}

/** The name of the role whose session was refused. */
function roleName(text: string): string | undefined {
  return /:assumed-role\/([\w+=,.@-]+)\//.exec(text)?.[1]
}
