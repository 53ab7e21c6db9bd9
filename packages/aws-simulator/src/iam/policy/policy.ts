import { isOperator, operatorNames, type Condition } from './condition.ts'

/** What a statement names, or all that it does not name. */
export interface Selection {
  readonly patterns: readonly string[]
  readonly isInverted: boolean
}

export interface Statement {
  readonly effect: 'Allow' | 'Deny'
  readonly actions: Selection
  /** Absent in a trust policy, which is about its own role. */
  readonly resources: Selection | undefined
  /** Who is meant, in a trust policy: by the type (`Service`, `AWS`) as written. */
  readonly principals: ReadonlyMap<string, readonly string[]>
  readonly conditions: readonly Condition[]
}

/** A policy document as it is evaluated. */
export interface Policy {
  readonly statements: readonly Statement[]
}

/** What is wrong with a policy document, and where in it. */
export class PolicyError extends Error {
  readonly path: readonly (string | number)[]

  constructor(path: readonly (string | number)[], problem: string) {
    super(problem)
    this.path = path
  }
}

type Path = readonly (string | number)[]

const elements = [
  ...['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource'],
  ...['Condition', 'Principal'],
]

/** Reads a policy document; throws a PolicyError for what IAM refuses or the simulator does not play. */
export function parsePolicy(document: unknown): Policy {
  const { Statement: given, Version: version } = asMapping(document, [])
  if (version !== undefined && version !== '2012-10-17' && version !== '2008-10-17') {
    throw new PolicyError(['Version'], 'The Version of a policy must be "2012-10-17", in quotes.')
  }
  if (Array.isArray(given)) {
    return { statements: given.map((one, index) => parseStatement(one, ['Statement', index])) }
  }
  if (given === undefined) throw new PolicyError([], 'A policy needs a Statement.')
  return { statements: [parseStatement(given, ['Statement'])] }
}

function parseStatement(given: unknown, path: Path): Statement {
  const statement = asMapping(given, path)
  const unknown = Object.keys(statement).find((name) => !elements.includes(name))
  if (unknown !== undefined) {
    const problem = `A statement has no ${unknown}; known are ${elements.join(', ')}.`
    throw new PolicyError([...path, unknown], problem)
  }
  const effect = statement['Effect']
  if (effect !== 'Allow' && effect !== 'Deny') {
    throw new PolicyError([...path, 'Effect'], 'The Effect of a statement must be Allow or Deny.')
  }
  const principals = statement['Principal']
  const actions = parseSelection(statement, 'Action', path)
  const resources = parseSelection(statement, 'Resource', path)
  if (actions === undefined)
    throw new PolicyError(path, 'A statement needs an Action or NotAction.')
  if (resources === undefined && principals === undefined) {
    throw new PolicyError(path, 'A statement needs a Resource or NotResource.')
  }
  checkActions(actions, path)
  return {
    effect,
    actions,
    resources,
    principals: parsePrincipals(principals, [...path, 'Principal']),
    conditions: parseConditions(statement['Condition'], [...path, 'Condition']),
  }
}

function parseSelection(
  statement: Readonly<Record<string, unknown>>,
  name: 'Action' | 'Resource',
  path: Path,
): Selection | undefined {
  const isInverted = statement[`Not${name}`] !== undefined
  if (isInverted && statement[name] !== undefined) {
    throw new PolicyError(path, `A statement has either ${name} or Not${name}.`)
  }
  const key = isInverted ? `Not${name}` : name
  const given = statement[key]
  return given === undefined ? undefined : { patterns: texts(given, [...path, key]), isInverted }
}

function checkActions({ patterns, isInverted }: Selection, path: Path): void {
  const wrong = patterns.find((pattern) => pattern !== '*' && !/^[\w-]+:[\w*?]+$/.test(pattern))
  if (wrong === undefined) return
  const problem = `${wrong} is no action such as ecs:UpdateService.`
  throw new PolicyError([...path, isInverted ? 'NotAction' : 'Action'], problem)
}

function parsePrincipals(given: unknown, path: Path): ReadonlyMap<string, readonly string[]> {
  if (given === undefined) return new Map()
  if (given === '*') return new Map([['*', ['*']]])
  return new Map(
    Object.entries(asMapping(given, path)).map(([type, who]) => [
      type,
      texts(who, [...path, type]),
    ]),
  )
}

function parseConditions(given: unknown, path: Path): readonly Condition[] {
  return Object.entries(asMapping(given ?? {}, path)).flatMap(([operator, keys]) => {
    if (!isOperator(operator)) {
      const known = `Null, ${operatorNames.join(', ')}`
      const problem = `The simulator plays no condition operator ${operator}; known are ${known}.`
      throw new PolicyError([...path, operator], problem)
    }
    return Object.entries(asMapping(keys, [...path, operator])).map(([key, values]) => ({
      operator,
      key,
      values: texts(values, [...path, operator, key]),
    }))
  })
}

function asMapping(value: unknown, path: Path): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    // Narrowed just now: what came from YAML or JSON has text for keys.
    return value as Record<string, unknown>
  }
  throw new PolicyError(path, 'This part of a policy must be a mapping.')
}

/** One text or several; of what YAML takes for something else, the text that JSON has for it. */
function texts(given: unknown, path: Path): readonly string[] {
  const all: readonly unknown[] = Array.isArray(given) ? given : [given]
  return all.map((one) => {
    if (typeof one === 'boolean' || typeof one === 'number') return String(one)
    if (typeof one !== 'string') {
      throw new PolicyError(path, 'This part of a policy must be text or a list of texts.')
    }
    if (/\$\{/.test(one)) {
      throw new PolicyError(path, `The simulator knows no policy variables such as in ${one}.`)
    }
    return one
  })
}
