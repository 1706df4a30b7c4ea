import { createDocument, type oas31, type ZodOpenApiOverride } from 'zod-openapi';
import { STREAM_EVENTS } from '../stream-events.ts';
import { CLASS_PATHS } from './class-operations.ts';
import { INQUIRY_PATHS } from './inquiry-operations.ts';
import { SERVICE_PATHS } from './service-operations.ts';
import { SESSION_PATHS } from './session-operations.ts';
import { STREAM_PATHS } from './stream-operation.ts';

const DESCRIPTION = `Simulated annealing in the space of constitutional isomers, watched live: a molecular formula goes in, and its
run arrives as server-sent events. Configure a session, start it, watch its stream.

A run is a pure function of its configuration: the same formula, parameters and seed give the same steps on every machine.

Errors are problem documents (RFC 9457). Besides those of each operation, an unknown path answers 404 with
\`route_not_found\`, and a path with another method 405 with \`method_not_allowed\`; a condition that a file of the page does not meet
answers 412 with \`precondition_failed\`; what is no HTTP answers 400 with \`malformed_request\`, what does not arrive 408
with \`request_timeout\`, and headers of more than 16 KB 431 with \`headers_too_large\`. Answers may gain members; ignore those that you do not know.`;

/**
 * Zod declares an object that it produces as closed. The contract is open: a later version may add members, and a client
 * generated from this document must not choke on them.
 */
const leaveObjectsOpen: ZodOpenApiOverride = ({ jsonSchema }) => {
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
};

/** The API as an OpenAPI 3.1 document. */
export function openApiDocument(options: {
  /** The version of the server. */
  readonly version: string;
  /** Where the API is served; left out, where the document is. */
  readonly serverUrl?: string;
}): oas31.OpenAPIObject {
  const { version, serverUrl = '/' } = options;
  const eventSchemas = Object.values(STREAM_EVENTS).map((schema) => [schema.meta()?.id, schema]);
  return createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'WebFaulon',
        version,
        description: DESCRIPTION,
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: serverUrl }],
      tags: [
        { name: 'sessions', description: 'Annealing runs.' },
        { name: 'classes', description: 'Runs of many that add to one board.' },
        { name: 'service', description: 'The server itself.' },
      ],
      paths: { ...SESSION_PATHS, ...INQUIRY_PATHS, ...CLASS_PATHS, ...STREAM_PATHS, ...SERVICE_PATHS },
      // Nothing refers to the events but x-sse-events, which the generator does not follow.
      components: { schemas: Object.fromEntries(eventSchemas) },
    },
    { override: leaveObjectsOpen },
  );
}
