/** An answer of a registry, ready to be sent. */
export interface RegistryAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** A refusal of the distribution protocol: a code of its specification, and what it says. */
export class RegistryError extends Error {
  readonly status: number
  readonly code: string
  readonly details: readonly unknown[]
  readonly headers: Readonly<Record<string, string>>

  constructor(
    code: string,
    message: string,
    about: {
      readonly status: number
      /** What it is about; an error for each. */
      readonly details?: readonly unknown[]
      readonly headers?: Readonly<Record<string, string>>
    },
  ) {
    super(message)
    this.name = 'RegistryError'
    this.code = code
    this.status = about.status
    this.details = about.details ?? [undefined]
    this.headers = about.headers ?? {}
  }

  /** As the distribution protocol writes it. */
  get answer(): RegistryAnswer {
    const { code, message, details, status, headers } = this
    const errors = details.map((detail) => ({
      code,
      message,
      ...(detail !== undefined && { detail }),
    }))
    const answer = jsonAnswer(status, { errors })
    return { ...answer, headers: { ...answer.headers, ...headers } }
  }
}

/** An answer that is JSON. */
export function jsonAnswer(status: number, body: object): RegistryAnswer {
  const headers = { 'Content-Type': 'application/json; charset=utf-8' }
  return { status, headers, body: Buffer.from(`${JSON.stringify(body)}\n`) }
}

/** An answer that has headers only. */
export function emptyAnswer(
  status: number,
  headers: Readonly<Record<string, string>>,
): RegistryAnswer {
  return { status, headers, body: Buffer.alloc(0) }
}
