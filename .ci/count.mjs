// Sums the reports of vitest runs, one file an argument, and prints the closing line. Exits with 1
// when a report is missing, or when a file of tests against real parts was skipped as a whole in CI.
import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'

const sum = { passed: 0, failed: 0, skipped: 0 }
const problems = []
for (const report of process.argv.slice(2)) {
  if (existsSync(report)) JSON.parse(readFileSync(report, 'utf8')).testResults.forEach(count)
  else problems.push(`There is no report of the tests at ${report}.`)
}
if (sum.passed === 0) problems.push('Not one test passed.')
problems.forEach((problem) => console.log(problem))
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`)
process.exitCode = problems.length === 0 && sum.failed === 0 ? 0 : 1

function count({ name, status, assertionResults }) {
  const of = (wanted) => assertionResults.filter((test) => wanted.includes(test.status)).length
  const [passed, failed] = [of(['passed']), of(['failed'])]
  sum.passed += passed
  // A file that cannot be loaded has no tests to count, and is a failure all the same.
  sum.failed += status === 'failed' ? Math.max(failed, 1) : failed
  sum.skipped += of(['pending', 'skipped', 'todo', 'disabled'])
  if (process.env.CI && passed + failed === 0 && status !== 'failed') {
    problems.push(`Skipped as a whole, in CI: ${relative('.', name)}`)
  }
}
