import { describe, expect, it } from 'vitest'
import { LogFollower } from '../src/index.ts'
import { withLogs, type Answer, type Asked } from './logs-server.ts'

const place = {
  container: 'api',
  group: '/ecs/api',
  stream: 'ecs/api/1',
  region: undefined,
  resource: 'arn:aws:logs:us-east-1:1:log-group:/ecs/api:*',
  url: undefined,
}

const event = (timestamp: number, message: string) => ({
  timestamp,
  message,
  ingestionTime: timestamp,
})
const page = (nextForwardToken: string, ...events: readonly object[]) => ({
  events,
  nextForwardToken,
})

type Log = Readonly<Record<string, Answer | readonly Answer[]>>

/** The key of what is asked: the token, or where to begin. */
function keyOf({ nextToken, startTime }: Asked): string {
  return nextToken ?? (startTime === undefined ? 'head' : `from ${startTime}`)
}

/** Answers of a log by what is asked; several are given one after the other, the last one again and again. */
function answering(log: Log): (asked: Asked) => Answer {
  const times = new Map<string, number>()
  return (asked) => {
    const key = keyOf(asked)
    const found = [log[key]].flat()
    const time = times.get(key) ?? 0
    times.set(key, time + 1)
    return found[Math.min(time, found.length - 1)]
  }
}

/** What a follower has read after so many looks. */
function readAll(log: Log, looks: number) {
  return withLogs(answering(log), async (clients) => {
    const follower = new LogFollower(clients, place)
    const lines: string[] = []
    const ends: boolean[] = []
    for (let look = 0; look < looks; look++) {
      const read = await follower.readPage(new AbortController().signal)
      lines.push(...read.lines.map(({ text }) => text))
      ends.push(read.isEnd)
    }
    return { lines, ends, trouble: follower.trouble, isReadable: follower.isReadable }
  })
}

const group = 'ResourceNotFoundException: The specified log group does not exist.'
const stream = 'ResourceNotFoundException: The specified log stream does not exist.'
const expired = 'InvalidParameterException: The specified nextToken is invalid.'

describe('a log that is followed', () => {
  it.each<readonly [string, { log: Log; looks: number; lines: readonly string[] }]>([
    [
      'is read page after page, empty ones as well',
      {
        log: {
          head: page('f/1', event(1, 'one')),
          'f/1': page('f/2'),
          'f/2': page('f/3', event(2, 'two')),
          'f/3': page('f/3'),
        },
        looks: 5,
        lines: ['one', 'two'],
      },
    ],
    [
      'is read on behind its end, once more is there',
      {
        log: {
          head: page('f/1', event(1, 'one')),
          'f/1': [page('f/1'), page('f/1'), page('f/2', event(9, 'two'))],
          'f/2': page('f/2'),
        },
        looks: 5,
        lines: ['one', 'two'],
      },
    ],
    [
      'is waited for while its stream is not there',
      { log: { head: [stream, stream, page('f/1', event(1, 'one'))] }, looks: 3, lines: ['one'] },
    ],
    [
      'is asked again where CloudWatch fails',
      {
        log: {
          head: ['ServerException: oh', page('f/1', event(1, 'one'))],
          'f/1': ['ThrottlingException: slower', page('f/2', event(2, 'two'))],
        },
        looks: 4,
        lines: ['one', 'two'],
      },
    ],
    [
      'is read from its newest line on once a token has expired, and nothing of it twice',
      {
        log: {
          head: page('f/3', event(1, 'one'), event(5, 'two'), event(5, 'three')),
          'f/3': expired,
          'from 5': page(
            'f/9',
            event(5, 'two'),
            event(5, 'three'),
            event(5, 'four'),
            event(6, 'five'),
          ),
          'f/9': page('f/9'),
        },
        looks: 4,
        lines: ['one', 'two', 'three', 'four', 'five'],
      },
    ],
    [
      'hides passwords in addresses and tokens that say what they are, and nothing else',
      {
        log: {
          head: page(
            'f/1',
            event(1, 'postgresql://app:Hn72canary9@db/app'),
            event(2, 'token ghp_abcdefghijklmnopqrstuvwxyz0123456789AB'),
            event(3, 'revision 4b1c9f2a7d3e8b6c5a0f1e2d3c4b5a69'),
          ),
        },
        looks: 1,
        lines: [
          'postgresql://app:***@db/app',
          'token ***',
          'revision 4b1c9f2a7d3e8b6c5a0f1e2d3c4b5a69',
        ],
      },
    ],
    [
      'gives an event of several lines as lines',
      {
        log: { head: page('f/1', event(1, 'a\nb\r\nc\rd\n')) },
        looks: 1,
        lines: ['a', 'b', 'c', 'd'],
      },
    ],
  ])('%s', async (_, { log, looks, lines }) => {
    const read = await readAll(log, looks)
    expect(read.lines).toEqual(lines)
    expect(read.isReadable).toBe(true)
    expect(read.trouble).toBeUndefined()
  })

  it('is at its end when the same token comes back', async () => {
    const { ends } = await readAll({ head: page('f/1', event(1, 'one')), 'f/1': page('f/1') }, 2)
    expect(ends).toEqual([false, true])
  })

  it.each<readonly [string, Answer, { isReadable: boolean; trouble: RegExp }]>([
    ['a group that is not there', group, { isReadable: true, trouble: /no log group \/ecs\/api/ }],
    ['no answer', 'ServerException: oh', { isReadable: true, trouble: /did not answer.*missing/ }],
    [
      'a refusal',
      'AccessDeniedException: no',
      { isReadable: false, trouble: /"logs:GetLogEvents".*log-group:\/ecs\/api:\*/ },
    ],
    [
      'what cannot be asked',
      expired,
      { isReadable: false, trouble: /could not be read: .*invalid/ },
    ],
  ])('tells of %s', async (_, answer, { isReadable, trouble }) => {
    const read = await readAll({ head: answer }, 2)
    expect(read.isReadable).toBe(isReadable)
    expect(read.trouble).toMatch(trouble)
  })

  it('is read at once, however long a line is', async () => {
    const begun = performance.now()
    const endless = ['eyJ-', 'a-', 'a://', 'sk_live_'].map((part) => part.repeat(32 * 1024))
    await readAll({ head: page('f/1', ...endless.map((line) => event(1, line))) }, 1)
    expect(performance.now() - begun).toBeLessThan(5_000)
  })

  it('is left when the reader goes, and read from there the next time', async () => {
    const log = answering({ head: [undefined, page('f/1', event(1, 'one'))] })
    await withLogs(log, async (clients) => {
      const follower = new LogFollower(clients, place)
      const leaving = AbortSignal.abort(new Error('gone'))
      expect(await follower.readPage(leaving)).toMatchObject({ lines: [], isAnswered: false })
      const soon = new AbortController()
      const read = follower.readPage(soon.signal)
      setTimeout(() => soon.abort(), 50)
      expect(await read).toMatchObject({ lines: [], isAnswered: false })
      const { lines } = await follower.readPage(new AbortController().signal)
      expect(lines.map(({ text }) => text)).toEqual(['one'])
    })
  })
})
