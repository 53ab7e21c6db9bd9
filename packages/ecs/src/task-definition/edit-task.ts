import { asText, invalid, type InputOptions, type InputSpec } from '@deploy-actions/action-kit'
import type { Definition } from './definition.ts'

/** What to change of the task as a whole. */
export interface TaskEdits {
  readonly cpu?: string | undefined
  readonly memory?: string | undefined
  readonly taskRoleArn?: string | undefined
  readonly executionRoleArn?: string | undefined
  readonly family?: string | undefined
  readonly runtimePlatform?: TaskPlatform | undefined
}

/** What a task runs on, in the words of ECS. */
export interface TaskPlatform {
  readonly cpuArchitecture: 'X86_64' | 'ARM64'
  readonly operatingSystemFamily: (typeof systems)[number]
}

/** Makes the edits of the task as a whole; one that is not given changes nothing. */
export function withTaskEdits(definition: Definition, edits: TaskEdits): Definition {
  const given = Object.entries(edits).filter(([, value]) => value !== undefined)
  return { ...definition, ...Object.fromEntries(given) }
}

const architectures: Readonly<Record<string, TaskPlatform['cpuArchitecture']>> = {
  x86_64: 'X86_64',
  amd64: 'X86_64',
  arm64: 'ARM64',
}

const systems = [
  'LINUX',
  'WINDOWS_SERVER_2019_CORE',
  'WINDOWS_SERVER_2019_FULL',
  'WINDOWS_SERVER_2022_CORE',
  'WINDOWS_SERVER_2022_FULL',
  'WINDOWS_SERVER_2025_CORE',
  'WINDOWS_SERVER_2025_FULL',
] as const

/** A platform as `LINUX/ARM64`, or as docker has it: `linux/arm64`. */
export function runtimePlatform<const O extends InputOptions>(
  options: O,
): InputSpec<TaskPlatform> & O {
  return {
    ...options,
    type: 'string',
    parse: (raw, fill) => {
      const [system = '', architecture = '', ...rest] = asText(raw, fill).split('/')
      const operatingSystemFamily = systems.find((one) => one === system.toUpperCase())
      const cpuArchitecture = architectures[architecture.toLowerCase()]
      if (operatingSystemFamily === undefined || cpuArchitecture === undefined || rest.length > 0) {
        return invalid(
          `is no platform of ECS; allowed: one of ${systems.join(', ')}, then /X86_64 or /ARM64`,
        )
      }
      return { cpuArchitecture, operatingSystemFamily }
    },
  }
}
