import { z } from './zod.ts';

/** The states of a session: idle -> running <-> paused, running -> complete or failed, any -> idle by reset. */
export const SESSION_STATES = ['idle', 'running', 'paused', 'complete', 'failed'] as const;

export const sessionState = z.enum(SESSION_STATES).meta({ description: 'Where the session stands.' });
export type SessionState = z.infer<typeof sessionState>;

/** The address of a session: a version 4 UUID, which nobody can guess. */
export const sessionId = z
  .uuidv4({ error: 'A session id is a version 4 UUID, as POST /api/sa/configure answers it.' })
  .meta({ description: 'The id that POST /api/sa/configure answered.' });

/** The session of every example. */
export const EXAMPLE_ID = '7f1c2f0e-2a55-4a0b-9a34-3d0f5a1c9b21';

/** The path parameters of a session's routes. */
export const sessionPath = z.object({ id: sessionId.meta({ examples: [EXAMPLE_ID] }) });

export const sessionConfigured = z.object({ session_id: sessionId, status: z.literal('configured') }).meta({
  id: 'SessionConfigured',
  description: 'A new session, in state idle at step 0.',
  examples: [{ session_id: EXAMPLE_ID, status: 'configured' }],
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
