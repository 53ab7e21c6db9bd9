import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/**
 * The folder that stands for the repository of a workflow file, absolute: the nearest git
 * repository around it; without one the folder above `.github/workflows`; else the workflow's own.
 */
export function findRepository(workflowFile: string): string {
  const own = dirname(resolve(workflowFile))
  for (let folder = own; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
    if (folder === dirname(folder)) return withoutGit(own)
  }
}

function withoutGit(own: string): string {
  const above = dirname(own)
  const isWorkflows = basename(own) === 'workflows' && basename(above) === '.github'
  return isWorkflows ? dirname(above) : own
}
