import {
  invalid,
  list,
  text,
  type InputOptions,
  type InputSpec,
  type Raw,
} from '@deploy-actions/action-kit'

/** A form that names of one kind have, in words where a name has it not. */
export interface NameForm {
  readonly pattern: RegExp
  readonly what: string
}

/** Names of services, or their ARNs. */
export const serviceForm: NameForm = {
  pattern: /^(arn:[^:\s]+:ecs:[^:\s]*:\d{12}:service\/([\w-]{1,255}\/)?)?[\w-]{1,255}$/,
  what: 'a service; allowed: its name or its ARN',
}

/** Names of target groups, or their ARNs. */
export const targetGroupForm: NameForm = {
  pattern:
    /^([A-Za-z0-9-]{1,32}|arn:[^:\s]+:elasticloadbalancing:[^:\s]*:\d{12}:targetgroup\/[\w-]+\/[0-9a-f]+)$/,
  what: 'a target group; allowed: its name or its ARN',
}

/** One name of a form. */
export function nameOf<const O extends InputOptions>(
  form: NameForm,
  options: O,
): InputSpec<string> & O {
  const parse = (raw: Raw): string => inForm(form, text({ description: '' }).parse(raw))
  return { ...options, type: 'string', parse }
}

/** One or more different names of a form. */
export function namesOf<const O extends InputOptions>(
  form: NameForm,
  options: O,
): InputSpec<readonly string[]> & O {
  const parse = (raw: Raw): readonly string[] => {
    const names = list({ description: '' }).parse(raw)
    if (names.length === 0) invalid('names nothing; allowed: one or more, a line each')
    if (new Set(names).size < names.length) invalid('has a name twice; allowed: each of them once')
    return names.map((name) => inForm(form, name))
  }
  return { ...options, type: 'list', parse }
}

function inForm({ pattern, what }: NameForm, name: string): string {
  return pattern.test(name) ? name : invalid(`has a part that is no name of ${what}`)
}

/** How a check is called: one line, since it stands in tables and lists. */
export function checkName<const O extends InputOptions>(options: O): InputSpec<string> & O {
  const parse = (raw: Raw): string => {
    const name = text({ description: '' }).parse(raw)
    const isFine = name.length <= 100 && !/\p{Cc}/u.test(name)
    return isFine ? name : invalid('is too long; allowed: one line of at most 100 characters')
  }
  return { ...options, type: 'string', parse }
}
