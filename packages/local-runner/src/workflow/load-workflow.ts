import { readFile } from 'node:fs/promises'
import { NotUnderstoodError } from '../problems.ts'
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from './github-parser.ts'
import type { Workflow } from './model.ts'
import { readValues } from './read-values.ts'
import { readWorkflow } from './read-workflow.ts'
import { ProblemCollector } from './tokens.ts'
import { noteUnknownSteps } from './unknown-steps.ts'
import { refuseUnsupportedExpressions } from './unsupported-expressions.ts'

/**
 * Reads a workflow file; throws NotUnderstoodError with every place that is wrong or outside the
 * subset.
 */
export async function loadWorkflow(file: string): Promise<Workflow> {
  return parseWorkflowText({ file, content: await readText(file) })
}

/** Reads the text of a workflow; `file` is its name in messages. */
export async function parseWorkflowText(source: {
  readonly file: string
  readonly content: string
}): Promise<Workflow> {
  const collector = new ProblemCollector(source.file)
  const { context, value } = parseWorkflow(
    { name: source.file, content: source.content },
    new NoOperationTraceWriter(),
  )
  if (value !== undefined && context.errors.count === 0) {
    // Finds what the schema cannot: cycles in needs, unknown jobs, duplicate ids, broken
    // conditions.
    await convertWorkflowTemplate(context, value)
  }
  collector.addAll(context)
  if (value === undefined) {
    // After the first error in YAML the parser has lost its way: what it says next confuses.
    throw new NotUnderstoodError(collector.problems.slice(0, 1))
  }
  if (collector.problems.length > 0) throw new NotUnderstoodError(collector.problems)
  refuseUnsupportedExpressions(value, collector)
  const workflow = readWorkflow(readValues(source) ?? value, collector)
  if (collector.problems.length > 0) throw new NotUnderstoodError(collector.problems)
  const warnings = new ProblemCollector(source.file)
  noteUnknownSteps(value, warnings)
  return { ...workflow, warnings: warnings.problems }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    const message = 'This workflow file cannot be read. Check the path.'
    throw new NotUnderstoodError([{ file, line: 1, column: 1, message }])
  }
}
