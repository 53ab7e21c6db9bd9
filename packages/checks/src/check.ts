import { nameFromArn } from '@deploy-actions/aws'
import type { Expectations } from './expectations/expectations.ts'
import type { Address } from './http/address.ts'

/** One health check. A new kind of check is a new member, and a row in `probe.ts`. */
export type Check = HttpCheck | ServiceCheck | TargetGroupCheck

/** A check over HTTP or HTTPS: what is sent, and what is expected of the answer. */
export interface HttpCheck {
  readonly kind: 'http'
  /** Unique among the checks of a run. */
  readonly name: string
  readonly request: HttpRequest
  readonly expected: Expectations
}

/** The health of an ECS service, as ECS itself knows it: for what has no port, too. */
export interface ServiceCheck {
  readonly kind: 'service'
  readonly name: string
  /** Name or ARN; undefined for the cluster that the step names, else for the account's `default`. */
  readonly cluster: string | undefined
  /** Name or ARN. */
  readonly service: string
  /** How long every task must have been running; undefined where that depends on what else checks it. */
  readonly minTaskAgeSeconds: number | undefined
  /** What every task must run: a digest, or the name of an image. */
  readonly expectedImage: string | undefined
}

/** The health of the targets of a target group, as its load balancer sees it. */
export interface TargetGroupCheck {
  readonly kind: 'target-group'
  readonly name: string
  /** Name or ARN. */
  readonly targetGroup: string
}

/** What a check sends. Header values, body and credentials are secret: they are never printed. */
export interface HttpRequest {
  readonly url: URL
  readonly method: string
  /** Names as the user wrote them. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: string | undefined
  /** `user:password`. */
  readonly basicAuth: string | undefined
  readonly followRedirects: boolean
  /** Host name to the address that is called in its place. */
  readonly resolve: ReadonlyMap<string, Address>
}

/** An address as it may be printed: without user name, password, query and fragment. */
export function shownUrl(url: URL): string {
  return `${url.origin}${url.pathname}`
}

/** What a check is about, for people. */
export function subjectOf(check: Check): string {
  if (check.kind === 'http') return shownUrl(check.request.url)
  if (check.kind === 'target-group') return `target group ${targetGroupName(check.targetGroup)}`
  return `service ${nameFromArn(check.service)} in cluster ${nameFromArn(clusterOf(check))}`
}

/** A check with what it is about, for people; its name only where that tells more. */
export function titleOf(check: Check): string {
  const subject = subjectOf(check)
  return subject.startsWith(check.name) ? subject : `${check.name} (${subject})`
}

/** The cluster of a service: of its ARN, else the one that is named. */
export function clusterOf({ cluster, service }: ServiceCheck): string {
  const [, ofArn, name] = service.startsWith('arn:') ? service.split('/') : []
  return (name === undefined ? undefined : ofArn) ?? cluster ?? 'default'
}

/** The name in an ARN such as `…:targetgroup/name/0123456789abcdef`, or the name as it is. */
export function targetGroupName(reference: string): string {
  return reference.startsWith('arn:') ? (reference.split('/').at(-2) ?? '') : reference
}
