import { ActionError } from '../errors.ts'
import { nearest } from './nearest.ts'
import {
  asWritten,
  InvalidValue,
  under,
  type Fill,
  type InputSpec,
  type InputTable,
  type Parsed,
  type Problem,
  type Raw,
} from './spec.ts'

/** What a rule over several inputs can see. */
export interface Given<Table extends InputTable> {
  /** Inputs that are not empty, be they right or wrong. */
  readonly given: ReadonlySet<keyof Table & string>
  /** Inputs that are wrong by themselves: what they were meant to be is not known. */
  readonly failed: ReadonlySet<keyof Table & string>
  /** What could be parsed. */
  readonly values: Partial<Parsed<Table>>
}

/** A rule over several inputs; it gives a problem for each that breaks it. */
export type Rule<Table extends InputTable> = (inputs: Given<Table>) => readonly Problem[]

/** How to read the inputs of an action besides what their table says. */
export interface ParseOptions<Table extends InputTable> {
  /** Rules over several inputs. */
  readonly rules?: readonly Rule<Table>[]
  /** Puts variables into every input that is not literal. */
  readonly fill?: Fill | undefined
}

/**
 * Reads all inputs of an action. `read` gives the text of an input, undefined when it was not set.
 * Throws one `input` error with the problems of all inputs and rules together.
 */
export function parseInputs<Table extends InputTable>(
  table: Table,
  read: (name: string) => string | undefined,
  { rules = [], fill = asWritten }: ParseOptions<Table> = {},
): Parsed<Table> {
  const fields = readFields(table, read, fill)
  const given = new Set<keyof Table & string>(fields.given)
  const failed = new Set<keyof Table & string>(fields.failed)
  // Rules see what could be parsed; the cast only says so to the compiler.
  const values = fields.values as Partial<Parsed<Table>>
  const problems = [...fields.problems, ...rules.flatMap((rule) => rule({ given, failed, values }))]
  if (problems.length > 0) throw inputError(problems)
  // Without problems every property of the table is there, as readFields put it.
  return fields.values as Parsed<Table>
}

/** An `input` error that lists all problems, each behind the name of its input. */
export function inputError(problems: readonly Problem[]): ActionError {
  const lines = problems.map((problem) => `${problem.path}: ${problem.message}`)
  const [only] = lines
  return new ActionError({
    code: 'input',
    message:
      lines.length === 1 && only !== undefined
        ? `Input ${only}.`
        : `${lines.length} things are wrong with the inputs:\n${lines.map((line) => `  - ${line}`).join('\n')}`,
    remedy: 'Correct the inputs named above in the workflow. Nothing was changed.',
  })
}

/**
 * Parses one mapping of a nested YAML input by a table, as an action's own inputs are parsed and filled.
 * Throws {@link InvalidValue} with all problems; an unknown key names the nearest known one.
 */
export function parseMapping<Table extends InputTable>(
  table: Table,
  raw: Raw,
  fill: Fill = asWritten,
): Parsed<Table> {
  if (typeof raw === 'string' || Array.isArray(raw)) {
    throw new InvalidValue([{ path: '', message: `must be a mapping with: ${keysOf(table)}` }])
  }
  const mapping = raw as Readonly<Record<string, Raw>> // neither text nor list: see Raw
  const known = Object.keys(table)
  const unknown = Object.keys(mapping).filter((key) => !known.includes(key))
  const fields = readFields(table, (name) => mapping[name], fill)
  const problems = [
    ...unknown.map((key) => unknownKey(key, known)),
    ...emptyValues(table, mapping),
    ...fields.problems,
  ]
  if (problems.length > 0) throw new InvalidValue(problems)
  // Without problems every property of the table is there, as readFields put it.
  return fields.values as Parsed<Table>
}

interface Fields {
  readonly values: Record<string, unknown>
  readonly given: string[]
  readonly failed: string[]
  readonly problems: Problem[]
}

function readFields(
  table: InputTable,
  read: (name: string) => Raw | undefined,
  fill: Fill,
): Fields {
  const fields: Fields = { values: {}, given: [], failed: [], problems: [] }
  for (const [name, spec] of Object.entries(table)) {
    const raw = read(name)
    if (raw !== undefined && !isEmpty(raw)) fields.given.push(name)
    try {
      fields.values[camelCase(name)] = readField(spec, raw, spec.isLiteral ? asWritten : fill)
    } catch (error) {
      if (!(error instanceof InvalidValue)) throw error
      fields.failed.push(name)
      fields.problems.push(...error.problems.map((problem) => under(name, problem)))
    }
  }
  return fields
}

function readField(spec: InputSpec<unknown>, raw: Raw | undefined, fill: Fill): unknown {
  if (raw === undefined || isEmpty(raw)) {
    if (spec.required) throw new InvalidValue([{ path: '', message: 'is required' }])
    if (spec.default === undefined) return undefined
    // The runner applies defaults; here only a step that was started by hand comes without them.
    if (raw === undefined) return spec.parse(spec.default)
    const leave = `leave it out for the default (${spec.default})`
    const allowed = spec.allowed ? `; allowed: ${spec.allowed.join(', ')}` : ''
    throw new InvalidValue([{ path: '', message: `is empty: ${leave}${allowed}` }])
  }
  return spec.parse(raw, fill)
}

function emptyValues(
  table: InputTable,
  mapping: Readonly<Record<string, Raw>>,
): readonly Problem[] {
  return Object.entries(table).flatMap(([path, { emptyIsWrong }]) => {
    const raw = mapping[path]
    const isWrong = emptyIsWrong !== undefined && raw !== undefined && isEmpty(raw)
    return isWrong ? [{ path, message: emptyIsWrong }] : []
  })
}

function isEmpty(raw: Raw): boolean {
  return typeof raw === 'string' && raw.trim() === ''
}

function unknownKey(key: string, known: readonly string[]): Problem {
  const guess = nearest(key, known)
  const hint = guess === undefined ? `; allowed: ${known.join(', ')}` : ` (did you mean ${guess}?)`
  return { path: key, message: `is not known${hint}` }
}

function keysOf(table: InputTable): string {
  return Object.keys(table).join(', ')
}

/** `task-definition` as `taskDefinition`: the property that carries the input of that name. */
export function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
