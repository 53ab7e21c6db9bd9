import { failureCodes } from '@deploy-actions/action-kit'
import { formatted } from './formatted.ts'
import { table } from './tables.ts'

/** The text of docs/failures.md: every value of the output `failure`, and what it means. */
export function failuresPage(): Promise<string> {
  const rows = Object.entries(failureCodes).map(([code, meaning]) => [`\`${code}\``, meaning])
  return formatted(
    'failures.md',
    `<!-- Generated from packages/action-kit/src/failure-codes.ts by "npx -y pnpm@12 generate". -->

# Why a step is red

Every action sets the output \`failure\` when it is red. It holds one code of this list; the log and the
job summary say more, and what to do. The cause of a failure wins over the mechanism that noticed it: a
container that crashes until the circuit breaker trips is a \`crash\`.

${table(['Code', 'What it means'], rows)}
`,
  )
}
