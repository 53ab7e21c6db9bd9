import { createHash } from 'node:crypto'
import type { Tag } from '@aws-sdk/client-apprunner'
import type { Cloud } from '../../cloud/cloud.ts'
import { invalidRequest, notFound, quotaExceeded } from '../refusals.ts'
import type { ServiceConfiguration } from './configuration.ts'
import type { AppRunnerService } from './service.ts'

/** What a new service is given. */
export interface NewService {
  readonly name: string
  readonly configuration: ServiceConfiguration
  readonly tags: readonly Tag[]
  readonly kmsKey: string | undefined
  /** Otherwise App Runner makes one. */
  readonly id?: string | undefined
  /** The first label of its address; otherwise it is made of the name. */
  readonly subdomain?: string | undefined
}

/** App Runner endpoints and quotas: services of an account in a Region. */
const defaultQuota = 30

/** The services of the account, the deleted ones among them. */
export class Services {
  readonly #cloud: Cloud
  readonly #quota: number
  readonly #services: AppRunnerService[] = []

  constructor(cloud: Cloud, quota = defaultQuota) {
    this.#cloud = cloud
    this.#quota = quota
  }

  /** Oldest first. */
  get all(): readonly AppRunnerService[] {
    return this.#services
  }

  /** Those that have not been deleted. */
  get existing(): readonly AppRunnerService[] {
    return this.#services.filter(({ status }) => status !== 'DELETED')
  }

  /** Throws InvalidRequestException for a name that is taken, ServiceQuotaExceededException. */
  add({ name, configuration, tags, kmsKey, ...given }: NewService): AppRunnerService {
    // The words of the service: https://github.com/hashicorp/terraform-provider-aws (resource apprunner_service).
    if (this.existing.some((service) => service.name === name)) {
      throw invalidRequest(`Service with the provided name already exists: ${name}.`)
    }
    if (this.existing.length >= this.#quota) throw quotaExceeded('services', this.#quota)
    const { arns, ids, timeline } = this.#cloud
    const id = given.id ?? ids.hex32()
    const added: AppRunnerService = {
      name,
      id,
      arn: arns.of('apprunner', `service/${name}/${id}`),
      url: (given.subdomain ?? this.#subdomainOf(name)) + this.#domain,
      createdAt: timeline.now(),
      updatedAt: timeline.now(),
      deletedAt: undefined,
      kmsKey,
      operations: [],
      status: 'OPERATION_IN_PROGRESS',
      configuration,
      tags,
      image: undefined,
      instance: undefined,
    }
    this.#services.push(added)
    return added
  }

  /** Finds a service by its ARN, a deleted one too; throws ResourceNotFoundException. */
  require(arn = ''): AppRunnerService {
    const found = this.#services.find((service) => service.arn === arn)
    if (found === undefined) throw notFound(arn)
    return found
  }

  /** Whether a host can only be that of a service. */
  isAddress(host: string): boolean {
    return host.endsWith(this.#domain)
  }

  /** Finds the service that answers at a host. */
  findByHost(host: string): AppRunnerService | undefined {
    return this.existing.find(({ url }) => url === host)
  }

  get #domain(): string {
    return `.${this.#cloud.arns.region}.awsapprunner.com`
  }

  /** Of the name and how often it was taken before, so that whoever knows these knows the address. */
  #subdomainOf(name: string): string {
    const earlier = this.#services.filter((service) => service.name === name).length
    const text = `${this.#cloud.arns.account}/${this.#cloud.arns.region}/${name}/${earlier}`
    const digits = createHash('sha256').update(text).digest('hex').slice(0, 13)
    return BigInt(`0x${digits}`).toString(36).padStart(10, '0').slice(-10)
  }
}
