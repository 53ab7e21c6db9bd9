import { startServiceRouter } from './apprunner/service-router.ts'
import { ClockAuthority } from './clock/authority.ts'
import type { Addresses } from './cloud/cloud.ts'
import { startLoadBalancers } from './load-balancer/load-balancer.ts'
import { mentionedHosts } from './registry/server/mentioned-hosts.ts'
import { RegistryGateway } from './registry/server/registry-gateway.ts'
import { startRegistries } from './registry/server/registry-listeners.ts'
import { startAwsServer } from './server/aws-server.ts'
import { Faults } from './server/faults.ts'
import { Gateway } from './server/gateway.ts'
import type { HttpServer } from './server/http-server.ts'
import type { LoggedRequest } from './server/request-log.ts'
import { TokenBuckets } from './server/token-buckets.ts'
import { Account, type ActorRefusal } from './world/account.ts'
import { checkStart } from './world/check-start.ts'
import { checkedWorld, loadSourcedWorld, type SourcedWorld } from './world/load-world.ts'
import { Past } from './world/past.ts'
import { pastMs, populate } from './world/populate.ts'
import type { World } from './world/world.ts'

export interface SimulatorOptions {
  /** A world, or the file that one is to be loaded from. */
  readonly world: World | { readonly file: string }
  /** Default: any port that is free. */
  readonly port?: number
  /** When a world begins that does not say it. Default 2026-01-01T00:00:00Z, so that runs are alike. */
  readonly start?: Date
  /** Virtual milliseconds per real one while no process is under virtual time. Default 1; 0 stands still. */
  readonly speed?: number
  /** Hears of each call of an actor of the world that is refused: often a mistake in the world. */
  readonly onActorRefused?: (refusal: ActorRefusal) => void
}

/** AWS on this machine. */
export interface Simulator {
  /** What AWS_ENDPOINT_URL is to be set to. */
  readonly url: string
  /** The listener of each load-balanced host of the world, and of each service of App Runner, by host. */
  readonly endpoints: Readonly<Record<string, string>>
  /**
   * The listener of all services of App Runner, also of those to come: over HTTP and HTTPS, by the host of a request. As
   * HTTPS_PROXY it leads to their addresses.
   */
  readonly appRunnerUrl: string
  /** The listener of each registry of the world, by host: that of the account and Docker Hub's always. */
  readonly registries: Readonly<Record<string, string>>
  /** What DEPLOY_ACTIONS_REGISTRY_MIRRORS is to be set to: those registries, a line each. */
  readonly registryMirrors: string
  /** Every call that has arrived, in order; what actors of the world do is not among them. */
  readonly requests: readonly LoggedRequest[]
  readonly clock: ClockAuthority
  stop(): Promise<void>
}

const defaultStart = new Date('2026-01-01T00:00:00Z')

/** Starts a simulator; throws a WorldError, with line and column for a file, when the world is wrong. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const sourced = await sourcedWorld(options.world)
  const startMs = new Date(sourced.world.start ?? options.start ?? defaultStart).getTime()
  const addresses = { simulatorUrl: '' }
  const { account, gateway, registryGateway } = createWorld(sourced, options, {
    startMs,
    addresses,
  })
  const { cloud, ecs, appRunner } = account
  const clock = new ClockAuthority({ startMs, speed: options.speed ?? 1 })
  const { timeline } = cloud
  const server = await startAwsServer({
    port: options.port ?? 0,
    clock,
    timeline,
    gateway,
    registryGateway,
  })
  addresses.simulatorUrl = server.url
  const endpoints = sourced.world.endpoints ?? []
  const listeners = await startLoadBalancers(endpoints, { clock, cloud, clusters: ecs.clusters })
  const { services } = appRunner
  const router = await startServiceRouter({ clock, cloud, services })
  const routed = services.all.map((service) => service.url)
  const hosts = mentionedHosts(sourced.world, cloud)
  const registries = await startRegistries(hosts, { clock, cloud, gateway: registryGateway })
  return {
    url: server.url,
    endpoints: {
      ...Object.fromEntries(routed.map((host) => [host, router.url])),
      ...Object.fromEntries([...listeners].map(([host, listener]) => [host, listener.url])),
    },
    appRunnerUrl: router.url,
    registries: registries.urls,
    registryMirrors: Object.entries(registries.urls)
      .map(([host, url]) => `${host}=${url}`)
      .join('\n'),
    requests: gateway.requests,
    clock,
    stop: () => stopAll(clock, [server, router, ...listeners.values(), ...registries.servers]),
  }
}

/** The account with all that is in it, an hour old at `startMs`, and what calls to it pass through. */
function createWorld(
  sourced: SourcedWorld,
  { onActorRefused }: SimulatorOptions,
  { startMs, addresses }: { readonly startMs: number; readonly addresses: Addresses },
) {
  const { world } = sourced
  const create = (onRefused?: SimulatorOptions['onActorRefused']) => {
    const created = new Account(world, { nowMs: startMs - pastMs, addresses }, onRefused)
    populate(sourced, created)
    return created
  }
  const account = create(onActorRefused)
  account.cloud.timeline.runUntil(startMs)
  checkStart(sourced, account)
  const faults = new Faults(world.faults ?? [])
  const past = new Past(faults.lagsMs, () => create())
  past.record(startMs, (other) => other.begin())
  account.begin()
  const buckets = world.throttling === 'realistic' ? new TokenBuckets() : undefined
  const gateway = new Gateway({ account, past, faults, buckets, startMs })
  const { requests } = gateway
  const registryGateway = new RegistryGateway({ account, past, faults, startMs, requests })
  return { account, gateway, registryGateway }
}

async function sourcedWorld(world: SimulatorOptions['world']): Promise<SourcedWorld> {
  return 'file' in world ? loadSourcedWorld(world.file) : checkedWorld(world)
}

async function stopAll(
  clock: ClockAuthority,
  servers: readonly Pick<HttpServer, 'stop'>[],
): Promise<void> {
  clock.stop()
  await Promise.all(servers.map((server) => server.stop()))
}
