import type { RegisterTaskDefinitionRequest, Tag } from '@aws-sdk/client-ecs'
import type { Cloud } from '../../cloud/cloud.ts'
import { AwsError } from '../../protocol/aws-error.ts'

/** A registered revision of a family. */
export interface TaskDefinitionState {
  readonly arn: string
  readonly family: string
  readonly revision: number
  readonly content: RegisterTaskDefinitionRequest
  readonly registeredAt: Date
  status: 'ACTIVE' | 'INACTIVE'
  deregisteredAt?: Date
  tags: readonly Tag[]
}

/** All revisions of all families. */
export class TaskDefinitions {
  readonly #cloud: Cloud
  readonly #families = new Map<string, TaskDefinitionState[]>()

  constructor(cloud: Cloud) {
    this.#cloud = cloud
  }

  /** Adds the next revision of the family; the content has been checked before. */
  register(content: RegisterTaskDefinitionRequest): TaskDefinitionState {
    const { tags = [], ...rest } = content
    const family = content.family ?? ''
    const revisions = this.#families.get(family) ?? []
    const revision = (revisions.at(-1)?.revision ?? 0) + 1
    const added: TaskDefinitionState = {
      arn: this.#cloud.arns.of('ecs', `task-definition/${family}:${revision}`),
      family,
      revision,
      content: rest,
      registeredAt: this.#cloud.timeline.now(),
      status: 'ACTIVE',
      tags,
    }
    this.#families.set(family, [...revisions, added])
    return added
  }

  /** Finds `family` (its latest ACTIVE revision), `family:revision` or an ARN. */
  find(reference: string): TaskDefinitionState | undefined {
    const name = reference.startsWith('arn:')
      ? reference.slice(reference.indexOf('/') + 1)
      : reference
    const [family = '', revision] = name.split(':')
    const revisions = this.#families.get(family) ?? []
    if (revision === undefined) return revisions.findLast(({ status }) => status === 'ACTIVE')
    const found = revisions.find((state) => String(state.revision) === revision)
    return reference.startsWith('arn:') && found?.arn !== reference ? undefined : found
  }

  /** What a service or a task is to run; throws the ClientException of ECS if that cannot be. */
  require(reference: string | undefined): TaskDefinitionState {
    const found = reference === undefined ? undefined : this.find(reference)
    if (found === undefined) throw new AwsError('ClientException', 'TaskDefinition not found.')
    if (this.#isGone(found)) {
      throw new AwsError('ClientException', 'TaskDefinition is inactive')
    }
    return found
  }

  /** What is deregistered can still be deployed for a while, up to ten minutes with ECS. */
  #isGone({ deregisteredAt }: TaskDefinitionState): boolean {
    if (deregisteredAt === undefined) return false
    const { timeline, timings } = this.#cloud
    return timeline.nowMs() - deregisteredAt.getTime() >= timings.deregistration
  }

  deregister(state: TaskDefinitionState): void {
    state.status = 'INACTIVE'
    state.deregisteredAt ??= this.#cloud.timeline.now()
  }

  families(): readonly string[] {
    return [...this.#families.keys()].toSorted()
  }

  /** The revisions of a family, the oldest first. */
  revisions(family: string): readonly TaskDefinitionState[] {
    return this.#families.get(family) ?? []
  }
}
