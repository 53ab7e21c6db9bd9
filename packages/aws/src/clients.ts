import type { AppRunnerClient } from '@aws-sdk/client-apprunner'
import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch'
import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs'
import type { ECRClient } from '@aws-sdk/client-ecr'
import { ECSClient } from '@aws-sdk/client-ecs'
import type { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2'
import type { IAMClient } from '@aws-sdk/client-iam'
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import type { SSMClient } from '@aws-sdk/client-ssm'
import type { STSClient } from '@aws-sdk/client-sts'
import type { AwsCredentialIdentity } from '@smithy/types'

/**
 * Clients that are made when first used, all with the same settings. All but that of ECS are loaded
 * on demand, since not every run needs them. `region` is that of the thing asked about, where it may
 * lie in another one.
 */
export interface AwsClients {
  ecs(): ECSClient
  logs(region?: string): Promise<CloudWatchLogsClient>
  ecr(region?: string): Promise<ECRClient>
  secretsManager(region?: string): Promise<SecretsManagerClient>
  ssm(region?: string): Promise<SSMClient>
  iam(): Promise<IAMClient>
  sts(): Promise<STSClient>
  loadBalancing(region?: string): Promise<ElasticLoadBalancingV2Client>
  cloudWatch(region?: string): Promise<CloudWatchClient>
  appRunner(region?: string): Promise<AppRunnerClient>
  /** Closes the connections, so that the process can end. */
  destroy(): void
}

/** Twelve attempts with the SDK's back-off outlast about a minute of throttling and short outages. */
const maxAttempts = 12

/** An endpoint that accepts and never answers must not hold a step until the job's limit. */
const requestHandler = {
  connectionTimeout: 5_000,
  requestTimeout: 20_000,
  throwOnRequestTimeout: true,
} as const

/** For whom the clients are. */
export interface ClientOptions {
  readonly action: string
  readonly region?: string | undefined
  /** Those of another role; without them, what the standard chain finds. */
  readonly credentials?: AwsCredentialIdentity | undefined
}

/**
 * The AWS clients of one action. Region, credentials and endpoint come from the SDK's standard
 * chain; `region` overrides. Throttling, 5xx and connection errors are retried by the SDK.
 */
export function createAwsClients(options: ClientOptions): AwsClients {
  const settings = {
    ...(options.region === undefined ? {} : { region: options.region }),
    ...(options.credentials === undefined ? {} : { credentials: options.credentials }),
    maxAttempts,
    requestHandler,
    customUserAgent: [['deploy-actions', options.action]] satisfies [[string, string]],
  }
  const open: Promise<Destroyable>[] = []
  /** Gives the client of a region: loaded and made when it is first asked for. */
  const lazily = <Client extends Destroyable>(
    load: () => Promise<new (config: typeof settings) => Client>,
  ): ((region?: string) => Promise<Client>) => {
    const byRegion = new Map<string | undefined, Promise<Client>>()
    const create = async (region: string | undefined): Promise<Client> =>
      new (await load())(region === undefined ? settings : { ...settings, region })
    return (region) => {
      const client = byRegion.get(region) ?? create(region)
      if (!byRegion.has(region)) open.push(client)
      byRegion.set(region, client)
      return client
    }
  }
  let ecs: ECSClient | undefined
  return {
    ecs: () => (ecs ??= new ECSClient(settings)),
    logs: lazily(
      async () => (await import('@aws-sdk/client-cloudwatch-logs')).CloudWatchLogsClient,
    ),
    ecr: lazily(async () => (await import('@aws-sdk/client-ecr')).ECRClient),
    secretsManager: lazily(
      async () => (await import('@aws-sdk/client-secrets-manager')).SecretsManagerClient,
    ),
    ssm: lazily(async () => (await import('@aws-sdk/client-ssm')).SSMClient),
    iam: lazily(async () => (await import('@aws-sdk/client-iam')).IAMClient),
    sts: lazily(async () => (await import('@aws-sdk/client-sts')).STSClient),
    loadBalancing: lazily(
      async () =>
        (await import('@aws-sdk/client-elastic-load-balancing-v2')).ElasticLoadBalancingV2Client,
    ),
    cloudWatch: lazily(async () => (await import('@aws-sdk/client-cloudwatch')).CloudWatchClient),
    appRunner: lazily(async () => (await import('@aws-sdk/client-apprunner')).AppRunnerClient),
    destroy() {
      ecs?.destroy()
      // One that could not be loaded has nothing to close, and whoever asked for it knows.
      for (const client of open) client.then((made) => made.destroy()).catch(() => undefined)
    },
  }
}

interface Destroyable {
  destroy(): void
}
