import type { Service, Task } from '@aws-sdk/client-ecs'
import type { Definition, TaskDeath } from '@deploy-actions/ecs'

/** A task that ran at the last look and is not to run any more. */
export interface LostTask {
  readonly taskId: string
  /** Undefined for one that nothing befell: a person stopped it, or nobody says why it went. */
  readonly death: TaskDeath | undefined
  /** In the words of ECS; empty where it says nothing. */
  readonly reason: string
}

/** What one look at a service showed. */
export interface ServiceFacts {
  readonly service: Service
  /** Those that are to run, whatever they do yet. */
  readonly tasks: readonly Task[]
  /** The definitions of the tasks, by ARN. */
  readonly definitions: ReadonlyMap<string, Definition>
  /** Less those that were scaled away or replaced. */
  readonly lost: readonly LostTask[]
  /** Tasks of the service's deployment that came to their end, when they should have gone on. */
  readonly deaths: readonly TaskDeath[]
  /** `sha256:…`; undefined where any image will do. */
  readonly expectedDigest: string | undefined
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** The tasks that run, and are to go on. */
export function runningTasks({ tasks }: Pick<ServiceFacts, 'tasks'>): readonly Task[] {
  return tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING')
}
