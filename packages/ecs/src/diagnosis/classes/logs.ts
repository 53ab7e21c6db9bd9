import { brokenNetwork, wayTo } from './network-path.ts'
import type { ReasonClass } from './reason-class.ts'

const logging = /logger args|log(?:ging)? driver|log stream|CloudWatch log/i

/** Why a container has no log to write to: it is not started then. */
export const logClasses: readonly ReasonClass[] = [
  {
    kind: 'log-group',
    patterns: [/log group does not exist|cannot find the Amazon CloudWatch log group/i],
    remedy:
      'Create the log group that awslogs-group names, or set awslogs-create-group to "true" in the log options (the execution role then needs logs:CreateLogGroup).',
  },
  {
    kind: 'log-network',
    patterns: [logging, new RegExp(`${brokenNetwork.source}|signal: killed`, 'i')],
    remedy: `The task does not reach CloudWatch Logs. ${wayTo('logs')} Check awslogs-region as well.`,
  },
  {
    kind: 'log-driver',
    patterns: [logging],
    remedy:
      'Check the log options of the container (logDriver, awslogs-group, awslogs-region), and that the execution role is allowed logs:CreateLogStream and logs:PutLogEvents on its log group.',
  },
]
