import { relative, resolve } from 'node:path'
import { listenForInterrupts, type Interruption } from './interruption.ts'
import { TextOutput } from './output/text-output.ts'
import { rehearse } from './rehearsal.ts'
import type { RunResult } from './run/results.ts'

const root = resolve(import.meta.dirname, '../../..')
const workflowFile = resolve(root, 'workflows-examples/arbiter-runbook/sandbox.yml')
const demoFolder = resolve(import.meta.dirname, '../demo')

/** So that a person can follow; without a terminal nobody watches, and nothing waits. */
const realMsPerSecond = 15

interface Act {
  readonly title: string
  readonly story: string
  readonly world: string
}

const healthy: Act = {
  title: 'First run: a new version in good health',
  story:
    'Version 1.3.0 of a backend runs on (simulated) ECS Fargate behind a load balancer. A real\n' +
    'workflow file brings version 1.4.0: it builds the image (docker has a stand-in), renders the task\n' +
    'definition, migrates the database with it, deploys it, and asks the load balancer for it.',
  world: 'healthy.yml',
}

const crash: Act = {
  title: 'Second run: the same workflow, but the new version crashes at its start',
  story:
    'ECS starts the new version a few times, gives up and goes back to 1.3.0. In the end the service\n' +
    'is steady again, which is where many pipelines turn green. This one has to be red, and to say\n' +
    'why.',
  world: 'crash.yml',
}

process.exitCode = await main()

async function main(): Promise<0 | 1> {
  const interruption = listenForInterrupts(say)
  try {
    say('deploy-actions: a deployment to AWS that tells the truth, rehearsed on this machine.')
    say('Nothing leaves this computer: AWS is a simulator on localhost, and its time runs fast.')
    const isShown =
      isGreen(await play(healthy, interruption)) &&
      isRedForTheCrash(await play(crash, interruption))
    if (interruption.cancel.aborted) return 1
    say(
      isShown
        ? ending()
        : '\nThe demo did not end as it should: see above. Please report it as a bug.',
    )
    return isShown ? 0 : 1
  } finally {
    interruption.dispose()
  }
}

async function play(act: Act, interruption: Interruption): Promise<RunResult> {
  say(`\n${'='.repeat(100)}\n${act.title}\n\n${act.story}\n${'='.repeat(100)}\n`)
  return rehearse({
    workflowFile,
    worldFile: resolve(demoFolder, act.world),
    path: process.env['PATH'] ?? '',
    observer: new TextOutput({
      write: (text) => process.stdout.write(text),
      colour: process.stdout.isTTY && process.stdout.hasColors(),
    }),
    cancel: interruption.cancel,
    kill: interruption.kill,
    ...(process.stdout.isTTY && { realMsPerSecond }),
  })
}

function isGreen(run: RunResult): boolean {
  return run.conclusion === 'success'
}

function isRedForTheCrash(run: RunResult): boolean {
  const outputs = run.jobs[0]?.outputs
  const isRolledBack = outputs?.['outcome'] === 'rolled-back' && outputs['failure'] === 'crash'
  return run.conclusion === 'failure' && isRolledBack
}

function ending(): string {
  const path = (file: string): string => relative(process.cwd(), file)
  return `
${'='.repeat(100)}
What you have seen: the same workflow ended green when the new version had proved itself, and red
when ECS had quietly gone back to the old one, with the exit code and the last log lines of the
container that failed.

Where to go next
  README.md                       what each action does, and how to use it
  ${path(workflowFile)}
                                  the workflow that ran, ready to be copied
  npx -y pnpm@12 rehearse ${path(workflowFile)} \\
    --world ${path(resolve(demoFolder, healthy.world))}
                                  run it yourself; edit either file and see what changes`
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
