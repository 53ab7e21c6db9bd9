import type { AccessRequest, Decision } from '../policy/evaluate.ts'

/**
 * What AWS tells whoever is not allowed something.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function refusalOf(
  principal: string,
  { action, resource }: AccessRequest,
  decision: Exclude<Decision, 'allowed'>,
): string {
  const why =
    decision === 'explicitDeny'
      ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${action} action`
  return `User: ${principal} is not authorized to perform: ${action} on resource: ${resource} ${why}`
}
