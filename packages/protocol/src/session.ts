import { z } from './zod.ts';

/** The states of a session: idle -> running <-> paused, running -> complete or failed, any -> idle by reset. */
export const SESSION_STATES = ['idle', 'running', 'paused', 'complete', 'failed'] as const;

export const sessionState = z.enum(SESSION_STATES).meta({ description: 'Where the session stands.' });
export type SessionState = z.infer<typeof sessionState>;

/** The address of a session: a version 4 UUID, which nobody can guess. */
export const sessionId = z
  .uuidv4({ error: 'A session id is a version 4 UUID, as POST /api/sa/configure answers it.' })
  .meta({ description: 'The id that POST /api/sa/configure answered.' });

/** A second address of a session, under which it can be watched and nothing else. */
export const viewerId = z.uuidv4().meta({
  description:
    'A second id of the session, for a link to watch: status, stream, history, isomers and steps answer to it, and nothing that changes the session does. It does not tell the session_id.',
});

/** The session of every example. */
export const EXAMPLE_ID = '7f1c2f0e-2a55-4a0b-9a34-3d0f5a1c9b21';

export const EXAMPLE_VIEWER_ID = '0d9b6a51-5c0e-4f6e-9c55-2f1f0a4f6d10';

/** The path parameters of a session's routes. */
export const sessionPath = z.object({ id: sessionId.meta({ examples: [EXAMPLE_ID] }) });

export const sessionConfigured = z
  .object({ session_id: sessionId, status: z.literal('configured'), viewer_id: viewerId })
  .meta({
    id: 'SessionConfigured',
    description: 'A new session, in state idle at step 0.',
    examples: [{ session_id: EXAMPLE_ID, status: 'configured', viewer_id: EXAMPLE_VIEWER_ID }],
  });
export type SessionConfigured = z.infer<typeof sessionConfigured>;

export const sessionStarted = z.object({ session_id: sessionId, status: z.literal('running') }).meta({
  id: 'SessionStarted',
  description: 'The session runs.',
  examples: [{ session_id: EXAMPLE_ID, status: 'running' }],
});
export type SessionStarted = z.infer<typeof sessionStarted>;

export const sessionPaused = z
  .object({
    session_id: sessionId,
    status: z.literal('paused'),
    step: z
      .int()
      .gte(0)
      .meta({ description: 'The last step that was played; no later one is sent until start.' }),
  })
  .meta({
    id: 'SessionPaused',
    description: 'The session holds at a step.',
    examples: [{ session_id: EXAMPLE_ID, status: 'paused', step: 731 }],
  });
export type SessionPaused = z.infer<typeof sessionPaused>;

export const sessionReset = z.object({ session_id: sessionId, status: z.literal('idle') }).meta({
  id: 'SessionReset',
  description: 'The session stands at step 0 again, with the same configuration and seed.',
  examples: [{ session_id: EXAMPLE_ID, status: 'idle' }],
});
export type SessionReset = z.infer<typeof sessionReset>;
