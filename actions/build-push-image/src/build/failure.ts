import { ActionError } from '@deploy-actions/action-kit'
import { causeOf, isPassingError } from './failure-causes.ts'
import type { BuildStep } from './progress.ts'

/** A build that docker gave up. */
export interface FailedBuild {
  /** What docker printed, its end. */
  readonly output: string
  readonly steps: readonly BuildStep[]
}

/** The error of a failed build: the step that failed, its last lines, and what to do. */
export function buildFailure({ output, steps }: FailedBuild): ActionError {
  const failed = steps.findLast(({ hasFailed }) => hasFailed)
  const error = errorIn(output)
  const lines = failed?.lines.slice(-mostLines) ?? []
  const { code, remedy } = causeOf({ error, lines })
  const what =
    failed === undefined
      ? 'The image could not be built and pushed'
      : `The build failed at ${failed.name}`
  const last = lines.map((line) => `\n  ${line}`).join('')
  return new ActionError({
    code,
    message: `${what}: ${error}${last === '' ? '' : `\nIts last lines:${last}`}`,
    remedy,
  })
}

const mostLines = 15

/** Whether a build failed by something that passes: what was built until then is still there. */
export function isPassing({ output }: FailedBuild): boolean {
  return isPassingError(errorIn(output))
}

/** The tags among these that are immutable and in the way, as the registry says; all of them where it names none. */
export function tagsInTheWay(failed: FailedBuild, own: readonly string[]): readonly string[] {
  const error = errorIn(failed.output)
  if (causeOf({ error, lines: [] }).code !== 'conflict') return []
  const words = new Set(error.split(/[^\w.-]+/).map((word) => word.replace(/\.+$/, '')))
  const named = own.filter((tag) => words.has(tag))
  return named.length > 0 ? named : own
}

const prefixes =
  /^(?:failed to build: |failed to solve: |rpc error: code = \w+ desc = |failed to solve with frontend \S+: |failed to create LLB definition: )+/

/** The sentence with which docker ends; some registries answer in several lines. */
function errorIn(output: string): string {
  const [, words = ''] = /.*^(?:ERROR|error): (.+)/ms.exec(output) ?? []
  const lines = (words === '' ? output.trim().split('\n').slice(-1) : words.split('\n'))
    .map((line) => line.trim())
    .slice(0, 3)
  const end = lines.findIndex(
    (line) => line === '' || /^(?:View build details|Learn more)/.test(line),
  )
  const text = lines.slice(0, end < 0 ? undefined : end).join(' ')
  return text.replace(prefixes, '') || 'docker said nothing'
}
