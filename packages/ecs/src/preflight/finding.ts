import type { FailureCode } from '@deploy-actions/action-kit'

/** What kind of thing a finding is about; it decides which failure a step ends with. */
export type FindingKind =
  | 'definition'
  | 'secret'
  | 'image'
  | 'log-group'
  | 'role'
  | 'permission'
  | 'service'
  | 'capacity'

/** Where something stands in a task definition. */
export interface Place {
  /** Family of the definition, or name of the service. */
  readonly definition: string
  /** Undefined for what concerns the whole task. */
  readonly container?: string | undefined
  /** Path in the definition, such as `containerDefinitions[0].secrets[2].valueFrom`. */
  readonly field: string
  /** Name of the environment variable, where it is one. */
  readonly variable?: string | undefined
}

/** Something that a look at the world brought to light, before anything was changed. */
export interface Finding {
  /**
   * `error`: it cannot work. `warning`: it works, and is probably not meant. `not-checked`: nobody could be
   * asked.
   */
  readonly severity: 'error' | 'warning' | 'not-checked'
  readonly kind: FindingKind
  readonly place: Place
  /** What is wrong, as a whole sentence. */
  readonly problem: string
  /** What exists instead, as whole sentences; may be empty. */
  readonly instead: string
  /** What to do about it, as a whole sentence. */
  readonly remedy: string
}

const codes: Readonly<Record<FindingKind, FailureCode>> = {
  definition: 'input',
  secret: 'secret',
  image: 'image',
  'log-group': 'preflight',
  role: 'preflight',
  permission: 'preflight',
  service: 'preflight',
  capacity: 'capacity',
}

/** The failure that findings amount to: that of their root cause where they are all of a kind that has one. */
export function failureCodeOf(findings: readonly Finding[]): FailureCode {
  const found = new Set(findings.map(({ kind }) => codes[kind]))
  const [only = 'preflight', ...others] = found
  if (others.length === 0) return only
  return (
    (['input', 'secret', 'image', 'capacity'] as const).find((code) => found.has(code)) ??
    'preflight'
  )
}

/** A finding in one paragraph, for a log or an error. */
export function describeFinding({ kind, place, problem, instead, remedy }: Finding): string {
  // The rules of definitions word what is wrong with a field as what follows its name.
  if (kind === 'definition') {
    const where = place.container === undefined ? '' : `container ${place.container}: `
    return `${where}${place.field} ${problem}`
  }
  const sentences = [sentence(problem), sentence(instead), remedy].filter((part) => part !== '')
  return `${describePlace(place)}: ${sentences.join(' ')}`
}

/** Words of AWS come with and without their full stop. */
function sentence(words: string): string {
  return words === '' || /[.!?]$/.test(words) ? words : `${words}.`
}

/** A place in words: `api-production, container api, DATABASE_URL (containerDefinitions[0].…)`. */
export function describePlace({ definition, container, variable, field }: Place): string {
  const parts = [
    definition,
    ...(container === undefined ? [] : [`container ${container}`]),
    ...(variable === undefined ? [] : [variable]),
  ]
  return `${parts.join(', ')} (${field})`
}

/** What a finding says, apart from where and of which kind. */
export type Verdict = Omit<Finding, 'kind' | 'place'>

/** That something could not be checked, and why. */
export function notChecked(
  what: string,
  { message, remedy }: { readonly message: string; readonly remedy: string },
): Verdict {
  return { severity: 'not-checked', problem: `${what}: ${message}`, instead: '', remedy }
}
