import { createHash } from 'node:crypto'
import type { Task } from '@aws-sdk/client-ecs'

/** Which lock a task was started under, and for which piece of work; both are hashes. */
export interface TaskOrigin {
  readonly lock: string
  readonly key: string
}

const prefix = 'deploy-actions'

/**
 * What a task carries in `startedBy`, which takes 128 of `[A-Za-z0-9-/_]`. `start` is another one for every start that was
 * ever tried: the same token with other parameters is a conflict, and never the answer to an old start.
 */
export function startedBy({ lock, key }: TaskOrigin, start: string): string {
  return [prefix, lock, key, start.replaceAll(/[^A-Za-z0-9-]/g, '-')].join('/').slice(0, 128)
}

/** The origin of a task that was started here, and its start; undefined for all others. */
export function findOrigin({
  startedBy: text = '',
}: Task): (TaskOrigin & { readonly start: string }) | undefined {
  const [first, lock, key, ...rest] = text.split('/')
  const [start] = rest
  if (first !== prefix || !lock || !key || start === undefined || rest.length > 1) return undefined
  return { lock, key, start }
}

/** Sixteen hexadecimal digits that stand for several texts together. */
export function shortHash(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
