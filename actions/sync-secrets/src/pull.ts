import { count, inputError, type ReportOf } from '@deploy-actions/action-kit'
import { asTheyAre, judge } from './check.ts'
import type { contract } from './contract.ts'
import { textOf } from './document/index.ts'
import { writeExportFile } from './pull/export-file.ts'
import { planExports, type ExportedValue } from './pull/exported-values.ts'
import { report } from './report.ts'
import { findRefusal, type Step } from './step.ts'

/** Gives the values of secrets to the later steps of the job, or to a file that is removed after it. */
export async function pull(step: Step): Promise<ReportOf<typeof contract>> {
  const { context, inputs, aws } = step
  const { host } = context
  const { observed, plan } = await judge(step)
  const written = asTheyAre(observed)
  const refusal = await findRefusal(aws, plan, observed)
  if (refusal !== undefined) {
    const verdict = 'Nothing was exported'
    return report({ outcome: 'failed', verdict, plan, written, failure: refusal })
  }
  const { values, problems } = planExports(observed, inputs.exportFile !== undefined)
  if (problems.length > 0) throw inputError(problems)
  const to = inputs.exportFile ?? 'environment of the job'
  const exported = plan.map(({ id }) => ({ id, to, names: namesOf(values, id) }))
  for (const { id, names } of exported) host.info(`${id} to the ${to}: ${names.join(', ')}`)
  const ending = { plan, written, exported }
  const total = count(values.length, 'value')
  if (inputs.dryRun) {
    return report({ ...ending, outcome: 'planned', verdict: `${total} can be exported (dry run)` })
  }
  await hand(step, values)
  return report({ ...ending, outcome: 'pulled', verdict: `${total} exported` })
}

async function hand(
  { context: { host }, inputs: { exportFile } }: Step,
  values: readonly ExportedValue[],
): Promise<void> {
  if (exportFile !== undefined) return writeExportFile(host, exportFile, values)
  for (const { name, value } of values) host.setVariable(name, textOf(value))
}

function namesOf(values: readonly ExportedValue[], id: string): readonly string[] {
  return values.filter((one) => one.id === id).map(({ name }) => name)
}
