import { inFirst, onFargate, type Refused } from './refused.ts'

const login = (credentialsParameter: string): object => ({
  repositoryCredentials: { credentialsParameter },
})
const loginPath = inFirst('repositoryCredentials.credentialsParameter')
const loginArn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:ghcr-AbCdEf'

/** Logins to registries, and secrets of logs. */
export const logins: readonly Refused[] = [
  [
    'a parameter for a login to a registry',
    onFargate(login('arn:aws:ssm:us-east-1:123456789012:parameter/ghcr')),
    loginPath,
    'must be the ARN or the name of a secret',
  ],
  [
    'no secret for a login to a registry',
    onFargate(login('')),
    loginPath,
    'must be the ARN or the name of a secret',
  ],
  [
    'a key of a secret for a login to a registry',
    onFargate(login(`${loginArn}:password::`)),
    loginPath,
    'has more than the ARN or the name of a secret',
  ],
  [
    'half a reference in an option of the log',
    onFargate({
      logConfiguration: {
        logDriver: 'splunk',
        secretOptions: [{ name: 'splunk-token', valueFrom: `${loginArn}:token` }],
      },
    }),
    inFirst('logConfiguration.secretOptions[0].valueFrom'),
    'must have three colons',
  ],
]
