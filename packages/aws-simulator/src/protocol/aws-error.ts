/** An answer of a service that refuses: the error's shape name, its HTTP status and further members. */
export class AwsError extends Error {
  readonly status: number
  readonly members: Readonly<Record<string, unknown>>

  constructor(
    name: string,
    message: string,
    { status = 400, members = {} }: { status?: number; members?: Record<string, unknown> } = {},
  ) {
    super(message)
    this.name = name
    this.status = status
    this.members = members
  }
}
