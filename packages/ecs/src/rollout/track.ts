import type { Service } from '@aws-sdk/client-ecs'
import { isAccessDenied } from '@deploy-actions/aws'
import type { EcsContext } from '../ecs-context.ts'
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
  readonly #context: EcsContext
  #found: FoundDeployment | undefined
  #wentBack = false

  constructor(context: EcsContext, reference: ServiceReference, started: StartedDeployment) {
    this.#context = context
    this.reference = reference
    this.started = started
  }

  /** Finds out by which API the rollout can be watched; see {@link missing}. */
  async locate(): Promise<void> {
    this.#found = await findStartedServiceDeployment(this.#context, this.reference, this.started)
  }

  /** Undefined before it is located, and where only the classic deployments can be read. */
  get serviceDeploymentArn(): string | undefined {
    return this.#found?.arn
  }

  /** Why there is no service deployment to watch. */
  get missing(): FoundDeployment['missing'] {
    return this.#found?.missing
  }

  /** One look, by one call. */
  async look(): Promise<RolloutState> {
    return (await this.#lookAtServiceDeployment()) ?? this.#lookAtClassic()
  }

  /** The service as it is now, with its events. */
  describeService(): Promise<Service> {
    return getService(this.#context, this.reference)
  }

  /** Whether no other deployment has taken the place of this one in the service. */
  async isPrimary(): Promise<boolean> {
    const { deployments } = await this.describeService()
    return (
      deployments?.find((deployment) => deployment.status === 'PRIMARY')?.id === this.started.id
    )
  }

  async #lookAtServiceDeployment(): Promise<RolloutState | undefined> {
    const arn = this.serviceDeploymentArn
    if (arn === undefined) return undefined
    try {
      const deployment = await findServiceDeployment(this.#context, arn)
      return deployment && stateOfServiceDeployment(deployment)
    } catch (error) {
      // A role that may list them and not describe them: from now on the classic list decides.
      if (!isAccessDenied(error)) throw error
      this.#found = { missing: 'access-denied' }
      return undefined
    }
  }

  /** A finished rollback leaves no trace in the classic list: it has to be remembered. */
  async #lookAtClassic(): Promise<RolloutState> {
    const options = { deploymentId: this.started.id, wentBack: this.#wentBack }
    const state = stateOfClassicDeployment(await this.describeService(), options)
    this.#wentBack ||= state.status === 'rolling-back'
    return state
  }
}
