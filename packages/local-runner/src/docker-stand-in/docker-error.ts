/** Docker ends here, with words such as its own. */
export class DockerError extends Error {}
