import type { Deployment } from '@aws-sdk/client-ecs'
import { count } from '@deploy-actions/action-kit'
import { nameFromArn } from '@deploy-actions/aws'
import type { Finding } from '../finding.ts'
import { runningTasks, type ServiceFacts } from './facts.ts'

/** Whether a deployment is under way or has failed, and whether tasks of an earlier definition still run. */
export function deploymentFindings(facts: ServiceFacts): readonly Finding[] {
  const { deployments = [], taskDefinition } = facts.service
  const failed = deployments.filter(({ rolloutState }) => rolloutState === 'FAILED')
  if (failed.length > 0) return failed.map(failedFinding)
  const unfinished = deployments.filter(
    ({ rolloutState, status }) => rolloutState === 'IN_PROGRESS' || status !== 'PRIMARY',
  )
  if (unfinished.length > 0) return unfinished.map(unfinishedFinding)
  // Without a deployment of its own (another deployment controller) nothing says which definition is due.
  return deployments.length === 0 ? [] : earlierDefinitions(facts, taskDefinition ?? '')
}

function failedFinding({ id, taskDefinition, rolloutStateReason }: Deployment): Finding {
  const reason = rolloutStateReason ? `; ECS says: ${rolloutStateReason}` : ''
  return {
    key: `failed ${id}`,
    message: `deployment ${id} of ${nameFromArn(taskDefinition ?? '')} failed${reason}`,
    remedy:
      'Look at the events and the stopped tasks of the service for the cause, and deploy again; deploy-ecs tells it at once.',
  }
}

function unfinishedFinding(deployment: Deployment): Finding {
  const {
    id,
    status,
    taskDefinition,
    desiredCount = 0,
    runningCount = 0,
    failedTasks = 0,
  } = deployment
  const name = `deployment ${id} of ${nameFromArn(taskDefinition ?? '')}`
  const failed = failedTasks > 0 ? `, ${failedTasks} failed` : ''
  const message =
    status === 'PRIMARY'
      ? `${name} is in progress: ${runningCount} of ${count(desiredCount, 'task')} run${failed}`
      : `${name} is not gone yet: ${count(runningCount, 'task')} of it run`
  return {
    key: `unfinished ${id}`,
    message,
    remedy:
      'Deploy first, and wait for the end of the rollout, as deploy-ecs does; when it only takes long, raise timeout.',
  }
}

function earlierDefinitions(facts: ServiceFacts, wanted: string): readonly Finding[] {
  const others = runningTasks(facts).filter((task) => task.taskDefinitionArn !== wanted)
  const [first] = others
  if (first === undefined) return []
  const name = nameFromArn(first.taskDefinitionArn ?? '')
  return [
    {
      key: `other definition ${name}`,
      message: `${count(others.length, 'task')} of ${name} still run, and the service is to run ${nameFromArn(wanted)}`,
      remedy: 'Wait until ECS has replaced them: when it only takes long, raise timeout.',
    },
  ]
}
