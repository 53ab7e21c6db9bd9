import { call, type AwsClients } from '@deploy-actions/aws'
import { isMissing } from './log-place.ts'
import { redact } from './redact.ts'

/** A stream of CloudWatch Logs. */
export interface LogStream {
  readonly region: string | undefined
  readonly group: string
  readonly stream: string
}

/** A page may be empty although there are lines; so many more are looked at. */
const furtherPages = 3
/** Characters of a line that are shown. */
const longestLine = 1_000
/** Of a line that are looked through for secrets, which takes the longer the more there are. */
const longestRead = 4_000

/**
 * Reads the last lines of a stream, at most `limit`, without colours and secrets: undefined while there is no
 * such stream, or nothing in it. Throws what `call` throws, also where the group is missing.
 */
export async function readStreamEnd(
  clients: AwsClients,
  { region, group, stream }: LogStream,
  { limit, signal }: { readonly limit: number; readonly signal: AbortSignal },
): Promise<readonly string[] | undefined> {
  // Loaded on demand, as the client is: only a failed deployment needs it.
  const { GetLogEventsCommand } = await import('@aws-sdk/client-cloudwatch-logs')
  const client = await clients.logs(region)
  const input = { logGroupName: group, logStreamName: stream, limit }
  let nextToken: string | undefined
  try {
    for (let page = 0; page <= furtherPages; page++) {
      const command = new GetLogEventsCommand({ ...input, ...(nextToken && { nextToken }) })
      const { events = [], nextBackwardToken } = await call(client, command, { signal })
      if (events.length > 0) return events.flatMap(({ message = '' }) => readableLines(message))
      if (nextBackwardToken === undefined || nextBackwardToken === nextToken) return undefined
      nextToken = nextBackwardToken
    }
  } catch (error) {
    if (!isMissing(error, 'log stream')) throw error
  }
  return undefined
}

/** What a log event says, without colours and secrets, and not too long; an event may hold several lines. */
export function readableLines(message: string): readonly string[] {
  // eslint-disable-next-line no-control-regex -- colours, which nobody sees in a summary
  const text = message.replace(/\u001B\[[\d;]*[A-Za-z]/g, '').trimEnd()
  const plain = redact(text.length > longestRead ? beginningOf(text) : text)
  const shown =
    plain.length > longestLine || text.length > longestRead
      ? `${plain.slice(0, longestLine)} …`
      : plain
  return shown.split(/\r\n|\n|\r/)
}

/** Without its last word, which may be one half of a secret that has no secret's form any more. */
function beginningOf(text: string): string {
  return text.slice(0, longestRead).replace(/\S{1,100}$/, '')
}
