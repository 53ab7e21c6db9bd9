import { appendFileSync } from 'node:fs'

const { env } = process

/**
 * Reads an input; hyphens stay in the names of their variables.
 *
 * @param {string} name
 */
function input(name) {
  return (env[`INPUT_${name.toUpperCase()}`] ?? '').trim()
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.log(`::error::${message}`)
  process.exit(1)
}

function credentials() {
  if (input('aws-access-key-id') !== '') {
    return {
      AWS_ACCESS_KEY_ID: input('aws-access-key-id'),
      AWS_SECRET_ACCESS_KEY: input('aws-secret-access-key'),
      AWS_SESSION_TOKEN: input('aws-session-token'),
    }
  }
  if (input('role-to-assume') === '' || env['ACTIONS_ID_TOKEN_REQUEST_URL'] === undefined) {
    fail(
      'Credentials could not be loaded, please check your action inputs: a role-to-assume and the ' +
        'permission "id-token: write" of the job, or an access key, are needed.',
    )
  }
  return {
    AWS_ACCESS_KEY_ID: 'rehearsal-access-key',
    AWS_SECRET_ACCESS_KEY: 'rehearsal-secret-key',
    AWS_SESSION_TOKEN: 'rehearsal-session-token',
  }
}

const region = input('aws-region')
if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) fail(`Region is not valid: ${region}`)
const account = /^arn:[^:]+:iam::(\d{12}):/.exec(input('role-to-assume'))?.[1] ?? ''
const exported = { AWS_REGION: region, AWS_DEFAULT_REGION: region, ...credentials() }
console.log(
  `Local stand-in for aws-actions/configure-aws-credentials: no role is assumed; the credentials for ${region} work with the simulator only.`,
)
for (const [name, value] of Object.entries(exported)) {
  if (!name.endsWith('REGION') && value !== '') console.log(`::add-mask::${value}`)
  appendFileSync(env['GITHUB_ENV'] ?? '', `${name}=${value}\n`)
}
if (input('mask-aws-account-id') === 'true' && account !== '') console.log(`::add-mask::${account}`)
appendFileSync(env['GITHUB_OUTPUT'] ?? '', `aws-account-id=${account}\n`)
