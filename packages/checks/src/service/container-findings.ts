import type { Container, Task } from '@aws-sdk/client-ecs'
import { count } from '@deploy-actions/action-kit'
import { nameFromArn } from '@deploy-actions/aws'
import { containersOf, isEssential, type Definition } from '@deploy-actions/ecs'
import type { Finding } from '../finding.ts'
import { runningTasks, type ServiceFacts } from './facts.ts'

type ContainerDefinition = ReturnType<typeof containersOf>[number]

/** Whether ECS checks the health of a container by itself; `NONE` switches that off. */
export function hasHealthCheck({ healthCheck }: ContainerDefinition): boolean {
  return healthCheck !== undefined && healthCheck.command?.[0] !== 'NONE'
}

/** Containers that do not run or are not healthy; without a health check, running is all that can be known. */
export function containerFindings(facts: ServiceFacts): readonly Finding[] {
  const tasks = runningTasks(facts)
  const complaints = tasks.flatMap((task) => {
    const definition = facts.definitions.get(task.taskDefinitionArn ?? '')
    return definition === undefined ? [] : complaintsOf(task, definition)
  })
  const groups = Map.groupBy(complaints, ({ container, state }) => `${container} is ${state}`)
  return [...groups].map(([what, { length }]) => ({
    key: what,
    message: `container ${what} in ${length} of ${count(tasks.length, 'task')}`,
    remedy: remedyFor(what),
  }))
}

function remedyFor(what: string): string {
  if (!what.endsWith('UNHEALTHY')) {
    return 'Wait until its health check has passed: when it only takes long, raise timeout.'
  }
  return 'Run the health check command in the image, and read the log of the container; when it only needs longer to start, raise startPeriod.'
}

interface Complaint {
  readonly container: string
  readonly state: string
}

function complaintsOf({ containers = [] }: Task, definition: Definition): readonly Complaint[] {
  return containersOf(definition).flatMap((defined) => {
    const container = defined.name ?? ''
    const state = stateOf(
      defined,
      containers.find(({ name }) => name === container),
    )
    return state === undefined ? [] : [{ container, state }]
  })
}

/** What is wrong with a container; a side container may well have ended. */
function stateOf(defined: ContainerDefinition, container: Container = {}): string | undefined {
  const { lastStatus = 'unknown to ECS', healthStatus = 'UNKNOWN' } = container
  if (lastStatus !== 'RUNNING') return isEssential(defined) ? lastStatus : undefined
  return !hasHealthCheck(defined) || healthStatus === 'HEALTHY' ? undefined : healthStatus
}

/** Tasks none of whose containers runs the expected digest; side containers run what they like. */
export function digestFindings(facts: ServiceFacts): readonly Finding[] {
  const { expectedDigest: wanted } = facts
  if (wanted === undefined) return []
  const tasks = runningTasks(facts)
  const others = tasks.filter(
    ({ containers = [] }) => !containers.some(({ imageDigest }) => imageDigest === wanted),
  )
  const [first] = others
  if (first === undefined) return []
  const definition = nameFromArn(first.taskDefinitionArn ?? '')
  return [
    {
      key: `digest ${imagesOf(first)}`,
      message: `${others.length} of ${count(tasks.length, 'task')} run another image: ${imagesOf(first)} of ${definition}, expected ${wanted}`,
      remedy:
        'Look whether the deployment of the expected image has finished, was rolled back, or was followed by another one; when it is only slow, raise timeout.',
    },
  ]
}

function imagesOf({ containers = [] }: Task): string {
  const images = containers.map(
    ({ name, imageDigest }) => `${name} runs ${imageDigest ?? 'a digest that ECS does not tell'}`,
  )
  return images.join(', ')
}
