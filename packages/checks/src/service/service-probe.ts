import type { Service, Task } from '@aws-sdk/client-ecs'
import { nameFromArn } from '@deploy-actions/aws'
import {
  containersOf,
  getRegistered,
  isEssential,
  listServiceTasks,
  type Definition,
  type EcsContext,
  type ServiceReference,
} from '@deploy-actions/ecs'
import { askAws, unanswered } from '../ask-aws.ts'
import { failedOr, type Attempt, type Limits } from '../attempt.ts'
import { clusterOf, type ServiceCheck } from '../check.ts'
import type { Probe, ProbeResources } from '../probe.ts'
import { DeathRegister } from './death-register.ts'
import { findExpectedDigest } from './expected-digest.ts'
import { runningTasks, type ServiceFacts } from './facts.ts'
import { findLivingService, noSuchService } from './find-service.ts'
import { judgeService, seenOf } from './judge-service.ts'
import { findLostTasks } from './lost-tasks.ts'

/** Looks at a service again and again, and remembers which tasks it has seen. */
export class ServiceProbe implements Probe {
  readonly #check: ServiceCheck
  readonly #resources: ProbeResources
  readonly #reference: ServiceReference
  /** Revisions never change. */
  readonly #definitions = new Map<string, Definition>()
  readonly #deaths = new DeathRegister()
  /** The ARNs of the tasks that ran at the last look; undefined before the first. */
  #ran: readonly string[] | undefined
  #expectedDigest: string | undefined

  constructor(check: ServiceCheck, resources: ProbeResources) {
    this.#check = check
    this.#resources = resources
    this.#reference = { cluster: clusterOf(check), service: nameFromArn(check.service) }
  }

  attempt(limits: Limits): Promise<Attempt> {
    return askAws(limits, async (signal) => {
      const clients = await this.#resources.clients()
      return this.#look({ ecs: clients.ecs(), signal })
    })
  }

  async #look(context: EcsContext): Promise<Attempt> {
    const service = await findLivingService(context, this.#reference)
    if (service === undefined) {
      if (this.#ran === undefined) throw await noSuchService(context, this.#reference)
      return unanswered('missing', 'ECS does not know the service at the moment')
    }
    const { expectedImage } = this.#check
    if (expectedImage !== undefined) {
      const { registries } = this.#resources
      this.#expectedDigest ??= await findExpectedDigest(expectedImage, registries, context.signal)
    }
    const facts = await this.#read(context, service)
    this.#ran = runningTasks(facts).map(({ taskArn = '' }) => taskArn)
    return failedOr(judgeService(this.#check, facts), {
      verdict: 'passed',
      seen: seenOf(facts),
      status: undefined,
      latencyMs: undefined,
    })
  }

  async #read(context: EcsContext, service: Service): Promise<ServiceFacts> {
    const tasks = await listServiceTasks(context, this.#reference, 'RUNNING')
    const arns = tasks.map((task) => task.taskDefinitionArn ?? '')
    await this.#learnDefinitions(context, [service.taskDefinition ?? '', ...arns])
    const running = new Set(runningTasks({ tasks }).map(({ taskArn = '' }) => taskArn))
    const gone = (this.#ran ?? []).filter((arn) => !running.has(arn))
    const essentialOf = (task: Task) => this.#essentialOf(task)
    const lost = await findLostTasks(context, gone, { ...this.#reference, essentialOf })
    const isDue =
      this.#ran === undefined || gone.length > 0 || running.size < (service.desiredCount ?? 0)
    if (isDue) await this.#deaths.read(context, service, essentialOf)
    return {
      service,
      tasks,
      definitions: this.#definitions,
      lost,
      deaths: this.#deaths.of(service),
      expectedDigest: this.#expectedDigest,
      now: Date.now(),
    }
  }

  async #learnDefinitions(context: EcsContext, arns: readonly string[]): Promise<void> {
    for (const arn of new Set(arns)) {
      if (arn === '' || this.#definitions.has(arn)) continue
      const { definition } = await getRegistered(context, arn, 'service')
      this.#definitions.set(arn, definition)
    }
  }

  #essentialOf({ taskDefinitionArn = '' }: Task): ReadonlySet<string> {
    const definition = this.#definitions.get(taskDefinitionArn)
    const essential = definition === undefined ? [] : containersOf(definition).filter(isEssential)
    return new Set(essential.map(({ name = '' }) => name))
  }
}
