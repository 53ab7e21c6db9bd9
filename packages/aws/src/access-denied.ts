import { ActionError, type ActionErrorParts } from '@deploy-actions/action-kit'

/** A call as IAM names it, such as `ecs:UpdateService`, and what it was for. */
export interface AwsCall {
  readonly iamAction: string
  /** The ARN that the missing permission should name; `*` where it is not known. */
  readonly resource: string
}

/** An `access-denied` that names the permission. */
export class AccessDeniedError extends ActionError {
  /** What the role may not do, by AWS's own words where it names it. */
  readonly missing: AwsCall

  constructor(parts: Omit<ActionErrorParts, 'code'>, missing: AwsCall) {
    super({ ...parts, code: 'access-denied' })
    this.missing = missing
  }
}

/**
 * An `access-denied` that says which permission is missing, or which policy denies. AWS names action
 * and resource itself where it can ("… is not authorized to perform: X on resource: Y …"): the missing
 * one is often another than the call's, as `iam:PassRole` when a definition is registered.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function accessDenied(error: unknown, text: string, call: AwsCall): AccessDeniedError {
  if (text.includes('Access to KMS is not allowed')) return keyDenied(error, text, call)
  const missing: AwsCall = {
    iamAction: /not authorized to perform: ([\w-]+:\w+)/.exec(text)?.[1] ?? call.iamAction,
    resource: /on resource: (\S+?)[.,;]?(?:\s|$)/.exec(text)?.[1] ?? call.resource,
  }
  const { iamAction: action, resource } = missing
  const purpose = action === call.iamAction ? '' : `, which ${call.iamAction} needs`
  const message = `The role of this job may not call ${action}${purpose}: ${text}`
  const remedy = remedyFor(text, { action, resource, for: call.iamAction })
  return new AccessDeniedError({ message, remedy, cause: error }, missing)
}

/**
 * Secrets Manager says no more than that where the role may not use the customer's key of a secret.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
 */
function keyDenied(error: unknown, text: string, { iamAction }: AwsCall): AccessDeniedError {
  const actions = iamAction.includes(':Get')
    ? ['kms:Decrypt']
    : ['kms:GenerateDataKey', 'kms:Decrypt']
  const names = actions.join(' and ')
  const statement = JSON.stringify({
    Effect: 'Allow',
    Action: actions,
    Resource: '*',
    Condition: { StringLike: { 'kms:ViaService': 'secretsmanager.*' } },
  })
  return new AccessDeniedError(
    {
      message: `The role of this job may not use the key that encrypts the secret (${names}), which ${iamAction} needs: ${text}`,
      remedy: `Add this statement, with the ARN of the key for its Resource, to the role's policy, and let the policy of the key allow it: ${statement}`,
      cause: error,
    },
    { iamAction: names, resource: 'the key of the secret' },
  )
}

/** What is missing, and the call that needs it. */
interface Need {
  readonly action: string
  readonly resource: string
  readonly for: string
}

function remedyFor(text: string, need: Need): string {
  const { action, resource } = need
  const denying = /explicit deny in an? ([\w -]+?)(?:[:.,;]|$)/i.exec(text)?.[1]
  if (denying !== undefined || /explicit deny/i.test(text)) {
    return `The ${denying ?? 'policy that AWS means above'} denies ${action} on ${resource}, and no permission of the role overrides that: change that policy, or ask whoever keeps it.`
  }
  const silent = /because no ([\w -]+?) allows/i.exec(text)?.[1]
  const statement = statementFor(need)
  return silent === undefined || silent === 'identity-based policy'
    ? `Add this statement to the role's policy: ${statement}`
    : `Add this statement to the ${silent}, which has to allow it besides the role's own policy: ${statement}`
}

function statementFor({ action, resource, for: call }: Need): string {
  const service = call.startsWith('apprunner:') ? 'apprunner' : 'ecs-tasks'
  return JSON.stringify({
    Effect: 'Allow',
    Action: action,
    Resource: resource,
    // Without it the role could be given to any service.
    ...(action === 'iam:PassRole' && {
      Condition: { StringEquals: { 'iam:PassedToService': `${service}.amazonaws.com` } },
    }),
  })
}
