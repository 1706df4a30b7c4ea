import { resolve } from 'node:path';
import { runnerImport } from 'vite';

// The oldest Node that is supported runs no TypeScript by itself; Vite, which is here anyway, does.
await runnerImport(resolve(process.argv[2]), { configFile: false, logLevel: 'warn' });
