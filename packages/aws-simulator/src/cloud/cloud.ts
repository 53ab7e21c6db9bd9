import type { Timings } from '../world/timings.ts'
import { timingsOf } from '../world/timings.ts'
import type { World } from '../world/world.ts'
import { Arns } from './arns.ts'
import { Ids } from './ids.ts'
import { ImageCatalog } from './image-catalog.ts'
import { LogStore } from './log-store.ts'
import { SecretStore } from './secret-store.ts'
import { TargetGroups } from '../load-balancer/target-groups.ts'
import { Timeline } from './timeline.ts'

/** What the services of one simulated account share. */
export interface Cloud {
  readonly arns: Arns
  readonly timeline: Timeline
  readonly timings: Timings
  readonly ids: Ids
  readonly images: ImageCatalog
  readonly secrets: SecretStore
  readonly logs: LogStore
  readonly targetGroups: TargetGroups
}

/** An account with its images, secrets and log groups, at `nowMs`, before any service has put something into it. */
export function createCloud(world: World, nowMs: number): Cloud {
  const arns = new Arns(world.region ?? 'us-east-1', world.account ?? '123456789012')
  const timeline = new Timeline(nowMs)
  return {
    arns,
    timeline,
    timings: timingsOf(world.timings),
    ids: new Ids(`${arns.account}/${arns.region}`),
    images: new ImageCatalog(world.images ?? []),
    secrets: new SecretStore(arns, world.secrets ?? [], world.parameters ?? []),
    logs: new LogStore(world.logGroups, timeline.nowMs()),
    targetGroups: new TargetGroups(timeline, world.targetGroups ?? []),
  }
}
