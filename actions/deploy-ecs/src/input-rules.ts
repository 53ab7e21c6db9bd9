import { pullRequestCommentProblems, type Given, type Problem } from '@deploy-actions/action-kit'
import { registryLoginProblems } from '@deploy-actions/registry'
import type { contract } from './contract.ts'

type Table = (typeof contract)['inputs']

/** What has to hold between the inputs. */
export const rules = [
  oneThingToDeploy,
  creation,
  percentages,
  registryLoginProblems,
  pullRequestCommentProblems,
  verifyWithWait,
] as const

/** Inputs that change a service without a definition. */
const settings = [
  'desired-count',
  'enable-execute-command',
  'propagate-tags',
  'capacity-provider-strategy',
  'platform-version',
  'health-check-grace-period',
  'minimum-healthy-percent',
  'maximum-percent',
  'circuit-breaker',
  'alarms',
] as const

function oneThingToDeploy({ given, failed, values }: Given<Table>): readonly Problem[] {
  const images = given.has('image') || given.has('images')
  const named = [
    ...(given.has('task-definition') ? ['task-definition'] : []),
    ...(images ? [given.has('image') ? 'image' : 'images'] : []),
    ...(given.has('rollback-to') ? ['rollback-to'] : []),
  ]
  if (named.length > 1) {
    const message =
      'are given together; give one of task-definition, image (or images), rollback-to'
    return [{ path: named.join(', '), message }]
  }
  const isForced = values.forceNewDeployment || failed.has('force-new-deployment')
  const isSetting = settings.some((name) => given.has(name)) || values.strategy === 'rolling'
  if (named.length === 1 || isForced || isSetting) return []
  const message =
    'nothing to deploy is named; give task-definition, image, images or rollback-to, or a setting such as desired-count or force-new-deployment. ' +
    'An empty value counts as not given: GitHub empties outputs of another job that hold a masked value, such as an account id'
  return [{ path: 'task-definition', message }]
}

function creation({ given, values }: Given<Table>): readonly Problem[] {
  const mayCreate = values.create === 'if-missing'
  if (mayCreate && !given.has('service-definition')) {
    return [{ path: 'service-definition', message: 'is required with create: if-missing' }]
  }
  if (!mayCreate && given.has('service-definition') && values.create !== undefined) {
    return [{ path: 'create', message: 'must be if-missing for service-definition to be used' }]
  }
  if (mayCreate && !given.has('task-definition')) {
    const message = 'is required with create: if-missing, since a new service runs nothing yet'
    return [{ path: 'task-definition', message }]
  }
  return []
}

function percentages({ values }: Given<Table>): readonly Problem[] {
  const { minimumHealthyPercent: minimum, maximumPercent: maximum } = values
  if (minimum === undefined || maximum === undefined || minimum < maximum) return []
  const message = `must be more than minimum-healthy-percent, which is ${minimum}: there would be no room to replace a task`
  return [{ path: 'maximum-percent', message }]
}

function verifyWithWait({ given, values }: Given<Table>): readonly Problem[] {
  return given.has('verify') && values.wait === false
    ? [{ path: 'verify', message: 'cannot go with wait: false, since there is no end to verify' }]
    : []
}
