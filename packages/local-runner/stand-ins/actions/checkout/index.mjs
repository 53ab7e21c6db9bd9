import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'

const { env } = process

/**
 * The files that git would know of: tracked ones, and new ones that are not ignored.
 *
 * @param {string} repository
 */
function filesKnownToGit(repository) {
  const listing = execFileSync(
    'git',
    ['-C', repository, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, stdio: ['ignore', 'pipe', 'ignore'] },
  )
  return listing.split('\0').filter((file) => file !== '' && existsSync(join(repository, file)))
}

/**
 * @param {string} repository
 * @param {string} target
 */
function copyFiles(repository, target) {
  const files = filesKnownToGit(repository)
  for (const file of files) {
    mkdirSync(dirname(join(target, file)), { recursive: true })
    cpSync(join(repository, file), join(target, file), { verbatimSymlinks: true, recursive: true })
  }
  return `${files.length} files`
}

/**
 * @param {string} repository
 * @param {string} target
 */
function copyFolder(repository, target) {
  for (const name of readdirSync(repository)) {
    const source = join(repository, name)
    // A folder cannot be copied into itself; this is where the rehearsal keeps its own files.
    if (`${target}${sep}`.startsWith(`${source}${sep}`)) continue
    cpSync(source, join(target, name), {
      recursive: true,
      filter: isCopied,
      verbatimSymlinks: true,
    })
  }
  return 'all files'
}

/** @param {string} source */
function isCopied(source) {
  const stats = lstatSync(source)
  const isFile = stats.isFile() || stats.isDirectory() || stats.isSymbolicLink()
  return isFile && !['.git', 'node_modules'].includes(basename(source))
}

/**
 * @param {string} repository
 * @param {string} target
 */
function copyWorkingTree(repository, target) {
  try {
    return copyFiles(repository, target)
  } catch {
    return copyFolder(repository, target)
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
function setOutput(name, value) {
  appendFileSync(env['GITHUB_OUTPUT'] ?? '', `${name}=${value}\n`)
}

const wanted = env['INPUT_REPOSITORY'] ?? ''
if (wanted !== '' && wanted !== env['GITHUB_REPOSITORY']) {
  console.log(
    `::error::This local stand-in checks out the workflow's own repository only, not ${wanted}. ` +
      'Leave out the input repository in a rehearsal.',
  )
  process.exit(1)
}
const repository = env['LOCAL_RUNNER_REPOSITORY']
const files = env['LOCAL_RUNNER_FILES']
if (repository === undefined) {
  console.log('Local stand-in for actions/checkout: the workspace is left as it is.')
} else {
  const target = resolve(env['GITHUB_WORKSPACE'] ?? '', env['INPUT_PATH'] ?? '')
  try {
    const copied = copyWorkingTree(repository, target)
    if (files !== undefined) cpSync(files, target, { recursive: true })
    console.log(
      `Local stand-in for actions/checkout: ${copied} of ${repository} copied, uncommitted changes included.`,
    )
  } catch (error) {
    console.log(
      `::error::The files of ${repository} cannot be copied: ${error instanceof Error ? error.message : String(error)}. ` +
        'Correct that, or let the workflow lie in a git repository.',
    )
    process.exit(1)
  }
}
setOutput('ref', env['GITHUB_REF'] ?? '')
setOutput('commit', env['GITHUB_SHA'] ?? '')
