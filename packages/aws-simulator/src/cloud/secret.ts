/** What a version holds: text or bytes. */
export interface SecretContent {
  readonly text?: string | undefined
  readonly bytes?: Uint8Array | undefined
}

export interface SecretVersion {
  readonly id: string
  readonly content: SecretContent
  readonly createdDate: Date
  /** Staging labels, in the order in which they came. */
  stages: readonly string[]
}

export interface SecretTag {
  readonly Key?: string | undefined
  readonly Value?: string | undefined
}

/** The staging label of the version that readers get. */
export const current = 'AWSCURRENT'
/** The one that AWSCURRENT was moved from. */
export const previous = 'AWSPREVIOUS'

const mostVersions = 100
const keptForMs = 24 * 60 * 60_000

/** A secret with its versions. A staging label is on one version at most. */
export class Secret {
  readonly name: string
  readonly arn: string
  readonly createdDate: Date
  /** The service that manages it, and that alone may write. */
  readonly owningService: string | undefined
  readonly isRotated: boolean
  lastChangedDate: Date
  description: string | undefined
  kmsKeyId: string | undefined
  tags: readonly SecretTag[] = []
  /** A policy document of its own, as text. */
  resourcePolicy: string | undefined
  /** When it is going to be deleted, if that is scheduled. */
  deletedDate: Date | undefined
  readonly #versions = new Map<string, SecretVersion>()

  constructor(
    identity: { readonly name: string; readonly arn: string; readonly createdDate: Date },
    { owningService, isRotated = false }: { owningService?: string; isRotated?: boolean } = {},
  ) {
    this.name = identity.name
    this.arn = identity.arn
    this.createdDate = identity.createdDate
    this.lastChangedDate = identity.createdDate
    this.owningService = owningService
    this.isRotated = isRotated
  }

  /** Oldest first. */
  get versions(): readonly SecretVersion[] {
    return [...this.#versions.values()]
  }

  findVersion(id: string): SecretVersion | undefined {
    return this.#versions.get(id)
  }

  /** The version that a staging label is on. */
  versionIn(stage: string): SecretVersion | undefined {
    return this.versions.find(({ stages }) => stages.includes(stage))
  }

  /**
   * Makes room for one more version: of a hundred, those without a label go, but none that is younger
   * than a day. Returns whether there is room.
   * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html
   */
  makeRoom(nowMs: number): boolean {
    for (const { id, stages, createdDate } of this.versions) {
      if (this.#versions.size < mostVersions) break
      const isOld = nowMs - createdDate.getTime() >= keptForMs
      if (stages.length === 0 && isOld) this.#versions.delete(id)
    }
    return this.#versions.size < mostVersions
  }

  /** Adds a version with just these labels, which no other version has: as it was found. */
  addLabelled(version: Omit<SecretVersion, 'stages'>, stages: readonly string[]): void {
    this.#versions.set(version.id, { ...version, stages })
  }

  /** Adds a version and moves these labels to it; the first version is AWSCURRENT in any case. */
  add(version: Omit<SecretVersion, 'stages'>, stages: readonly string[]): void {
    const all = this.#versions.size === 0 ? new Set([current, ...stages]) : stages
    this.addLabelled(version, [])
    for (const stage of all) this.move(stage, version.id)
  }

  /** Moves a label to a version, or away; what AWSCURRENT leaves becomes AWSPREVIOUS. */
  move(stage: string, toId: string | undefined): void {
    const from = this.versionIn(stage)
    const to = toId === undefined ? undefined : this.#versions.get(toId)
    if (from === to) return
    if (from !== undefined) from.stages = from.stages.filter((one) => one !== stage)
    if (to !== undefined) to.stages = [...to.stages, stage]
    if (stage === current && from !== undefined) this.move(previous, from.id)
  }
}
