import type { Deployment, Service } from '@aws-sdk/client-ecs'
import type { EcsContext } from '../ecs-context.ts'
import { findDenied } from './denied.ts'
import { findStartedServiceDeployment, type FoundDeployment } from './find-started.ts'
import { stateOfClassicDeployment } from './from-classic-deployments.ts'
import { stateOfServiceDeployment } from './from-service-deployment.ts'
import { getService, type ServiceReference } from './service.ts'
import { findServiceDeployment } from './service-deployments.ts'
import type { StartedDeployment } from './start.ts'
import type { RolloutState } from './state.ts'

/** A rollout that this run started and can look at again and again. */
export class TrackedRollout {
  readonly reference: ServiceReference
  readonly started: StartedDeployment
  #found: FoundDeployment | undefined
  #wentBack = false

  constructor(reference: ServiceReference, started: StartedDeployment) {
    this.reference = reference
    this.started = started
  }

  /** Finds out by which API the rollout can be watched; see {@link missing}. */
  async locate(context: EcsContext): Promise<void> {
    this.#found = await findStartedServiceDeployment(context, this.reference, this.started)
  }

  /** Undefined before it is located, and where only the classic deployments can be read. */
  get serviceDeploymentArn(): string | undefined {
    return this.#found?.arn
  }

  /** Why there is no service deployment to watch. */
  get missing(): FoundDeployment['missing'] {
    return this.#found?.missing
  }

  /** One look, by one call; undefined where the answer has no news of this rollout. */
  async look(context: EcsContext): Promise<RolloutState | undefined> {
    const arn = this.serviceDeploymentArn
    if (arn === undefined) return this.#lookAtClassic(context)
    try {
      const deployment = await findServiceDeployment(context, arn)
      return deployment && stateOfServiceDeployment(deployment)
    } catch (error) {
      // A role that may list them and not describe them: from now on the classic list decides.
      const missing = findDenied(error)
      if (missing === undefined) throw error
      this.#found = { missing }
      return this.#lookAtClassic(context)
    }
  }

  /** The service as it is now, with its events. */
  describeService(context: EcsContext): Promise<Service> {
    return getService(context, this.reference)
  }

  /**
   * The newer deployment that has taken the place of this one in the service. An answer that is
   * older than this deployment says nothing.
   */
  async findSuccessor(context: EcsContext): Promise<Deployment | undefined> {
    const { deployments } = await this.describeService(context)
    const primary = deployments?.find((deployment) => deployment.status === 'PRIMARY')
    const isNewer = Number(primary?.createdAt) > this.started.createdAt.getTime()
    return isNewer && primary?.id !== this.started.id ? primary : undefined
  }

  /** A finished rollback leaves no trace in the classic list: it has to be remembered. */
  async #lookAtClassic(context: EcsContext): Promise<RolloutState | undefined> {
    const { id, createdAt } = this.started
    const rollout = { deploymentId: id, createdAt, wentBack: this.#wentBack }
    const state = stateOfClassicDeployment(await this.describeService(context), rollout)
    this.#wentBack ||= state?.status === 'rolling-back'
    return state
  }
}
