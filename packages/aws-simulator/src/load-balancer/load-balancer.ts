import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ClockAuthority } from '../clock/authority.ts'
import type { Cloud } from '../cloud/cloud.ts'
import type { Clusters } from '../ecs/model/clusters.ts'
import { matchesPath, type ApplicationAnswer } from '../ecs/model/running-image.ts'
import type { Task } from '../ecs/model/task.ts'
import { answerLater, HttpServer, virtualDate } from '../server/http-server.ts'
import type { EndpointRule, WorldEndpoint } from '../world/world.ts'

export interface LoadBalancerOptions {
  readonly clock: ClockAuthority
  readonly cloud: Cloud
  readonly clusters: Clusters
}

/** An Application Load Balancer waits no longer for an application. */
const idleTimeoutMs = 60_000

/** Starts one listener for each host that a load balancer serves; the key is the host. */
export async function startLoadBalancers(
  endpoints: readonly WorldEndpoint[],
  options: LoadBalancerOptions,
): Promise<ReadonlyMap<string, HttpServer>> {
  const listeners = new Map<string, HttpServer>()
  for (const endpoint of endpoints) {
    const balancer = new LoadBalancer(endpoint, options)
    const listener = await HttpServer.listen({
      port: 0,
      handle: (request, response) => balancer.handle(request, response),
    })
    listeners.set(endpoint.host, listener)
  }
  return listeners
}

/** Behaves as an Application Load Balancer in front of the services of one host. */
class LoadBalancer {
  readonly #endpoint: WorldEndpoint
  readonly #options: LoadBalancerOptions
  #turn = 0

  constructor(endpoint: WorldEndpoint, options: LoadBalancerOptions) {
    this.#endpoint = endpoint
    this.#options = options
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { clock, cloud } = this.#options
    request.resume()
    cloud.timeline.runUntil(clock.now())
    const { pathname } = new URL(request.url ?? '/', 'http://endpoint')
    const { status, headers, body, delayMs } = this.#answer(pathname)
    if (delayMs > 0) await answerLater(clock, response, delayMs)
    response.writeHead(status, { ...headers, ...virtualDate(clock.now()) })
    response.end(body)
  }

  #answer(path: string): ApplicationAnswer {
    const candidates = this.#candidates(this.#ruleFor(path))
    if (candidates.length === 0) return errorPage(503, 'Service Temporarily Unavailable')
    const chosen = candidates[this.#turn++ % candidates.length]
    const answer = chosen?.(path) ?? errorPage(502, 'Bad Gateway')
    if (answer.delayMs <= idleTimeoutMs) return answer
    return { ...errorPage(504, 'Gateway Time-out'), delayMs: idleTimeoutMs }
  }

  #ruleFor(path: string): Pick<EndpointRule, 'service' | 'containerPort'> {
    return this.#endpoint.rules?.find((rule) => matchesPath(rule.path, path)) ?? this.#endpoint
  }

  /** What a request can be sent to: healthy targets, or, when none is healthy, all that are registered. */
  #candidates({ service: name, containerPort }: Pick<EndpointRule, 'service' | 'containerPort'>) {
    const service = this.#options.clusters.find(this.#endpoint.cluster)?.services.get(name)
    const tasks = [...(service?.tasks ?? [])].filter(
      ({ desiredStatus }) => desiredStatus === 'RUNNING',
    )
    const targets = tasks.flatMap((task) => targetsOf(task, containerPort))
    const healthy = targets.filter(({ isHealthy }) => isHealthy)
    return (healthy.length > 0 ? healthy : targets).map(({ answer }) => answer)
  }
}

/** A service without a load balancer of its own is reached as if its first container were registered. */
function targetsOf(task: Task, port: number | undefined) {
  if (task.lastStatus !== 'RUNNING') return []
  if ((task.request.loadBalancers ?? []).length === 0) {
    const [container] = task.containers
    const answer = (path: string) => container?.answer(path)
    return [{ isHealthy: task.isServing, answer }]
  }
  return task.targets
    .filter(({ containerPort }) => port === undefined || containerPort === port)
    .map(({ target, containerName, containerPort }) => {
      const container = task.containers.find(({ name }) => name === containerName)
      const answer = (path: string) => container?.answer(path, containerPort)
      return { isHealthy: target.state === 'healthy', answer }
    })
}

function errorPage(status: number, title: string): ApplicationAnswer {
  const text = `${status} ${title}`
  return {
    status,
    delayMs: 0,
    headers: { 'Content-Type': 'text/html', Server: 'awselb/2.0' },
    body:
      `<html>\r\n<head><title>${text}</title></head>\r\n<body>\r\n` +
      `<center><h1>${text}</h1></center>\r\n</body>\r\n</html>\r\n`,
  }
}
