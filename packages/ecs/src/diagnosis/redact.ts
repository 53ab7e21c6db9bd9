import { isSecretName } from '@deploy-actions/action-kit'
import { hideTokenRuns } from '../task-definition/token-runs.ts'

const hidden = '***'

/** Forms in which applications print what they were given; a name alone is no secret. */
const tokens =
  /\beyJ[\w-]{8,1000}\.[\w-]{8,}\.[\w-]*|\bgh[oprsu]_\w{30,}|\bxox[abprs]-[\w-]{10,}|\bsk_(?:live|test)_\w{8,}/g
// With limits, so that a line of any length is looked through at once.
const passwords = /([a-z][a-z\d+.-]{0,20}:\/\/[^\s/:@]{0,200}:)[^\s@]{1,500}(?=@)/gi

/** A line of a foreign log without what is a secret unmistakably: passwords in URLs, and tokens that say what they are. */
export function hideTokens(line: string): string {
  return line.replace(passwords, `$1${hidden}`).replace(tokens, hidden)
}

/**
 * A line of a foreign log without what is a secret by its form: passwords in URLs, tokens and what looks like one, and
 * values after names that speak of secrets. The values that are known are masked besides.
 */
export function redact(line: string): string {
  const withoutNamed = hideTokens(
    line.replace(/\b(Bearer|Basic) +[\w.~+/=-]{8,}/gi, `$1 ${hidden}`),
  ).replace(/([\w.-]+)(=|["']\s*:\s*)("[^"]*"|'[^']*'|[^\s"',;&]+)/g, hideValue)
  return hideTokenRuns(withoutNamed)
}

function hideValue(all: string, name: string, sign: string): string {
  return isSecretName(name) ? `${name}${sign}${hidden}` : all
}
