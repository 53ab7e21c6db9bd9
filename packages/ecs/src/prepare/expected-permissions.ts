import {
  asText,
  asWritten,
  invalid,
  map,
  parseEach,
  type Fill,
  type InputOptions,
  type InputSpec,
  type Raw,
} from '@deploy-actions/action-kit'
import { simulatePermission, type LookupContext } from '@deploy-actions/aws'
import { denied, notChecked, type Finding } from '../preflight/index.ts'
import type { Definition } from '../task-definition/index.ts'

/** What a role of the task is meant to be allowed. */
export interface ExpectedPermission {
  readonly role: 'task' | 'execution'
  readonly actions: readonly string[]
  readonly resources: readonly string[]
}

/**
 * Permissions that the roles of a task have to have: `task=bedrock:InvokeModel on arn:…` a line; several actions
 * and resources are separated by commas. A role may stand in several lines.
 */
export function expectedPermissions<const O extends InputOptions>(
  options: O,
): InputSpec<readonly ExpectedPermission[]> & O {
  const parse = (raw: Raw, fill: Fill = asWritten): readonly ExpectedPermission[] =>
    parseEach(entriesOf(raw), (statement) => statement)
      .flatMap(([role, statements]) =>
        parseEach(
          statements
            .split(/[;\n]/)
            .filter((part) => part.trim() !== '')
            .map((part) => [role, part] as const),
          (part) => permissionOf(role, fill(part)),
        ),
      )
      .map(([, permission]) => permission)
  return { ...options, type: 'map', parse }
}

const line = /^\s*(task|execution)\s*=(.*)$/

/** Lines are read here, since a role may have several; other notations are those of any map. */
function entriesOf(raw: Raw): readonly (readonly [string, string])[] {
  if (typeof raw === 'string') {
    const lines = raw.split('\n').filter((one) => one.trim() !== '' && !one.trim().startsWith('#'))
    const matches = lines.map((one) => line.exec(one))
    if (matches.every((match) => match !== null)) {
      return matches.map(([, role = '', statements = '']) => [role, statements] as const)
    }
  }
  return [...map({ description: '' }).parse(raw)]
}

function permissionOf(role: string, statement: string): ExpectedPermission {
  if (role !== 'task' && role !== 'execution') {
    return invalid('is no role of a task; allowed: task, execution')
  }
  const [actions = '', resources = '*', ...rest] = asText(statement).split(/\s+on\s+/)
  const names = wordsOf(actions)
  if (rest.length > 0 || names.length === 0 || !names.every((name) => actionForm.test(name))) {
    return invalid(
      names.some((name) => name.includes('*'))
        ? 'has an action with *, which IAM does not simulate; name each action, such as bedrock:InvokeModel'
        : 'must be actions of IAM such as bedrock:InvokeModel, and may go on with: on ARN',
    )
  }
  const arns = wordsOf(resources)
  if (!arns.every((arn) => arn === '*' || arn.startsWith('arn:'))) {
    return invalid('has a resource that is no ARN; allowed: ARNs, or *')
  }
  return { role, actions: names, resources: arns }
}

const actionForm = /^[a-z\d-]+:[A-Za-z\d]+$/

function wordsOf(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '')
}

/** Holds the roles of a definition to what is expected of them, by IAM's own simulation. */
export async function judgeExpectedPermissions(
  context: LookupContext,
  definition: Definition,
  expected: readonly ExpectedPermission[],
): Promise<readonly Finding[]> {
  const findings = expected.map(
    async ({ role, actions, resources }): Promise<readonly Finding[]> => {
      const field = role === 'task' ? 'taskRoleArn' : 'executionRoleArn'
      const arn = definition[field]
      const place = { definition: definition.family ?? '', field }
      if (!arn) {
        const problem = `The definition has no ${field}, so its tasks may not ${actions.join(', ')}.`
        const remedy = `Set ${field === 'taskRoleArn' ? 'task-role-arn' : 'execution-role-arn'}, or remove the line from expect-permissions.`
        return [{ kind: 'permission', severity: 'error', place, problem, instead: '', remedy }]
      }
      const lookup = await simulatePermission(context, { role: arn, actions, resources })
      if (lookup.kind === 'not-checked') {
        const what = `whether ${arn} may ${actions.join(', ')}`
        return [{ kind: 'permission', place, ...notChecked(what, lookup) }]
      }
      return lookup.denials.map((denial) => denied({ role: arn, ...denial }, place))
    },
  )
  return (await Promise.all(findings)).flat()
}
