/** A value before it is parsed: text from an action's input, or what YAML makes of a nested one. */
export type Raw = string | readonly Raw[] | { readonly [key: string]: Raw }

/** Whether a value is a list. */
export function isList(raw: Raw): raw is readonly Raw[] {
  return Array.isArray(raw)
}

/** One thing that is wrong; `path` is empty where the value itself is meant. */
export interface Problem {
  readonly path: string
  readonly message: string
}

/**
 * Thrown by a spec whose value is wrong. The messages never repeat the value: it may be a secret
 * that was put into the wrong input.
 */
export class InvalidValue extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => `${problem.path} ${problem.message}`).join('; '))
    this.problems = problems
  }
}

/** Ends the parsing of one value with one problem. */
export function invalid(message: string, path = ''): never {
  throw new InvalidValue([{ path, message }])
}

/**
 * Reads each of several named values. Throws {@link InvalidValue} with the problems of all of them, each under
 * its name.
 */
export function parseEach<R extends Raw, T>(
  entries: Iterable<readonly [name: string, raw: R]>,
  read: (raw: R) => T,
): readonly (readonly [name: string, value: T])[] {
  const values: (readonly [string, T])[] = []
  const problems: Problem[] = []
  for (const [name, raw] of entries) {
    try {
      values.push([name, read(raw)])
    } catch (error) {
      if (!(error instanceof InvalidValue)) throw error
      problems.push(...error.problems.map((problem) => under(name, problem)))
    }
  }
  if (problems.length > 0) throw new InvalidValue(problems)
  return values
}

/** The problem as one of the thing that has this name. */
export function under(name: string, { path, message }: Problem): Problem {
  const joint = path === '' || path.startsWith('[') ? '' : '.'
  return { path: `${name}${joint}${path}`, message }
}

/** What all inputs have in common. */
export interface InputOptions {
  readonly description: string
  /** As written in action.yml. An input that has one can not be empty. */
  readonly default?: string
  /** Must be given. */
  readonly required?: boolean
  /** The value is masked before anything is printed. */
  readonly sensitive?: boolean
  /** Taken as written: references to variables in it are none. */
  readonly isLiteral?: boolean
}

/**
 * Puts values in the place of references such as `${name}`, in texts as they stand after parsing, so that
 * a value can never change what is around it. Throws {@link InvalidValue} for a name that is not known.
 */
export type Fill = (text: string) => string

/** Leaves texts as they are. */
export const asWritten: Fill = (text) => text

/** One row of an action's table of inputs: how to document it and how to read it. */
export interface InputSpec<T> extends InputOptions {
  /** The type as documentation names it: `bool`, `duration`, `enum` … */
  readonly type: string
  /** Values that are allowed, where they are few. */
  readonly allowed?: readonly string[]
  /**
   * Why an empty value is wrong, for an input that may be left out. It is told where the two differ: in
   * a nested mapping. The runner gives an action's own input as empty text when it is left out.
   */
  readonly emptyIsWrong?: string
  /** Turns a value that is not empty into what the code works with; throws {@link InvalidValue}. */
  readonly parse: (raw: Raw, fill?: Fill) => T
}

/** A table of inputs: input name (kebab-case) to its spec. */
export type InputTable = Readonly<Record<string, InputSpec<unknown>>>

type CamelCase<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : S

type Value<S> =
  S extends InputSpec<infer T>
    ? S extends { readonly default: string } | { readonly required: true }
      ? T
      : T | undefined
    : never

/** What parsing a table gives: one camelCase property for each input. */
export type Parsed<Table extends InputTable> = {
  readonly [Name in keyof Table & string as CamelCase<Name>]: Value<Table[Name]>
}
