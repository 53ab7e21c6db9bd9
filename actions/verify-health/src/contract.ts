import { defineContract, flag } from '@deploy-actions/action-kit'
import { region } from '@deploy-actions/aws'
import {
  checks,
  httpCheckInputs,
  scheduleInputs,
  serviceCheckInputs,
  url,
} from '@deploy-actions/checks'

/** What verify-health promises to its users. */
export const contract = defineContract({
  name: 'verify-health',
  title: 'Verify health',
  description:
    'Checks that what was deployed answers or runs, that it is the version that was deployed, and that it stays healthy: over HTTP, by ECS services, and by target groups.',
  branding: { icon: 'heart', color: 'green' },
  inputs: {
    url: url({
      description:
        'The address to check; or give several in `checks`. At least one of `url`, `checks`, `services` and `target-groups` is needed.',
    }),
    ...httpCheckInputs,
    checks: checks({
      description:
        'Several checks, made in parallel: a YAML list of mappings, each with a `name` and either `url` and the other inputs of one check over HTTP, or `service` with `cluster`, `min-task-age` and `expect-digest`, or `target-group`.',
    }),
    ...serviceCheckInputs,
    ...scheduleInputs,
    'aws-region': region({
      description:
        'Region of the services and target groups; default is the environment (AWS_REGION), as aws-actions/configure-aws-credentials sets it.',
    }),
    'dry-run': flag({
      description: 'Read the inputs and print what would be checked, without a request.',
      default: 'false',
    }),
  },
  outcomes: {
    healthy: 'Every check was healthy as often and as long as asked.',
    unhealthy: 'Time was over before every check was.',
    planned: 'A dry run: nothing was checked.',
    failed:
      'The checks could not be made: an input is wrong, a permission is missing, or the job was cancelled.',
  },
  outputs: {
    healthy: '`true` or `false`; empty when nothing was checked.',
    report:
      'JSON list with an object for each check: `name`, `kind` (`http`, `service` or `target-group`), what it is about (`url`, or `cluster` and `service`, or `targetGroup`), `verdict` (`healthy` or `unhealthy`), `reason`, `attempts`, `consecutive` (successes in a row), and over HTTP `lastStatus`, `latencyP50Ms`, `latencyP95Ms`; what is not known is `null`.',
    attempts: 'Number of attempts of all checks together.',
    'latency-p50-ms':
      'Median latency of the successful answers of all checks over HTTP, in milliseconds; empty without one.',
    'latency-p95-ms': '95th percentile of the same latencies, in milliseconds; empty without one.',
  },
})
