import type { ECSClient } from '@aws-sdk/client-ecs'

/** What every call to ECS needs: the client, and the run's signal that ends it. */
export interface EcsContext {
  readonly ecs: ECSClient
  readonly signal: AbortSignal
}
