import type { ExplainedStep } from '@webfaulon/protocol/explained-step';
import type { Configuration } from '@webfaulon/sa-core';
import {
  type IsomerMet,
  type Pace,
  type PreparedRun,
  type Runner,
  RunnerError,
  type RunnerEvent,
  type RunPlace,
} from './runner.ts';

/** A line of messages in both directions, in order: a worker and its page each hold one end. */
export interface MessageLine {
  send(message: unknown): void;
  receive(listener: (message: unknown) => void): void;
  close(): void;
}

type Method = Exclude<keyof Runner, 'engine' | 'listen' | 'dispose'>;

interface Call {
  readonly id: number;
  readonly method: Method;
  readonly parameters: readonly unknown[];
}

type Answer =
  | { readonly kind: 'value'; readonly id: number; readonly value: unknown }
  | {
      readonly kind: 'refusal';
      readonly id: number;
      readonly code: string;
      readonly message: string;
      readonly pointer: string;
    }
  | { readonly kind: 'event'; readonly event: RunnerEvent };

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: RunnerError) => void;
}

/** Lets a {@link DistantRunner} at the other end of the line use a runner. */
export function serveRunner(runner: Runner, line: MessageLine): void {
  const answer = (message: Answer) => line.send(message);
  runner.listen((event) => answer({ kind: 'event', event }));
  line.receive((message) => {
    const call = message as Call;
    void perform(runner, call).then(
      (value) => answer({ kind: 'value', id: call.id, value }),
      (error: unknown) => answer({ kind: 'refusal', id: call.id, ...refusalOf(error) }),
    );
  });
}

async function perform(runner: Runner, { method, parameters }: Call): Promise<unknown> {
  const play = runner[method] as (...parameters: unknown[]) => Promise<unknown>;
  return play.apply(runner, [...parameters]);
}

/** Errors lose their fields on the way between threads. */
function refusalOf(error: unknown): { code: string; message: string; pointer: string } {
  const { code, message, pointer } =
    error instanceof RunnerError ? error : new RunnerError('internal', String(error));
  return { code, message, pointer };
}

/** A runner at the other end of a line of messages. */
export class DistantRunner implements Runner {
  readonly engine: Runner['engine'];
  private readonly line: MessageLine;
  private readonly open = new Map<number, Waiting>();
  private listener: (event: RunnerEvent) => void = () => {};
  private lastId = 0;

  constructor(engine: Runner['engine'], line: MessageLine) {
    this.engine = engine;
    this.line = line;
    line.receive((message) => this.take(message as Answer));
  }

  listen(listener: (event: RunnerEvent) => void): void {
    this.listener = listener;
  }

  configure(configuration: Configuration, pace: Pace): Promise<PreparedRun> {
    return this.call('configure', configuration, pace) as Promise<PreparedRun>;
  }

  resume(place: RunPlace): Promise<PreparedRun> {
    return this.call('resume', place) as Promise<PreparedRun>;
  }

  async start(): Promise<void> {
    await this.call('start');
  }

  pause(): Promise<number> {
    return this.call('pause') as Promise<number>;
  }

  async reset(): Promise<void> {
    await this.call('reset');
  }

  step(count: number): Promise<number> {
    return this.call('step', count) as Promise<number>;
  }

  async setPace(pace: Pace): Promise<void> {
    await this.call('setPace', pace);
  }

  isomers(): Promise<readonly IsomerMet[]> {
    return this.call('isomers') as Promise<readonly IsomerMet[]>;
  }

  explainStep(step: number): Promise<ExplainedStep> {
    return this.call('explainStep', step) as Promise<ExplainedStep>;
  }

  async reconnectNow(): Promise<void> {
    await this.call('reconnectNow');
  }

  dispose(): void {
    this.listener = () => {};
    this.line.close();
    for (const { reject } of this.open.values()) {
      reject(new RunnerError('disposed', 'The run was ended.'));
    }
    this.open.clear();
  }

  private call(method: Method, ...parameters: readonly unknown[]): Promise<unknown> {
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.open.set(id, { resolve, reject });
      this.line.send({ id, method, parameters } satisfies Call);
    });
  }

  private take(answer: Answer): void {
    if (answer.kind === 'event') {
      this.listener(answer.event);
      return;
    }
    const waiting = this.open.get(answer.id);
    this.open.delete(answer.id);
    if (answer.kind === 'value') waiting?.resolve(answer.value);
    else waiting?.reject(new RunnerError(answer.code, answer.message, answer.pointer));
  }
}
