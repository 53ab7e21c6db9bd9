import { isSecretName } from '../task-definition/secret-name.ts'
import { hideTokenRuns } from '../task-definition/token-runs.ts'

const hidden = '***'

/** Forms in which applications print what they were given; a name alone is no secret. */
const tokens =
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*|\bgh[oprsu]_\w{30,}|\bxox[abprs]-[\w-]{10,}|\bsk_(?:live|test)_\w{8,}/g

/**
 * A line of a foreign log without what is a secret by its form: passwords in URLs, tokens and what looks like one, and
 * values after names that speak of secrets. The values that are known are masked besides.
 */
export function redact(line: string): string {
  const withoutNamed = line
    .replace(/([a-z][a-z\d+.-]*:\/\/[^\s/:@]*:)[^\s@]+(?=@)/gi, `$1${hidden}`)
    .replace(/\b(Bearer|Basic) +[\w.~+/=-]{8,}/gi, `$1 ${hidden}`)
    .replace(tokens, hidden)
    .replace(/([\w.-]+)(=|["']\s*:\s*)("[^"]*"|'[^']*'|[^\s"',;&]+)/g, hideValue)
  return hideTokenRuns(withoutNamed)
}

function hideValue(all: string, name: string, sign: string): string {
  return isSecretName(name) ? `${name}${sign}${hidden}` : all
}
