import * as core from '@actions/core'
import { ActionError } from './errors.ts'

/**
 * What is wrong with the name of a variable that later steps are to find in their environment; undefined when nothing
 * is. GitHub takes neither its own variables nor NODE_OPTIONS from a step, and its file of variables is read as
 * `NAME=VALUE` where a name holds `=`.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-environment-variable
 */
export function variableNameProblem(name: string): string | undefined {
  if (!/^[^\s=<>"'\p{Cc}]+$/u.test(name)) {
    return 'is empty, or holds white space, quotes, =, < or >'
  }
  if (/^(GITHUB|RUNNER)_/i.test(name) || /^NODE_OPTIONS$/i.test(name)) {
    return 'is kept by GitHub for itself'
  }
  return undefined
}

/**
 * Hands a variable to the later steps of the job, and to nothing else: this process and the programs that it starts do
 * not get it. Throws an `input` error for a name that GitHub does not take, and outside of GitHub Actions, where the
 * toolkit would print the value.
 */
export function exportVariable(name: string, value: string): void {
  const problem = variableNameProblem(name)
  if (problem !== undefined) {
    throw new ActionError({
      code: 'input',
      message: `The variable ${JSON.stringify(name)} cannot be handed to later steps: its name ${problem}.`,
      remedy: 'Export the value under another name.',
    })
  }
  requireFile('GITHUB_ENV')
  const before = process.env[name]
  try {
    core.exportVariable(name, value)
  } finally {
    if (before === undefined) delete process.env[name]
    else process.env[name] = before
  }
}

/**
 * Keeps a text for the post part of this step, which finds it as `STATE_<name>`. Never a secret: the runner keeps it in
 * plain sight. Throws an `input` error outside of GitHub Actions.
 */
export function saveState(name: string, value: string): void {
  requireFile('GITHUB_STATE')
  core.saveState(name, value)
}

/** Without the runner's file, the toolkit would print the value as a workflow command of the old kind. */
function requireFile(variable: 'GITHUB_ENV' | 'GITHUB_STATE'): void {
  if (process.env[variable]) return
  throw new ActionError({
    code: 'input',
    message: `${variable} is not set, so nothing can be handed to what comes after this step.`,
    remedy: 'Run the action in a job of GitHub Actions, whose runner sets it.',
  })
}
