import { ClockAuthority } from './clock/authority.ts'
import { createCloud } from './cloud/cloud.ts'
import { startLoadBalancers } from './load-balancer/load-balancer.ts'
import { AwsError } from './protocol/aws-error.ts'
import { startAwsServer } from './server/aws-server.ts'
import { Faults } from './server/faults.ts'
import { Gateway } from './server/gateway.ts'
import type { HttpServer } from './server/http-server.ts'
import type { LoggedRequest } from './server/request-log.ts'
import { createServices } from './services.ts'
import { Actors } from './world/actors.ts'
import { checkedWorld, loadSourcedWorld, type SourcedWorld } from './world/load-world.ts'
import { pastMs, populate } from './world/populate.ts'
import type { World } from './world/world.ts'

export interface SimulatorOptions {
  /** A world, or the file that one is to be loaded from. */
  readonly world: World | { readonly file: string }
  /** Default: any port that is free. */
  readonly port?: number
  /** Virtual milliseconds per real one while no process is under virtual time. Default 1; 0 stands still. */
  readonly speed?: number
}

/** AWS on this machine. */
export interface Simulator {
  /** What AWS_ENDPOINT_URL is to be set to. */
  readonly url: string
  /** The listener of each load-balanced host of the world, by host. */
  readonly endpoints: Readonly<Record<string, string>>
  /** Every call that has arrived, in order; what actors of the world do is not among them. */
  readonly requests: readonly LoggedRequest[]
  readonly clock: ClockAuthority
  stop(): Promise<void>
}

const defaultStart = '2026-01-01T00:00:00Z'

/** Starts a simulator; throws a WorldError, with line and column for a file, when the world is wrong. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const sourced = await sourcedWorld(options.world)
  const startMs = Date.parse(sourced.world.start ?? defaultStart)
  const parts = createWorld(sourced, startMs)
  const { cloud, ecs, gateway } = parts
  const clock = new ClockAuthority({ startMs, speed: options.speed ?? 1 })
  const { timeline } = cloud
  const server = await startAwsServer({ port: options.port ?? 0, clock, timeline, gateway })
  const endpoints = sourced.world.endpoints ?? []
  const listeners = await startLoadBalancers(endpoints, { clock, cloud, clusters: ecs.clusters })
  return {
    url: server.url,
    endpoints: Object.fromEntries([...listeners].map(([host, listener]) => [host, listener.url])),
    requests: gateway.requests,
    clock,
    stop: () => stopAll(clock, [server, ...listeners.values()]),
  }
}

/** The account with all that is in it, an hour old at `startMs`. */
function createWorld(sourced: SourcedWorld, startMs: number) {
  const { world } = sourced
  const cloud = createCloud(world, startMs - pastMs)
  const { definitions, ecs } = createServices(cloud)
  const actors: Actors = new Actors(world.actors ?? [], cloud.timeline, ({ operation, input }) => {
    try {
      gateway.perform(operation, input)
    } catch (error) {
      // What ECS refuses to somebody else is no concern of those who watch.
      if (!(error instanceof AwsError)) throw error
    }
  })
  const gateway = new Gateway({
    cloud,
    services: definitions,
    faults: new Faults(world.faults ?? []),
    startMs,
    onCall: (operation) => actors.noteCall(operation),
  })
  populate(sourced, { gateway, model: ecs, startMs })
  actors.begin()
  return { cloud, ecs, gateway }
}

async function sourcedWorld(world: SimulatorOptions['world']): Promise<SourcedWorld> {
  return 'file' in world ? loadSourcedWorld(world.file) : checkedWorld(world)
}

async function stopAll(clock: ClockAuthority, servers: readonly HttpServer[]): Promise<void> {
  clock.stop()
  await Promise.all(servers.map((server) => server.stop()))
}
