import { formatSeconds, sleep, type Log } from '@deploy-actions/action-kit'
import { DeadlineError, poll, type LookupContext } from '@deploy-actions/aws'
import { describeOperation, isOver, listOperations, type Operation } from './operations.ts'

/** Between looks, where not said otherwise: the end is seen within seven seconds, and the whole step makes no ten calls a minute. */
const defaultIntervalMs = 6_800

/**
 * No deployment is over sooner: App Runner copies the image first, which takes a minute, and minutes where there is none.
 * https://github.com/aws/apprunner-roadmap/issues/127, https://github.com/aws/apprunner-roadmap/issues/210
 */
const shortestDeploymentMs = 45_000

/** What cannot work may be over at once: one look before that, for which ten calls a minute leave room. */
const earlyLookMs = 20_000

/** How often the log says that nothing has changed. */
const heartbeatMs = 60_000

/** What is followed. */
export interface Followed {
  readonly arn: string
  readonly operationId: string
  /** Milliseconds since the epoch. */
  readonly deadline: number
  /** This step has begun it just now, and it brings a new version up. */
  readonly isNewDeployment?: boolean
  /** Between looks, where nobody waits for the very moment of the end. */
  readonly intervalMs?: number
  /** What to know while it takes long, such as how patient a health check is. */
  readonly hint?: string | undefined
  /** Hears, once, that App Runner has begun to put the previous version back. */
  readonly onRollback?: (operation: Operation) => Promise<void>
}

/**
 * Waits for the end of an operation, and tells each change of its status. Undefined where it is not over at the deadline. Throws the signal's
 * reason, and an ActionError where App Runner cannot be asked.
 */
export async function followOperation(
  context: LookupContext & { readonly log: Log },
  followed: Followed,
): Promise<Operation | undefined> {
  const { signal } = context
  const { arn, operationId, deadline, isNewDeployment = false, onRollback } = followed
  const { intervalMs = defaultIntervalMs } = followed
  const tell = teller(context.log, followed)
  let isBack = false
  const look = async (): Promise<Operation | undefined> => {
    const operations = await listOperations(context, arn)
    const operation = operations.find(({ Id }) => Id === operationId)
    if (operation === undefined) return undefined
    tell(operation)
    if (operation.Status === 'ROLLBACK_IN_PROGRESS' && !isBack) {
      isBack = true
      await onRollback?.(operation)
    }
    return isOver(operation) ? operation : undefined
  }
  const startedAt = Date.now()
  const until = (ms: number): Promise<void> =>
    sleep(Math.max(0, Math.min(startedAt + ms, deadline) - Date.now()), signal)
  if (isNewDeployment) {
    await until(earlyLookMs)
    const ended = Date.now() < deadline ? await look() : undefined
    if (ended !== undefined) return ended
  }
  await until(isNewDeployment ? shortestDeploymentMs : intervalMs)
  try {
    return await poll(look, { signal, deadline, delayMs: () => intervalMs })
  } catch (error) {
    if (error instanceof DeadlineError) return undefined
    throw error
  }
}

/** Tells what is new, and from time to time that nothing is. */
function teller(log: Log, { hint }: Followed): (operation: Operation) => void {
  let status: string | undefined
  let toldAt = 0
  return (operation) => {
    const now = Date.now()
    const isNew = operation.Status !== status
    if (!isNew && now - toldAt < heartbeatMs) return
    const after = formatSeconds((now - (operation.StartedAt?.getTime() ?? now)) / 1000)
    const more =
      isNew && operation.Status !== 'ROLLBACK_IN_PROGRESS' ? undefined : hintFor(operation, hint)
    log.info(
      `${describeOperation(operation)}: ${operation.Status ?? ''} (${after})${more === undefined ? '' : `; ${more}`}`,
    )
    status = operation.Status
    toldAt = now
  }
}

function hintFor({ Status }: Operation, hint: string | undefined): string | undefined {
  return Status === 'ROLLBACK_IN_PROGRESS'
    ? 'App Runner puts the previous version back, which takes over a quarter of an hour'
    : hint
}
