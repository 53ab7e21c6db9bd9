import type { OperationType } from '@aws-sdk/client-apprunner'
import type { Cloud } from '../../cloud/cloud.ts'
import type { LogStream } from '../../cloud/log-store.ts'
import { imageIdentifierOf, portOf } from './configuration.ts'
import { logId, type OperationState } from './operation-state.ts'
import type { AppRunnerService } from './service.ts'

/** How logs speak of an operation: what is done, and which event starts its deployment. */
const names: Readonly<
  Record<OperationType, { readonly subject: string; readonly event?: string }>
> = {
  CREATE_SERVICE: { subject: 'Service creation', event: 'SERVICE_CREATE' },
  UPDATE_SERVICE: { subject: 'Service update', event: 'SERVICE_UPDATE' },
  START_DEPLOYMENT: { subject: 'Deployment', event: 'SERVICE_DEPLOY' },
  RESUME_SERVICE: { subject: 'Service resume', event: 'SERVICE_RESUME' },
  PAUSE_SERVICE: { subject: 'Service pause' },
  DELETE_SERVICE: { subject: 'Service deletion' },
}

/**
 * Writes what happens to a service to its log group, in App Runner's sentences as users have published them: event logs
 * in aws/apprunner-roadmap (46, 62, 110, 143) and aws-samples. Those of pausing, resuming, deleting and rolling back, and
 * of secrets that cannot be read, are ours, formed like the others.
 */
export class EventLog {
  readonly #cloud: Cloud
  readonly #service: AppRunnerService
  readonly #operation: OperationState

  constructor(cloud: Cloud, service: AppRunnerService, operation: OperationState) {
    this.#cloud = cloud
    this.#service = service
    this.#operation = operation
  }

  operationStarted(): void {
    this.#event(`${this.#subject} started.`)
  }

  operationSucceeded(): void {
    const more = this.#operation.type === 'UPDATE_SERVICE' ? ' New configuration is deployed.' : ''
    this.#event(`${this.#subject} completed successfully.${more}`)
  }

  operationFailed(): void {
    this.#event(`${this.#subject} failed. For details, see service logs.`)
  }

  rollingBack(): void {
    this.#event('Rolling back to the last successfully deployed version.')
  }

  rollbackFailed(fault: string): void {
    this.#event(`Failed to roll back. Reason: ${fault}`)
  }

  status(): void {
    this.#event(`Service status is set to ${this.#service.status}.`)
  }

  pipelineCreated(): void {
    this.#event('Successfully created pipeline for automatic deployments.')
  }

  deploymentStarted(): void {
    const { event = '' } = names[this.#operation.type]
    this.#event(`Deployment with ID : ${this.#id} started. Triggering event : ${event}`)
  }

  pulling(): void {
    this.#event(
      `Pulling image ${imageIdentifierOf(this.#service.configuration)} from ECR repository.`,
    )
    this.#deployment('Starting to pull your application image.')
  }

  pulled(): void {
    this.#event('Successfully copied the image from ECR.')
    this.#deployment('Successfully pulled your application image from ECR.')
  }

  accessRoleInvalid(): void {
    const reason = 'Invalid Access Role in AuthenticationConfiguration.'
    this.#event(`Failed to pull your application image. Reason: ${reason}`)
    this.#deployment(`Failed to pull your application image. Reason: ${reason}`)
  }

  provisioning(): void {
    const { IngressConfiguration } = this.#service.configuration.network
    const access =
      IngressConfiguration?.IsPubliclyAccessible === false ? 'private' : 'publicly accessible'
    this.#event(`Provisioning instances and deploying image for ${access} service.`)
    this.#deployment('Starting to deploy your application image.')
  }

  secretsUnreadable(fault: string): void {
    this.#event(`Failed to retrieve the secrets of your application. Reason: ${fault}`)
  }

  checkingHealth(): void {
    this.#event(`Performing health check on ${this.#check(' ')}.`)
  }

  healthy(): void {
    this.#event('Health check is successful. Routing traffic to application.')
  }

  unhealthy(): void {
    this.#event(
      `Health check failed on ${this.#check('')}. Check your configured port number. ` +
        'For more information, see the application logs.',
    )
  }

  /** The two spaces are App Runner's. */
  stopped(exitCode: number): void {
    const text = 'Your application stopped or failed to start. See logs for more information.'
    this.#event(`${text}  Container exit code: ${exitCode}`)
  }

  routed(): void {
    this.#event('Successfully routed incoming traffic to application.')
    this.#deployment('Successfully deployed your application image.')
  }

  deploymentFailed(reason: string | undefined): void {
    const why = reason === undefined ? '' : ` Failure reason : ${reason}`
    this.#event(`Deployment with ID : ${this.#id} failed.${why}`)
    this.#deployment('Failed to deploy your application image.')
  }

  get #id(): string {
    return logId(this.#operation)
  }

  get #subject(): string {
    return names[this.#operation.type].subject
  }

  /** App Runner leaves a space before the path when it checks, and none when the check has failed. */
  #check(beforePath: string): string {
    const { configuration } = this.#service
    const { Protocol, Path } = configuration.healthCheck
    const port = `[Port: '${portOf(configuration)}']`
    if (Protocol === 'TCP') return `protocol \`TCP\` ${port}`
    return `protocol \`HTTP\`${beforePath}[Path: '${Path}'], ${port}`
  }

  #event(text: string): void {
    this.#print('events', text)
  }

  #deployment(text: string): void {
    this.#print(`deployment/${this.#id}`, text)
  }

  #print(stream: string, text: string): void {
    const { logs, timeline } = this.#cloud
    const group = logGroupOf(this.#service, 'service')
    const opened: LogStream | undefined =
      logs.groups.get(group)?.streams.get(stream) ??
      logs.openStream({ group, stream, mayCreateGroup: true }, timeline.nowMs())
    opened?.print(`[AppRunner] ${text}`, timeline.nowMs())
  }
}

/** Where App Runner writes about a service, or its instances write themselves. */
export function logGroupOf(
  { name, id }: Pick<AppRunnerService, 'name' | 'id'>,
  kind: 'service' | 'application',
): string {
  return `/aws/apprunner/${name}/${id}/${kind}`
}
