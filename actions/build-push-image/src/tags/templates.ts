import {
  asText,
  asWritten,
  InvalidValue,
  isList,
  nearest,
  type Fill,
  type InputOptions,
  type InputSpec,
  type Problem,
  type Raw,
} from '@deploy-actions/action-kit'

/** What a tag may be made of: each word in braces. */
export const placeholders = [
  ...(['sha', 'short-sha', 'branch', 'tag', 'version'] as const),
  ...(['run-id', 'run-number', 'date', 'content'] as const),
] as const

export type Placeholder = (typeof placeholders)[number]

/** Tags as they are written, one a line or separated by commas. */
export function tagTemplates<const O extends InputOptions>(
  options: O,
): InputSpec<readonly string[]> & O {
  return { ...options, type: 'list', parse: parseTemplates }
}

function parseTemplates(raw: Raw, fill: Fill = asWritten): readonly string[] {
  const items = isList(raw) ? raw.map((item) => asText(item)) : asText(raw).split(/[\n,]/)
  const templates = items.map((item) => fill(item.trim())).filter((item) => item !== '')
  const problems = templates.flatMap(problemsOf)
  if (templates.length === 0) problems.push({ path: '', message: 'has no tag' })
  if (problems.length > 0) throw new InvalidValue(problems)
  return [...new Set(templates)]
}

function problemsOf(template: string): Problem[] {
  if (/[{}]/.test(template.replaceAll(/\{[^{}]*\}/g, ''))) {
    return [{ path: template, message: 'has a brace without its other one' }]
  }
  return namesIn(template).flatMap((name) => {
    if (isPlaceholder(name)) return []
    const guess = nearest(name, placeholders)
    const hint = guess === undefined ? '' : ` (did you mean {${guess}}?)`
    const allowed = placeholders.map((one) => `{${one}}`).join(' ')
    return [{ path: template, message: `has {${name}}, which is not one of ${allowed}${hint}` }]
  })
}

/** The words in the braces of a template. */
export function namesIn(template: string): readonly string[] {
  return [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)
}

function isPlaceholder(name: string): name is Placeholder {
  return placeholders.some((one) => one === name)
}
