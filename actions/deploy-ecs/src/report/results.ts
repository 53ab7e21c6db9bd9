import type { Observed } from '../observe/observe.ts'

/** The output that names the definition, where it is known. */
export function definitionOutput(taskDefinitionArn: string | undefined) {
  return taskDefinitionArn === undefined ? {} : { 'task-definition-arn': taskDefinitionArn }
}

/** What is known of one service at the end of the step. */
export interface Result {
  readonly outcome: string
  readonly failure?: { readonly code: string } | undefined
  readonly taskDefinitionArn?: string | undefined
  readonly digests?: Readonly<Record<string, string | undefined>> | undefined
  readonly seconds?: number | undefined
}

/** What the output `results` says of the one service. */
export function resultsOf(observed: Observed, { failure, seconds, ...result }: Result): string {
  const { outcome, taskDefinitionArn, digests } = result
  return JSON.stringify({
    [nameOf(observed)]: {
      outcome,
      failure: failure?.code,
      'task-definition-arn': taskDefinitionArn,
      'image-digests': digests,
      'duration-seconds': seconds,
    },
  })
}

/** The name of the service. */
export function nameOf({ service }: Observed): string {
  return service.serviceName ?? 'service'
}
