import { z } from './zod.ts';

export const health = z
  .object({
    status: z.literal('healthy'),
    version: z.string().meta({ description: 'The version of the server.' }),
  })
  .meta({
    id: 'Health',
    description: 'The server answers.',
    examples: [{ status: 'healthy', version: '0.1.0' }],
  });
export type Health = z.infer<typeof health>;

export const liveness = z.object({ status: z.literal('live') }).meta({
  id: 'Liveness',
  description: 'The process answers. If it does not, restart it.',
  examples: [{ status: 'live' }],
});
export type Liveness = z.infer<typeof liveness>;

export const readiness = z.object({ status: z.literal('ready') }).meta({
  id: 'Readiness',
  description: 'The server takes new sessions.',
  examples: [{ status: 'ready' }],
});
export type Readiness = z.infer<typeof readiness>;
