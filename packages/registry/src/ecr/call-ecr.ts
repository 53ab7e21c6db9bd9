import type {
  $Command,
  ECRClientResolvedConfig,
  ServiceInputTypes,
  ServiceOutputTypes,
} from '@aws-sdk/client-ecr'
import { call, type AwsClients } from '@deploy-actions/aws'
import type { EcrRegistry } from '../reference/ecr-registry.ts'

/** A repository of ECR, and as whom and under what it is asked. */
export interface EcrCaller {
  readonly clients: AwsClients
  readonly registry: EcrRegistry
  /** Its name without the host. */
  readonly name: string
  readonly signal: AbortSignal
}

/** A command of ECR. */
export type EcrCommand<
  Input extends ServiceInputTypes,
  Output extends ServiceOutputTypes,
> = $Command<Input, Output, ECRClientResolvedConfig, ServiceInputTypes, ServiceOutputTypes>

/** Sends one command to the region that the repository is in. Throws what {@link call} throws. */
export async function callEcr<Input extends ServiceInputTypes, Output extends ServiceOutputTypes>(
  { clients, registry, name, signal }: EcrCaller,
  command: EcrCommand<Input, Output>,
): Promise<Output> {
  const client = await clients.ecr(registry.region)
  return call(client, command, { resource: repositoryArn(registry, name), signal })
}

/** The ARN of a repository, for statements that are shown. */
export function repositoryArn({ partition, region, account }: EcrRegistry, name: string): string {
  return `arn:${partition}:ecr:${region}:${account}:repository/${name}`
}

/** How commands name the repository: most take the account of another registry. */
export function named({ registry, name }: Pick<EcrCaller, 'registry' | 'name'>): {
  readonly registryId: string
  readonly repositoryName: string
} {
  return { registryId: registry.account, repositoryName: name }
}
