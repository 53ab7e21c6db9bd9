import { invalid } from '@deploy-actions/action-kit'
import { findJsonObject } from '../manifest/json.ts'

/** In characters. https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutLifecyclePolicy.html */
const length = { least: 100, most: 30_720 }

/**
 * Reads the text of a lifecycle policy, as a file has it, before anything is called with it. Throws
 * InvalidValue, which says what is wrong.
 */
export function parseLifecyclePolicy(text: string): string {
  const { least, most } = length
  const policy = findJsonObject(text)
  if (policy === undefined) return invalid('is no JSON object')
  if (!Array.isArray(policy['rules']) || policy['rules'].length === 0) {
    return invalid('has no list of rules under the key "rules"')
  }
  if (text.length < least || text.length > most) {
    return invalid(`has ${text.length} characters; ECR takes from ${least} to ${most}`)
  }
  return text
}
