/**
 * The workflow, or a step of it, does something wrong while it runs: its step or job fails, with
 * this message.
 */
export class WorkflowError extends Error {}
