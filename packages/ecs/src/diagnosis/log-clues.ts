import type { FailureCode } from '@deploy-actions/action-kit'
import { portRemedy } from './classes/containers.ts'
import type { LogTail } from './log-tail.ts'
import type { TaskDeath } from './task-death.ts'

/** What the last lines of a container that ended by itself give away, where ECS knows no more than a code. */
interface LogClue {
  readonly pattern: RegExp
  /** One clause for the headline. */
  readonly meaning: string
  readonly code?: FailureCode
  readonly remedy: string
}

/** Words of kernels and runtimes, not of applications. */
const clues: readonly LogClue[] = [
  {
    pattern: /exec format error/i,
    meaning: 'its image was built for another processor',
    code: 'image',
    remedy:
      'Build the image for the platform of the task (docker buildx build --platform linux/amd64), or set cpuArchitecture in runtimePlatform of the task definition to what it was built for.',
  },
  {
    pattern: /\bEADDRINUSE\b|address already in use/i,
    meaning: 'its port is in use already',
    remedy: portRemedy,
  },
  {
    pattern: /\bENOSPC\b|no space left on device/i,
    meaning: 'the disk of the task is full',
    remedy: 'Raise ephemeralStorage of the task, or let the application write less to its disk.',
  },
  {
    pattern: /JavaScript heap out of memory|java\.lang\.OutOfMemoryError|^MemoryError\b/,
    meaning: 'its runtime had no memory left',
    remedy:
      'Raise memory of the task and the heap of the runtime with it (--max-old-space-size, -XX:MaxRAMPercentage), or find what uses it.',
  },
]

const unexplained: ReadonlySet<TaskDeath['kind']> = new Set(['crash', 'command'])

/** The clue in the log of the container that died, if there is one. */
export function findClue(death: TaskDeath, log: LogTail | undefined): LogClue | undefined {
  if (log === undefined || log.container !== death.container || !unexplained.has(death.kind)) {
    return undefined
  }
  return clues.find(({ pattern }) => log.lines.some((line) => pattern.test(line)))
}
