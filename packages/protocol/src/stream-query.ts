import { type EventId, parseEventId } from './event-id.ts';
import { z } from './zod.ts';

const SVG_TEXT = 'svg must be "changes" or "none"; leave it out for a drawing in every event.';
const EVERY_TEXT = `every must be a whole number from 1 to ${Number.MAX_SAFE_INTEGER}, such as every=10.`;
const FROM_TEXT = 'from must be "start" or "now".';
const LAST_EVENT_ID_TEXT = 'lastEventId must be the id of an event of this stream, such as 17 or 17-r2.';

const svg = z.enum(['changes', 'none'], { error: SVG_TEXT }).exactOptional().meta({
  description:
    'Which events carry best_svg: "changes" those where the drawing changed, and the first; "none" no event; left out, every event.',
});

const every = z
  .string({ error: EVERY_TEXT })
  .refine((text) => /^[1-9]\d*$/.test(text) && Number.isSafeInteger(Number(text)), { error: EVERY_TEXT })
  .transform(Number)
  .exactOptional()
  .meta({
    description:
      'Send the steps divisible by this, and the last. Left out: every step up to 200 steps a second, a grid of about 500 steps of the run above that and in replays of more than 5,000 steps.',
    override: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
  });

const from = z.enum(['start', 'now'], { error: FROM_TEXT }).exactOptional().meta({
  description:
    '"start" replays the run from its first step even if it has been seen to its end; "now" begins with the next step. An id of a last event goes before it.',
});

/** An empty text means none: pages write ?lastEventId= before they have one. */
const lastEventId = z
  .string({ error: LAST_EVENT_ID_TEXT })
  .transform((text, context): EventId | undefined => {
    const id = parseEventId(text);
    if (id === undefined && text !== '') {
      context.issues.push({ code: 'custom', input: text, message: LAST_EVENT_ID_TEXT });
    }
    return id;
  })
  .exactOptional()
  .meta({
    description:
      'Continue with the first event after this one, for clients that cannot set the header Last-Event-ID.',
    override: { examples: ['17', '17-r2'] },
  });

/** The query of GET stream, as Express parses it: texts, parsed to what they mean. Unknown parameters are ignored. */
export const streamQuery = z.object({ svg, every, from, lastEventId });

/** How a viewer wants to see the run. */
export type StreamQuery = z.output<typeof streamQuery>;
