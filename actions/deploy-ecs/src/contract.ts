import { choice, defineContract, durationOr, flag, map, text } from '@deploy-actions/action-kit'
import { region } from '@deploy-actions/aws'

export const contract = defineContract({
  name: 'deploy-ecs',
  title: 'Deploy to Amazon ECS',
  description:
    'Deploys a task definition or an image to an ECS service, waits for the very deployment that it started, and is green only when that succeeded and runs what was asked for.',
  branding: { icon: 'upload-cloud', color: 'orange' },
  inputs: {
    cluster: text({ description: 'Cluster of the service: name or ARN.', default: 'default' }),
    service: text({ description: 'Service to deploy to: name or ARN.', required: true }),
    'task-definition': text({
      description:
        'What to deploy: the path of a file (as render-task-def writes it), a family, `family:revision` or an ARN. One of `task-definition`, `image` or `images`, or `force-new-deployment` alone, is needed.',
    }),
    image: text({
      description:
        'Image to put into what the service runs, for its only or only essential container: the deployment in one step.',
    }),
    images: map({ description: 'As `image`, by container: `container=image`, one a line.' }),
    'force-new-deployment': flag({
      description:
        'Starts a deployment although nothing changed, so that tasks read their secrets again.',
      default: 'false',
    }),
    'skip-unchanged': flag({
      description:
        'Does nothing when the service runs this very definition already and is steady, and follows a rollout of it that is under way.',
      default: 'true',
    }),
    wait: flag({
      description:
        'Waits until the deployment has ended. Without, the step is green once it has begun.',
      default: 'true',
    }),
    timeout: durationOr('auto', {
      description:
        'How long the deployment may take; `auto` is 20 minutes, and what the strategy of the service takes by itself.',
      default: 'auto',
      range: ['10s', '7d'],
    }),
    'fail-fast': flag({
      description:
        'Ends a rollout whose tasks keep dying alike: once a task that started after another had died ends the same way, the cause is told, and ECS or this step goes back.',
      default: 'true',
    }),
    'on-failure': choice(['rollback', 'leave'], {
      description:
        'After a failure or a timeout: go back to what ran before, or leave things as they are. The step is red either way.',
      default: 'rollback',
    }),
    'on-cancel': choice(['leave', 'rollback'], {
      description: 'When the job is cancelled: leave the rollout running, or ask ECS to go back.',
      default: 'leave',
    }),
    'dry-run': flag({
      description: 'Reads, plans and prints what would be done, and changes nothing.',
      default: 'false',
    }),
    'aws-region': region({
      description: 'Region of the service; without it, that of the environment.',
    }),
  },
  outcomes: {
    deployed: 'The new version runs; proven by the deployment itself.',
    unchanged: 'The service ran this definition already, and was steady.',
    planned: 'Dry run: nothing was changed.',
    started: 'The deployment has begun (`wait: false`).',
    unproven:
      'The deployment succeeded and nothing runs that could prove it: the desired count is 0.',
    'rolled-back': 'The version that ran before is steady again, whatever went wrong.',
    'timed-out': 'The time was over and the rollout was left running.',
    cancelled: 'The job was cancelled and the rollout was left running.',
    superseded: 'Another deployment of the same service took over.',
    failed: 'Everything else that is red.',
  },
  outputs: {
    'task-definition-arn': 'ARN of the definition that was deployed, or was to be.',
    'previous-task-definition-arn': 'ARN of the definition that ran before.',
    'service-deployment-arn': 'ARN of the service deployment that this step started.',
    'image-digests': 'JSON object: container to digest, as ECS resolved them.',
    'deployment-url': "The service's deployments in the AWS console.",
    'duration-seconds': 'How long the deployment took.',
  },
})
