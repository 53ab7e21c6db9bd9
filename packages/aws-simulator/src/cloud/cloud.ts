import type { Timings } from '../world/timings.ts'
import { timingsOf } from '../world/timings.ts'
import type { World } from '../world/world.ts'
import { Iam } from '../iam/model/iam.ts'
import { RegistryHosts } from '../registry/model/registry-hosts.ts'
import { Arns } from './arns.ts'
import { Ids } from './ids.ts'
import { ImageCatalog } from './image-catalog.ts'
import { LogStore } from './log-store.ts'
import { ParameterStore } from './parameter-store.ts'
import { SecretStore } from './secret-store.ts'
import { TargetGroups } from '../load-balancer/target-groups.ts'
import { AlarmStore } from '../cloudwatch/alarm-store.ts'
import { TaskFaults } from './task-faults.ts'
import { Moments } from './moments.ts'
import { Routes } from './routes.ts'
import { Timeline } from './timeline.ts'

/** Known once the simulator listens. */
export interface Addresses {
  simulatorUrl: string
}

/** What the services of one simulated account share. */
export interface Cloud {
  readonly arns: Arns
  readonly timeline: Timeline
  readonly timings: Timings
  readonly ids: Ids
  readonly images: ImageCatalog
  readonly registries: RegistryHosts
  readonly pullThroughCacheRules: NonNullable<World['pullThroughCacheRules']>
  /** Where the simulator itself answers, for what it says about addresses. */
  readonly addresses: Addresses
  readonly secrets: SecretStore
  readonly parameters: ParameterStore
  readonly iam: Iam
  readonly logs: LogStore
  readonly targetGroups: TargetGroups
  readonly moments: Moments
  readonly alarms: AlarmStore
  readonly taskFaults: TaskFaults
  readonly routes: Routes
}

/** An account with its images, secrets and log groups, at `nowMs`, before any service has put something into it. */
export function createCloud(world: World, nowMs: number, addresses: Addresses): Cloud {
  const arns = new Arns(world.region ?? 'us-east-1', world.account ?? '123456789012')
  const timeline = new Timeline(nowMs)
  const timings = timingsOf(world.timings)
  const moments = new Moments(timeline)
  return {
    arns,
    addresses,
    timeline,
    timings,
    ids: new Ids(`${arns.account}/${arns.region}`),
    images: new ImageCatalog(timeline, world.builtImages ?? []),
    registries: new RegistryHosts(world.registries ?? []),
    pullThroughCacheRules: world.pullThroughCacheRules ?? [],
    secrets: new SecretStore(arns, world.secrets ?? [], timeline.now()),
    parameters: new ParameterStore(world.parameters ?? [], timeline.now()),
    iam: new Iam(arns, world, timeline.now()),
    logs: new LogStore(world.logGroups, { nowMs, arrivalMs: timings.logArrival }),
    targetGroups: new TargetGroups(world.targetGroups ?? [], { arns, timeline }),
    moments,
    alarms: new AlarmStore(world.alarms ?? [], { arns, timeline, moments }),
    taskFaults: new TaskFaults(world.taskFaults ?? [], moments),
    routes: new Routes(world.subnets ?? []),
  }
}
