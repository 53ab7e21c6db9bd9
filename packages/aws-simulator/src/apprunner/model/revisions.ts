import { createHash } from 'node:crypto'
import type { Cloud } from '../../cloud/cloud.ts'

/** One revision of something that services share, such as a VPC connector. */
export interface Revision<Settings> {
  readonly name: string
  readonly revision: number
  readonly arn: string
  readonly isActive: boolean
  readonly isLatest: boolean
  readonly createdAt: Date
  readonly settings: Settings
}

/** What a world says of a revision. */
export interface GivenRevision<Settings> {
  readonly name: string
  readonly isActive: boolean
  readonly settings: Settings
}

/** What the account has of one kind, and what is to be thought of others. */
export interface RevisionsOptions<Settings> {
  /** As ARNs call it, such as `vpcconnector`. */
  readonly kind: string
  readonly given: readonly GivenRevision<Settings>[]
  /** The settings of one that nobody declared; undefined where those that are declared are all. */
  readonly undeclared: Settings | undefined
}

/** Named things with revisions, which services refer to by ARNs. */
export class Revisions<Settings> {
  readonly #cloud: Cloud
  readonly #options: RevisionsOptions<Settings>
  readonly #createdAt: Date

  constructor(cloud: Cloud, options: RevisionsOptions<Settings>) {
    this.#cloud = cloud
    this.#options = options
    this.#createdAt = cloud.timeline.now()
  }

  /** Those that are declared, in their order. */
  get all(): readonly Revision<Settings>[] {
    const { given } = this.#options
    return given.map((one, index) => {
      const isSame = (other: GivenRevision<Settings>): boolean => other.name === one.name
      const revision = given.slice(0, index + 1).filter(isSame).length
      const isLatest = !given.slice(index + 1).some((other) => isSame(other) && other.isActive)
      return this.#revision(one, revision, isLatest)
    })
  }

  /** Finds by an ARN; one without a revision means the latest that is active. */
  find(arn: string): Revision<Settings> | undefined {
    const [name = '', revision] = this.#resourceOf(arn)
    const ofName = this.all.filter((one) => one.name === name)
    if (ofName.length > 0) {
      if (revision === undefined) return ofName.findLast(({ isActive }) => isActive)
      return ofName.find((one) => one.revision === Number(revision))
    }
    const { undeclared: settings } = this.#options
    if (settings === undefined || name === '') return undefined
    return this.#revision({ name, isActive: true, settings }, Number(revision ?? 1), true)
  }

  /** Name, revision and id of an ARN of this kind in this account; nothing of any other. */
  #resourceOf(arn: string): readonly string[] {
    const prefix = this.#cloud.arns.of('apprunner', `${this.#options.kind}/`)
    return arn.startsWith(prefix) ? arn.slice(prefix.length).split('/') : []
  }

  #revision(
    { name, isActive, settings }: GivenRevision<Settings>,
    revision: number,
    isLatest: boolean,
  ): Revision<Settings> {
    const { kind } = this.#options
    const text = `${kind}/${name}/${revision}`
    const id = createHash('sha256').update(text).digest('hex').slice(0, 32)
    const arn = this.#cloud.arns.of('apprunner', `${text}/${id}`)
    return { name, revision, arn, isActive, isLatest, createdAt: this.#createdAt, settings }
  }
}
