import { DeadlineError, poll, untilDeadline, type AwsClients } from '@deploy-actions/aws'
import { placeOfLog, whyUnread, type ContainerOfTask } from './log-place.ts'
import { readStreamEnd } from './log-stream.ts'

/** The last lines that a container wrote, or why they cannot be shown. */
export interface LogTail {
  readonly container: string
  readonly lines: readonly string[]
  /** Why there are no lines. */
  readonly note?: string
  readonly url?: string | undefined
}

/** Which container of which task. */
export interface LogSource extends ContainerOfTask {
  /** When the task ended, in milliseconds since the epoch: the lines of what has just ended may still come. */
  readonly endedAt?: number
  /** A path whose requests are to be among the lines, also when they are not the last. */
  readonly mentions?: string | undefined
}

const tailLength = 20
/** Among so many lines a path is looked for that is to be mentioned, and of those that do, so many are shown. */
const searchedLength = 200
const mentionsLength = 8
/** Log events arrive late: the last line of a crash may need some seconds. */
const patienceMs = 10_000
const arrivedAfterMs = 3_000
/** An answer that does not come by then is not waited for. */
const answerWithinMs = 15_000

/** Reads the last lines of a container from CloudWatch Logs. A failure to read is only noted. */
export async function readLogTail(
  clients: AwsClients,
  source: LogSource,
  signal: AbortSignal,
): Promise<LogTail> {
  const { container } = source
  const place = placeOfLog(source)
  if ('obstacle' in place) return { container, lines: [], note: place.obstacle }
  const { url, group } = place
  try {
    const limit = source.mentions === undefined ? tailLength : searchedLength
    const lines = await untilDeadline(signal, Date.now() + answerWithinMs, (limited) =>
      readArrived(() => readStreamEnd(clients, place, { limit, signal: limited }), source, limited),
    )
    return lines.length === 0
      ? { container, lines, note: `${container} wrote nothing to the log group ${group}.`, url }
      : { container, lines: pick(lines, source.mentions), url }
  } catch (error) {
    if (signal.aborted) throw error
    return { container, lines: [], note: whyUnread(place, error), url }
  }
}

/** Looks until there are lines, and once more where the container has only just ended; none where there never were any. */
async function readArrived(
  read: () => Promise<readonly string[] | undefined>,
  { endedAt = 0 }: LogSource,
  signal: AbortSignal,
): Promise<readonly string[]> {
  let before: readonly string[] | undefined
  const look = async (): Promise<readonly string[] | undefined> => {
    const lines = await read()
    const isWhole = Date.now() - endedAt >= arrivedAfterMs || before?.at(-1) === lines?.at(-1)
    before = lines ?? before ?? []
    return isWhole ? lines : undefined
  }
  const deadline = Date.now() + patienceMs
  try {
    return await poll(look, { signal, deadline, delayMs: (looks) => looks * 1_000 })
  } catch (error) {
    if (before !== undefined && error instanceof DeadlineError) return before
    throw error
  }
}

/** The last lines, with those before that mention what is looked for. */
function pick(lines: readonly string[], mentions: string | undefined): readonly string[] {
  if (mentions === undefined) return lines.slice(-tailLength)
  const last = lines.slice(-(tailLength - mentionsLength))
  const earlier = lines.slice(0, -last.length).filter((line) => line.includes(mentions))
  return [...earlier.slice(-mentionsLength), ...last]
}

/** The end of a log as it is quoted in a message, each line behind a bar; or why there is none. */
export function quoteLog(log: LogTail | undefined): readonly string[] {
  if (log === undefined) return []
  if (log.note !== undefined) return [log.note]
  return [`Last lines of ${log.container}:`, ...log.lines.map((line) => `  | ${line}`)]
}
