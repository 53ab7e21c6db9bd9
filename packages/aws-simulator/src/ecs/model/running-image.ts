import { durationMs } from '../../world/durations.ts'
import type { Behaviour, HttpAnswer } from '../../world/world.ts'

/** What an application answers, and how long that takes. */
export interface ApplicationAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly delayMs: number
}

/** What the image does when it runs this command: only startup, port and http stay as they are. */
export function behaviourFor(behaviour: Behaviour, command: readonly string[]): Behaviour {
  const line = command.join(' ')
  const special = behaviour.commands?.find(({ contains }) => line.includes(contains))
  if (special === undefined) return behaviour
  const { startup, port, http } = behaviour
  const { contains: _, ...instead } = special
  return {
    ...(startup && { startup }),
    ...(port !== undefined && { port }),
    ...(http && { http }),
    ...instead,
  }
}

/** Whether, so long after its start, the port is open and a container health check passes. */
export function isHealthy({ startup }: Behaviour, sinceStartMs: number): boolean {
  if (startup?.healthyAfter === 'never') return false
  if (startup?.healthyAfter !== undefined && sinceStartMs < durationMs(startup.healthyAfter)) {
    return false
  }
  return startup?.unhealthyAfter === undefined || sinceStartMs < durationMs(startup.unhealthyAfter)
}

/**
 * What the image answers to a request; undefined while its port is closed. An image whose `http` is
 * not described answers 200 to everything, one whose is answers 404 to what is not in it.
 */
export function httpAnswer(
  behaviour: Behaviour,
  path: string,
  sinceStartMs: number,
): ApplicationAnswer | undefined {
  if (!isHealthy(behaviour, sinceStartMs)) return undefined
  if (behaviour.http === undefined) return { status: 200, headers: {}, body: '', delayMs: 0 }
  const found = behaviour.http.find(
    (answer) => matchesPath(answer.path, path) && isIn(answer, sinceStartMs),
  )
  if (found === undefined) return { status: 404, headers: {}, body: 'Not Found', delayMs: 0 }
  const { status = 200, headers = {}, body = '', delay = '0s' } = found
  return { status, headers, body, delayMs: durationMs(delay) }
}

/** Whether a path is meant by a pattern, which may end in `*`. */
export function matchesPath(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern
}

function isIn({ from, to }: HttpAnswer, sinceStartMs: number): boolean {
  if (from !== undefined && sinceStartMs < durationMs(from)) return false
  return to === undefined || sinceStartMs < durationMs(to)
}
