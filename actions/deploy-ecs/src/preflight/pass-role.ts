import {
  attemptCheck,
  readCallerArn,
  simulatePermission,
  type LookupContext,
} from '@deploy-actions/aws'
import { denied, notChecked, type Definition, type Finding } from '@deploy-actions/ecs'

/** Roles of a definition that the job may not pass to ECS, which registering the definition needs. */
export async function judgePassRole(
  context: LookupContext,
  definition: Definition,
): Promise<readonly Finding[]> {
  const roles = (['taskRoleArn', 'executionRoleArn'] as const).flatMap((field) =>
    definition[field] ? [{ field, arn: definition[field] }] : [],
  )
  if (roles.length === 0) return []
  const caller = await attemptCheck(() => readCallerArn(context))
  const role = typeof caller === 'string' ? caller : ''
  const findings = roles.map(async ({ field, arn }): Promise<readonly Finding[]> => {
    const place = { definition: definition.family ?? '', field }
    const lookup =
      typeof caller === 'string'
        ? await simulatePermission(context, {
            role: caller,
            actions: ['iam:PassRole'],
            resources: [arn],
            context: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
          })
        : caller
    if (lookup.kind === 'not-checked') {
      const what = `whether this job may pass the role ${arn} to ECS`
      return [{ kind: 'permission', place, ...notChecked(what, lookup) }]
    }
    return lookup.denials.map((denial) => denied({ role, ...denial }, place))
  })
  return (await Promise.all(findings)).flat()
}
