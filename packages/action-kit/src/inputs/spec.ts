/** A value before it is parsed: text from an action's input, or what YAML makes of a nested one. */
export type Raw = string | readonly Raw[] | { readonly [key: string]: Raw }

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

/** What all inputs have in common. */
export interface InputOptions {
  readonly description: string
  /** As written in action.yml. An input that has one can not be empty. */
  readonly default?: string
  /** Must be given. */
  readonly required?: boolean
  /** The value is masked before anything is printed. */
  readonly sensitive?: boolean
}

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
  readonly parse: (raw: Raw) => T
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
