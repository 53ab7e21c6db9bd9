import { readFile } from 'node:fs/promises'
import type { Host } from '../host.ts'

/**
 * The number of the pull request that a run belongs to, by the event that started it; undefined for a run that belongs
 * to none. Throws what reading the event's file throws.
 */
export async function findPullRequest(
  host: Pick<Host, 'readVariable'>,
): Promise<number | undefined> {
  const path = host.readVariable('GITHUB_EVENT_PATH')
  const event: unknown = path ? JSON.parse(await readFile(path, 'utf8')) : undefined
  const number = property(property(event, 'pull_request'), 'number')
  if (typeof number === 'number') return number
  const fromRef = /^refs\/pull\/(\d+)\//.exec(host.readVariable('GITHUB_REF') ?? '')?.[1]
  return fromRef === undefined ? undefined : Number(fromRef)
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([key]) => key === name)?.[1]
}
