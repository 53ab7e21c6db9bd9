import type { ContextOf, Parsed, Problem, Rule } from '@deploy-actions/action-kit'
import {
  httpCheck,
  httpCheckInputs,
  httpCheckProblems,
  schedule,
  scheduleProblems,
  secretsOf,
  type Check,
  type Schedule,
} from '@deploy-actions/checks'
import type { contract } from './contract.ts'

export type Context = ContextOf<typeof contract>

/** The inputs, read and checked. */
export interface Inputs {
  readonly checks: readonly [Check, ...Check[]]
  readonly schedule: Schedule
  readonly dryRun: boolean
}

type Table = (typeof contract)['inputs']

/** Reads the inputs, and masks what is secret in them; throws one error with all that is wrong. */
export function readInputs(context: Context): Inputs {
  const { host } = context
  const parsed = context.parseInputs([
    oneOrMany((name) => host.readInput(name)),
    ruleOn(httpCheckProblems),
    ruleOn(scheduleProblems),
  ])
  const [first, ...others] = checksOf(parsed)
  if (first === undefined)
    throw new Error('The rule on url and checks let a step without check pass.')
  for (const secret of secretsOf([first, ...others])) host.mask(secret)
  return { checks: [first, ...others], schedule: schedule(parsed), dryRun: parsed.dryRun }
}

function checksOf(parsed: Parsed<Table>): readonly Check[] {
  const { url } = parsed
  return url === undefined ? (parsed.checks ?? []) : [httpCheck({ ...parsed, url })]
}

function ruleOn(problems: (values: Partial<Parsed<Table>>) => Iterable<Problem>): Rule<Table> {
  return ({ values }) => [...problems(values)]
}

/**
 * Either `url` with what belongs to it, or `checks`, in which everything has its own place. The runner
 * gives inputs with a default always: only another value than that was meant.
 */
function oneOrMany(read: (name: string) => string | undefined): Rule<Table> {
  return ({ given }) => {
    if (!given.has('checks')) {
      const message = 'is required; allowed: one address here, or several in checks'
      return given.has('url') ? [] : [{ path: 'url', message }]
    }
    const message = 'cannot go with checks; put it into the checks that it is for'
    const own = Object.entries({ url: {}, ...httpCheckInputs }).filter(([name, spec]) => {
      const written = read(name)?.trim() ?? ''
      return written !== '' && !('default' in spec && spec.default === written)
    })
    return own.map(([path]) => ({ path, message }))
  }
}
