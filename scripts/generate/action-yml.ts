import type { Contract, InputSpec } from '@deploy-actions/action-kit'
import { Document } from 'yaml'
import { formatted } from './formatted.ts'
import { outputDescriptions } from './outputs.ts'

const node = 'node24'

/** The text of action.yml for a contract, whose programs lie in the shared `dist/` of the tree. */
export async function actionYml(contract: Contract): Promise<string> {
  const { name, title, description, branding, inputs, post } = contract
  const document = new Document({
    name: title,
    description,
    branding: { icon: branding.icon, color: branding.color },
    inputs: Object.fromEntries(Object.entries(inputs).map(([key, spec]) => [key, input(spec)])),
    outputs: Object.fromEntries(
      outputDescriptions(contract).map(([key, text]) => [key, { description: text }]),
    ),
    runs: {
      using: node,
      main: `../../dist/${name}/index.js`,
      ...(post && { post: `../../dist/${name}/post.js`, 'post-if': 'always()' }),
    },
  })
  document.commentBefore = ` Generated from actions/${name}/src/contract.ts by "npx -y pnpm@12 generate".`
  return formatted('action.yml', document.toString({ lineWidth: 0 }))
}

function input({ description, required, default: fallback }: InputSpec<unknown>): object {
  return {
    description,
    ...(required ? { required } : {}),
    ...(fallback === undefined ? {} : { default: fallback }),
  }
}
