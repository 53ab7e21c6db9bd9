import { defineContract, flag } from '@deploy-actions/action-kit'
import { checks, httpCheckInputs, scheduleInputs, url } from '@deploy-actions/checks'

/** What verify-health promises to its users. */
export const contract = defineContract({
  name: 'verify-health',
  title: 'Verify health',
  description:
    'Checks that what was deployed answers, that it is the version that was deployed, and that it stays healthy.',
  branding: { icon: 'heart', color: 'green' },
  inputs: {
    url: url({ description: 'The address to check; or give several in `checks`.' }),
    ...httpCheckInputs,
    checks: checks({
      description:
        'Several checks, made in parallel: a YAML list of mappings, each with `url`, a `name`, and the other inputs of one check.',
    }),
    ...scheduleInputs,
    'dry-run': flag({
      description: 'Read the inputs and print what would be checked, without a request.',
      default: 'false',
    }),
  },
  outcomes: {
    healthy: 'Every check was healthy as often and as long as asked.',
    unhealthy: 'Time was over before every check was.',
    planned: 'A dry run: nothing was checked.',
    failed: 'The checks could not be made: an input is wrong, or the job was cancelled.',
  },
  outputs: {
    healthy: '`true` or `false`; empty when nothing was checked.',
    report:
      'JSON list with an object for each check: `name`, `url`, `verdict` (`healthy` or `unhealthy`), `reason`, `attempts`, `consecutive` (successes in a row), `lastStatus`, `latencyP50Ms`, `latencyP95Ms`; what is not known is `null`.',
    attempts: 'Number of attempts of all checks together.',
    'latency-p50-ms':
      'Median latency of the successful answers of all checks, in milliseconds; empty without one.',
    'latency-p95-ms': '95th percentile of the same latencies, in milliseconds; empty without one.',
  },
})
