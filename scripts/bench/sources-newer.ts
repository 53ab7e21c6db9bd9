import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Files of one checkout are not written at the same moment. */
const toleranceMs = 60_000

/** Whether a source that is bundled was changed after the bundle was made, by the times of the files. */
export function areSourcesNewer(root: string, dist: string): boolean {
  const sources = globSync('{actions,packages}/*/src/**/*.ts', { cwd: root })
  const bundled = sources.filter((path) => !/aws-simulator|local-runner|testing/.test(path))
  const newest = Math.max(...bundled.map((path) => statSync(join(root, path)).mtimeMs))
  return newest > statSync(join(dist, 'suite/index.js')).mtimeMs + toleranceMs
}
