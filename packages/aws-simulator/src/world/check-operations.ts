import { closestMatch } from 'leven'
import { AwsError } from '../protocol/aws-error.ts'
import { ParameterError } from '../protocol/decode.ts'
import { matchesOperation, readsOnly } from '../protocol/operation.ts'
import { registryOperations } from '../registry/operations.ts'
import type { Account } from './account.ts'
import { durationMs } from './durations.ts'
import type { SourcedWorld } from './load-world.ts'
import { pastMs } from './populate.ts'
import type { WorldPath } from './world-source.ts'

/**
 * Throws a WorldError where a fault or an actor is about calls that can never come: a name that no
 * operation has would be waited for in silence.
 */
export function checkOperations(sourced: SourcedWorld, account: Account): void {
  const known = account.services.flatMap(({ operations }) => operations.map(({ name }) => name))
  checkFaults(sourced, [...known, ...registryOperations])
  checkLags(sourced, known)
  checkActors(sourced, account)
  checkMoments(sourced, [...known, ...registryOperations])
}

/** What waits for a first call that cannot come waits for ever. */
function checkMoments(sourced: SourcedWorld, known: readonly string[]): void {
  const { alarms = [], taskFaults = [], actors = [], images = [] } = sourced.world
  const places: readonly (readonly [{ readonly operation: string } | undefined, WorldPath])[] = [
    ...actors.map(({ since }, index) => [since, ['actors', index]] as const),
    ...images.map(({ pushed }, index) => [pushed?.since, ['images', index, 'pushed']] as const),
    ...taskFaults.map(({ since }, index) => [since, ['taskFaults', index]] as const),
    ...alarms.flatMap(({ changes = [] }, index) =>
      changes.map(({ since }, at) => [since, ['alarms', index, 'changes', at]] as const),
    ),
  ]
  for (const [since, path] of places) {
    if (since === undefined || known.includes(since.operation)) continue
    throw unknownName(sourced, [...path, 'since', 'operation'], { name: since.operation, known })
  }
}

function checkFaults(sourced: SourcedWorld, known: readonly string[]): void {
  sourced.world.faults?.forEach(({ operation, reset, afterBytes }, index) => {
    if (!known.some((name) => matchesOperation(operation, name))) {
      throw unknownName(sourced, ['faults', index, 'operation'], { name: operation, known })
    }
    const isOfRegistry = registryOperations.some((name) => matchesOperation(operation, name))
    if (afterBytes === undefined || (reset === true && isOfRegistry)) return
    const problem = 'Only a connection to a registry can be cut in the middle: say reset as well.'
    throw sourced.source.error(['faults', index, 'afterBytes'], problem)
  })
}

/** What an actor will do must at least be a call that the service understands. */
function checkActors(sourced: SourcedWorld, account: Account): void {
  const known = account.operationNames
  sourced.world.actors?.forEach(({ operation, input }, index) => {
    const path = ['actors', index]
    if (!known.includes(operation)) {
      throw unknownName(sourced, [...path, 'operation'], { name: operation, known })
    }
    try {
      account.check({ operation, input })
    } catch (error) {
      if (!(error instanceof AwsError)) throw error
      const inner = error instanceof ParameterError ? error.path : []
      throw sourced.source.error([...path, 'input', ...inner], error.message)
    }
  })
}

/** A fault that would never make any answer lag is a mistake. */
function checkLags({ world, source }: SourcedWorld, known: readonly string[]): void {
  const reads = known.filter(readsOnly)
  world.faults?.forEach(({ operation, lag, error, reset }, index) => {
    if (lag === undefined) return
    const path = ['faults', index]
    if (!reads.some((name) => matchesOperation(operation, name))) {
      const advice = 'name one that does, such as DescribeServices, or several, such as Describe*.'
      throw source.error([...path, 'operation'], `${operation} reads nothing that lags: ${advice}`)
    }
    if (error !== undefined || reset === true) {
      const problem = 'An answer that is an error or is lost cannot lag: make two faults of this.'
      throw source.error([...path, 'lag'], problem)
    }
    if (durationMs(lag) > pastMs) {
      const problem = 'A lag may be an hour at most: the world is no older when it begins.'
      throw source.error([...path, 'lag'], problem)
    }
  })
}

function unknownName(
  { source }: SourcedWorld,
  path: WorldPath,
  { name, known }: { readonly name: string; readonly known: readonly string[] },
) {
  const maxDistance = Math.max(2, Math.floor(name.length / 3))
  const guess = closestMatch(name, known, { maxDistance })
  const advice = guess === undefined ? `Known are ${known.join(', ')}.` : `Did you mean ${guess}?`
  return source.error(path, `The simulator plays no operation ${name}. ${advice}`)
}
