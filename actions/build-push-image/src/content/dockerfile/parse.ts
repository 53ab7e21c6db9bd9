import {
  Add,
  Copy,
  DockerfileParser,
  From,
  Onbuild,
  PropertyInstruction,
  Run,
  type Instruction,
} from 'dockerfile-ast'
import { directivesOf } from './directives.ts'
import { canHaveHeredocs } from './heredocs.ts'
import { logicalLines } from './logical-lines.ts'

/** What of a Dockerfile says which images and addresses a build reads. */
export interface Dockerfile {
  /** The frontend that it asks for with `# syntax=`. */
  readonly syntax: string | undefined
  readonly escape: string
  /** ARG before the first FROM. */
  readonly globals: readonly Assignment[]
  readonly stages: readonly Stage[]
}

/** From one FROM to the next. */
export interface Stage {
  readonly name: string | undefined
  /** As written, with its variables. */
  readonly base: string
  readonly steps: readonly Step[]
}

/** ARG or ENV, with one name. */
export interface Assignment {
  readonly kind: 'ARG' | 'ENV'
  readonly name: string
  /** As written; undefined for an ARG without a default. */
  readonly value: string | undefined
}

/** COPY or a mount of RUN that reads from a stage, an additional context, or an image. */
export interface Reading {
  readonly kind: 'COPY' | 'RUN'
  readonly from: string
}

/** One source of an ADD. */
export interface Addition {
  readonly kind: 'ADD'
  readonly source: string
  /** As written, with its variables; empty where there is none. */
  readonly checksum: string
}

/** An instruction that matters here. */
export type Step = Assignment | Reading | Addition

/**
 * Reads a Dockerfile. What docker would refuse is left for docker to refuse. Throws CannotTell where only docker
 * can tell where an instruction ends.
 */
export function parseDockerfile(text: string): Dockerfile {
  const { syntax, escape } = directivesOf(text)
  const lines = logicalLines(text, escape).map(singleLine)
  const parsed = DockerfileParser.parse([`# escape=${escape}`, ...lines].join('\n'))
  const globals: Assignment[] = []
  const stages: OpenStage[] = []
  for (const instruction of parsed.getInstructions()) {
    const stage = stages.at(-1)
    if (instruction instanceof From) stages.push(stageOf(instruction))
    else if (stage === undefined) globals.push(...assignmentsOf(instruction))
    else stage.steps.push(...stepsOf(instruction))
  }
  return { syntax, escape, globals, stages }
}

/**
 * What the parser takes for one instruction without a document: it would find documents in quotes, and joins
 * lines by rules of its own.
 */
function singleLine(line: string): string {
  const text = line.replaceAll('\r', ' ')
  return canHaveHeredocs(text) ? text.replaceAll('<<', '__') : text
}

interface OpenStage extends Stage {
  readonly steps: Step[]
}

function stageOf(from: From): OpenStage {
  const [base = '', as = '', name] = from.getArguments().map((word) => word.getValue())
  return { base, name: as.toLowerCase() === 'as' ? name : undefined, steps: [] }
}

function stepsOf(instruction: Instruction): readonly Step[] {
  // What ONBUILD says is done where a later stage builds upon this one.
  if (instruction instanceof Onbuild) {
    const trigger = instruction.getTriggerInstruction()
    return trigger === null ? [] : stepsOf(trigger)
  }
  if (instruction instanceof Copy) {
    return flagsOf(instruction, 'from').map((from) => ({ kind: 'COPY', from }))
  }
  if (instruction instanceof Run) {
    const mounts = flagsOf(instruction, 'mount').flatMap((mount) => mount.split(','))
    return mounts.flatMap((option) => {
      const from = /^from=(.+)$/i.exec(option.trim())?.[1]
      return from === undefined ? [] : [{ kind: 'RUN', from }]
    })
  }
  return instruction instanceof Add ? additionsOf(instruction) : assignmentsOf(instruction)
}

function flagsOf(instruction: Copy | Run | Add, name: string): readonly string[] {
  return instruction.getFlags().flatMap((flag) => {
    const isMeant = flag.getName().toLowerCase() === name
    return isMeant ? [(flag.getValue() ?? '').replaceAll(/["']/g, '')] : []
  })
}

function additionsOf(add: Add): readonly Step[] {
  const strings = add.getJSONStrings()
  const words = (strings.length > 0 ? strings : add.getArguments()).map((word) => word.getValue())
  const [checksum = ''] = flagsOf(add, 'checksum')
  return words.slice(0, -1).map((source) => ({ kind: 'ADD', source, checksum }))
}

function assignmentsOf(instruction: Instruction): readonly Assignment[] {
  const kind = instruction.getKeyword()
  if (!(instruction instanceof PropertyInstruction) || (kind !== 'ARG' && kind !== 'ENV')) return []
  return instruction.getProperties().map((property) => ({
    kind,
    name: property.getName(),
    value: property.getUnescapedValue() ?? undefined,
  }))
}
