import {
  attemptCheck,
  findArn,
  readResourcePolicy,
  simulatePermission,
  type Denial,
  type LookupContext,
} from '@deploy-actions/aws'
import { denied, notChecked, type Finding } from '@deploy-actions/ecs'

/** What a service gets as secrets: references by ARNs. */
export interface SecretsOfService {
  readonly service: string
  readonly secrets: readonly string[]
}

/** What the instance role may not read of the secrets that its service gets. Throws only when the run is cancelled. */
export async function findUnreadable(
  context: LookupContext,
  role: string | undefined,
  { secrets, service }: SecretsOfService,
): Promise<readonly Finding[]> {
  const place = { definition: service, field: 'instance-role-arn' }
  if (secrets.length === 0) return []
  if (role === undefined) return [noRole(place)]
  const needed = neededOf(secrets)
  const findings = await Promise.all(
    [...needed].map(async ([action, resources]): Promise<readonly Finding[]> => {
      const permission = { role, actions: [action], resources: [...resources] }
      const lookup = await simulatePermission(context, permission)
      if (lookup.kind === 'not-checked') {
        const what = `whether ${role} may ${action}`
        return [{ kind: 'permission', place, ...notChecked(what, lookup) }]
      }
      const found = lookup.denials.map((denial) => judge(context, { role, ...denial }, place))
      return Promise.all(found)
    }),
  )
  return findings.flat()
}

/** Resources by the action that reads them. Names of secrets that were not found are told by themselves. */
function neededOf(secrets: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const needed = new Map<string, Set<string>>()
  for (const text of secrets) {
    const arn = findArn(text)
    if (arn === undefined) continue
    const isParameter = arn.service === 'ssm'
    const action = isParameter ? 'ssm:GetParameters' : 'secretsmanager:GetSecretValue'
    // What follows the ARN names a key and a version in it.
    const resource = isParameter ? text : text.split(':').slice(0, 7).join(':')
    needed.set(action, (needed.get(action) ?? new Set()).add(resource))
  }
  return needed
}

/** A secret's own policy may allow what no policy of the role does; the simulation knows nothing of it. */
async function judge(
  context: LookupContext,
  denial: Denial & { readonly role: string },
  place: Finding['place'],
): Promise<Finding> {
  const finding = denied(denial, place)
  const { action, resource, isExplicit } = denial
  if (finding.severity !== 'error' || isExplicit || !action.startsWith('secretsmanager:')) {
    return finding
  }
  const hasOwnPolicy = await attemptCheck(() => readResourcePolicy(context, resource))
  if (hasOwnPolicy === false) return finding
  const problem = `${finding.problem} The policy of the secret may, and was not read.`
  return { ...finding, severity: 'not-checked', problem }
}

function noRole(place: Finding['place']): Finding {
  return {
    severity: 'error',
    kind: 'permission',
    place,
    problem: 'The service has no instance role, by which its secrets would be read.',
    instead: '',
    remedy:
      'Give instance-role-arn a role that tasks.apprunner.amazonaws.com may assume, and that may read the secrets.',
  }
}
