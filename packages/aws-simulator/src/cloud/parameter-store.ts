import type { WorldParameter } from '../world/world-identity.ts'
import type { SecretTag } from './secret.ts'

export type ParameterType = NonNullable<WorldParameter['type']>

/** A parameter of Systems Manager, in its latest version. */
export interface Parameter {
  readonly name: string
  readonly type: ParameterType
  readonly value: string
  readonly version: number
  readonly lastModifiedDate: Date
  readonly description?: string | undefined
  readonly keyId?: string | undefined
  readonly tags: readonly SecretTag[]
}

/** The parameters of Systems Manager, with the versions that they had before. */
export class ParameterStore {
  readonly #histories = new Map<string, Parameter[]>()

  constructor(parameters: readonly WorldParameter[], now: Date) {
    for (const { name, value, type = 'String' } of parameters) {
      this.put({ name, value, type, version: 1, lastModifiedDate: now, tags: [] })
    }
  }

  /** The latest versions, by name. */
  get all(): readonly Parameter[] {
    return [...this.#histories.values()]
      .flatMap((history) => history.slice(-1))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  }

  /** Finds a parameter by its name, in its latest version unless another is given. */
  find(name: string, version?: number): Parameter | undefined {
    const history = this.#histories.get(name)
    if (version === undefined) return history?.at(-1)
    return history?.find((parameter) => parameter.version === version)
  }

  /** Adds a parameter, or a version to the one of this name. */
  put(parameter: Parameter): void {
    this.#histories.set(parameter.name, [...(this.#histories.get(parameter.name) ?? []), parameter])
  }

  /** Changes the tags of a parameter, which versions do not have of their own. */
  tag(name: string, tags: readonly SecretTag[]): void {
    const history = this.#histories.get(name) ?? []
    this.#histories.set(
      name,
      history.map((parameter) => ({ ...parameter, tags })),
    )
  }

  delete(name: string): void {
    this.#histories.delete(name)
  }
}

/** Where a name leads: also an ARN's, or one whose leading slash the ARN has swallowed. */
export function parameterNames(reference: string): readonly string[] {
  const name = reference.replace(/^arn:[^:]+:ssm:[^:]*:[^:]*:parameter(?=\/)/, '')
  return reference.startsWith('arn:') ? [name, name.slice(1)] : [name]
}
