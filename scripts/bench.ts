/**
 * Measures the bundles in dist/ on this machine: start-up, time to verdict, calls, how soon a step ends
 * that has nothing to do or cannot succeed, and what it saves to reuse an image. Prints a table, or JSON; see bench/command.ts.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asJson } from './bench/as-json.ts'
import { parseCommand, UsageError, type Command } from './bench/command.ts'
import { measureImageBuilds } from './bench/image-builds.ts'
import { missesOf, type Group } from './bench/measurement.ts'
import { measureQuickEnds } from './bench/quick-ends.ts'
import { areSourcesNewer } from './bench/sources-newer.ts'
import { measureStartUp } from './bench/start-up.ts'
import { renderTable } from './bench/table.ts'
import { measureVerdicts } from './bench/verdict.ts'
import { repositoryRoot } from './repository.ts'

const quickRuns = 5

try {
  const command = parseCommand(process.argv.slice(2))
  if (!existsSync(join(command.dist, 'suite/index.js'))) {
    throw new UsageError('There are no bundles there. Make them with "npx -y pnpm@12 build".')
  }
  if (areSourcesNewer(repositoryRoot, command.dist)) {
    console.error('The sources are newer than the bundles, which are measured as they are.')
  }
  const groups = await measure(command)
  console.log(command.isJson ? JSON.stringify(asJson(groups), undefined, 2) : report(groups))
  if (command.isCheck) check(groups)
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  console.error(error.message)
  process.exitCode = 2
}

async function measure({ dist, runs, rollouts }: Command): Promise<readonly Group[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    return [
      await measureStartUp({ dist, scratch, runs }),
      ...(await measureVerdicts({ dist, scratch, rollouts })),
      await measureQuickEnds(dist, quickRuns),
      ...(await measureImageBuilds({ dist, scratch })),
    ]
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function report(groups: readonly Group[]): string {
  const legend = `Medians of N runs on Node ${process.version}, and the worst of them; the ratio is ours to the peer's.`
  return `${legend}\n\n${renderTable(groups)}`
}

function check(groups: readonly Group[]): void {
  for (const measurement of groups.flatMap(({ measurements }) => measurements)) {
    for (const miss of missesOf(measurement)) {
      console.error(`Missed target: ${measurement.what}: ${miss}`)
      process.exitCode = 1
    }
  }
}
