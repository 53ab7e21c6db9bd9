import { basename } from 'node:path'
import { readDispatchInputs } from './dispatch-inputs.ts'
import type { Template, Workflow } from './model.ts'
import { readJob } from './read-job.ts'
import { readKeys } from './read-keys.ts'
import { readRunDefaults } from './run-defaults.ts'
import { entriesOf, findValue, itemsOf, literalOf, type ProblemCollector } from './tokens.ts'

const workflowKeys = [
  'name',
  'description',
  'run-name',
  'on',
  'permissions',
  'env',
  'defaults',
  'concurrency',
  'jobs',
] as const

/** What the keys of a workflow file say. */
export type ReadWorkflow = Omit<Workflow, 'warnings'>

/** Turns the tree of a valid workflow into our model, and refuses what lies outside the subset. */
export function readWorkflow(root: Template, collector: ProblemCollector): ReadWorkflow {
  const keys = readKeys(root, { allowed: workflowKeys, of: 'a workflow', collector })
  // The schema has made sure that `on` and `jobs` are there.
  const on = keys.on ?? root
  return {
    file: collector.file,
    name: literalOf(keys.name) ?? basename(collector.file),
    ...(keys['run-name'] && { runName: keys['run-name'] }),
    events: eventsOf(on),
    dispatchInputs: readDispatchInputs(findValue(on, 'workflow_dispatch')),
    onToken: on,
    ...(keys.env && { env: keys.env }),
    ...(keys.permissions && { permissions: keys.permissions }),
    runDefaults: readRunDefaults(keys.defaults, collector),
    jobs: entriesOf(keys.jobs).map((entry) => readJob(entry, collector)),
  }
}

function eventsOf(on: Template): readonly string[] {
  const entries = entriesOf(on)
  if (entries.length > 0) return entries.map(({ key }) => key)
  return itemsOf(on).map((item) => literalOf(item) ?? '')
}
