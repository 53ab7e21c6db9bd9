import { styleText } from 'node:util'
import { formatProblem } from '../problems.ts'
import type { JobResult, Result, RunResult, StepResult } from '../run/results.ts'
import type { LogKind, LogLine } from '../step/step-log.ts'
import { formatDuration } from './duration.ts'
import type { RunHeading, RunObserver } from './observer.ts'

/** Where text goes, and whether it may be coloured. */
export interface TextOptions {
  readonly write: (text: string) => void
  readonly colour: boolean
}

type Style = Parameters<typeof styleText>[0]

const looks: Record<
  Result,
  { readonly mark: string; readonly words: string; readonly style: Style }
> = {
  success: { mark: '✓', words: 'succeeded in', style: 'green' },
  failure: { mark: '✗', words: 'failed after', style: 'red' },
  cancelled: { mark: '!', words: 'cancelled after', style: 'yellow' },
  skipped: { mark: '-', words: 'skipped', style: 'gray' },
}

const labels: Partial<Record<LogKind, { readonly label: string; readonly style: Style }>> = {
  error: { label: 'Error: ', style: 'red' },
  warning: { label: 'Warning: ', style: 'yellow' },
  notice: { label: 'Notice: ', style: 'cyan' },
  debug: { label: '##[debug]', style: 'gray' },
}

const logIndent = 6

/** Prints a run as it happens, the way GitHub's page would show it with everything unfolded. */
export class TextOutput implements RunObserver {
  readonly #options: TextOptions
  readonly #depths = new Map<string, number>()
  #manyJobs = false

  constructor(options: TextOptions) {
    this.#options = options
  }

  runStarted(run: RunHeading): void {
    this.#manyJobs = run.jobCount > 1
    this.#print('', `${this.#styled('bold', run.name)} (${run.file}, on ${run.event})`)
    for (const warning of run.warnings) {
      this.#print('', this.#styled('yellow', `Warning: ${formatProblem(warning)}`))
    }
  }

  jobStarted(job: string): void {
    this.#print('', '')
    this.#print(job, this.#styled('bold', `Job ${job}`))
  }

  stepStarted(
    job: string,
    { name, uses }: { readonly name: string; readonly uses?: string },
  ): void {
    this.#depths.set(job, 0)
    const origin = uses === undefined || name.includes(uses) ? '' : `  uses ${shortened(uses)}`
    this.#print(job, `  ▸ ${name}${this.#styled('gray', origin)}`)
  }

  logged(job: string, { kind, text }: LogLine): void {
    const depth = this.#depths.get(job) ?? 0
    if (kind === 'endgroup') {
      this.#depths.set(job, 0)
      return
    }
    if (kind === 'group') {
      this.#depths.set(job, 1)
      this.#printBlock(job, { indent: logIndent, style: 'bold', text })
      return
    }
    const { label = '', style } = labels[kind] ?? {}
    const indent = logIndent + depth * 2
    this.#printBlock(job, { indent, text: label + text, ...(style && { style }) })
  }

  stepEnded(job: string, { name, outcome, conclusion, durationSeconds }: StepResult): void {
    const suffix = outcome === conclusion ? '' : ' (continue-on-error: the job goes on)'
    this.#print(job, `  ${this.#verdict(outcome, name, durationSeconds)}${suffix}`)
  }

  jobEnded(result: JobResult): void {
    for (const { name, summary } of result.steps) {
      if (summary.trim() === '') continue
      this.#print(result.name, '')
      this.#print(result.name, `  ${this.#styled('bold', `Summary of ${name}`)}`)
      this.#printBlock(result.name, { indent: logIndent, text: summary.trim() })
    }
    if (result.steps.length > 0) this.#print(result.name, '')
    this.#print(
      result.name,
      this.#verdict(result.result, `Job ${result.name}`, result.durationSeconds),
    )
    for (const [key, value] of Object.entries(result.outputs)) {
      this.#printBlock(result.name, { indent: 4, text: `output ${key} = ${value}` })
    }
    if (result.environmentUrl !== undefined) {
      this.#print(result.name, `    environment ${result.environmentUrl}`)
    }
  }

  runEnded({ workflow, conclusion, durationSeconds, comments }: RunResult): void {
    for (const { author, body } of comments) {
      this.#print('', '')
      this.#print('', this.#styled('bold', `Comment of ${author} on the pull request`))
      this.#printBlock('', { indent: 2, text: body.trim() })
    }
    this.#print('', '')
    this.#print('', this.#verdict(conclusion, `Workflow ${workflow}`, durationSeconds))
  }

  #verdict(result: Result, name: string, durationSeconds: number): string {
    const { mark, words, style } = looks[result]
    const time = result === 'skipped' ? '' : ` ${formatDuration(durationSeconds)}`
    return `${this.#styled(style, `${mark} ${name}`)}: ${words}${time}`
  }

  #printBlock(
    job: string,
    block: { readonly indent: number; readonly text: string; readonly style?: Style },
  ): void {
    for (const line of block.text.split('\n')) {
      const text = block.style === undefined ? line : this.#styled(block.style, line)
      this.#print(job, line === '' ? '' : ' '.repeat(block.indent) + text)
    }
  }

  #print(job: string, text: string): void {
    const prefix = this.#manyJobs && job !== '' ? `${this.#styled('gray', `${job} |`)} ` : ''
    this.#options.write(`${`${prefix}${text}`.trimEnd()}\n`)
  }

  #styled(style: Style, text: string): string {
    return this.#options.colour && text !== ''
      ? styleText(style, text, { validateStream: false })
      : text
  }
}

/** A commit is known by its first characters. */
function shortened(reference: string): string {
  return reference.replace(/@([0-9a-f]{7})[0-9a-f]{33}$/, '@$1')
}
