import type { Contract } from '@deploy-actions/action-kit'

/** All outputs of an action with what they hold: those of every action first, then its own. */
export function outputDescriptions({
  outcomes,
  outputs,
}: Contract): [name: string, text: string][] {
  const values = Object.entries(outcomes).map(([value, text]) => `${code(value)} (${clause(text)})`)
  return [
    ['outcome', `Where things stand: ${values.join(', ')}.`],
    [
      'failure',
      'Why the step is red: one of the codes that docs/failures.md explains. Empty when it is green.',
    ],
    ...Object.entries(outputs),
  ]
}

function code(value: string): string {
  return `\`${value}\``
}

/** A sentence as part of another: without the full stop at its end. */
function clause(sentence: string): string {
  return sentence.replace(/\.$/, '')
}
