import { registerHooks } from 'node:module'

/**
 * GitHub's parser imports its schema as JSON without the attribute that Node asks for. The hook
 * adds the attribute while the parser is loaded and is gone afterwards; everything else imports the
 * parser from here.
 */
const hooks = registerHooks({
  load: (url, context, nextLoad) =>
    nextLoad(
      url,
      url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context,
    ),
})

export const {
  convertWorkflowTemplate,
  isBasicExpression,
  isBoolean,
  isLiteral,
  isMapping,
  isScalar,
  isSequence,
  isString,
  NoOperationTraceWriter,
  parseWorkflow,
} = await import('@actions/workflow-parser')
export const { convertActionTemplate, parseAction } =
  await import('@actions/workflow-parser/actions/index')
export const { ensureStatusFunction } =
  await import('@actions/workflow-parser/model/converter/if-condition')
export const { TemplateContext, TemplateValidationErrors } =
  await import('@actions/workflow-parser/templates/template-context')
export const { readTemplate } = await import('@actions/workflow-parser/templates/template-reader')
export const { StringToken } =
  await import('@actions/workflow-parser/templates/tokens/string-token')
export const { TemplateToken } =
  await import('@actions/workflow-parser/templates/tokens/template-token')
export const { WORKFLOW_ROOT } =
  await import('@actions/workflow-parser/workflows/workflow-constants')
export const { getWorkflowSchema } =
  await import('@actions/workflow-parser/workflows/workflow-schema')
export const { YamlObjectReader } =
  await import('@actions/workflow-parser/workflows/yaml-object-reader')

hooks.deregister()
