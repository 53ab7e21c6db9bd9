import { parseCommand, type WorkflowCommand } from './commands.ts'
import type { Masks } from './masks.ts'

/** How a line of a log is to be shown. */
export type LogKind = 'text' | 'group' | 'endgroup' | AnnotationLevel | 'debug'
export type AnnotationLevel = 'error' | 'warning' | 'notice'

/** One line of a step's log, with secrets hidden. */
export interface LogLine {
  readonly kind: LogKind
  readonly text: string
}

/** What a step wants a person to see: on the run's page, or beside a line of code. */
export interface Annotation {
  readonly level: AnnotationLevel
  readonly message: string
  /** `title`, `file`, `line`, `endLine`, `col`, `endColumn`, as far as the step gave them. */
  readonly properties: Readonly<Record<string, string>>
}

export interface StepLogOptions {
  readonly masks: Masks
  /** Whether debug lines are shown, as with ACTIONS_STEP_DEBUG. */
  readonly debug: boolean
  readonly emit: (line: LogLine) => void
}

const disabledCommands = new Map([
  ['set-env', 'GITHUB_ENV'],
  ['add-path', 'GITHUB_PATH'],
])
const silentCommands = new Set(['add-matcher', 'remove-matcher', 'echo'])

/** Takes what a step prints, carries out its workflow commands, and keeps the log. */
export class StepLog {
  readonly annotations: Annotation[] = []
  /** Outputs and state set by the deprecated commands. */
  readonly outputs: Record<string, string> = {}
  readonly state: Record<string, string> = {}
  /** A command was refused: the step has failed, whatever its exit code. */
  refused = false
  readonly #options: StepLogOptions
  readonly #lines: string[] = []
  #stopToken: string | undefined

  constructor(options: StepLogOptions) {
    this.#options = options
  }

  /** The log so far, marked as in the file that GitHub lets one download. */
  get text(): string {
    return this.#lines.join('\n')
  }

  /** Takes one printed line. */
  take(line: string): void {
    const command = parseCommand(line)
    if (this.#stopToken !== undefined) {
      if (command?.name === this.#stopToken) this.#stopToken = undefined
      else this.#print('text', line)
    } else if (command === undefined || !this.#carryOut(command)) {
      this.#print('text', line)
    }
  }

  /** Prints a line of the runner's own. */
  say(text: string): void {
    this.#print('text', text)
  }

  /** Adds an annotation and prints it. */
  annotate(
    level: AnnotationLevel,
    message: string,
    properties: Readonly<Record<string, string>> = {},
  ): void {
    const { masks } = this.#options
    this.annotations.push({
      level,
      message: masks.hide(message),
      properties: masks.hideValues(properties),
    })
    this.#print(level, message)
  }

  #carryOut({ name, properties, message }: WorkflowCommand): boolean {
    switch (name) {
      case 'group':
      case 'endgroup':
        this.#print(name, message)
        return true
      case 'error':
      case 'warning':
      case 'notice':
        this.annotate(name, message, properties)
        return true
      case 'debug':
        if (this.#options.debug) this.#print('debug', message)
        return true
      case 'add-mask':
        this.#options.masks.add(message)
        return true
      case 'stop-commands':
        this.#stopToken = message.toLowerCase()
        return true
      default:
        return this.#carryOutOld(name, properties['name'] ?? '', message)
    }
  }

  #carryOutOld(name: string, key: string, value: string): boolean {
    if (name === 'set-output' || name === 'save-state') {
      const target = name === 'set-output' ? this.outputs : this.state
      target[key] = value
      const advice = 'Please upgrade to using Environment Files.'
      const message = `The \`${name}\` command is deprecated and will be disabled soon. ${advice}`
      this.annotate('warning', message)
      return true
    }
    const file = disabledCommands.get(name)
    if (file !== undefined) {
      this.refused = true
      this.annotate(
        'error',
        `The \`${name}\` command is disabled. Please write to the file $${file}.`,
      )
      return true
    }
    return silentCommands.has(name)
  }

  #print(kind: LogKind, message: string): void {
    const text = this.#options.masks.hide(message)
    this.#lines.push(kind === 'text' ? text : `##[${kind}]${text}`)
    this.#options.emit({ kind, text })
  }
}
