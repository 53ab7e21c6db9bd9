import {
  DeadlineError,
  findArn,
  isAccessDenied,
  isAwsError,
  isTransient,
  logConsoleUrl,
} from '@deploy-actions/aws'
import { containersOf, type Definition } from '../task-definition/index.ts'
import { statement } from './classes/permissions.ts'

/** A container of a task, as the definition of that very task has it. */
export interface ContainerOfTask {
  readonly definition: Definition
  readonly container: string
  readonly taskId: string
  /** Any ARN of the same partition, region and account. */
  readonly arn: string
  /** The id that Docker gave the container, where ECS has told it. */
  readonly runtimeId?: string | undefined
}

/** Where a container writes to in CloudWatch Logs. */
export interface LogPlace {
  readonly container: string
  readonly group: string
  readonly stream: string
  /** Undefined where it is the region of the task. */
  readonly region: string | undefined
  /** What a policy has to name, so that the log can be read. */
  readonly resource: string
  /** Where a person finds it; undefined in a partition without console. */
  readonly url: string | undefined
}

/** Why a log is in no place where it can be read, as a whole sentence. */
export interface LogObstacle {
  readonly container: string
  readonly obstacle: string
}

/** Finds where a container writes to, or why that cannot be read. */
export function placeOfLog(source: ContainerOfTask): LogPlace | LogObstacle {
  const { definition, container, taskId, arn, runtimeId } = source
  const { logConfiguration } = containersOf(definition).find(({ name }) => name === container) ?? {}
  const { logDriver, options = {} } = logConfiguration ?? {}
  if (logDriver === undefined) return obstacle(container, 'it has no log configuration')
  if (logDriver !== 'awslogs') return obstacle(container, `its log driver is ${logDriver}`)
  const prefix = options['awslogs-stream-prefix']
  // https://docs.docker.com/engine/logging/drivers/awslogs/: the stream is named after the container then.
  const stream = prefix === undefined ? runtimeId : `${prefix}/${container}/${taskId}`
  if (stream === undefined) {
    const why =
      'without awslogs-stream-prefix its stream has the name of the Docker container, which is not known'
    return obstacle(container, why)
  }
  const { 'awslogs-group': group = '', 'awslogs-region': region } = options
  const { partition, region: ofTask, account } = findArn(arn) ?? {}
  return {
    container,
    group,
    stream,
    region,
    resource: `arn:${partition}:logs:${region ?? ofTask}:${account}:log-group:${group}:*`,
    url: logConsoleUrl(arn, { group, stream, region }),
  }
}

function obstacle(container: string, why: string): LogObstacle {
  return { container, obstacle: `The log of ${container} is not read here: ${why}.` }
}

/** Why reading a log failed, as a whole sentence. */
export function whyUnread({ container, group, resource }: LogPlace, error: unknown): string {
  if (error instanceof DeadlineError || isTransient(error)) {
    return `CloudWatch Logs did not answer for the log of ${container} in ${group}: lines may be missing here.`
  }
  if (isMissing(error, 'log group')) {
    return `The log of ${container} is not there: there is no log group ${group}.`
  }
  if (isAccessDenied(error)) {
    return `The log of ${container} is not read: the role of this job needs ${statement(['logs:GetLogEvents'], resource)}`
  }
  const words = error instanceof Error ? error.message : String(error)
  return `The log of ${container} in ${group} could not be read: ${words}`
}

/** Whether the error says that there is no such stream, or no such group. */
export function isMissing(error: unknown, what: 'log stream' | 'log group'): boolean {
  return (
    isAwsError(error, 'ResourceNotFoundException') &&
    error instanceof Error &&
    error.message.includes(what)
  )
}
