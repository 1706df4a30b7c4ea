export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export const MAX_THREADS = 256;
export const MIN_SECRET_CHARACTERS = 16;

interface ConfigurationVariable {
  readonly name: string;
  readonly default: string;
  readonly meaning: string;
}

/** Every variable that the server reads; the README's table is made of these. */
export const CONFIGURATION_VARIABLES = [
  { name: 'PORT', default: '3000', meaning: 'Port to listen on, 0 to 65535; 0 takes a free one.' },
  {
    name: 'HOST',
    default: '127.0.0.1',
    meaning: 'Address to listen on; 0.0.0.0 lets other machines in, a classroom for example.',
  },
  {
    name: 'BASE_PATH',
    default: '/',
    meaning:
      'The path under which everything is served, such as /webfaulon behind a proxy that passes paths on as they are.',
  },
  {
    name: 'ALLOWED_ORIGINS',
    default: 'http://localhost:5173,http://127.0.0.1:5173',
    meaning: "Origins of pages that may use the server beside its own, separated by commas; '*' allows all.",
  },
  {
    name: 'ALLOWED_HOSTS',
    default: 'localhost',
    meaning:
      "Names under which the server is reached, separated by commas, without ports: those of a reverse proxy's Host header, for example. Its addresses need not be listed; '*' allows all.",
  },
  {
    name: 'SESSION_TTL_SECONDS',
    default: '3600',
    meaning: 'How long a session that does not run is kept after it was last asked for, 1 to 2000000.',
  },
  { name: 'MAX_SESSIONS', default: '5000', meaning: 'Sessions that the server holds at once, 1 to 1000000.' },
  {
    name: 'MAX_SESSIONS_PER_CLIENT',
    default: '2000',
    meaning: 'Sessions that one client may have, which is a browser by its cookie; at least 1.',
  },
  {
    name: 'MAX_SESSIONS_PER_ADDRESS',
    default: '4000',
    meaning:
      'Sessions that all clients of one address may have together, and programs without cookies; at least 1.',
  },
  {
    name: 'MAX_CLASSES_PER_ADDRESS',
    default: '25',
    meaning: 'Classes that may be opened from one address, of the 50 that the server holds; at least 1.',
  },
  {
    name: 'MAX_STREAMS',
    default: '10000',
    meaning: 'Event streams that may be open at once, 1 to 1000000; each is a connection.',
  },
  {
    name: 'MAX_STREAMS_PER_SESSION',
    default: '2000',
    meaning: 'Event streams that may show one session, as in a lecture hall; at least 1.',
  },
  {
    name: 'MAX_STREAMS_PER_CLIENT',
    default: '2000',
    meaning: 'Event streams that one client may have open; at least 1.',
  },
  {
    name: 'MAX_STREAMS_PER_ADDRESS',
    default: '8000',
    meaning: 'Event streams that all clients of one address may have open together; at least 1.',
  },
  {
    name: 'MAX_REQUESTS_PER_CLIENT',
    default: '60000',
    meaning:
      'Requests that one client may make in a minute, /health, /livez and /readyz not counted; at least 1.',
  },
  {
    name: 'MAX_REQUESTS_PER_ADDRESS',
    default: '120000',
    meaning: 'Requests that all clients of one address may make together in a minute; at least 1.',
  },
  {
    name: 'MAX_HEAVY_ATOMS',
    default: '128',
    meaning: 'Atoms other than hydrogen that a formula may have, 1 to 1000.',
  },
  {
    name: 'MAX_TOTAL_STEPS',
    default: '10000000',
    meaning: 'Steps that one run may have, steps_per_cycle times num_cycles; at least 1.',
  },
  {
    name: 'THREADS',
    default: 'the number of cores',
    meaning: `Worker threads that compute, 1 to ${MAX_THREADS}.`,
  },
  {
    name: 'READY_QUEUE_CAP',
    default: '1000',
    meaning:
      'With more slices than this waiting for a thread, those of unthrottled sessions not counted, /readyz says no; at least 1.',
  },
  {
    name: 'METRICS_PORT',
    default: 'none',
    meaning:
      'A port of its own for /metrics, 0 to 65535, on which nothing else is served; none serves /metrics on PORT.',
  },
  { name: 'LOG_LEVEL', default: 'info', meaning: `One of ${LOG_LEVELS.join(', ')}.` },
  {
    name: 'TRUST_PROXY',
    default: '0',
    meaning: 'How many reverse proxies stand before the server, 0 to 10: whose X-Forwarded-For is believed.',
  },
  {
    name: 'SECRET',
    default: 'none',
    meaning: `Signs the cookies by which clients are told apart, ${MIN_SECRET_CHARACTERS} characters or more; none has one made and kept in DATA_DIR.`,
  },
  {
    name: 'PAGE_DIRECTORY',
    default: '../web/dist',
    meaning:
      "The built page, served at /; relative to the server's own folder. Without one, / leads to the documentation.",
  },
  {
    name: 'DATA_DIR',
    default: 'data',
    meaning:
      'Directory that keeps sessions and classes over a restart, made if need be; relative to the working directory, which under npm start is the repository. `memory` keeps them for as long as the server runs.',
  },
] as const satisfies readonly ConfigurationVariable[];

export type VariableName = (typeof CONFIGURATION_VARIABLES)[number]['name'];
