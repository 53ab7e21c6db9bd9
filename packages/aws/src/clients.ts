import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs'
import { ECSClient } from '@aws-sdk/client-ecs'

/** Clients that are made when first used, all with the same settings. */
export interface AwsClients {
  ecs(): ECSClient
  /** Loaded on demand: only a failed deployment needs it. */
  logs(region?: string): Promise<CloudWatchLogsClient>
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

/**
 * The AWS clients of one action. Region, credentials and endpoint come from the SDK's standard
 * chain; `region` overrides. Throttling, 5xx and connection errors are retried by the SDK.
 */
export function createAwsClients(options: {
  readonly action: string
  readonly region?: string | undefined
}): AwsClients {
  const settings = {
    ...(options.region === undefined ? {} : { region: options.region }),
    maxAttempts,
    requestHandler,
    customUserAgent: [['deploy-actions', options.action]] satisfies [[string, string]],
  }
  const open: { destroy(): void }[] = []
  const opened = <T extends { destroy(): void }>(client: T): T => {
    open.push(client)
    return client
  }
  let ecs: ECSClient | undefined
  return {
    ecs: () => (ecs ??= opened(new ECSClient(settings))),
    async logs(region) {
      const { CloudWatchLogsClient } = await import('@aws-sdk/client-cloudwatch-logs')
      return opened(
        new CloudWatchLogsClient(region === undefined ? settings : { ...settings, region }),
      )
    },
    destroy: () => open.forEach((client) => client.destroy()),
  }
}
