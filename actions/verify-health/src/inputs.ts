import type { ContextOf, Parsed, Problem, Rule } from '@deploy-actions/action-kit'
import {
  httpCheck,
  httpCheckInputs,
  httpCheckProblems,
  inCluster,
  sameNames,
  schedule,
  scheduleProblems,
  secretsOf,
  serviceCheckProblems,
  serviceChecks,
  type Check,
  type Schedule,
} from '@deploy-actions/checks'
import type { contract } from './contract.ts'

export type Context = ContextOf<typeof contract>

/** The inputs, read and checked. */
export interface Inputs {
  readonly checks: readonly [Check, ...Check[]]
  readonly schedule: Schedule
  /** Undefined for the one that the environment names. */
  readonly region: string | undefined
  readonly dryRun: boolean
}

type Table = (typeof contract)['inputs']

/** Reads the inputs, and masks what is secret in them; throws one error with all that is wrong. */
export function readInputs(context: Context): Inputs {
  const { host } = context
  const parsed = context.parseInputs({
    rules: [
      somethingToCheck,
      ownPlace((name) => host.readInput(name)),
      serviceCheckProblems,
      ({ values }) => namesTwice(values),
      ruleOn(httpCheckProblems),
      ruleOn(scheduleProblems),
    ],
  })
  const { url } = parsed
  const [first, ...others] = [
    ...(url === undefined ? [] : [httpCheck({ ...parsed, url })]),
    ...checksOf(parsed),
  ]
  if (first === undefined)
    throw new Error('The rule on what is needed let a step without check pass.')
  for (const secret of secretsOf([first, ...others])) host.mask(secret)
  const { awsRegion: region, dryRun } = parsed
  return { checks: [first, ...others], schedule: schedule(parsed), region, dryRun }
}

function checksOf({ checks = [], ...own }: Partial<Parsed<Table>>): readonly Check[] {
  const everywhere = [...checks, ...serviceChecks(own)]
  return own.cluster === undefined ? everywhere : inCluster(everywhere, own.cluster)
}

function ruleOn(problems: (values: Partial<Parsed<Table>>) => Iterable<Problem>): Rule<Table> {
  return ({ values }) => [...problems(values)]
}

const kinds = ['url', 'checks', 'services', 'target-groups'] as const

const somethingToCheck: Rule<Table> = ({ given }) => {
  if (kinds.some((name) => given.has(name))) return []
  const message =
    'is required, unless something else is to be checked; allowed: one address here, or checks, services or target-groups'
  return [{ path: 'url', message }]
}

function namesTwice(values: Partial<Parsed<Table>>): readonly Problem[] {
  const message = sameNames(checksOf(values))
  const path = values.checks === undefined ? 'services' : 'checks'
  return message === undefined ? [] : [{ path, message }]
}

/**
 * Either `url` with what belongs to it, or `checks`, in which everything has its own place. The runner
 * gives inputs with a default always: only another value than that was meant.
 */
function ownPlace(read: (name: string) => string | undefined): Rule<Table> {
  return ({ given }) => {
    const own = Object.entries({ url: {}, ...httpCheckInputs }).filter(([name, spec]) => {
      const written = read(name)?.trim() ?? ''
      return written !== '' && !('default' in spec && spec.default === written)
    })
    if (given.has('checks')) {
      const message = 'cannot go with checks; put it into the checks that it is for'
      return own.map(([path]) => ({ path, message }))
    }
    if (given.has('url') || !kinds.some((name) => given.has(name))) return []
    return own.map(([path]) => ({ path, message: 'belongs to url, which is not given' }))
  }
}
