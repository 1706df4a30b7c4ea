import { readFileSync } from 'node:fs';
import { readConfiguration, type ServerConfiguration } from './config.ts';
import { ConfigurationError } from './configuration-value.ts';
import { limitHeapGrowth } from './heap-limit.ts';
import { startServer } from './server.ts';
import { StoreError } from './store/store-error.ts';

const WORKER_FILES = {
  advance: new URL('./annealing/advance.worker.js', import.meta.url),
  depict: new URL('./annealing/depict.worker.js', import.meta.url),
  checkStore: new URL('./store/check-store.program.js', import.meta.url),
};

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function configurationOfEnvironment(): ServerConfiguration {
  try {
    return readConfiguration(process.env);
  } catch (error) {
    if (error instanceof ConfigurationError) fail(inWords(error));
    throw error;
  }
}

function inWords({ message }: ConfigurationError): string {
  return `The environment does not configure the server: ${message}`;
}

function explain(error: unknown, { host, port }: ServerConfiguration): string {
  if (error instanceof ConfigurationError) return inWords(error);
  if (error instanceof StoreError) return error.message;
  const { code, port: refused } = error as { code?: unknown; port?: unknown };
  const [name, another] = refused === port ? ['PORT', 3000] : ['METRICS_PORT', 9464];
  if (code === 'EADDRINUSE') {
    return `Port ${refused} is in use. Stop what uses it, or choose another: ${name}=${another + 1} npm start`;
  }
  if (code === 'EACCES')
    return `Port ${refused} needs privileges. Choose one above 1023: ${name}=${another} npm start`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `HOST is "${host}", which is no address of this machine.`;
  throw error;
}

limitHeapGrowth();
const configuration = configurationOfEnvironment();
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
let isAskedToStop = false;
const starting = startServer(configuration, WORKER_FILES, version);
// From the first moment, or a signal that comes with the address in the log would end the process without a word. A
// terminal's Ctrl-C arrives twice under npm; stop() takes the second for the first.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    isAskedToStop = true;
    void starting.then(
      (server) => server.stop().then(() => process.exit(0)),
      // What became of it is told below.
      () => undefined,
    );
  });
}
const { url } = await starting.catch((error: unknown) => {
  // A terminal's Ctrl-C ends the check of the store too, which is no fault of the store.
  if (isAskedToStop) process.exit(0);
  return fail(explain(error, configuration));
});
// The log is for programs; a person at a terminal is told in a sentence.
if (process.stderr.isTTY) process.stderr.write(`WebFaulon is at ${url} and stops with Ctrl-C.\n`);
