import { preloadPath, startSimulator } from '@deploy-actions/aws-simulator'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import {
  drawCanary,
  drawFrom,
  type Canary,
} from '../../actions/sync-secrets/test/canaries/canary.ts'
import type { Situation } from '../../actions/sync-secrets/test/canaries/situation.ts'
import {
  placedIn,
  situationNames,
  situationOf,
} from '../../actions/sync-secrets/test/canaries/situations.ts'
import { repositoryRoot } from '../../scripts/repository.ts'
import { findLeaks, type Visible } from '../support/leaks.ts'
import { runAction, runProgram, type Step } from './run-action.ts'

const scratch = mkdtempSync(join(tmpdir(), 'secret-canaries-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

// Some of each kind; in this process there are more of them.
const names = situationNames.filter((_, i) => i % 2 === 0)

describe('a value that nobody may see, in a process of its own that may start no other', () => {
  it.for(names.map((name, i) => [name, i] as const))('appears nowhere: %s', async ([name, i]) => {
    const draw = drawFrom(50_000 + i)
    const [given, stored] = [drawCanary(draw), drawCanary(draw)]
    const situation = situationOf(name, { given, stored, draw })
    const folder = mkdtempSync(join(scratch, 'step-'))
    const step = await runStep(folder, situation)
    const about = `${given.kind} and ${stored.kind}`
    const { outcome, failure = '' } = step.outputs
    expect([about, `${outcome} ${failure}`.trim()]).toEqual([about, situation.ends])
    expect([about, findLeaks(visibleIn(step), secretsOf(given, stored))]).toEqual([about, []])

    const log = await runPost(folder)
    const left = { post: [log], files: filesIn(join(folder, 'runner')) }
    expect([about, findLeaks(left, secretsOf(given, stored))]).toEqual([about, []])
    const written = readdirSync(folder).filter(
      (file) => !Object.hasOwn(situation.files ?? {}, file),
    )
    expect(written.toSorted()).toEqual(['environment', 'runner', 'state'])
  })
})

const secretsOf = (...drawn: readonly Canary[]) => drawn.flatMap(({ secrets }) => secrets)

/** Node keeps a program under this from starting another one. */
const noChildren = ['--permission', '--allow-fs-read=*', '--allow-fs-write=*']

async function runStep(folder: string, situation: Situation): Promise<Step> {
  const { world, inputs, variables, files = {} } = situation
  mkdirSync(join(folder, 'runner'))
  for (const name of ['environment', 'state']) writeFileSync(join(folder, name), '')
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const simulator = await startSimulator({ world, speed: 0 })
  try {
    return await runAction('sync-secrets', placedIn(folder, inputs), {
      nodeOptions: [...noChildren, '--import', preloadPath],
      environment: {
        DEPLOY_ACTIONS_CLOCK: simulator.url,
        AWS_ENDPOINT_URL: simulator.url,
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
        AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMIEXAMPLEKEY',
        RUNNER_DEBUG: '1',
        ...ofRunner(folder),
        ...variables,
      },
    })
  } finally {
    await simulator.stop()
  }
}

function ofRunner(folder: string): Record<string, string> {
  return {
    RUNNER_TEMP: join(folder, 'runner'),
    GITHUB_ENV: join(folder, 'environment'),
    GITHUB_STATE: join(folder, 'state'),
  }
}

/** What the step left behind is tidied up at the end of the job, with the state that it kept. */
async function runPost(folder: string): Promise<string> {
  const state = readFileSync(join(folder, 'state'), 'utf8')
  const kept = [...state.matchAll(/^(.+)<<(\S+)\n([^]*?)\n\2$/gm)].map(
    ([, name = '', , value = '']) => [`STATE_${name}`, value] as const,
  )
  const program = join(repositoryRoot, 'dist/sync-secrets/post.js')
  const { exitCode, log } = await runProgram([...noChildren, program], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...ofRunner(folder), ...Object.fromEntries(kept) },
  })
  expect({ exitCode, log }).toMatchObject({ exitCode: 0 })
  return `${log}\n${state}`
}

/** What the runner shows: it swallows add-mask commands, and hides what they name. */
function visibleIn({ log, outputs, summary }: Step): Visible {
  const lines = log.split('\n')
  const masks = lines.flatMap((line) => /^::add-mask::(.+)$/.exec(line)?.[1] ?? []).map(decoded)
  const shown = lines.filter((line) => !line.startsWith('::add-mask::')).join('\n')
  const hidden = masks
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, mask) => text.replaceAll(mask, '***'), shown)
  return { log: [hidden, decoded(hidden)], outputs: Object.values(outputs), summary: [summary] }
}

/** Workflow commands carry these characters as codes. */
function decoded(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))
}

describe('the search in what a process leaves', () => {
  const canary = drawCanary(drawFrom(7))

  it('finds a canary in its log, its outputs, its summary and its files', () => {
    const folder = mkdtempSync(join(scratch, 'planted-'))
    writeFileSync(join(folder, 'left'), `x${canary.value}x`)
    const step = { exitCode: 0, log: '', outputs: {}, summary: '', milliseconds: 0 }
    for (const planted of [
      { ...step, log: `::debug::{"a":${JSON.stringify(canary.value)}}` },
      { ...step, outputs: { plan: canary.value } },
      { ...step, summary: canary.value },
    ]) {
      expect(findLeaks(visibleIn(planted), canary.secrets)).not.toEqual([])
    }
    expect(findLeaks(visibleIn(step), canary.secrets)).toEqual([])
    expect(findLeaks({ files: filesIn(folder) }, canary.secrets)).not.toEqual([])
  })

  it('is not needed for programs that the action would start: it may start none', async () => {
    const program = join(mkdtempSync(join(scratch, 'starting-')), 'start.mjs')
    writeFileSync(program, `import { spawnSync } from 'node:child_process'\nspawnSync('true')\n`)
    const options = { cwd: scratch, env: { PATH: process.env['PATH'] } }
    const { exitCode, log } = await runProgram([...noChildren, program], options)
    expect(exitCode).not.toBe(0)
    expect(log).toContain('ERR_ACCESS_DENIED')
  })
})
