import type { Problem } from '@deploy-actions/action-kit'
import { isKeyManifestTag } from '@deploy-actions/aws'

/**
 * What is wrong with tags, told before anything is written.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_Tag.html
 */
export function tagProblems(tags: ReadonlyMap<string, string>): readonly Problem[] {
  const problems = [...tags].flatMap(([name, value]) => {
    const message = nameProblem(name) ?? valueProblem(value)
    return message === undefined ? [] : [{ path: `tags.${name}`, message }]
  })
  const tooMany = { path: 'tags', message: `are ${tags.size}; allowed: 50` }
  return tags.size > 50 ? [...problems, tooMany] : problems
}

function nameProblem(name: string): string | undefined {
  if (name.toLowerCase().startsWith('aws:')) return 'begins with aws:, which is kept for AWS'
  if (isKeyManifestTag(name)) return 'is a tag of the key manifest, which this action writes itself'
  if (!known.test(name)) return `has a name with a character that tags do not know; ${allowed}`
  return name.length > 128 ? 'has a name of more than 128 characters' : undefined
}

function valueProblem(value: string): string | undefined {
  if (!known.test(value)) return `has a character that tags do not know; ${allowed}`
  return value.length > 256 ? 'is longer than 256 characters' : undefined
}

const known = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u
const allowed = 'allowed: letters, digits, spaces and _.:/=+-@'
