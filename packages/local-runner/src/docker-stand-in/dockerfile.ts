import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuildCommand } from './command.ts'
import { DockerError } from './docker-error.ts'

/** An instruction that makes a step of a build. */
export interface Step {
  /** As BuildKit names it: `[build 2/5] COPY . .` */
  readonly title: string
  /** Paths of the context that it copies, as far as they can be looked for. */
  readonly copies: readonly string[]
}

interface Instruction {
  readonly keyword: string
  readonly text: string
}

/** Reads the Dockerfile of a build. Throws a DockerError, in BuildKit's words, where it is not there or has no stage of that name. */
export async function readDockerfile({
  context,
  file,
  target,
}: BuildCommand): Promise<{ readonly text: string; readonly steps: readonly Step[] }> {
  const path = file ?? join(context, 'Dockerfile')
  const text = await readFile(path, 'utf8').catch(() => {
    const reason = `open ${file ?? 'Dockerfile'}: no such file or directory`
    throw new DockerError(`ERROR: failed to solve: failed to read dockerfile: ${reason}`)
  })
  return { text, steps: stagesOf(instructionsIn(text), target).flatMap(stepsOf) }
}

const steps = /^(?:FROM|RUN|COPY|ADD|WORKDIR)$/
const instruction = /^\s*(FROM|RUN|COPY|ADD|WORKDIR)\s+(.*)$/i

/** Those that make steps; what is in a here-document is taken for none. */
function instructionsIn(text: string): readonly Instruction[] {
  const lines = text.replaceAll(/\\[ \t]*\r?\n/g, ' ').split(/\r?\n/)
  return lines.flatMap((line) => {
    const [, keyword = '', rest = ''] = instruction.exec(line) ?? []
    const known = keyword.toUpperCase()
    return steps.test(known) ? [{ keyword: known, text: rest.trim().replaceAll(/\s+/g, ' ') }] : []
  })
}

type Stage = readonly Instruction[]

function stagesOf(all: readonly Instruction[], target: string | undefined): readonly Stage[] {
  const stages: Instruction[][] = []
  for (const each of all) {
    if (each.keyword === 'FROM') stages.push([each])
    else stages.at(-1)?.push(each)
  }
  if (stages.length === 0) {
    throw new DockerError(
      'ERROR: failed to solve: dockerfile parse error: file with no instructions',
    )
  }
  if (target === undefined) return stages
  const at = stages.findIndex((stage, index) => [nameOf(stage), String(index)].includes(target))
  if (at >= 0) return stages.slice(0, at + 1)
  throw new DockerError(`ERROR: failed to solve: target stage "${target}" could not be found`)
}

function nameOf([from]: Stage): string {
  return /\sAS\s+(\S+)$/i.exec(from?.text ?? '')?.[1] ?? ''
}

function stepsOf(stage: Stage): readonly Step[] {
  const name = nameOf(stage)
  return stage.map(({ keyword, text }, index) => ({
    title: `[${name === '' ? '' : `${name} `}${index + 1}/${stage.length}] ${keyword} ${text}`,
    copies: keyword === 'COPY' ? copiesOf(text) : [],
  }))
}

/** Wildcards, variables and other stages are not looked into. */
function copiesOf(text: string): readonly string[] {
  if (/--from=|<<|[*?[$]/.test(text)) return []
  return text
    .split(' ')
    .filter((word) => !word.startsWith('--'))
    .slice(0, -1)
}
