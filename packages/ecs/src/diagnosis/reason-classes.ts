import type { FailureCode } from '@deploy-actions/action-kit'
import { remedies } from './remedies.ts'

/** A class of reasons that ECS and its agent give, and what to do about it. */
export interface ReasonClass {
  /** All of them are in the reason; the words around them change between agent versions. */
  readonly patterns: readonly [RegExp, ...RegExp[]]
  readonly code: FailureCode
  readonly remedy: string
}

/** What a broken way to a service looks like in the agent's words. */
const network =
  /i\/o timeout|timed? ?out|deadline exceeded|connection (issue|refused|reset)|no such host|request canceled/i
const registry = /registry auth|\becr\b|CannotPull|pull(ing)? (the )?image|ref pull/i
const secret = /secret|\basm\b|\bssm\b|parameter store|invalid parameters/i

/**
 * Why a task stopped. The first row that matches decides, so the narrower ones stand above the wider.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 */
const taskClasses: readonly ReasonClass[] = [
  {
    patterns: [/OutOfMemory|out of memory|memory usage/i],
    code: 'oom',
    remedy: remedies.oom,
  },
  {
    patterns: [/unable to assume the (service linked )?role/i],
    code: 'access-denied',
    remedy: remedies.assumeRole,
  },
  {
    patterns: [/AccessDenied|not authorized to perform|no identity-based policy/i],
    code: 'access-denied',
    remedy: remedies.accessDenied,
  },
  {
    patterns: [/no space left on device|disk quota exceeded/i],
    code: 'service-error',
    remedy: remedies.disk,
  },
  {
    patterns: [/log group does not exist/i],
    code: 'service-error',
    remedy: remedies.logGroup,
  },
  {
    patterns: [/logger args|log(ging)? driver|log stream/i],
    code: 'service-error',
    remedy: remedies.logDriver,
  },
  { patterns: [/registry auth from asm/i], code: 'secret', remedy: remedies.secret },
  { patterns: [registry, network], code: 'image', remedy: remedies.imageNetwork },
  { patterns: [registry], code: 'image', remedy: remedies.image },
  {
    patterns: [
      /image .*not found|manifest unknown|toomanyrequests|no match for platform|exec format/i,
    ],
    code: 'image',
    remedy: remedies.image,
  },
  { patterns: [secret, network], code: 'secret', remedy: remedies.secretNetwork },
  { patterns: [secret], code: 'secret', remedy: remedies.secret },
  {
    patterns: [/ELB health checks/i],
    code: 'load-balancer-health',
    remedy: remedies.loadBalancerHealth,
  },
  {
    patterns: [/container health checks/i],
    code: 'container-health',
    remedy: remedies.containerHealth,
  },
  {
    patterns: [/port is already allocated|address already in use/i],
    code: 'service-error',
    remedy: remedies.port,
  },
  {
    patterns: [
      /executable file not found|permission denied: unknown|no such file or directory: unknown/i,
    ],
    code: 'crash',
    remedy: remedies.command,
  },
  {
    patterns: [/TimeoutError|Cannot(Start|Create|Inspect|Stop)Container|CannotCreateVolume/],
    code: 'service-error',
    remedy: remedies.agent,
  },
  {
    patterns: [/capacity|insufficient|RESOURCE:|unable to place|\bSpot\b/i],
    code: 'capacity',
    remedy: remedies.capacity,
  },
]

/** The class of a reason in the words of ECS, or undefined where none of them is in it. */
export function classifyReason(reason: string): ReasonClass | undefined {
  return findClass(taskClasses, withoutNames(reason))
}

/** The first class all of whose patterns are in the text. */
export function findClass(classes: readonly ReasonClass[], text: string): ReasonClass | undefined {
  return classes.find(({ patterns }) => patterns.every((pattern) => pattern.test(text)))
}

/**
 * A reason or an event without what tells nothing: the names of things, which may hold any word (a
 * service `secrets-api`), and the agent's fixed prefix, which speaks of secrets and registry alike.
 */
export function withoutNames(text: string): string {
  return text
    .replace(
      /\((service|tasks?|deployment|target-group|targets|port|(container-)?instance) [^)]*\)/g,
      '',
    )
    .replace(/arn:[^\s'")]+/g, '')
    .replace(/unable to pull secrets or registry auth:?/gi, '')
}
