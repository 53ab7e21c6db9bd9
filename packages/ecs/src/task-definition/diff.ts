import { createTwoFilesPatch } from 'diff'
import { canonicalText } from './canonical.ts'
import type { Definition } from './definition.ts'
import { withoutSecrets, type Compared } from './hide-secrets.ts'

/**
 * What differs between a definition and another that is to follow it, in the unified format; empty where they
 * mean the same to ECS. What has the name or the form of a secret is hidden: whether it differs is shown, and
 * nothing of it.
 */
export function diffDefinitions(before: Definition | undefined, after: Definition): string {
  if (before !== undefined && canonicalText(before) === canonicalText(after)) return ''
  const old = before === undefined ? '' : shownText(before, { other: after, mark: 'before' })
  const names = [before === undefined ? 'nothing' : 'latest revision', 'rendered'] as const
  const text = shownText(after, { other: before, mark: 'after' })
  const patch = createTwoFilesPatch(...names, old, text, '', '', { context: 3 })
  // The first two lines are a rule and a name that say nothing here.
  return patch.slice(patch.indexOf('--- ')).trimEnd()
}

function shownText(definition: Definition, compared: Compared): string {
  const text = canonicalText(withoutSecrets(definition, compared))
  return `${JSON.stringify(JSON.parse(text), null, 2)}\n`
}
