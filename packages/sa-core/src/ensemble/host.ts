/**
 * The little that is used of where the package runs, Node or a browser, as types of its own: whoever imports the package needs
 * the types of neither.
 */
interface Host {
  /** The built-in modules of Node, asked for and not imported: so one and the same file is loaded by browsers too. */
  readonly getBuiltinModule?: (id: string) => unknown;
  readonly cwd: () => string;
  readonly execArgv: readonly string[];
}

interface MessagePort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): void;
}

interface NodeWorker {
  postMessage(message: unknown): void;
  on(event: 'message' | 'error' | 'messageerror' | 'exit', listener: (value: unknown) => void): void;
  terminate(): Promise<unknown>;
}

interface NodeModules {
  readonly 'node:worker_threads': {
    readonly Worker: new (file: Href, options: { readonly execArgv: readonly string[] }) => NodeWorker;
    readonly parentPort: MessagePort | null;
  };
  readonly 'node:os': { availableParallelism(): number };
  readonly 'node:url': { pathToFileURL(path: string): Href };
}

/** What is needed of a URL. */
export interface Href {
  readonly href: string;
}

declare const process: Host | undefined;
declare const navigator: { readonly hardwareConcurrency?: number } | undefined;

/** A built-in module of Node, or undefined where there is no Node. */
export function nodeModule<Id extends keyof NodeModules>(id: Id): NodeModules[Id] | undefined {
  return typeof process === 'undefined' ? undefined : (process.getBuiltinModule?.(id) as NodeModules[Id]);
}

/** What a worker of Node is started with: how this process was, but for what holds of the program's text alone. */
export function workerArguments(): string[] {
  const given = typeof process === 'undefined' ? [] : process.execArgv;
  return given.filter((argument) => !argument.startsWith('--input-type'));
}

/** How many threads run at once on this machine, as far as it tells; at least 1. */
export function availableThreads(): number {
  const told = nodeModule('node:os')?.availableParallelism();
  return told ?? (typeof navigator === 'undefined' ? 1 : (navigator.hardwareConcurrency ?? 1));
}
