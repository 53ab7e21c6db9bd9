import type { Cloud } from '../../cloud/cloud.ts'
import type { Need } from '../../iam/model/authorize.ts'
import type { TaskRequest } from './task-request.ts'

/** Who acts for a task while it is started: a session of its execution role. */
export interface ExecutionRole {
  /** Absent on an instance without one, whose own role acts then and may do everything. */
  readonly arn: string | undefined
  readonly taskId: string
}

/** The execution role of a task: RunTask may override that of the definition. */
export function executionRoleOf(
  { definition, overrides }: TaskRequest,
  taskId: string,
): ExecutionRole {
  return { arn: overrides?.executionRoleArn ?? definition.content.executionRoleArn, taskId }
}

/** What AWS says when an execution role lacks one of these; undefined when it has them all. */
export function executionRefusal(
  { iam }: Cloud,
  { arn, taskId }: ExecutionRole,
  needs: readonly Need[],
): string | undefined {
  const role = arn === undefined ? undefined : iam.findRole(arn)
  if (role === undefined) return undefined
  for (const need of needs) {
    const refusal = iam.refusal(role, taskId, need)
    if (refusal !== undefined) return `AccessDeniedException: ${need.refusal ?? refusal}`
  }
  return undefined
}

/** Why ECS cannot act for a task: a role that is not there, or that tasks may not assume. */
export function findRoleFault(
  { iam }: Cloud,
  { definition: { content }, overrides }: TaskRequest,
): { readonly reason: string } | undefined {
  const arns = [
    overrides?.executionRoleArn ?? content.executionRoleArn,
    overrides?.taskRoleArn ?? content.taskRoleArn,
  ]
  const wrong = arns.find((arn) => arn !== undefined && !iam.isForTasks(arn))
  if (wrong === undefined) return undefined
  const reason =
    `ECS was unable to assume the role '${wrong}' that was provided for this task. Please verify that the role ` +
    'being passed has the proper trust relationship and permissions and that your IAM user has permissions to ' +
    'pass this role.'
  return { reason }
}
